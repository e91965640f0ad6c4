#include "sim/verification/kinds.hpp"
#include "sim/verification/moments.hpp"
#include "sim/verification/samples.hpp"

namespace evac {

namespace {

double mean_density(const std::vector<Moment>& all, const std::string& stat) {
    std::vector<double> values;
    for (const Moment& moment : all) {
        values.push_back(moment.density);
    }
    return statistic(stat, std::move(values));
}

}  // namespace

double take_density(const std::string& kind, const Parameters& parameters) {
    const std::vector<Moment> all = moments(parameters);
    return kind == "speed" ? mean_speed(all) : mean_density(all, parameters.text("stat", "mean"));
}

}  // namespace evac
