#pragma once

#include "sim/text/message.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace evac {

/// One thing that is wrong with what the user gave us, and what to do about it.
struct Problem {
    std::string file;    ///< path as the user wrote it
    std::string pointer; ///< JSON pointer (RFC 6901) to the place, empty for the whole file
    std::string element; ///< id of the plan or scenario element, empty when there is none
    Message what;
    Message remedy;
};

/// "FILE at POINTER (ELEMENT): WHAT; REMEDY" in one line.
std::string say(Language language, const Problem& problem);

/// All that was found wrong with one input; the program ends with exit code 2.
class InputError : public std::runtime_error {
public:
    explicit InputError(std::vector<Problem> problems);

    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

} // namespace evac
