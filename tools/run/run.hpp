#pragma once

#include "sim/text/language.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace evac {

/// What `evac run` was asked to do.
struct RunOptions {
    std::filesystem::path scenario;  ///< *.drill.json, a folder that holds one, or *.plan.json
    std::filesystem::path out;       ///< results folder; empty: results/<name>
    std::optional<std::uint64_t> seed;
    /// How many runs, a number or "enough"; nothing: one, told as one.
    std::optional<std::string> repeat;
    std::string model;   ///< headway or hydraulic; empty: that of the drill
    int threads = 0;     ///< 0: one per processor
    bool quiet = false;
    bool json = false;  ///< the summary on standard output
    Language language = Language::en;
};

/// Runs a drill and writes its results folder; with `repeat`, that of the first run, and what all
/// of them tell together. Returns the exit code; throws InputError.
int run_command(const RunOptions& options);

}  // namespace evac
