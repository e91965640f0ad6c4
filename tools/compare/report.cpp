#include "tools/compare/report.hpp"

#include "sim/version.hpp"
#include "tools/cli/format.hpp"

#include <fmt/format.h>

#include <cmath>

namespace evac {

namespace {

using render::ReportFigure;
using render::ReportPair;
using render::ReportSubject;
using render::ReportTable;

Label in_both(MessageId id, const Results& a, const Results& b) {
    return in_each([&](Language language) {
        return say(language, id, drill_name(a, language), drill_name(b, language));
    });
}

void add_verdict(ReportSubject& report, const Results& a, const Results& b) {
    if (!a.clearing_time || !b.clearing_time) {
        report.verdict = ReportSubject::Verdict::bad;
        report.headline = label_of(MessageId::compare_not_cleared, a.left_inside, b.left_inside);
        return;
    }
    const double change = *b.clearing_time - *a.clearing_time;
    const std::string in_a = clock_text(*a.clearing_time);
    const std::string in_b = clock_text(*b.clearing_time);
    const std::string seconds = fmt::format("{:.1f}", std::abs(change));
    if (std::abs(change) < 0.05) {
        report.headline = label_of(MessageId::compare_same_time, in_a);
    } else if (change > 0.0) {
        report.verdict = ReportSubject::Verdict::attention;
        report.headline = label_of(MessageId::compare_later, seconds, in_b, in_a);
    } else {
        report.verdict = ReportSubject::Verdict::good;
        report.headline = label_of(MessageId::compare_earlier, seconds, in_b, in_a);
    }
}

ReportTable table_of(const std::vector<Difference>& differences) {
    ReportTable table;
    table.title = label_of(MessageId::compare_table);
    table.header = {label_of(MessageId::compare_what), untranslated("A"), untranslated("B"),
                    label_of(MessageId::compare_difference), label_of(MessageId::compare_unit)};
    table.numbers = {false, true, true, true, false};
    table.note = label_of(MessageId::compare_table_note);
    for (const Difference& row : differences) {
        table.rows.push_back({row.what, untranslated(number_text(row.a, row.decimals)),
                              untranslated(number_text(row.b, row.decimals)),
                              untranslated(number_text(row.change(), row.decimals, true)),
                              label_of(row.unit)});
    }
    return table;
}

ReportPair fact_of(const Results& results, const char* letter) {
    const Label text = in_each([&](Language language) {
        return say(language, MessageId::compare_drill_of, drill_name(results, language),
                   results.info.plan.id, results.people, results.info.seed, results.info.version,
                   results.folder.string());
    });
    return {label_of(MessageId::compare_result_of, letter), text};
}

}  // namespace

std::string number_text(std::optional<double> value, int decimals, bool with_sign) {
    if (!value) {
        return "-";
    }
    return with_sign ? fmt::format("{:+.{}f}", *value, decimals)
                     : fmt::format("{:.{}f}", *value, decimals);
}

render::ReportSubject comparison_report(const Results& a, const Results& b,
                                        const std::vector<Difference>& differences,
                                        const std::vector<ComparedPicture>& pictures) {
    ReportSubject report;
    report.title = in_both(MessageId::compare_title, a, b);
    report.subtitle = label_of(MessageId::compare_subtitle, a.folder.string(), b.folder.string());
    add_verdict(report, a, b);
    constexpr std::size_t shown = 6;  // those of the whole building come first
    for (const Difference& row : differences) {
        if (row.element.empty() && report.figures.size() < shown) {
            const std::string change = number_text(row.change(), row.decimals, true);
            const std::string note = "A " + number_text(row.a, row.decimals) + " → B " +
                                     number_text(row.b, row.decimals);
            report.figures.push_back({row.what,
                                      row.change() ? in_each([&](Language language) {
                                          return change + " " + say(language, row.unit);
                                      })
                                                   : untranslated("-"),
                                      untranslated(note),
                                      row.key == "left_inside" && row.b.value_or(0.0) > 0.0});
        }
    }
    for (const ComparedPicture& picture : pictures) {
        report.pictures.push_back(picture.picture);
    }
    const std::vector<Message> warnings = cautions(a, b);
    if (!warnings.empty()) {
        ReportTable table;
        table.title = label_of(MessageId::compare_notes);
        table.header = {label_of(MessageId::compare_what)};
        for (const Message& warning : warnings) {
            table.rows.push_back({label_of(warning)});
        }
        report.tables.push_back(std::move(table));
    }
    report.tables.push_back(table_of(differences));
    report.facts = {fact_of(a, "A"), fact_of(b, "B")};
    report.definitions = {
        {label_of(MessageId::compare_clearing), label_of(MessageId::compare_def_clearing)},
        {label_of(MessageId::compare_waiting), label_of(MessageId::compare_def_waiting)},
        {label_of(MessageId::compare_density, "…"), label_of(MessageId::compare_def_density)}};
    report.made_by = untranslated("Life Passage " + std::string(version()));
    return report;
}

}  // namespace evac
