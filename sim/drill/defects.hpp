#pragma once

#include "sim/text/problem.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace evac {

/// What is wrong with one file, collected while the reading goes on.
struct Defects {
    std::string file;
    std::vector<Problem> problems;

    void add(std::string pointer, std::string element, Message what, Message remedy) {
        problems.push_back(
            {file, std::move(pointer), std::move(element), std::move(what), std::move(remedy)});
    }

    /// Whether nothing is wrong at `pointer` or below it, so that it can be read further.
    bool sound(const std::string& pointer) const {
        for (const Problem& problem : problems) {
            if (problem.file == file && problem.pointer.starts_with(pointer) &&
                (problem.pointer.size() == pointer.size() ||
                 problem.pointer[pointer.size()] == '/')) {
                return false;
            }
        }
        return true;
    }
};

}  // namespace evac
