#include "sim/study/repeat_files.hpp"

#include "sim/record/csv.hpp"
#include "sim/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace evac {

namespace {

using nlohmann::ordered_json;

constexpr int to_centisecond = 2;
constexpr int of_shares = 6;

/// Null where it is no number.
ordered_json rounded(double value, int decimals) {
    if (!std::isfinite(value)) {
        return nullptr;
    }
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale + 0.0;  // + 0.0: no "-0.0"
}

ordered_json spread_json(const Spread& spread) {
    const auto seconds = [](double value) { return rounded(value, 2); };
    return {{"runs", spread.count},
            {"mean", seconds(spread.mean)},
            {"mean_low", seconds(spread.mean_low)},
            {"mean_high", seconds(spread.mean_high)},
            {"deviation", seconds(spread.deviation)},
            {"least", seconds(spread.least)},
            {"median", seconds(spread.median)},
            {"p95", seconds(spread.p95)},
            {"most", seconds(spread.most)}};
}

Spread spread_over(const Repetition& repetition,
                   const std::function<double(const RepeatRun&)>& value) {
    std::vector<double> values;
    for (const RepeatRun& run : repetition.runs) {
        values.push_back(value(run));
    }
    return spread_of(values);
}

/// Exits, and other openings that somebody ever left by.
std::vector<std::size_t> ways_out(const Plan& plan, const Repetition& repetition) {
    std::vector<std::size_t> openings;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const bool used = std::any_of(repetition.runs.begin(), repetition.runs.end(),
                                      [&](const RepeatRun& run) { return run.exit_use[o] > 0; });
        if (plan.openings[o].exit || used) {
            openings.push_back(o);
        }
    }
    return openings;
}

ordered_json exits_json(const Plan& plan, const Repetition& repetition) {
    ordered_json exits = ordered_json::array();
    for (const std::size_t o : ways_out(plan, repetition)) {
        const Spread use =
            spread_over(repetition, [&](const RepeatRun& run) { return run.exit_use[o]; });
        exits.push_back({{"id", plan.openings[o].id},
                         {"people",
                          {{"mean", rounded(use.mean, 2)},
                           {"deviation", rounded(use.deviation, 2)},
                           {"least", use.least},
                           {"most", use.most}}}});
    }
    return exits;
}

ordered_json curve_json(const Repetition& repetition) {
    ordered_json curve = ordered_json::array();
    for (const BandPoint& point : inside_band(repetition.runs)) {
        curve.push_back({{"time_s", point.time},
                         {"inside_mean", rounded(point.mean, 3)},
                         {"inside_p05", rounded(point.low, 3)},
                         {"inside_p95", rounded(point.high, 3)}});
    }
    return curve;
}

ordered_json method_json() {
    namespace limits = convergence_limits;
    return {{"source",
             "Ronchi, Reneke, Peacock 2014, Fire Technology 50; NIST Technical Note 1822, "
             "section 4"},
            {"thresholds",
             {{"tet", limits::tet},
              {"sd", limits::sd},
              {"erd", limits::erd},
              {"epc", limits::epc},
              {"sc", limits::sc},
              {"consecutive_runs", limits::consecutive}}},
            {"percentile",
             "linear between the sorted runs, place 1 + (n - 1) share (Hyndman and Fan 1996, "
             "type 7)"},
            {"mean_interval", "Student's t, 95 %"},
            {"deviation", "of the sample, divided by n - 1"}};
}

}  // namespace

void write_runs_csv(const std::filesystem::path& file, const Plan& plan,
                    const Repetition& repetition) {
    std::string header =
        "run,seed,placed,out,inside,first_out_s,out_50_s,out_95_s,last_out_s,clearing_time_s,"
        "state_hash";
    const std::vector<std::size_t> exits = ways_out(plan, repetition);
    for (const std::size_t o : exits) {
        header += "," + csv_quoted("exit_" + plan.openings[o].id);
    }
    CsvFile csv(file, header);
    int number = 0;
    for (const RepeatRun& run : repetition.runs) {
        csv.cell(++number)
            .cell(fmt::to_string(run.seed))
            .cell(run.placed)
            .cell(run.out())
            .cell(run.inside())
            .cell(time_of_people(run, 1), to_centisecond)
            .cell(time_of_share(run, 0.5), to_centisecond)
            .cell(time_of_share(run, 0.95), to_centisecond)
            .cell(last_out(run), to_centisecond)
            .cell(clearing_time(run), to_centisecond)
            .cell(fmt::format("{:016x}", run.state_hash));
        for (const std::size_t o : exits) {
            csv.cell(run.exit_use[o]);
        }
        csv.end_row();
    }
    csv.finish();
}

void write_convergence_csv(const std::filesystem::path& file, const Repetition& repetition) {
    CsvFile csv(file,
                "run,people,mean_s,deviation_s,erd,epc,sc,tet_change,sd_change,erd_change,"
                "epc_change,sc_change,still_runs");
    int number = 0;
    for (const ConvergenceRow& row : repetition.convergence.rows) {
        csv.cell(++number)
            .cell(row.people)
            .cell(row.mean, to_centisecond)
            .cell(row.deviation, to_centisecond);
        for (const double value : {row.erd, row.epc, row.sc, row.tet_change, row.sd_change,
                                   row.erd_change, row.epc_change, row.sc_change}) {
            csv.cell(value, of_shares);
        }
        csv.cell(row.still).end_row();
    }
    csv.finish();
}

ordered_json repeat_summary_json(const Repetition& repetition) {
    const RunsNeeded needed = runs_needed(repetition.convergence);
    const auto or_null = [](int number) {
        return number > 0 ? ordered_json(number) : ordered_json(nullptr);
    };
    int least_inside = repetition.runs.front().inside();
    int most_inside = 0;
    for (const RepeatRun& run : repetition.runs) {
        least_inside = std::min(least_inside, run.inside());
        most_inside = std::max(most_inside, run.inside());
    }
    const int runs = static_cast<int>(repetition.runs.size());
    return {{"runs", runs},
            {"first_seed", repetition.runs.front().seed},
            {"last_seed", repetition.runs.back().seed},
            {"cleared_runs", cleared_runs(repetition)},
            {"inside", {{"least", least_inside}, {"most", most_inside}}},
            {"people", people_in_every_run(repetition)},
            {"time_s", spread_json(evacuation_time(repetition))},
            {"chance_p95_unseen", rounded(chance_p95_unseen(runs), 4)},
            {"enough", needed.enough_at > 0},
            {"enough_at_run", or_null(needed.enough_at)},
            {"suggested_more", or_null(needed.suggested_more)}};
}

ordered_json repeat_json(const Scenario& scenario, const Repetition& repetition) {
    ordered_json json = {{"version", version()}, {"scenario", scenario.id}};
    json.update(repeat_summary_json(repetition));
    json["placed"] = repetition.runs.front().placed;
    const auto time = [&](const char* name, const std::function<double(const RepeatRun&)>& of) {
        json[name] = spread_json(spread_over(repetition, of));
    };
    time("first_out_s", [](const RepeatRun& run) { return time_of_people(run, 1); });
    time("out_50_s", [](const RepeatRun& run) { return time_of_share(run, 0.5); });
    time("out_95_s", [](const RepeatRun& run) { return time_of_share(run, 0.95); });
    time("last_out_s", [](const RepeatRun& run) { return last_out(run); });
    json["exits"] = exits_json(scenario.plan, repetition);
    json["method"] = method_json();
    json["curve"] = curve_json(repetition);
    return json;
}

}  // namespace evac
