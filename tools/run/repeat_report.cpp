#include "sim/text/file.hpp"
#include "tools/cli/format.hpp"
#include "tools/run/repeat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac {

namespace {

/// "125.3 s (2:05)".
Label long_time(double seconds) {
    return label_of(MessageId::repeat_seconds, fmt::format("{:.1f}", seconds), clock_text(seconds));
}

Label from_to(double from, double to) {
    return label_of(MessageId::repeat_from_to, fmt::format("{:.1f}", from),
                    fmt::format("{:.1f}", to));
}

/// What is told, row by row; without a number, no row.
std::vector<std::pair<Label, Label>> rows(const Repetition& repetition) {
    const Spread times = evacuation_time(repetition);
    std::vector<std::pair<Label, Label>> all;
    if (times.count == 0) {
        return all;
    }
    const int people = people_in_every_run(repetition);
    const bool everybody = people == repetition.runs.front().placed;
    all.emplace_back(everybody ? label_of(MessageId::repeat_mean)
                               : label_of(MessageId::repeat_mean_of, count_text(people)),
                     long_time(times.mean));
    if (times.count > 1) {
        all.emplace_back(label_of(MessageId::repeat_interval),
                         from_to(times.mean_low, times.mean_high));
        all.emplace_back(
            label_of(MessageId::repeat_deviation),
            label_of(MessageId::repeat_plain_seconds, fmt::format("{:.1f}", times.deviation)));
        all.emplace_back(label_of(MessageId::repeat_median), long_time(times.median));
        all.emplace_back(label_of(MessageId::repeat_p95), long_time(times.p95));
        all.emplace_back(label_of(MessageId::repeat_range), from_to(times.least, times.most));
    }
    return all;
}

/// What must be known of the numbers before they are believed, worst first.
std::vector<Message> remarks(const Repetition& repetition) {
    const int runs = static_cast<int>(repetition.runs.size());
    std::vector<Message> all;
    const int cleared = cleared_runs(repetition);
    if (cleared < runs) {
        const auto [least, most] = std::minmax_element(
            repetition.runs.begin(), repetition.runs.end(),
            [](const RepeatRun& a, const RepeatRun& b) { return a.inside() < b.inside(); });
        const int in_every_run = people_in_every_run(repetition);
        all.push_back(message(in_every_run > 0 ? MessageId::repeat_left : MessageId::repeat_nobody,
                              runs - cleared, runs, least->inside(), most->inside(), in_every_run));
    }
    if (runs < few_runs) {
        all.push_back(message(MessageId::repeat_few, runs,
                              fmt::format("{:.0f}", 100.0 * chance_p95_unseen(runs))));
    }
    const RunsNeeded needed = runs_needed(repetition.convergence);
    if (needed.enough_at > 0) {
        all.push_back(
            message(MessageId::repeat_enough, needed.enough_at, convergence_limits::consecutive));
    } else if (needed.suggested_more > 0) {
        all.push_back(message(MessageId::repeat_not_enough, needed.suggested_more,
                              runs + needed.suggested_more));
    } else {
        all.push_back(message(MessageId::repeat_not_judged));
    }
    return all;
}

Label title_of(const Repetition& repetition) {
    if (repetition.runs.size() == 1) {
        return label_of(MessageId::repeat_title_one, repetition.runs.front().seed);
    }
    return label_of(MessageId::repeat_title, repetition.runs.size(), repetition.runs.front().seed,
                    repetition.runs.back().seed);
}

}  // namespace

std::vector<std::string> repeat_lines(const Repetition& repetition, Language language) {
    std::vector<std::string> lines{title_of(repetition).in(language)};
    std::vector<std::vector<std::string>> table;
    for (const auto& [name, value] : rows(repetition)) {
        table.push_back({name.in(language), value.in(language)});
    }
    const std::vector<std::string> body = table_lines(table);
    lines.insert(lines.end(), body.begin(), body.end());
    for (const Message& remark : remarks(repetition)) {
        lines.push_back(say(language, remark));
    }
    return lines;
}

void add_repetition(render::ReportSubject& report, const std::filesystem::path& folder,
                    const Repetition& repetition) {
    namespace limits = convergence_limits;
    const Spread times = evacuation_time(repetition);
    const std::size_t runs = repetition.runs.size();
    if (times.count > 1) {
        const bool few = times.count < few_runs;
        report.figures.push_back(
            {label_of(few ? MessageId::repeat_figure_slowest : MessageId::repeat_figure_p95, runs),
             untranslated(clock_text(few ? times.most : times.p95)),
             {},
             cleared_runs(repetition) < std::ssize(repetition.runs)});
    }
    report.pictures.insert(
        report.pictures.begin(),
        render::picture_in(folder / "repeat-curve.png",
                           label_of(MessageId::repeat_picture_title, runs,
                                    repetition.runs.front().seed, repetition.runs.back().seed)));
    render::ReportTable table;
    table.title = title_of(repetition);
    table.header = {label_of(MessageId::repeat_measure), label_of(MessageId::repeat_value)};
    table.numbers = {false, true};
    for (const auto& [name, value] : rows(repetition)) {
        table.rows.push_back({name, value});
    }
    table.note = in_each([&](Language language) {
        std::string words;
        for (const Message& remark : remarks(repetition)) {
            words += say(language, remark) + (language == Language::en ? " " : "");
        }
        return words + say(language, MessageId::repeat_note, limits::consecutive,
                           fmt::format("{:g}", 100.0 * limits::tet),
                           fmt::format("{:g}", 100.0 * limits::sd),
                           fmt::format("{:g}", limits::erd));
    });
    report.tables.insert(report.tables.begin(), std::move(table));
}

}  // namespace evac
