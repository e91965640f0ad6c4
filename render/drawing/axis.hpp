#pragma once

#include "render/drawing/view.hpp"

#include <functional>
#include <string>
#include <vector>

namespace evac::render {

/// A pleasant distance between ticks of an axis of time so that at most `most` of them stand there:
/// 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, hours [s].
double time_tick(double span, int most);

/// The same for a count of people: 1, 2 or 5 times a power of ten.
double count_tick(double span, int most);

/// The same for any quantity, below 1 too.
double even_tick(double span, int most);

/// One of the two axes of a plot; it begins at 0.
struct Axis {
    double end = 1.0;
    double tick = 0.1;
    std::string name;                          ///< with its unit
    std::function<std::string(double)> words;  ///< what stands at a tick
};

/// The axes of a plot that spans `box` [px], with ticks, grid and names.
Drawing axes_drawing(const Box& box, const Axis& x, const Axis& y);

/// "2:05".
std::string clock_text(double seconds);

/// Rows, 0 next to the axis, for words of these widths that begin at these places (ascending) along
/// a line: no word over another, none crossed by the pole that carries a higher one.
std::vector<int> flag_rows(const std::vector<double>& places, const std::vector<double>& widths);

}  // namespace evac::render
