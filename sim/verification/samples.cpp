#include "sim/verification/samples.hpp"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace evac {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Probability of a value up to x.
double below(const Distribution& d, double x) {
    const auto bell = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
    const auto raw = [&](double at) {
        switch (d.shape) {
            case Distribution::Shape::constant:
                return at < d.a ? 0.0 : 1.0;
            case Distribution::Shape::uniform:
                return std::clamp((at - d.a) / (d.b - d.a), 0.0, 1.0);
            case Distribution::Shape::normal:
                return bell((at - d.a) / d.b);
            case Distribution::Shape::lognormal:
                return at <= 0.0 ? 0.0 : bell(std::log(at / d.a) / d.b);
            // By Boost and libm, not by what draws them: a test of its own.
            case Distribution::Shape::gamma:
                return at <= 0.0 ? 0.0 : boost::math::gamma_p(d.a, at / d.b);
            case Distribution::Shape::weibull:
                return at <= 0.0 ? 0.0 : -std::expm1(-std::pow(at / d.b, d.a));
            case Distribution::Shape::triangular:
                break;
        }
        const double width = d.high - d.low;
        if (at <= d.low || at >= d.high) {
            return at <= d.low ? 0.0 : 1.0;
        }
        return at < d.a ? (at - d.low) * (at - d.low) / (width * (d.a - d.low))
                        : 1.0 - (d.high - at) * (d.high - at) / (width * (d.high - d.a));
    };
    // Values beyond the limits are drawn again: the rest is scaled up.
    const double low = std::isfinite(d.low) ? raw(d.low) : 0.0;
    const double high = std::isfinite(d.high) ? raw(d.high) : 1.0;
    return high > low ? std::clamp((raw(x) - low) / (high - low), 0.0, 1.0) : raw(x);
}

}  // namespace

double statistic(const std::string& name, std::vector<double> values) {
    if (name == "count") {
        return static_cast<double>(values.size());
    }
    if (values.empty()) {
        return not_a_number;
    }
    std::sort(values.begin(), values.end());
    if (name == "min") {
        return values.front();
    }
    if (name == "max") {
        return values.back();
    }
    if (name == "spread") {
        return values.back() - values.front();
    }
    if (name == "sum") {
        return std::accumulate(values.begin(), values.end(), 0.0);
    }
    if (name == "median") {
        const std::size_t middle = values.size() / 2;
        return values.size() % 2 == 1 ? values[middle]
                                      : 0.5 * (values[middle - 1] + values[middle]);
    }
    const double mean = mean_of(values);
    if (name != "deviation" && name != "t") {
        return mean;
    }
    double sum = 0.0;
    for (const double value : values) {
        sum += (value - mean) * (value - mean);
    }
    const auto n = static_cast<double>(values.size());
    const double deviation = values.size() < 2 ? 0.0 : std::sqrt(sum / (n - 1.0));
    return name == "deviation" ? deviation : mean / (deviation / std::sqrt(n));
}

double kolmogorov_smirnov(std::vector<double> values, const Distribution& distribution) {
    if (values.empty()) {
        return not_a_number;
    }
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double farthest = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double expected = below(distribution, values[i]);
        farthest = std::max({farthest, expected - static_cast<double>(i) / n,
                             static_cast<double>(i + 1) / n - expected});
    }
    const double lambda = (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n)) * farthest;
    double p = 0.0;
    for (int k = 1; k <= 100; ++k) {
        p += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * lambda * lambda);
    }
    return lambda < 0.2 ? 1.0 : std::clamp(p, 0.0, 1.0);
}

double regression(const std::string& what, std::span<const Vec2> points) {
    const auto n = static_cast<double>(points.size());
    if (points.size() < 2) {
        return not_a_number;
    }
    Vec2 mean = Vec2::Zero();
    for (const Vec2& p : points) {
        mean += p / n;
    }
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (const Vec2& p : points) {
        const Vec2 d = p - mean;
        xx += d.x() * d.x();
        xy += d.x() * d.y();
        yy += d.y() * d.y();
    }
    if (what == "r2") {
        return xx > 0.0 && yy > 0.0 ? xy * xy / (xx * yy) : 1.0;
    }
    return xx > 0.0 ? xy / xx : not_a_number;
}

std::vector<double> column(const CsvTable& table, const std::string& name) {
    const std::size_t index = table.column(name);
    std::vector<double> values;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        values.push_back(table.number(row, index).value_or(not_a_number));
    }
    return values;
}

std::vector<Walk> walks_at(const Trial& trial, std::size_t frame, std::size_t reach) {
    std::vector<Walk> walks;
    if (frame < reach || frame + reach >= trial.frames.size()) {
        return walks;
    }
    const Frame& before = trial.frames[frame - reach];
    const Frame& here = trial.frames[frame];
    const Frame& after = trial.frames[frame + reach];
    const auto pose_of = [](const Frame& in, int person) -> const Pose* {
        const auto found =
            std::lower_bound(in.poses.begin(), in.poses.end(), person,
                             [](const Pose& pose, int id) { return pose.person < id; });
        return found != in.poses.end() && found->person == person ? &*found : nullptr;
    };
    for (const Pose& pose : here.poses) {
        const Pose* a = pose_of(before, pose.person);
        const Pose* b = pose_of(after, pose.person);
        if (a != nullptr && b != nullptr) {
            const Vec2 way{static_cast<double>(b->x) - static_cast<double>(a->x),
                           static_cast<double>(b->y) - static_cast<double>(a->y)};
            walks.push_back({pose.person,
                             {static_cast<double>(pose.x), static_cast<double>(pose.y)},
                             way / (after.time - before.time),
                             pose.unit});
        }
    }
    return walks;
}

std::vector<double> crossings(const Trial& trial, const Segment& line,
                              const std::function<bool(int)>& who) {
    std::vector<double> times;
    std::map<int, Vec2> last;
    const Vec2 along = line.b - line.a;
    double before = 0.0;
    for (const Frame& frame : trial.frames) {
        for (const Pose& pose : frame.poses) {
            const Vec2 here{static_cast<double>(pose.x), static_cast<double>(pose.y)};
            const auto known = last.find(pose.person);
            if (known != last.end() && who(pose.person)) {
                const double was = cross(along, known->second - line.a);
                const double is = cross(along, here - line.a);
                if (was < 0.0 && is >= 0.0 && intersects(line, {known->second, here})) {
                    times.push_back(before + (frame.time - before) * was / (was - is));
                }
            }
            last[pose.person] = here;
        }
        before = frame.time;
    }
    std::sort(times.begin(), times.end());
    return times;
}

}  // namespace evac
