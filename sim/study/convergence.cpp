#include "sim/study/convergence.hpp"

#include "sim/study/curve_distance.hpp"
#include "sim/study/spread.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac {

namespace {

namespace limits = convergence_limits;

/// How much of `now` it moved; nothing where both are nothing, as without chance.
double change(double now, double before) {
    return now == before ? 0.0 : std::abs(now - before) / now;
}

/// Mean and deviation of the time until so many were out; one run alone does not scatter.
void add_times(ConvergenceRow& row, std::span<const RepeatRun> runs) {
    std::vector<double> times;
    for (const RepeatRun& run : runs) {
        times.push_back(time_of_people(run, row.people));
    }
    const auto deviation = [](const Spread& spread) {
        return spread.count < 2 ? 0.0 : spread.deviation;
    };
    const Spread now = spread_of(times);
    row.mean = now.mean;
    row.deviation = deviation(now);
    times.pop_back();
    if (!times.empty()) {
        const Spread before = spread_of(times);
        row.tet_change = change(now.mean, before.mean);
        row.sd_change = change(row.deviation, deviation(before));
    }
}

std::array<double, 5> shares_of_limits(const ConvergenceRow& row) {
    return {row.tet_change / limits::tet, row.sd_change / limits::sd, row.erd_change / limits::erd,
            row.epc_change / limits::epc, row.sc_change / limits::sc};
}

/// The largest of the five as a share of its threshold; not a number where one is.
double worst_share(const ConvergenceRow& row) {
    double worst = 0.0;
    for (const double share : shares_of_limits(row)) {
        worst = std::isnan(share) ? share : std::max(worst, share);
        if (std::isnan(worst)) {
            break;
        }
    }
    return worst;
}

}  // namespace

void add_run(Convergence& convergence, std::span<const RepeatRun> runs) {
    const RepeatRun& last = runs.back();
    const bool first = convergence.rows.empty();
    ConvergenceRow row;
    row.people = first ? last.out() : std::min(convergence.rows.back().people, last.out());
    const auto people = static_cast<std::size_t>(row.people);
    std::vector<double>& sums = convergence.sums;
    sums.resize(people, 0.0);
    std::vector<double> before(people);
    std::vector<double> now(people);
    const auto count = static_cast<double>(runs.size());
    for (std::size_t i = 0; i < people; ++i) {
        before[i] = first ? last.exit_times[i] : sums[i] / (count - 1.0);
        sums[i] += last.exit_times[i];
        now[i] = sums[i] / count;
    }
    add_times(row, runs);
    const CurveDistance distance = curve_distance(now, before);
    row.erd = distance.erd;
    row.epc = distance.epc;
    row.sc = distance.sc;
    if (!first) {
        const ConvergenceRow& previous = convergence.rows.back();
        row.erd_change = std::abs(row.erd - previous.erd);
        row.epc_change = std::abs(row.epc - previous.epc);
        row.sc_change = std::abs(row.sc - previous.sc);
        row.still = worst_share(row) < 1.0 ? previous.still + 1 : 0;
    }
    convergence.rows.push_back(row);
}

RunsNeeded runs_needed(const Convergence& convergence) {
    const auto& rows = convergence.rows;
    RunsNeeded needed;
    for (std::size_t j = 0; j < rows.size(); ++j) {
        if (rows[j].still >= limits::consecutive) {
            needed.enough_at = static_cast<int>(j) + 1;
            return needed;
        }
    }
    if (rows.empty() || rows.back().people == 0) {
        return needed;
    }
    const int runs = static_cast<int>(rows.size());
    double below_from = 1.0;
    for (int j = std::max(2, runs - limits::consecutive + 1); j <= runs; ++j) {
        const double share = worst_share(rows[static_cast<std::size_t>(j - 1)]);
        if (std::isfinite(share)) {
            below_from = std::max(below_from, std::ceil(share * j));
        }
    }
    constexpr double most = 100000.0;  // beyond, the guess means nothing
    const int total = std::max(static_cast<int>(std::min(below_from, most)) + limits::consecutive,
                               runs + limits::consecutive - rows.back().still);
    needed.suggested_more = total - runs;
    return needed;
}

}  // namespace evac
