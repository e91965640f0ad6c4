#include "tools/run/page.hpp"

#include "render/drawing/page.hpp"
#include "sim/findings/naming.hpp"
#include "sim/plan/name_or_id.hpp"
#include "sim/record/results_folder.hpp"
#include "sim/record/roll_call.hpp"
#include "sim/record/summary.hpp"
#include "sim/version.hpp"
#include "tools/cli/format.hpp"
#include "tools/run/figures.hpp"

#include <algorithm>

namespace evac {

namespace {

using render::ReportSubject;

void add_verdict(ReportSubject& report, const Drill& drill,
                 const std::vector<Finding>& findings) {
    const int inside = drill.outcome.placed - drill.outcome.out;
    report.verdict = inside > 0 ? ReportSubject::Verdict::bad : ReportSubject::Verdict::good;
    report.headline = in_each([&](Language language) {
        if (inside == 0) {
            return say(language, MessageId::run_headline_cleared,
                       clock_text(clearing_time(drill.outcome)));
        }
        const int down = drill.outcome.incapacitated;
        return say(language,
                   down > 0 ? MessageId::run_headline_down : MessageId::run_headline_inside,
                   people_text(inside, language), count_text(down));
    });
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < std::min(shown, findings.size()); ++i) {
        report.worst.push_back({findings[i].text, findings[i].remedy});
    }
}

void add_figures(ReportSubject& report, const Drill& drill) {
    for (const RunFigure& figure : run_figures(drill.outcome)) {
        report.figures.push_back(
            {label_of(figure.what), untranslated(figure.value), {}, figure.alarming});
    }
    const double assembled = assembly_time(drill.scenario, drill.people, drill.outcome);
    if (assembled != never) {
        report.figures.push_back(
            {label_of(MessageId::table_assembled), untranslated(clock_text(assembled)), {}, false});
    }
}

void add_exits(ReportSubject& report, const Drill& drill) {
    const Plan& plan = drill.plan();
    const std::vector<int> use = exit_use(plan, drill.outcome);
    render::ReportTable table;
    table.title = label_of(MessageId::table_exit);
    table.header = {label_of(MessageId::table_exit), label_of(MessageId::table_used_by),
                    label_of(MessageId::table_last_person)};
    table.numbers = {false, true, true};
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        if (!plan.openings[o].exit) {
            continue;
        }
        table.rows.push_back(
            {in_each([&](Language language) { return called(plan.openings[o], language); }),
             untranslated(count_text(use[o])),
             untranslated(clock_text(use[o] > 0 ? drill.outcome.openings[o].last_time : never))});
    }
    if (!table.rows.empty()) {
        report.tables.push_back(std::move(table));
    }
}

/// Which class was complete when, as the teachers with their lists would tell it.
void add_roll_calls(ReportSubject& report, const Drill& drill) {
    const std::vector<RollCall> calls = roll_calls(drill.scenario, drill.people, drill.outcome);
    if (calls.empty()) {
        return;
    }
    render::ReportTable table;
    table.title = label_of(MessageId::run_roll_title);
    table.header = {label_of(MessageId::run_roll_group), label_of(MessageId::run_roll_area),
                    label_of(MessageId::table_people), label_of(MessageId::run_roll_there),
                    label_of(MessageId::run_roll_when)};
    table.numbers = {false, false, true, true, true};
    for (const RollCall& call : calls) {
        const AssemblyArea& area =
            drill.plan().assembly_areas[static_cast<std::size_t>(call.group->assembly_area)];
        table.rows.push_back(
            {in_each([&](Language language) { return name_or_id(*call.group, language); }),
             in_each([&](Language language) { return name_or_id(area, language); }),
             untranslated(count_text(call.people)), untranslated(count_text(call.there)),
             call.complete == never ? label_of(MessageId::run_roll_not)
                                    : untranslated(clock_text(call.complete))});
    }
    table.note = label_of(MessageId::run_roll_note);
    report.tables.push_back(std::move(table));
}

void add_pictures(ReportSubject& report, const std::filesystem::path& folder, const Plan& plan) {
    const auto add = [&](const std::string& file, const Label& caption) {
        if (std::filesystem::exists(folder / file)) {
            report.pictures.push_back(render::picture_in(folder / file, caption));
        }
    };
    add("curve.png", label_of(MessageId::picture_curve_title));
    for (std::size_t level = 0; level < plan.levels.size(); ++level) {
        const std::string name = file_name_part(plan.levels[level].id) + ".png";
        const auto titled = [&](MessageId title) {
            return in_each([&](Language l) {
                return say(l, title, render::level_name(plan, static_cast<int>(level), l));
            });
        };
        add("density-" + name, titled(MessageId::picture_heat_title));
        add("ways-" + name, titled(MessageId::picture_paths_title));
    }
}

}  // namespace

render::ReportSubject run_page(const std::filesystem::path& folder, const Drill& drill,
                               const std::vector<Finding>& findings,
                               const std::vector<PictureFile>& pictures) {
    const Scenario& scenario = drill.scenario;
    ReportSubject report;
    report.title = in_each([&](Language language) {
        const std::string name = scenario.name.in(language);
        return say(language, MessageId::run_report_title, name.empty() ? scenario.id : name);
    });
    report.subtitle = in_each([&](Language language) {
        const std::string crowd = say(language, MessageId::run_report_subtitle,
                                      people_text(std::ssize(drill.people), language));
        const std::optional<Label> hazard = hazard_line(scenario, drill.outcome);
        return hazard ? crowd + " · " + hazard->in(language) : crowd;
    });
    add_verdict(report, drill, findings);
    add_figures(report, drill);
    report.findings = reported(drill.plan(), findings, pictures);
    add_pictures(report, folder, drill.plan());
    add_exits(report, drill);
    add_roll_calls(report, drill);
    const bool hydraulic = scenario.model == MotionModel::hydraulic;
    report.facts = {
        {label_of(MessageId::check_fact_model),
         label_of(hydraulic ? MessageId::run_hydraulic_text : MessageId::run_model_text)},
        {label_of(MessageId::run_fact_model), untranslated(std::string(name_of(scenario.model)))},
        {label_of(MessageId::run_fact_flow), untranslated(std::string(name_of(scenario.flow)))},
        {label_of(MessageId::check_fact_version), untranslated(std::string(version()))},
        {label_of(MessageId::check_fact_seed), untranslated(std::to_string(scenario.seed))},
        {label_of(MessageId::run_fact_hash),
         untranslated(fmt::format("{:016x}", drill.outcome.state_hash))}};
    report.made_by = label_of(MessageId::check_made_by, version());
    return report;
}

}  // namespace evac
