#pragma once

#include "render/drawing/view.hpp"
#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

namespace evac::render {

/// Part of a page, in pixels from its own upper left corner, y downwards.
struct Block {
    Drawing drawing;
    double height = 0.0;
};

/// One line of a legend: a swatch around (0, 0), at most `swatch_size`, and what it means.
struct LegendItem {
    Drawing swatch;
    std::string words;
};

inline const Vec2 swatch_size{52.0, 30.0};  ///< [px]

/// The title and what stands below it.
struct Heading {
    std::string title;
    std::string subtitle;
};

/// A page with a heading, room for a plan and a footer.
struct PlanPage {
    Sheet sheet;
    View view;     ///< of the plan
    Box plan_box;  ///< the room for the plan [px]
    double width() const { return sheet.width; }
};

/// How wide a page for this extent is, and how many pixels a metre gets: wide plans fill 2400 px,
/// tall ones 2400 px of height, and a single room is not blown up beyond 100 px/m.
struct PageFit {
    double width = 0.0;  ///< [px]
    double scale = 1.0;  ///< [px/m]
};
PageFit fit_page(const Box& extent);

/// Items side by side in as many rows as `width` asks for.
Block legend_block(const std::vector<LegendItem>& items, double width, const MeasureText& measure);

/// Heading on top, scale bar and (where the plan knows where it lies) north arrow, footer below.
/// `footer` is laid out for footer_width(fit).
PlanPage plan_page(const Plan& plan, const Box& extent, const Heading& heading, Block footer,
                   const MeasureText& measure);

/// Width that a footer has beside the scale bar [px].
double footer_width(const PageFit& fit);

/// The heading as a block; a title too long for `width` is written smaller.
Block heading_block(const Heading& heading, double width, const MeasureText& measure);

/// Length of the scale bar: 1, 2 or 5 times a power of ten, as long as fits into `room` pixels [m].
double scale_bar_length(double pixels_per_metre, double room);

/// The bar itself, from (0, 0) to the right; its two halves are each half of `metres` long.
Drawing scale_bar(double metres, double pixels_per_metre);

/// Direction of north in plan coordinates; meaningful where the plan has an origin.
Vec2 north(const Plan& plan);

/// The level's name and its height above zero.
std::string level_line(const Plan& plan, int level, Language language);

/// The level's name, or its id where it has none.
std::string level_name(const Plan& plan, int level, Language language);

}  // namespace evac::render
