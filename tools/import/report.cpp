#include "tools/import/report.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>

namespace evac {

void count(const Plan& plan, ImportReport& report) {
    report.levels = static_cast<int>(plan.levels.size());
    report.units = static_cast<int>(plan.units.size());
    report.openings = static_cast<int>(plan.openings.size());
    report.exits = 0;
    for (const Opening& opening : plan.openings) {
        report.exits += opening.exit ? 1 : 0;
    }
    report.area = 0.0;
    for (const Unit& unit : plan.units) {
        report.area += walkable(unit) ? area(unit.polygon) : 0.0;
    }
}

nlohmann::json report_to_json(const ImportReport& report, Language language) {
    const auto centimetres = [](double metres) { return std::round(metres * 100.0) / 100.0; };
    nlohmann::json problems = nlohmann::json::array();
    for (const ImportProblem& problem : report.problems) {
        const bool placed = !problem.level.empty();
        nlohmann::json row{{"kind", problem.kind},
                           {"level", nullptr},
                           {"x", nullptr},
                           {"y", nullptr},
                           {"element", problem.element},
                           {"text", say(language, problem.text)},
                           {"suggestion", say(language, problem.suggestion)}};
        if (placed) {
            row["level"] = problem.level;
            row["x"] = centimetres(problem.where.x());
            row["y"] = centimetres(problem.where.y());
        }
        problems.push_back(std::move(row));
    }
    nlohmann::json assumptions = nlohmann::json::array();
    for (const Message& assumption : report.assumptions) {
        assumptions.push_back(say(language, assumption));
    }
    return {{"format", "import-report"},
            {"version", 1},
            {"source", report.source},
            {"source_format", report.format},
            {"levels", report.levels},
            {"units", report.units},
            {"openings", report.openings},
            {"exits", report.exits},
            {"stairs", report.stairs},
            {"area_m2", std::round(report.area * 10.0) / 10.0},
            {"assumed_unit", "deg"},  // longitude and latitude, WGS84
            {"assumptions", std::move(assumptions)},
            {"problems", std::move(problems)}};
}

std::string report_text(const ImportReport& report, Language language) {
    std::string text =
        say(language, MessageId::import_summary, report.source, report.levels, report.units,
            report.openings, report.stairs, report.exits, fmt::format("{:.0f}", report.area)) +
        "\n";
    for (const Message& assumption : report.assumptions) {
        text += "  " + say(language, assumption) + "\n";
    }
    std::map<std::string, int> by_kind;
    for (const ImportProblem& problem : report.problems) {
        ++by_kind[problem.kind];
    }
    // Kinds in the order in which they first occur; of each the first few lines.
    constexpr int in_full = 6;
    std::map<std::string, int> shown;
    for (const ImportProblem& first : report.problems) {
        if (shown[first.kind] > 0) {
            continue;
        }
        text += fmt::format("{} ({})\n", first.kind, by_kind[first.kind]);
        for (const ImportProblem& problem : report.problems) {
            if (problem.kind == first.kind && ++shown[first.kind] <= in_full) {
                text += "  " + say(language, problem.text);
                if (!problem.level.empty()) {
                    text += fmt::format(" ({:.1f}, {:.1f})", problem.where.x(), problem.where.y());
                }
                text += "\n";
            }
        }
        if (by_kind[first.kind] > in_full) {
            text +=
                "  " + say(language, MessageId::import_more, by_kind[first.kind] - in_full) + "\n";
        }
        text += "  -> " + say(language, first.suggestion) + "\n";
    }
    return text;
}

}  // namespace evac
