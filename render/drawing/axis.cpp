#include "render/drawing/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

std::string clock_text(double seconds) {
    const long whole = std::lround(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

double time_tick(double span, int most) {
    for (const double tick :
         {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0}) {
        if (span / tick <= most) {
            return tick;
        }
    }
    return 3600.0 * std::ceil(span / most / 3600.0);
}

double count_tick(double span, int most) {
    for (double power = 1.0;; power *= 10.0) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            if (span / (digit * power) <= most) {
                return digit * power;
            }
        }
    }
}

std::vector<int> flag_rows(const std::vector<double>& places, const std::vector<double>& widths) {
    constexpr double gap = 22.0;  // between two words [px]
    // From the right: a word must stand higher than the poles that it would cross, and all of
    // those are further right.
    std::vector<int> rows(places.size(), 0);
    for (std::size_t i = places.size(); i-- > 0;) {
        const double right = places[i] + widths[i];
        std::vector<int> taken;
        int row = 0;
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            if (places[j] < right + gap) {
                taken.push_back(rows[j]);
                if (places[j] > places[i] + 1.0) {
                    row = std::max(row, rows[j] + 1);
                }
            }
        }
        while (std::find(taken.begin(), taken.end(), row) != taken.end()) {
            ++row;
        }
        rows[i] = row;
    }
    return rows;
}

}  // namespace evac::render
