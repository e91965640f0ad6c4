#include "tools/check/report.hpp"

#include "render/drawing/curve_picture.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/version.hpp"
#include "tools/check/life_passages.hpp"
#include "tools/cli/format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <set>

namespace evac {

namespace {

using render::ReportSubject;
using render::ReportTable;

std::string seconds(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}", *value) : "–";
}

void add_verdict(ReportSubject& report, const std::vector<Finding>& findings) {
    const int stop = count_of(findings, Severity::S1);
    const int mend = count_of(findings, Severity::S2) + count_of(findings, Severity::S3);
    report.verdict = stop > 0   ? ReportSubject::Verdict::bad
                     : mend > 0 ? ReportSubject::Verdict::attention
                                : ReportSubject::Verdict::good;
    report.headline = stop > 0   ? label_of(MessageId::check_headline_bad, stop)
                      : mend > 0 ? label_of(MessageId::check_headline_attention, mend)
                                 : label_of(MessageId::check_headline_good);
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < std::min(shown, findings.size()); ++i) {
        if (findings[i].severity < Severity::S4) {
            report.worst.push_back({findings[i].text, findings[i].remedy});
        }
    }
}

void add_figures(ReportSubject& report, const Verdict& verdict,
                 const std::vector<Finding>& findings) {
    const int people = verdict.network.total + verdict.network.cut_off;
    report.figures.push_back(
        {label_of(MessageId::check_figure_people), untranslated(count_text(people)), {}, false});
    report.figures.push_back({label_of(MessageId::check_figure_cut_off),
                              untranslated(count_text(verdict.network.cut_off)),
                              {},
                              verdict.network.cut_off > 0});
    report.figures.push_back(
        {label_of(MessageId::check_figure_findings),
         untranslated(fmt::format("{} / {} / {}", count_of(findings, Severity::S1),
                                  count_of(findings, Severity::S2),
                                  count_of(findings, Severity::S3))),
         {},
         count_of(findings, Severity::S1) > 0});
    report.figures.push_back({label_of(MessageId::check_figure_bound),
                              untranslated(clock_text(verdict.bound.time)),
                              {},
                              false});
    if (verdict.design_run) {
        report.figures.push_back(
            {label_of(MessageId::check_figure_run),
             untranslated(clock_text(verdict.design_run->clearing_time.value_or(
                 std::numeric_limits<double>::infinity()))),
             {},
             !verdict.design_run->clearing_time});
    }
}

ReportTable sentences(MessageId title, const std::vector<Label>& lines) {
    ReportTable table;
    table.title = label_of(title);
    table.header = {label_of(MessageId::check_what)};
    for (const Label& line : lines) {
        table.rows.push_back({line});
    }
    return table;
}

ReportTable sweep_table(const Plan& plan, const Sweep& sweep) {
    ReportTable table;
    table.title = label_of(MessageId::check_sweep_title);
    table.header = {
        label_of(MessageId::check_sweep_element), label_of(MessageId::check_sweep_cut_off),
        label_of(MessageId::check_sweep_bound), label_of(MessageId::check_sweep_bound_change),
        label_of(MessageId::check_sweep_time_change)};
    table.numbers = {false, true, true, true, true};
    table.note = label_of(MessageId::check_sweep_note);
    constexpr std::size_t shown = 15;
    for (std::size_t i = 0; i < std::min(shown, sweep.losses.size()); ++i) {
        const Loss& loss = sweep.losses[i];
        const Label name = in_each([&](Language language) { return called(plan, loss, language); });
        table.rows.push_back(
            {name, untranslated(count_text(loss.cut_off)), untranslated(seconds(loss.bound)),
             untranslated(loss.cut_off > 0 ? "–" : fmt::format("{:+.1f}", loss.bound_change)),
             untranslated(loss.time_change ? fmt::format("{:+.1f}", *loss.time_change) : "–")});
    }
    return table;
}

MessageId known_from(const std::string& verified) {
    return verified == "read"        ? MessageId::rules_known_read
           : verified == "secondary" ? MessageId::rules_known_secondary
                                     : MessageId::rules_known_memory;
}

void add_rules(ReportSubject& report, const Audit& audit, bool worst_hour) {
    ReportTable rules;
    rules.title = in_each([&](Language language) {
        return say(language, MessageId::check_rules_title, audit.name.in(language));
    });
    rules.header = {
        label_of(MessageId::check_rules_clause), label_of(MessageId::check_rules_verified),
        label_of(MessageId::check_rules_judged), label_of(MessageId::check_rules_failed),
        label_of(MessageId::check_rules_superseded)};
    rules.numbers = {false, false, true, true, false};
    for (const RuleOutcome& rule : audit.judged) {
        rules.rows.push_back({untranslated(rule.clause), label_of(known_from(rule.verified)),
                              untranslated(count_text(rule.judged)),
                              untranslated(count_text(rule.failed)),
                              untranslated(rule.superseded_by)});
    }
    report.tables.push_back(std::move(rules));

    ReportTable codes;
    codes.title = label_of(MessageId::check_codes_title);
    codes.header = {label_of(MessageId::check_codes_code), label_of(MessageId::check_codes_name),
                    label_of(MessageId::check_codes_status)};
    for (const Code& code : audit.codes) {
        codes.rows.push_back(
            {untranslated(code.code + "-" + code.edition), code.name, code.status});
    }
    report.tables.push_back(std::move(codes));

    ReportTable unjudged;
    unjudged.title = label_of(MessageId::check_unjudged_title);
    unjudged.header = {label_of(MessageId::check_rules_clause), label_of(MessageId::check_what),
                       label_of(MessageId::check_unjudged_reason)};
    for (const Unjudged& rule : audit.not_checked) {
        unjudged.rows.push_back({untranslated(rule.clause), rule.what, rule.reason});
    }
    std::set<std::string> clauses;  // what the plan holds nothing of: a line for all
    for (const Unjudged& rule : audit.not_applicable) {
        clauses.insert(rule.clause);
    }
    if (!clauses.empty()) {
        unjudged.rows.push_back({untranslated(fmt::format("{}", fmt::join(clauses, "; "))),
                                 untranslated("–"), audit.not_applicable.front().reason});
    }
    report.tables.push_back(std::move(unjudged));
    std::vector<Label> assumptions;
    if (worst_hour) {
        assumptions.push_back(label_of(MessageId::check_worst_hour));
    }
    for (const Message& assumption : audit.assumptions) {
        assumptions.push_back(label_of(assumption));
    }
    report.tables.push_back(sentences(MessageId::check_assumptions_title, assumptions));
}

}  // namespace

int count_of(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Finding& finding) { return finding.severity == severity; }));
}

render::ReportSubject check_report(const Site& site, const std::vector<Finding>& findings,
                                   const Verdict& verdict, const Sweep& sweep, const Audit& audit,
                                   const DrillParts& parts,
                                   const std::vector<PictureFile>& pictures) {
    ReportSubject report;
    report.title = in_each([&](Language language) {
        const std::string name = site.scenario.name.in(language);
        return say(language, MessageId::check_title, name.empty() ? site.scenario.id : name);
    });
    report.subtitle = label_of(MessageId::check_subtitle, count_text(std::ssize(site.people)));
    add_verdict(report, findings);
    add_figures(report, verdict, findings);
    report.findings = reported(site.plan(), findings, pictures);
    for (const PictureFile& picture : pictures) {
        if (picture.finding < 0) {
            report.pictures.push_back(picture.picture);
        }
    }
    if (verdict.design_run) {
        render::ReportPicture curve;
        curve.caption = label_of(MessageId::check_curve_caption);
        const auto drawn = [&](Language language) {
            return render::png_of(render::curve_sheet(site.scenario, verdict.design_run->outcome,
                                                      language, render::text_width));
        };
        curve.png = drawn(Language::en);
        curve.png_zh = drawn(Language::zh);
        report.pictures.push_back(std::move(curve));
    }
    report.tables.push_back(
        sentences(MessageId::check_verdict_title, verdict_lines(site, verdict)));
    ReportTable drill = sentences(MessageId::check_drill_title, {drill_line(parts)});
    for (const Label& doubt : parts.doubts) {
        drill.rows.push_back({doubt});
    }
    report.tables.push_back(std::move(drill));
    report.tables.push_back(life_passage_table(site.plan(), site.passages));
    report.tables.push_back(sweep_table(site.plan(), sweep));
    add_rules(report, audit, site.course.changes());
    std::erase_if(report.tables, [](const ReportTable& table) { return table.rows.empty(); });
    report.facts = {
        {label_of(MessageId::check_fact_model), label_of(MessageId::check_fact_model_text)},
        {label_of(MessageId::check_fact_version), untranslated(std::string(version()))},
        {label_of(MessageId::check_fact_seed), untranslated(std::to_string(site.scenario.seed))}};
    if (verdict.design_run) {
        report.facts.push_back(
            {label_of(MessageId::run_fact_hash),
             untranslated(fmt::format("{:016x}", verdict.design_run->outcome.state_hash))});
    }
    report.made_by = label_of(MessageId::check_made_by, version());
    return report;
}

}  // namespace evac
