#pragma once

#include "sim/record/read_csv.hpp"
#include "sim/verification/parameters.hpp"

#include <span>
#include <vector>

namespace evac {

/// mean, deviation, min, max, spread (max - min), median, sum, count or t (mean over its standard
/// error) of numbers; NaN of none.
double statistic(const std::string& name, std::vector<double> values);

/// Probability of a larger Kolmogorov-Smirnov distance if the values came from the distribution
/// (asymptotic series with the correction of Stephens 1970).
double kolmogorov_smirnov(std::vector<double> values, const Distribution& distribution);

/// Slope or coefficient of determination ("r2") of the least squares line.
double regression(const std::string& what, std::span<const Vec2> points);

/// The numbers in one column of a table. Throws InputError: no such column, an empty cell.
std::vector<double> column(const CsvTable& table, const std::string& name);

/// Speed of one pose from the frames around it [m/s]; negative where the person is in one frame
/// only.
struct Walk {
    int person = 0;
    Vec2 position = Vec2::Zero();
    Vec2 velocity = Vec2::Zero();
    int unit = 0;
};

/// Everybody in the frame who is also in the frames `reach` before and after it.
std::vector<Walk> walks_at(const Trial& trial, std::size_t frame, std::size_t reach);

/// When each crossing of the line took place, ascending [s]; by the straight line between frames.
std::vector<double> crossings(const Trial& trial, const Segment& line,
                              const std::function<bool(int)>& who);

}  // namespace evac
