#include "sim/verification/kinds.hpp"

#include "sim/verification/samples.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string_view>

namespace evac {

namespace {

template <std::size_t n>
bool among(const std::array<std::string_view, n>& kinds, const std::string& kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

constexpr std::array<std::string_view, 5> of_time{"time_out", "travel_time", "unit_empty",
                                                  "start_error", "time_incapacitated"};
constexpr std::array<std::string_view, 4> of_flow{"flow", "passed", "longest_pause",
                                                  "curve_distance"};
constexpr std::array<std::string_view, 2> of_density{"density", "speed"};
constexpr std::array<std::string_view, 4> pooled{"fundamental_diagram", "least_advance", "property",
                                                 "property_band"};

/// The parameters of a regression: the x of each measure.
std::vector<Vec2> points_of(const CaseMeasure& measure, std::span<const double> values) {
    std::vector<Vec2> points;
    const auto x = measure.parameters.at("x").get<std::vector<double>>();
    for (std::size_t i = 0; i < std::min(x.size(), values.size()); ++i) {
        points.emplace_back(x[i], values[i]);
    }
    return points;
}

}  // namespace

double take(const std::string& kind, const Parameters& parameters, Series& series) {
    if (among(of_time, kind)) {
        return take_time(kind, parameters);
    }
    if (among(of_flow, kind)) {
        return take_flow(kind, parameters, series);
    }
    if (among(of_density, kind)) {
        return take_density(kind, parameters);
    }
    return take_people(kind, parameters);
}

bool is_pooled(const std::string& kind) {
    return among(pooled, kind);
}

double take_pooled(const std::string& kind, std::span<const Parameters> trials, Series& series) {
    return kind == "least_advance"   ? least_advance(trials)
           : kind == "property"      ? take_property(trials)
           : kind == "property_band" ? take_property_band(trials, series)
                                     : take_diagram(trials, series);
}

double combine(const CaseMeasure& measure, std::span<const double> values) {
    if (measure.kind == "ratio") {
        return values[0] / values[1];
    }
    if (measure.kind == "difference") {
        return values[0] - values[1];
    }
    if (measure.kind == "product") {
        return std::accumulate(values.begin(), values.end(), 1.0, std::multiplies<>());
    }
    if (measure.kind == "regression") {
        return regression(measure.parameters.value("stat", "slope"), points_of(measure, values));
    }
    return statistic(measure.parameters.value("stat", "mean"), {values.begin(), values.end()});
}

Series regression_series(const CaseMeasure& measure, std::span<const Measured* const> parts) {
    Series series;
    if (!measure.parameters.contains("x_name")) {
        return series;
    }
    series.x_name = label_in(measure.parameters, "x_name");
    series.y_name = label_in(measure.parameters, "y_name");
    series.points_name =
        label_in(measure.parameters, "points_name", label_of(MessageId::verify_points));
    series.reference_name =
        label_in(measure.parameters, "reference_name", label_of(MessageId::verify_reference));
    std::vector<double> means;
    for (const Measured* part : parts) {
        means.push_back(part->value);
    }
    series.points = points_of(measure, means);
    for (const auto& point : measure.parameters.value("reference", nlohmann::json::array())) {
        series.reference.emplace_back(point.at(0).get<double>(), point.at(1).get<double>());
    }
    return series;
}

}  // namespace evac
