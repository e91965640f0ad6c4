#pragma once

#include "render/report/report.hpp"
#include "sim/study/repetition.hpp"
#include "sim/text/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace evac {

/// What `--repeat` asks for: a number of runs, or "enough". Throws InputError.
RepeatWish read_repeat(const std::string& words);

/// Makes the runs that follow the first and tells on standard error how far they are, until
/// `interrupted` says to stop.
Repetition run_again(const Scenario& scenario, RepeatRun first, const RepeatWish& wish,
                     Language language, bool quiet, const std::function<bool()>& interrupted);

/// runs.csv, convergence.csv, repeat.json and repeat-curve.png. Throws InputError.
void write_repetition(const std::filesystem::path& folder, const Scenario& scenario,
                      const Repetition& repetition, Language language);

/// The short table for the terminal, and whether the runs are enough.
std::vector<std::string> repeat_lines(const Repetition& repetition, Language language);

/// The section of the page: table, curve from `folder`, and a figure for the first screen.
void add_repetition(render::ReportSubject& report, const std::filesystem::path& folder,
                    const Repetition& repetition);

}  // namespace evac
