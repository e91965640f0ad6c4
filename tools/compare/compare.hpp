#pragma once

#include "sim/text/language.hpp"

#include <filesystem>

namespace evac {

/// What `evac compare` was asked to do.
struct CompareOptions {
    std::filesystem::path a;    ///< results folder, NAME.incomplete, or a replay
    std::filesystem::path b;
    std::filesystem::path out;  ///< empty: results/compare-A-B
    bool json = false;          ///< comparison.json on standard output instead of the table
    Language language = Language::en;
};

/// Compares two results and writes pictures, tables and compare.html. Returns the exit code; throws
/// InputError with what is wrong with either result, before anything is written.
int compare_command(const CompareOptions& options);

}  // namespace evac
