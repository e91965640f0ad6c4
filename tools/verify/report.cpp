#include "sim/version.hpp"
#include "tools/cli/format.hpp"
#include "tools/verify/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace evac {

namespace {

using render::ReportSubject;
using render::ReportTable;

MessageId kind_word(CaseKind kind) {
    return kind == CaseKind::threshold   ? MessageId::verify_kind_threshold
           : kind == CaseKind::direction ? MessageId::verify_kind_direction
           : kind == CaseKind::measure   ? MessageId::verify_kind_measure
                                         : MessageId::verify_kind_not_modelled;
}

/// "a = 1, b = 2": what was measured where nothing is expected; or why nothing could be.
std::string all_measured(const Judged& judged, Language language) {
    std::string text = judged.one->not_modelled.in(language);
    for (const auto& [id, value] : judged.measured) {
        text += (text.empty() ? "" : ", ") + id + " = " + value;
    }
    return text;
}

Label title_of(const VerificationCase& one) {
    return in_each([&](Language language) { return one.id + " " + one.title.in(language); });
}

/// The anchor of a case's first picture; empty where it has none.
std::string anchor_of(const Judged& judged) {
    return judged.pictures.empty() ? "" : "case-" + judged.one->id;
}

/// What a check expects, and where that comes from.
Label expectation(const Judged& judged, std::size_t check) {
    return in_each([&](Language language) {
        const std::string says = judged.one->checks[check].says.in(language);
        return judged.checks[check].expected + (says.empty() ? "" : " (" + says + ")");
    });
}

Label verdict_label(const Judged& judged, const std::optional<bool>& pass) {
    const MessageId word = verdict_word(judged.kind, pass);
    return judged.kind != CaseKind::direction ? label_of(word) : in_each([&](Language language) {
        return say(language, MessageId::verify_direction_only, say(language, word));
    });
}

/// Suites in the order in which their cases come.
std::vector<std::string> suites_of(const std::vector<Judged>& all) {
    std::vector<std::string> suites;
    for (const Judged& judged : all) {
        if (suites.empty() || suites.back() != judged.one->suite) {
            suites.push_back(judged.one->suite);
        }
    }
    return suites;
}

Label suite_name(const std::string& suite) {
    constexpr std::pair<std::string_view, MessageId> names[] = {
        {"rimea", MessageId::verify_suite_rimea},
        {"imo", MessageId::verify_suite_imo},
        {"iso20414", MessageId::verify_suite_iso20414},
        {"hydraulic", MessageId::verify_suite_hydraulic},
        {"validation", MessageId::verify_suite_validation}};
    for (const auto& [id, name] : names) {
        if (id == suite) {
            return in_each(
                [&](Language language) { return say(language, name) + " (" + suite + ")"; });
        }
    }
    return untranslated(suite);
}

std::vector<Judged> cases_of(const std::string& suite, const std::vector<Judged>& all) {
    std::vector<Judged> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const Judged& judged) { return judged.one->suite == suite; });
    return some;
}

/// How each suite did, and all of them.
ReportTable overview(const std::vector<Judged>& all) {
    ReportTable table;
    table.title = label_of(MessageId::verify_overview);
    table.header = {
        label_of(MessageId::verify_suite),          label_of(MessageId::verify_cases),
        label_of(MessageId::verify_pass),           label_of(MessageId::verify_measured),
        label_of(MessageId::verify_not_applicable), label_of(MessageId::verify_fail)};
    table.numbers = {false, true, true, true, true, true};
    for (const std::string& suite : suites_of(all)) {
        const std::vector<Judged> cases = cases_of(suite, all);
        const Tally tally = tally_of(cases);
        const auto number = [](auto count) { return untranslated(count_text(count)); };
        table.rows.push_back({suite_name(suite), number(std::ssize(cases)), number(tally.passed),
                              number(tally.measured), number(tally.not_applicable),
                              number(tally.failed)});
        table.alarming.push_back(tally.failed > 0);
    }
    table.note = label_of(MessageId::verify_note);
    return table;
}

/// Every check that failed.
ReportTable failed_table(const std::vector<Judged>& all) {
    ReportTable table;
    table.title = label_of(MessageId::verify_failed_table);
    table.header = {label_of(MessageId::verify_case), label_of(MessageId::verify_source),
                    label_of(MessageId::verify_expected), label_of(MessageId::verify_value)};
    for (const Judged& judged : all) {
        for (std::size_t i = 0; i < judged.checks.size(); ++i) {
            if (!judged.checks[i].pass) {
                table.rows.push_back({title_of(*judged.one), untranslated(judged.one->source),
                                      expectation(judged, i),
                                      untranslated(judged.checks[i].measured)});
                table.leads_to.push_back(anchor_of(judged));
                table.alarming.push_back(true);
            }
        }
    }
    return table;
}

/// All cases of one suite, a row per check.
ReportTable suite_table(const std::string& suite, const std::vector<Judged>& all) {
    ReportTable table;
    table.title = suite_name(suite);
    table.header = {label_of(MessageId::verify_case),     label_of(MessageId::verify_source),
                    label_of(MessageId::verify_geometry), label_of(MessageId::verify_expected),
                    label_of(MessageId::verify_value),    label_of(MessageId::verify_verdict)};
    const auto add = [&](const Judged& judged, bool first, const Label& expected,
                         const Label& measured, const std::optional<bool>& pass) {
        const VerificationCase& one = *judged.one;
        table.rows.push_back({first ? title_of(one) : Label(),
                              untranslated(first ? one.source : ""), first ? one.setup : Label(),
                              expected, measured, verdict_label(judged, pass)});
        table.leads_to.push_back(first ? anchor_of(judged) : "");
        table.alarming.push_back(pass && !*pass);
    };
    for (const Judged& judged : cases_of(suite, all)) {
        if (judged.checks.empty()) {
            add(judged, true, untranslated("–"),
                in_each([&](Language language) { return all_measured(judged, language); }),
                std::nullopt);
        }
        for (std::size_t i = 0; i < judged.checks.size(); ++i) {
            add(judged, i == 0, expectation(judged, i), untranslated(judged.checks[i].measured),
                judged.checks[i].pass);
        }
    }
    return table;
}

/// Text in a cell of a Markdown table.
std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
        text.insert(at, "\\");
    }
    return text;
}

}  // namespace

MessageId verdict_word(CaseKind kind, const std::optional<bool>& pass) {
    return kind == CaseKind::not_modelled ? MessageId::verify_not_applicable
           : !pass                        ? MessageId::verify_measured
           : *pass                        ? MessageId::verify_pass
                                          : MessageId::verify_fail;
}

Tally tally_of(const std::vector<Judged>& all) {
    Tally tally;
    for (const Judged& judged : all) {
        ++(judged.kind == CaseKind::not_modelled ? tally.not_applicable
           : !judged.pass                        ? tally.measured
           : *judged.pass                        ? tally.passed
                                                 : tally.failed);
    }
    return tally;
}

std::string tally_text(const Tally& tally, Language language) {
    return say(language, MessageId::verify_subtitle, tally.passed, tally.failed, tally.measured,
               tally.not_applicable);
}

render::ReportSubject verification_report(const std::filesystem::path& folder,
                                          const std::vector<Judged>& all) {
    const Tally tally = tally_of(all);
    ReportSubject report;
    report.title = label_of(MessageId::verify_title);
    report.subtitle = in_each([&](Language language) { return tally_text(tally, language); });
    report.verdict =
        tally.failed > 0 ? ReportSubject::Verdict::attention : ReportSubject::Verdict::good;
    report.headline = report.subtitle;
    const auto figure = [&](MessageId name, int count, bool alarming) {
        report.figures.push_back(
            {label_of(name), untranslated(count_text(count)), {}, alarming && count > 0});
    };
    figure(MessageId::verify_pass, tally.passed, false);
    figure(MessageId::verify_fail, tally.failed, true);
    figure(MessageId::verify_measured, tally.measured, false);
    figure(MessageId::verify_not_applicable, tally.not_applicable, false);
    report.tables_first = true;
    report.tables.push_back(overview(all));
    if (tally.failed > 0) {
        report.tables.push_back(failed_table(all));
    }
    for (const std::string& suite : suites_of(all)) {
        report.tables.push_back(suite_table(suite, all));
    }
    for (const Judged& judged : all) {
        for (const CasePicture& picture : judged.pictures) {
            report.pictures.push_back(render::picture_in(folder / picture.file, picture.caption));
            if (&picture == &judged.pictures.front()) {
                report.pictures.back().anchor = anchor_of(judged);
            }
        }
    }
    report.made_by = label_of(MessageId::check_made_by, version());
    return report;
}

std::vector<std::string> failure_lines(const std::vector<Judged>& all, Language language) {
    std::vector<std::string> lines;
    for (const Judged& judged : all) {
        for (const CheckVerdict& check : judged.checks) {
            if (!check.pass) {
                lines.push_back(say(language, MessageId::verify_failed_line, judged.one->id,
                                    check.expected, check.measured));
            }
        }
    }
    return lines;
}

std::string results_markdown(const std::vector<Judged>& all) {
    std::string text =
        fmt::format("# Verification results\n\nWritten by `evac verify`, version {}.\n", version());
    text += fmt::format("{}.\n", tally_text(tally_of(all), Language::en));
    std::string suite;
    for (const Judged& judged : all) {
        if (judged.one->suite != suite) {
            suite = judged.one->suite;
            text += fmt::format(
                "\n## {}\n\n| case | kind | expected | measured | verdict |\n"
                "|---|---|---|---|---|\n",
                suite);
        }
        std::string expected;
        std::string measured;
        for (const CheckVerdict& check : judged.checks) {
            expected += (expected.empty() ? "" : "<br>") + check.expected;
            measured +=
                (measured.empty() ? "" : "<br>") + check.measured + (check.pass ? "" : " **✗**");
        }
        if (judged.checks.empty()) {
            measured = all_measured(judged, Language::en);
        }
        text +=
            fmt::format("| {} {} | {} | {} | {} | {} |\n", judged.one->id,
                        cell(judged.one->title.in(Language::en)),
                        say(Language::en, kind_word(judged.kind)), cell(expected), cell(measured),
                        say(Language::en, verdict_word(judged.kind, judged.pass)));
    }
    return text;
}

}  // namespace evac
