#pragma once

#include "sim/text/language.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace evac {

/// What `evac run` was asked to do.
struct RunOptions {
    std::filesystem::path scenario;  ///< *.drill.json, a folder that holds one, or *.plan.json
    std::filesystem::path out;       ///< results folder; empty: results/<name>
    std::optional<std::uint64_t> seed;
    int threads = 0;  ///< 0: one per processor
    bool quiet = false;
    bool json = false;  ///< the summary on standard output
    Language language = Language::en;
};

/// Runs a drill and writes its results folder. Returns the exit code; throws InputError.
int run_command(const RunOptions& options);

}  // namespace evac
