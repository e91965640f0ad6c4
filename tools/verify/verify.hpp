#pragma once

#include "sim/text/language.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace evac {

/// What `evac verify` was asked to do.
struct VerifyOptions {
    std::vector<std::string> suites;  ///< empty: all
    std::vector<std::string> cases;   ///< ids; empty: all of the suites
    std::filesystem::path folder = "scenarios/verification";
    std::filesystem::path out = "results/verify";
    std::string tier = "all";
    std::int64_t seed = 0;
    double turn = 0.0;
    bool mirror = false;
    std::string model;
    int threads = 0;  ///< 0: one per processor
    bool list = false;
    bool quiet = false;
    bool json = false;
    Language language = Language::en;
};

/// The subcommand with its options.
CLI::App* add_verify(CLI::App& app, VerifyOptions& options);

/// Runs the cases and writes verify.json, results.md, report.html and pictures. Returns 0 if none
/// failed, else 1, and 130 after Ctrl-C; then, and where it throws InputError, nothing is left.
int verify_command(const VerifyOptions& options);

}  // namespace evac
