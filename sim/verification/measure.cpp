#include "sim/verification/measure.hpp"

#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

const Measured& find(const std::vector<Measured>& taken, const std::string& id) {
    return *std::find_if(taken.begin(), taken.end(),
                         [&](const Measured& measured) { return measured.id == id; });
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? std::numeric_limits<double>::quiet_NaN()
                          : sum / static_cast<double>(values.size());
}

/// A measure made of others, seed by seed where all have as many.
Measured derive(const CaseMeasure& measure, const std::vector<Measured>& taken) {
    Measured result;
    result.id = measure.id;
    std::vector<const Measured*> parts;
    std::size_t seeds = std::numeric_limits<std::size_t>::max();
    for (const auto& id : measure.parameters.at("measures")) {
        parts.push_back(&find(taken, id.get<std::string>()));
        seeds = std::min(seeds, parts.back()->by_seed.size());
    }
    if (measure.kind == "over_seeds") {
        result.value = statistic(measure.parameters.value("stat", "mean"), parts.front()->by_seed);
        result.by_seed = {result.value};
        return result;
    }
    for (std::size_t seed = 0; seed < seeds; ++seed) {
        std::vector<double> values;
        for (const Measured* part : parts) {
            values.push_back(part->by_seed[seed]);
        }
        result.by_seed.push_back(combine(measure, values));
    }
    result.value = mean(result.by_seed);
    if (measure.kind == "regression") {
        result.series = regression_series(measure, parts);
    }
    return result;
}

}  // namespace

std::vector<Measured> take_measures(const VerificationCase& one, const Trials& trials,
                                    const TrialOptions& options) {
    std::vector<Measured> taken;
    for (const CaseMeasure& measure : one.measures) {
        if (measure.runs.empty()) {
            taken.push_back(derive(measure, taken));
            continue;
        }
        std::vector<Parameters> of_trials;
        for (const std::string& run : measure.runs) {
            for (const Trial& trial : trials.at(run)) {
                of_trials.emplace_back(one, measure, trial, options);
            }
        }
        Measured result;
        result.id = measure.id;
        if (is_pooled(measure.kind)) {
            result.by_seed.push_back(take_pooled(measure.kind, of_trials, result.series));
        } else {
            for (const Parameters& parameters : of_trials) {
                result.by_seed.push_back(take(measure.kind, parameters, result.series));
            }
        }
        result.value = mean(result.by_seed);
        taken.push_back(std::move(result));
    }
    return taken;
}

}  // namespace evac
