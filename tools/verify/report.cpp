#include "sim/version.hpp"
#include "tools/cli/format.hpp"
#include "tools/verify/pages.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace evac {

namespace {

using render::ReportSubject;
using render::ReportTable;

MessageId kind_word(CaseKind kind) {
    return kind == CaseKind::threshold   ? MessageId::verify_kind_threshold
           : kind == CaseKind::direction ? MessageId::verify_kind_direction
                                         : MessageId::verify_kind_measure;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// "a = 1, b = 2": what was measured where nothing is expected.
std::string all_measured(const Judged& judged) {
    std::string text;
    for (const auto& [id, value] : judged.measured) {
        text += (text.empty() ? "" : ", ") + id + " = " + value;
    }
    return text;
}

/// All cases of one suite, a row per check.
ReportTable suite_table(const std::string& suite, const std::vector<Judged>& all) {
    ReportTable table;
    table.title = untranslated(suite);
    table.header = {label_of(MessageId::verify_case),     label_of(MessageId::verify_source),
                    label_of(MessageId::verify_geometry), label_of(MessageId::verify_expected),
                    label_of(MessageId::verify_value),    label_of(MessageId::verify_verdict)};
    for (const Judged& judged : all) {
        const VerificationCase& one = *judged.one;
        if (one.suite != suite) {
            continue;
        }
        const Label title =
            in_each([&](Language language) { return one.id + " " + one.title.in(language); });
        if (judged.checks.empty()) {
            table.rows.push_back({title, untranslated(one.source), one.setup, untranslated("–"),
                                  untranslated(all_measured(judged)),
                                  label_of(MessageId::verify_measured)});
        }
        for (std::size_t i = 0; i < judged.checks.size(); ++i) {
            const CheckVerdict& check = judged.checks[i];
            const bool first = i == 0;
            table.rows.push_back(
                {first ? title : untranslated(""), untranslated(first ? one.source : ""),
                 first ? one.setup : untranslated(""), untranslated(check.expected),
                 untranslated(check.measured), label_of(verdict_word(check.pass))});
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

MessageId verdict_word(const std::optional<bool>& pass) {
    return !pass   ? MessageId::verify_measured
           : *pass ? MessageId::verify_pass
                   : MessageId::verify_fail;
}

Tally tally_of(const std::vector<Judged>& all) {
    Tally tally;
    for (const Judged& judged : all) {
        ++(!judged.pass ? tally.measured : *judged.pass ? tally.passed : tally.failed);
    }
    return tally;
}

render::ReportSubject verification_report(const std::filesystem::path& folder,
                                          const std::vector<Judged>& all) {
    const Tally tally = tally_of(all);
    ReportSubject report;
    report.title = label_of(MessageId::verify_title);
    report.subtitle =
        label_of(MessageId::verify_subtitle, tally.passed, tally.failed, tally.measured);
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
    std::string suite;
    for (const Judged& judged : all) {
        if (judged.one->suite != suite) {
            suite = judged.one->suite;
            report.tables.push_back(suite_table(suite, all));
        }
        for (const std::filesystem::path& picture : judged.pictures) {
            report.pictures.push_back(
                {bytes_of(folder / picture), {}, in_each([&](Language language) {
                     return judged.one->id + " " + judged.one->title.in(language);
                 })});
        }
    }
    report.made_by = label_of(MessageId::check_made_by, version());
    return report;
}

std::string results_markdown(const std::vector<Judged>& all) {
    std::string text =
        fmt::format("# Verification results\n\nWritten by `evac verify`, version {}.\n", version());
    const Tally tally = tally_of(all);
    text += fmt::format("{}.\n", say(Language::en, MessageId::verify_subtitle, tally.passed,
                                     tally.failed, tally.measured));
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
            measured = all_measured(judged);
        }
        text += fmt::format("| {} {} | {} | {} | {} | {} |\n", judged.one->id,
                            cell(judged.one->title.in(Language::en)),
                            say(Language::en, kind_word(judged.kind)), cell(expected),
                            cell(measured), say(Language::en, verdict_word(judged.pass)));
    }
    return text;
}

}  // namespace evac
