#include "sim/study/spread.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace evac {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// What comes of adding up equal values in a machine, not of chance.
constexpr double rounding = 1e-12;

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Spread spread_of(std::span<const double> values) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](double value) { return std::isfinite(value); });
    std::sort(sorted.begin(), sorted.end());
    Spread spread;
    spread.count = static_cast<int>(sorted.size());
    if (sorted.empty()) {
        return {0, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing};
    }
    spread.mean = mean_of(sorted);
    spread.least = sorted.front();
    spread.median = percentile(sorted, 0.5);
    spread.p95 = percentile(sorted, 0.95);
    spread.most = sorted.back();
    if (sorted.size() < 2) {
        spread.deviation = spread.mean_low = spread.mean_high = nothing;
        return spread;
    }
    double squares = 0.0;
    for (const double value : sorted) {
        squares += (value - spread.mean) * (value - spread.mean);
    }
    const double degrees = static_cast<double>(sorted.size() - 1);
    spread.deviation = std::sqrt(squares / degrees);
    if (spread.deviation <= rounding * std::abs(spread.mean)) {
        spread.deviation = 0.0;
    }
    const double t = boost::math::quantile(boost::math::students_t(degrees), 0.975);
    const double reach = t * spread.deviation / std::sqrt(static_cast<double>(sorted.size()));
    spread.mean_low = spread.mean - reach;
    spread.mean_high = spread.mean + reach;
    return spread;
}

double percentile(std::span<const double> ascending, double share) {
    if (ascending.empty()) {
        return nothing;
    }
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    const double part = place - static_cast<double>(below);
    return ascending[below] + part * (ascending[above] - ascending[below]);
}

double chance_p95_unseen(int runs) {
    return std::pow(0.95, runs);
}

std::vector<BandPoint> inside_band(std::span<const RepeatRun> runs) {
    double end = 0.0;
    for (const RepeatRun& run : runs) {
        end = std::max(end, run.exit_times.empty() ? 0.0 : last_out(run));
    }
    std::vector<BandPoint> band;
    std::vector<std::size_t> out(runs.size(), 0);
    std::vector<double> inside(runs.size());
    for (int second = 0; !runs.empty() && second < end + 1.0; ++second) {
        for (std::size_t r = 0; r < runs.size(); ++r) {
            const std::vector<double>& times = runs[r].exit_times;
            while (out[r] < times.size() && times[out[r]] <= second) {
                ++out[r];
            }
            inside[r] = runs[r].placed - static_cast<double>(out[r]);
        }
        std::vector<double> sorted = inside;
        std::sort(sorted.begin(), sorted.end());
        band.push_back({static_cast<double>(second), mean_of(sorted), percentile(sorted, 0.05),
                        percentile(sorted, 0.95)});
    }
    return band;
}

}  // namespace evac
