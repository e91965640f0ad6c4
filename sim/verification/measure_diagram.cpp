#include "sim/verification/diagram.hpp"
#include "sim/verification/kinds.hpp"
#include "sim/verification/moments.hpp"
#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

/// Fewer moments than this tell nothing about a bin.
constexpr std::size_t enough = 10;

std::vector<DiagramBin> read_bins(const std::filesystem::path& file) {
    const CsvTable table = read_csv(file);
    const std::vector<double> density = column(table, "density");
    const std::vector<double> mean = column(table, "mean");
    const std::vector<double> low = column(table, "p10");
    const std::vector<double> high = column(table, "p90");
    std::vector<DiagramBin> bins;
    for (std::size_t b = 0; b < density.size(); ++b) {
        bins.push_back({density[b], mean[b], low[b], high[b]});
    }
    return bins;
}

void describe(const Parameters& parameters, const std::vector<DiagramBin>& bins, Series& series) {
    series.x_name = parameters.label("x_name", label_of(MessageId::verify_axis_density));
    series.y_name = label_of(MessageId::verify_axis_speed);
    series.points_name = parameters.label("points_name", label_of(MessageId::verify_points));
    series.reference_name =
        parameters.label("reference_name", label_of(MessageId::verify_reference));
    series.band_name = parameters.label("band_name", label_of(MessageId::verify_band));
    for (const DiagramBin& bin : bins) {
        series.reference.emplace_back(bin.density, bin.mean);
        series.low.emplace_back(bin.density, bin.low);
        series.high.emplace_back(bin.density, bin.high);
    }
}

}  // namespace

bool agrees(double speed, const DiagramBin& bin) {
    constexpr double within = 0.2;
    return speed > standstill && ((bin.low <= speed && speed <= bin.high) ||
                                  std::abs(speed - bin.mean) <= within * bin.mean);
}

double take_diagram(std::span<const Parameters> trials, Series& series) {
    const Parameters& parameters = trials.front();  // the same in all but for their trials
    std::vector<Moment> all;
    for (const Parameters& one : trials) {
        const std::vector<Moment> more = moments(one);
        all.insert(all.end(), more.begin(), more.end());
    }
    const std::vector<DiagramBin> bins = read_bins(parameters.file("reference"));
    const double half = parameters.number("bin", 0.2) / 2.0;
    double filled = 0.0;
    double good = 0.0;
    for (const DiagramBin& bin : bins) {
        std::vector<Moment> in;
        std::copy_if(all.begin(), all.end(), std::back_inserter(in), [&](const Moment& moment) {
            return moment.people > 0 && std::abs(moment.density - bin.density) <= half;
        });
        if (in.size() >= enough) {
            const double speed = mean_speed(in);
            filled += 1.0;
            good += agrees(speed, bin) ? 1.0 : 0.0;
            series.points.emplace_back(bin.density, speed);
        }
    }
    describe(parameters, bins, series);
    if (parameters.text("stat", "share") == "count") {
        return filled;
    }
    return filled > 0.0 ? good / filled : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace evac
