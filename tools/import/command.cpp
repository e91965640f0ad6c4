#include <cstdio>
#include <nlohmann/json.hpp>

#include "sim/plan/read.hpp"
#include "sim/text/file.hpp"
#include "tools/import/import.hpp"

namespace evac {

int import_command(const ImportOptions& options, Language language, bool json) {
    const ImportResult result = import_plan(options);
    const std::string report = report_to_json(result.report, language).dump(2) + "\n";
    std::filesystem::path out = options.out;
    if (out.empty()) {
        out = result.plan.id + ".plan.json";
    }
    write_plan(result.plan, out);
    if (!options.report.empty()) {
        write_text(options.report, report);
    }
    std::string text = json ? report : report_text(result.report, language);
    if (!json) {
        text += say(language, MessageId::import_written, out.string()) + "\n";
    }
    std::fputs(text.c_str(), stdout);
    return 0;
}

}  // namespace evac
