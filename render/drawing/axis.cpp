#include "render/drawing/axis.hpp"

#include "render/drawing/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double label_size = 22.0;  // [px]

}  // namespace

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

double even_tick(double span, int most) {
    double power = 1.0;  // small enough that the tick is at least 1 of it
    while (power * most > span) {
        power /= 10.0;
    }
    return power * count_tick(span / power, most);
}

Drawing axes_drawing(const Box& box, const Axis& x, const Axis& y) {
    Drawing drawing;
    const Pen grid{theme::hairline, 0.0, 1.2, {}, false};
    const Pen axis{theme::ink, 0.0, 2.0, {}, false};
    const TextStyle style{label_size, theme::soft_ink, false, {}};
    for (int i = 0; i * x.tick <= x.end * (1.0 + 1e-9); ++i) {
        const Vec2 foot(box.low.x() + i * x.tick / x.end * box.size().x(), box.high.y());
        drawing.add(Line{{foot, Vec2(foot.x(), box.low.y())}, grid, false});
        drawing.add(Line{{foot, foot + Vec2(0.0, 8.0)}, axis, false});
        drawing.add(Text{foot + Vec2(0.0, 28.0), x.words(i * x.tick), style, Align::centre, false});
    }
    for (int i = 0; i * y.tick <= y.end * (1.0 + 1e-9); ++i) {
        const Vec2 left(box.low.x(), box.high.y() - i * y.tick / y.end * box.size().y());
        drawing.add(Line{{left, Vec2(box.high.x(), left.y())}, grid, false});
        drawing.add(Text{left - Vec2(14.0, 0.0), y.words(i * y.tick), style, Align::right, false});
    }
    drawing.add(Line{{box.low, Vec2(box.low.x(), box.high.y()), box.high}, axis, false});
    const TextStyle name{label_size, theme::ink, false, {}};
    drawing.add(Text{Vec2(0.5 * (box.low.x() + box.high.x()), box.high.y() + 72.0), x.name, name,
                     Align::centre, false});
    drawing.add(Text{Vec2(theme::margin + 8.0, 0.5 * (box.low.y() + box.high.y())), y.name, name,
                     Align::centre, true});
    return drawing;
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
