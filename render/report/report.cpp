#include "render/report/report.hpp"

#include "render/drawing/severity.hpp"
#include "render/report/html.hpp"
#include "render/report/style.hpp"
#include "sim/findings/quantity.hpp"
#include "sim/text/file.hpp"

#include <fmt/format.h>

#include <string_view>

namespace evac::render {

namespace {

bool empty(const Label& text) {
    return text.in(Language::en).empty() && text.in(Language::zh).empty();
}

std::string image(const std::string& png, const std::string& alt, const char* attributes) {
    return fmt::format("<img{} alt=\"{}\" src=\"data:image/png;base64,{}\">", attributes,
                       escaped(alt), base64(png));
}

std::string picture_html(const ReportPicture& picture, const char* name, bool captioned,
                         Language opening) {
    if (picture.png.empty() && picture.png_zh.empty()) {
        return {};
    }
    std::string html = fmt::format("<figure class=\"{}\"", name);
    html += picture.anchor.empty() ? ">" : fmt::format(" id=\"{}\">", escaped(picture.anchor));
    if (picture.png.empty() || picture.png_zh.empty()) {
        html += image(picture.png.empty() ? picture.png_zh : picture.png,
                      picture.caption.in(opening), "");
    } else {
        html += image(picture.png, picture.caption.in(Language::en), " lang=\"en\"");
        html += image(picture.png_zh, picture.caption.in(Language::zh), " lang=\"zh-CN\"");
    }
    if (captioned && !empty(picture.caption)) {
        html += "<figcaption>" + both_languages(picture.caption) + "</figcaption>";
    }
    return html + "</figure>\n";
}

std::string_view class_of(ReportSubject::Verdict verdict) {
    switch (verdict) {
        case ReportSubject::Verdict::good: return "good";
        case ReportSubject::Verdict::attention: return "attention";
        case ReportSubject::Verdict::bad: return "bad";
        case ReportSubject::Verdict::neutral: break;
    }
    return "neutral";
}

/// What a principal sees without scrolling: the verdict, the figures, what to do first.
std::string first_screen(const ReportSubject& subject) {
    std::string html;
    if (!empty(subject.headline)) {
        html += fmt::format("<p class=\"verdict {}\" role=\"status\"><b>{}</b></p>\n",
                            class_of(subject.verdict), both_languages(subject.headline));
    }
    if (!subject.figures.empty()) {
        html += "<dl class=\"figures\">\n";
        for (const ReportFigure& figure : subject.figures) {
            html += fmt::format(
                "<div class=\"figure{}\"><dt>{}</dt><dd class=\"value\">{}</dd>",
                figure.alarming ? " alarming" : "", both_languages(figure.label),
                both_languages(figure.value));
            if (!empty(figure.note)) {
                html += "<dd class=\"note\">" + both_languages(figure.note) + "</dd>";
            }
            html += "</div>\n";
        }
        html += "</dl>\n";
    }
    if (!subject.worst.empty()) {
        html += "<div class=\"worst\"><h3>" + both_languages(MessageId::report_worst) +
                "</h3><ol>\n";
        for (const ReportUrgent& urgent : subject.worst) {
            html += "<li><b>" + both_languages(urgent.what) + "</b>";
            if (!empty(urgent.remedy)) {
                html += "<span class=\"todo\">→ " + both_languages(urgent.remedy) + "</span>";
            }
            html += "</li>\n";
        }
        html += "</ol></div>\n";
    }
    return html.empty() ? html : "<section>" + html + "</section>\n";
}

std::string number_row(MessageId name, const std::string& html) {
    return html.empty() ? html
                        : "<dt>" + both_languages(name) + "</dt><dd>" + html + "</dd>\n";
}

std::string finding_html(const ReportFinding& shown, std::size_t number, Language opening) {
    const Finding& finding = shown.finding;
    const int severity = static_cast<int>(finding.severity);
    std::string html = fmt::format(
        "<article class=\"card S{0}\" id=\"{1}\"><div><h3><b>{4}</b> <span class=\"badge S{0}\">{2}"
        "</span>{3}</h3>\n",
        severity, escaped(finding.id), both_languages(severity_message(finding.severity)),
        both_languages(finding.text), number);
    html += "<p class=\"where\">" +
            (empty(shown.place) ? escaped(finding.element) : both_languages(shown.place)) +
            "</p>\n";
    std::string rows;
    for (const FindingFact& fact : facts_of(finding)) {
        rows += number_row(fact.name, both_languages(fact.words));
    }
    if (!empty(finding.remedy)) {
        rows += number_row(MessageId::finding_fact_remedy,
                           "<span class=\"todo\">" + both_languages(finding.remedy) + "</span>");
    }
    if (!rows.empty()) {
        html += "<dl class=\"numbers\">\n" + rows + "</dl>";
    }
    return html + "</div>" + picture_html(shown.picture, "shot", false, opening) + "</article>\n";
}

std::string name_of_row(const ReportTable& table, std::size_t row) {
    const std::string name = both_languages(table.rows[row].front());
    return row < table.leads_to.size() && !table.leads_to[row].empty()
               ? fmt::format("<a href=\"#{}\">{}</a>", escaped(table.leads_to[row]), name)
               : name;
}

std::string table_html(const ReportTable& table) {
    // A short table stays on one sheet of paper; a long one breaks between rows and repeats its
    // header.
    constexpr std::size_t fits_one_sheet = 24;
    const auto column_class = [&](std::size_t column) {
        return column < table.numbers.size() && table.numbers[column] ? " class=\"number\"" : "";
    };
    std::string html = fmt::format("<div class=\"table{}\"><table><caption>{}</caption><thead><tr>",
                                   table.rows.size() <= fits_one_sheet ? " short" : "",
                                   both_languages(table.title));
    for (std::size_t c = 0; c < table.header.size(); ++c) {
        html += fmt::format("<th scope=\"col\"{}>{}</th>", column_class(c),
                            both_languages(table.header[c]));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        html += r < table.alarming.size() && table.alarming[r] ? "<tr class=\"alarm\">" : "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c) {
            html += c == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", column_class(c),
                                         name_of_row(table, r))
                           : fmt::format("<td{}>{}</td>", column_class(c), both_languages(row[c]));
        }
        html += "</tr>\n";
    }
    html += "</tbody></table>\n";
    if (!empty(table.note)) {
        html += "<p class=\"note\">" + both_languages(table.note) + "</p>\n";
    }
    return html + "</div>\n";
}

std::string section(MessageId title, const std::string& content) {
    return content.empty()
               ? content
               : "<section><h2>" + both_languages(title) + "</h2>\n" + content + "</section>\n";
}

std::string pairs_html(const std::vector<ReportPair>& pairs) {
    std::string html;
    for (const ReportPair& pair : pairs) {
        html += "<dt>" + both_languages(pair.name) + "</dt><dd>" + both_languages(pair.text) +
                "</dd>\n";
    }
    return html.empty() ? html : "<dl class=\"facts\">\n" + html + "</dl>\n";
}

std::string head(const ReportSubject& subject, Language opening) {
    const bool zh = opening == Language::zh;
    // The buttons stand before everything whose language they choose: so CSS reaches it.
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<input class=\"pick\" type=\"radio\" name=\"language\" id=\"language-en\" "
        "aria-label=\"English\"{}>\n"
        "<input class=\"pick\" type=\"radio\" name=\"language\" id=\"language-zh\" "
        "aria-label=\"中文\"{}>\n"
        "<div class=\"switch\"><label for=\"language-en\">English</label>"
        "<label for=\"language-zh\">中文</label></div>\n<div class=\"page\">\n",
        zh ? "zh-CN" : "en", escaped(subject.title.in(opening)), report_style,
        zh ? "" : " checked", zh ? " checked" : "");
}

}  // namespace

ReportPicture picture_in(const std::filesystem::path& png, Label caption) {
    return {read_text(png), {}, std::move(caption), {}};
}

std::string report_html(const ReportSubject& subject, Language opening) {
    std::string html = head(subject, opening);
    html += "<header><h1>" + both_languages(subject.title) + "</h1><p>" +
            both_languages(subject.subtitle) + "</p></header>\n<main>\n";
    html += first_screen(subject);
    std::string tables;
    for (const ReportTable& table : subject.tables) {
        tables += table_html(table);
    }
    tables = section(MessageId::report_tables, tables);
    if (subject.tables_first) {
        html += tables;
    }
    std::string findings;
    for (std::size_t i = 0; i < subject.findings.size(); ++i) {
        findings += finding_html(subject.findings[i], i + 1, opening);
    }
    html += section(MessageId::report_findings, findings);
    std::string pictures;
    for (const ReportPicture& picture : subject.pictures) {
        pictures += picture_html(picture, "picture", true, opening);
    }
    html += section(MessageId::report_pictures, pictures);
    if (!subject.tables_first) {
        html += tables;
    }
    html += section(MessageId::report_facts, pairs_html(subject.facts));
    html += section(MessageId::report_definitions, pairs_html(subject.definitions));
    html += "</main>\n";
    if (!empty(subject.made_by)) {
        html += "<footer>" + both_languages(subject.made_by) + "</footer>\n";
    }
    return html + "</div>\n</body>\n</html>\n";
}

}  // namespace evac::render
