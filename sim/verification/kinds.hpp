#pragma once

#include "sim/verification/parameters.hpp"

#include <span>

namespace evac {

// The kinds of measures by name. case.schema.json tells users what each one takes.

/// One value from one trial; adds points to the series of kinds that have one. Throws InputError.
double take(const std::string& kind, const Parameters& parameters, Series& series);

/// Whether a kind looks at all trials of all its runs together: at a diagram that no single run
/// fills, or at the worst of them.
bool is_pooled(const std::string& kind);
double take_pooled(const std::string& kind, std::span<const Parameters> trials, Series& series);

/// Made of other measures: ratio, difference, product, statistic, regression.
double combine(const CaseMeasure& measure, std::span<const double> values);
/// Empty where the measure does not name its axes: it is not to be drawn.
Series regression_series(const CaseMeasure& measure, std::span<const Measured* const> parts);

// By what is looked at.
double take_time(const std::string& kind, const Parameters& parameters);
double take_people(const std::string& kind, const Parameters& parameters);
double take_flow(const std::string& kind, const Parameters& parameters, Series& series);
double take_density(const std::string& kind, const Parameters& parameters);
double take_diagram(std::span<const Parameters> trials, Series& series);
/// Of the people of all trials together.
double take_property(std::span<const Parameters> trials);
double take_property_band(std::span<const Parameters> trials, Series& series);
/// How far from where he or she was when the window began whoever got least far came in it [m].
double least_advance(std::span<const Parameters> trials);

}  // namespace evac
