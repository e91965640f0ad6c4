#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

/// Speeds are taken over this time on both sides of a moment [s]; experiments use 0.2 to 0.5 s.
constexpr double speed_reach = 0.3;

/// People in the area at one moment.
struct Moment {
    double density = 0.0;  ///< N / A [1/m2]; N / length [1/m] in single file
    double speed = 0.0;    ///< mean; along the direction where one is given [m/s]
    int people = 0;
};

std::vector<Moment> moments(const Parameters& parameters) {
    const Trial& trial = parameters.trial();
    const WatchedArea area = parameters.area();
    const auto who = parameters.who();
    const auto [from, to] = parameters.window();
    const bool directed = parameters.has("direction");
    const Vec2 direction = directed ? parameters.direction("direction") : Vec2::Zero();
    // Single file: what counts is the length.
    const double size = parameters.number("length", evac::area(area.polygon));
    const auto reach = static_cast<std::size_t>(std::max(
        1.0, std::floor(speed_reach * parameters.drill().scenario.frames_per_second + 0.5)));
    const Plan& plan = parameters.drill().plan();
    std::vector<Moment> all;
    for (std::size_t f = reach; f + reach < trial.frames.size(); ++f) {
        if (trial.frames[f].time < from || trial.frames[f].time > to) {
            continue;
        }
        Moment moment;
        double speeds = 0.0;
        for (const Walk& walk : walks_at(trial, f, reach)) {
            if (unit_at(plan, walk.unit).level == area.level && who(walk.person) &&
                contains(area.polygon, walk.position)) {
                ++moment.people;
                speeds += directed ? walk.velocity.dot(direction) : walk.velocity.norm();
            }
        }
        moment.density = moment.people / size;
        moment.speed = moment.people > 0 ? speeds / moment.people : 0.0;
        all.push_back(moment);
    }
    return all;
}

double mean_density(const std::vector<Moment>& all, const std::string& stat) {
    std::vector<double> values;
    for (const Moment& moment : all) {
        values.push_back(moment.density);
    }
    return statistic(stat, std::move(values));
}

/// Mean over people, not over moments: a moment counts as often as it has people.
double mean_speed(const std::vector<Moment>& all) {
    double people = 0.0;
    double sum = 0.0;
    for (const Moment& moment : all) {
        people += moment.people;
        sum += moment.people * moment.speed;
    }
    return people > 0.0 ? sum / people : std::numeric_limits<double>::quiet_NaN();
}

/// Mean speed in each density bin of a table (density, mean, p10, p90), and the share of the bins,
/// of those with enough moments, in which it lies between p10 and p90 or within 20 % of the mean.
double share_in_band(const Parameters& parameters, const std::vector<Moment>& all, Series& series) {
    constexpr double within = 0.2;
    constexpr int enough = 10;  // moments
    const CsvTable table = read_csv(parameters.file("reference"));
    const std::vector<double> density = column(table, "density");
    const std::vector<double> mean = column(table, "mean");
    const std::vector<double> low = column(table, "p10");
    const std::vector<double> high = column(table, "p90");
    const double half = parameters.number("bin", 0.2) / 2.0;
    double bins = 0.0;
    double good = 0.0;
    for (std::size_t b = 0; b < density.size(); ++b) {
        std::vector<Moment> in;
        std::copy_if(all.begin(), all.end(), std::back_inserter(in), [&](const Moment& moment) {
            return moment.people > 0 && std::abs(moment.density - density[b]) <= half;
        });
        if (static_cast<int>(in.size()) < enough) {
            continue;
        }
        const double speed = mean_speed(in);
        const bool inside = low[b] <= speed && speed <= high[b];
        bins += 1.0;
        good += inside || std::abs(speed - mean[b]) <= within * mean[b] ? 1.0 : 0.0;
        series.points.emplace_back(density[b], speed);
    }
    series.x_name = parameters.label("x_name", label_of(MessageId::verify_axis_density));
    series.y_name = label_of(MessageId::verify_axis_speed);
    series.reference_name =
        parameters.label("reference_name", label_of(MessageId::verify_reference));
    series.reference.clear();
    series.low.clear();
    series.high.clear();
    for (std::size_t b = 0; b < density.size(); ++b) {
        series.reference.emplace_back(density[b], mean[b]);
        series.low.emplace_back(density[b], low[b]);
        series.high.emplace_back(density[b], high[b]);
    }
    return bins > 0.0 ? good / bins : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double take_density(const std::string& kind, const Parameters& parameters, Series& series) {
    const std::vector<Moment> all = moments(parameters);
    if (kind == "density") {
        return mean_density(all, parameters.text("stat", "mean"));
    }
    return kind == "speed" ? mean_speed(all) : share_in_band(parameters, all, series);
}

}  // namespace evac
