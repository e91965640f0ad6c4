#include "tools/run/report.hpp"

#include "sim/plan/name_or_id.hpp"
#include "sim/record/roll_call.hpp"
#include "sim/record/summary.hpp"
#include "tools/cli/format.hpp"
#include "tools/run/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace evac {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// An opening's name, else the two places it joins, with its id: "Canteen - Hall (door-7)".
std::string opening_name(const Plan& plan, std::size_t opening, Language language) {
    const Opening& o = plan.openings[opening];
    const std::string own = o.name.in(language);
    if (!own.empty()) {
        return own;
    }
    const std::string first = plan.units[static_cast<std::size_t>(o.units[0])].name.in(language);
    const std::string second =
        o.units[1] == outside ? say(language, MessageId::table_outside)
                              : plan.units[static_cast<std::size_t>(o.units[1])].name.in(language);
    return first.empty() || second.empty() ? o.id
                                           : fmt::format("{} - {} ({})", first, second, o.id);
}

MessageId reason_text(InsideReason reason) {
    switch (reason) {
        case InsideReason::waiting:
            return MessageId::reason_waiting;
        case InsideReason::queueing:
            return MessageId::reason_queueing;
        case InsideReason::no_way_out:
            return MessageId::reason_no_way_out;
        case InsideReason::way_cut_off:
            return MessageId::reason_way_cut_off;
        case InsideReason::needs_help:
            return MessageId::reason_needs_help;
        case InsideReason::on_duty:
            return MessageId::reason_on_duty;
        case InsideReason::stuck:
            return MessageId::reason_stuck;
        case InsideReason::incapacitated:
            return MessageId::reason_incapacitated;
        case InsideReason::none:
        case InsideReason::on_the_way:
            break;
    }
    return MessageId::reason_on_the_way;
}

void append(std::vector<std::string>& lines, const Rows& rows) {
    if (rows.size() > 1) {
        lines.emplace_back();
        const std::vector<std::string> table = table_lines(rows);
        lines.insert(lines.end(), table.begin(), table.end());
    }
}

Rows level_rows(const Plan& plan, const Outcome& outcome, Language language) {
    Rows rows{{say(language, MessageId::table_level), say(language, MessageId::table_cleared)}};
    for (std::size_t level = plan.levels.size(); level-- > 0;) {
        const bool ever_used =
            std::any_of(outcome.curve.begin(), outcome.curve.end(),
                        [&](const CurvePoint& point) { return point.by_level[level] > 0; });
        if (ever_used) {
            const double clear = outcome.level_clear[level];
            rows.push_back(
                {name_or_id(plan.levels[level], language),
                 clear == never ? say(language, MessageId::table_never) : clock_text(clear)});
        }
    }
    return rows;
}

Rows exit_rows(const Plan& plan, const Outcome& outcome, Language language) {
    const std::vector<int> use = exit_use(plan, outcome);
    Rows rows{{say(language, MessageId::table_exit), say(language, MessageId::table_used_by),
               say(language, MessageId::table_last_person)}};
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        if (plan.openings[o].exit) {
            rows.push_back({opening_name(plan, o, language), count_text(use[o]),
                            clock_text(use[o] > 0 ? outcome.openings[o].last_time : never)});
        }
    }
    return rows;
}

Rows slowest_rows(const Plan& plan, const Outcome& outcome, Language language) {
    std::vector<std::size_t> order(plan.openings.size());
    for (std::size_t o = 0; o < order.size(); ++o) {
        order[o] = o;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return outcome.openings[a].lost_time > outcome.openings[b].lost_time;
    });
    Rows rows{{say(language, MessageId::table_slowest), say(language, MessageId::table_width),
               say(language, MessageId::table_waiting_time),
               say(language, MessageId::table_longest_queue)}};
    constexpr std::size_t shown = 3;
    constexpr double noticeable = 60.0;  // [person-s]; less is nobody's trouble
    for (std::size_t k = 0; k < std::min(shown, order.size()); ++k) {
        const OpeningOutcome& opening = outcome.openings[order[k]];
        if (opening.longest_queue > 0 && opening.lost_time >= noticeable) {
            rows.push_back({opening_name(plan, order[k], language),
                            fmt::format("{:.2f} m", plan.openings[order[k]].clear_width),
                            fmt::format("{:.1f}", opening.lost_time / 60.0),
                            count_text(opening.longest_queue)});
        }
    }
    return rows;
}

Rows inside_rows(const Plan& plan, const Outcome& outcome, Language language) {
    std::map<std::pair<int, InsideReason>, int> counts;
    for (const PersonOutcome& person : outcome.people) {
        if (person.inside != InsideReason::none) {
            ++counts[{person.last_unit, person.inside}];
        }
    }
    Rows rows{{say(language, MessageId::table_unit), say(language, MessageId::table_inside),
               say(language, MessageId::table_reason)}};
    constexpr std::size_t shown = 12;
    for (const auto& [where, count] : counts) {
        if (rows.size() > shown) {
            rows.push_back({say(language, MessageId::more_lines, counts.size() - shown)});
            break;
        }
        rows.push_back({name_or_id(plan.units[static_cast<std::size_t>(where.first)], language),
                        count_text(count), say(language, reason_text(where.second))});
    }
    return rows;
}

/// Whether every group is complete at its assembly area and when, or who is missing.
std::string roll_call_line(const std::vector<RollCall>& calls, Language language) {
    const RollCall& last = *last_complete(calls);
    if (last.complete != never) {
        return say(language, MessageId::run_roll_complete, clock_text(last.complete),
                   name_or_id(*last.group, language), calls.size());
    }
    constexpr std::size_t shown = 3;
    const std::string separator = language == Language::zh ? "；" : "; ";
    std::string missing;
    std::size_t incomplete = 0;
    for (const RollCall& call : calls) {
        if (call.complete != never) {
            continue;
        }
        if (++incomplete <= shown) {
            missing += separator + say(language, MessageId::run_roll_missing,
                                       name_or_id(*call.group, language), call.there, call.people);
        }
    }
    if (incomplete > shown) {
        missing += separator + say(language, MessageId::run_roll_more, incomplete - shown);
    }
    return say(language, MessageId::run_roll_incomplete, calls.size() - incomplete, calls.size(),
               missing);
}

}  // namespace

std::vector<std::string> outcome_table(const Scenario& scenario, const std::vector<Person>& people,
                                       const Outcome& outcome, Language language) {
    const Plan& plan = scenario.plan;
    Rows head;
    for (const RunFigure& figure : run_figures(outcome)) {
        head.push_back({say(language, figure.what), figure.value});
    }
    std::vector<std::string> lines = table_lines(head);
    if (const std::optional<Label> hazard = hazard_line(scenario, outcome)) {
        lines.push_back("  " + hazard->in(language));
    }
    const std::vector<RollCall> calls = roll_calls(scenario, people, outcome);
    if (!calls.empty()) {
        lines.push_back("  " + roll_call_line(calls, language));
    }
    append(lines, level_rows(plan, outcome, language));
    append(lines, exit_rows(plan, outcome, language));
    append(lines, slowest_rows(plan, outcome, language));
    append(lines, inside_rows(plan, outcome, language));
    constexpr std::size_t shown = 5;
    for (std::size_t k = 0; k < outcome.stuck.size(); ++k) {
        if (k == shown) {
            lines.push_back("  " +
                            say(language, MessageId::more_lines, outcome.stuck.size() - shown));
            break;
        }
        const StuckReport& stuck = outcome.stuck[k];
        lines.push_back("  " +
                        say(language, MessageId::stuck_line, clock_text(stuck.time), stuck.person,
                            name_or_id(plan.units[static_cast<std::size_t>(stuck.unit)], language),
                            fmt::format("{:.1f}", stuck.position.x()),
                            fmt::format("{:.1f}", stuck.position.y())));
    }
    return lines;
}

}  // namespace evac
