#pragma once

#include "tools/import/report.hpp"

#include <filesystem>

namespace evac {

struct ImportOptions {
    std::filesystem::path source;  ///< folder of IMDF files, or a GeoJSON file
    std::filesystem::path out;     ///< the plan to write; empty: <name of the source>.plan.json
    std::filesystem::path report;  ///< JSON report; none when empty
    bool guess_exits = false;      ///< take the exits the importer proposes
    double storey_height = 3.6;    ///< [m], because such drawings do not tell it
};

struct ImportResult {
    Plan plan;
    ImportReport report;
};

/// Reads a drawing and makes a checked plan of it; writes nothing. Throws InputError with
/// everything that is wrong with the source.
ImportResult import_plan(const ImportOptions& options);

/// What `evac import` does: imports, writes the plan and, when asked, the report. Answers the exit
/// code: 0, also when people should look at the report. Throws InputError before anything is
/// written. `json`: the report goes to standard output as JSON, else a short text goes there.
int import_command(const ImportOptions& options, Language language, bool json);

}  // namespace evac
