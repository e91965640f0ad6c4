#include "sim/plan/read.hpp"
#include "tools/import/import.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>

namespace evac {

namespace {

/// Whole or not at all: a temporary file beside it, then a rename.
void write_text(const std::string& text, const std::filesystem::path& file) {
    const std::filesystem::path unfinished = file.string() + ".incomplete";
    std::ofstream stream(unfinished, std::ios::binary);
    stream << text;
    stream.close();
    std::error_code failed;
    if (stream) {
        std::filesystem::rename(unfinished, file, failed);
    }
    if (!stream || failed) {
        std::filesystem::remove(unfinished, failed);
        throw InputError({{file.string(), "", "", message(MessageId::import_cannot_write),
                           message(MessageId::import_cannot_write_remedy)}});
    }
}

}  // namespace

int import_command(const ImportOptions& options, Language language, bool json) {
    const ImportResult result = import_plan(options);
    const std::string report = report_to_json(result.report, language).dump(2) + "\n";
    if (!options.report.empty()) {
        write_text(report, options.report);
    }
    write_plan(result.plan, options.out);
    const std::string text = json ? report : report_text(result.report, language);
    std::fputs(text.c_str(), stdout);
    return 0;
}

}  // namespace evac
