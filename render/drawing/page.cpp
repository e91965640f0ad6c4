#include "render/drawing/page.hpp"

#include "render/drawing/marks.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace evac::render {

namespace {

constexpr double longest_side = 2400.0;  // of a page [px]
constexpr double shorter_side = 1700.0;  // of a page, about [px]
constexpr double least_width = 1500.0;   // of a page: title and legend need it [px]
constexpr double largest_scale = 100.0;  // [px/m]
constexpr double sign_room = 112.0;      // around the plan, for signs that stand outside [px]
constexpr double bar_room = 330.0;       // for the scale bar [px]
constexpr double block_gap = 34.0;       // between heading, plan and footer [px]

}  // namespace

PageFit fit_page(const Box& extent) {
    const Vec2 size = extent.size().cwiseMax(Vec2(0.1, 0.1));
    const bool tall = size.y() > 1.15 * size.x();
    const double room = 2.0 * (theme::margin + sign_room);
    const double most_x = (tall ? shorter_side : longest_side) - room;
    const double most_y = (tall ? longest_side : shorter_side) - room;
    const double scale = std::min({most_x / size.x(), most_y / size.y(), largest_scale});
    return {std::round(std::max(least_width, scale * size.x() + room)), scale};
}

double footer_width(const PageFit& fit) {
    return fit.width - 2.0 * theme::margin - bar_room - 60.0;
}

Block legend_block(const std::vector<LegendItem>& items, double width, const MeasureText& measure) {
    constexpr double row = 44.0;
    constexpr double gap = 14.0;      // swatch to words
    constexpr double between = 46.0;  // one item to the next
    const TextStyle style{theme::legend_size, theme::ink, false, {}};
    Block block;
    double x = 0.0;
    double y = 0.5 * row;
    for (const LegendItem& item : items) {
        const double wide = swatch_size.x() + gap + measure(item.words, style);
        if (x > 0.0 && x + wide > width) {
            x = 0.0;
            y += row;
        }
        const Vec2 place(x + 0.5 * swatch_size.x(), y);
        block.drawing.add(moved(item.swatch, place));
        block.drawing.add(
            Text{Vec2(x + swatch_size.x() + gap, y), item.words, style, Align::left, false});
        x += wide + between;
    }
    block.height = y + 0.5 * row;
    return block;
}

Block heading_block(const Heading& heading, double width, const MeasureText& measure) {
    TextStyle title{theme::title_size, theme::ink, true, {}};
    const double wide = measure(heading.title, title);
    if (wide > width) {
        title.size = std::max(0.6 * title.size, title.size * width / wide);
    }
    const TextStyle subtitle{theme::subtitle_size, theme::soft_ink, false, {}};
    Block block;
    block.drawing.add(
        Text{Vec2(0.0, 0.5 * theme::title_size), heading.title, title, Align::left, false});
    block.drawing.add(Text{Vec2(0.0, theme::title_size + 16.0 + 0.5 * theme::subtitle_size),
                           heading.subtitle, subtitle, Align::left, false});
    block.height = theme::title_size + 16.0 + theme::subtitle_size;
    return block;
}

double scale_bar_length(double pixels_per_metre, double room) {
    double best = 0.01;
    for (double power = 0.01; power <= 1000.0; power *= 10.0) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            if (digit * power * pixels_per_metre <= room) {
                best = digit * power;
            }
        }
    }
    return best;
}

Drawing scale_bar(double metres, double pixels_per_metre) {
    constexpr double thick = 10.0;  // [px]
    const double half = 0.5 * metres * pixels_per_metre;
    const Pen rim{theme::ink, 0.0, 1.5, {}, false};
    const auto box = [&](double from) {
        return Ring{{from, 0.0}, {from + half, 0.0}, {from + half, thick}, {from, thick}};
    };
    Drawing drawing;
    drawing.add(Area{{box(0.0)}, theme::ink, {}, rim});
    drawing.add(Area{{box(half)}, theme::paper, {}, rim});
    const TextStyle style{20.0, theme::ink, false, {}};
    drawing.add(Text{Vec2(0.0, thick + 18.0), "0", style, Align::centre, false});
    drawing.add(Text{Vec2(half, thick + 18.0), fmt::format("{:g}", 0.5 * metres), style,
                     Align::centre, false});
    drawing.add(Text{Vec2(2.0 * half, thick + 18.0), fmt::format("{:g} m", metres), style,
                     Align::centre, false});
    return drawing;
}

Vec2 north(const Plan& plan) {
    // The x axis lies `rotation` to the left of east, so north lies as much to the right of y.
    const double turn = plan.rotation * std::numbers::pi / 180.0;
    return {std::sin(turn), std::cos(turn)};
}

namespace {

Drawing north_arrow(const Vec2& direction) {
    constexpr double length = 30.0;               // from the middle to the tip [px]
    const Vec2 d(direction.x(), -direction.y());  // the page's y points down
    const Vec2 side = 0.42 * length * left_of(d);
    Drawing drawing;
    drawing.add(Area{{{length * d, -length * d + side, -0.55 * length * d}},
                     theme::ink,
                     {},
                     Pen{theme::ink, 0.0, 1.5, {}, true}});
    drawing.add(Area{{{length * d, -length * d - side, -0.55 * length * d}},
                     theme::paper,
                     {},
                     Pen{theme::ink, 0.0, 1.5, {}, true}});
    drawing.add(Text{(length + 20.0) * d, "N", {22.0, theme::ink, true, {}}, Align::centre, false});
    return drawing;
}

}  // namespace

PlanPage plan_page(const Plan& plan, const Box& extent, const Heading& heading, Block footer,
                   const MeasureText& measure) {
    const PageFit fit = fit_page(extent);
    const double inner = fit.width - 2.0 * theme::margin;
    Block top = heading_block(heading, inner - 120.0, measure);
    const Vec2 size = fit.scale * extent.size();
    const double plan_height = size.y() + 2.0 * sign_room;

    PlanPage page;
    const double plan_top = theme::margin + top.height + block_gap;
    page.plan_box = {Vec2(theme::margin, plan_top),
                     Vec2(theme::margin + inner, plan_top + plan_height)};
    const Vec2 middle = 0.5 * (page.plan_box.low + page.plan_box.high);
    const Vec2 centre = 0.5 * (extent.low + extent.high);
    page.view.scale = fit.scale;
    page.view.origin = middle + fit.scale * Vec2(-centre.x(), centre.y());

    const double footer_top = page.plan_box.high.y() + block_gap;
    page.sheet.width = fit.width;
    page.sheet.height =
        std::round(footer_top + std::max(footer.height, 60.0) + 0.8 * theme::margin);

    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    page.sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    page.sheet.panes.push_back({std::move(footer.drawing), at(theme::margin, footer_top), {}});
    const double bar = scale_bar_length(fit.scale, bar_room);
    page.sheet.panes.push_back(
        {scale_bar(bar, fit.scale),
         at(fit.width - theme::margin - 30.0 - bar * fit.scale, footer_top + 14.0),
         {}});
    if (plan.origin) {
        page.sheet.panes.push_back({north_arrow(north(plan)),
                                    at(fit.width - theme::margin - 45.0, theme::margin + 50.0),
                                    {}});
    }
    return page;
}

std::string level_name(const Plan& plan, int level, Language language) {
    const Level& storey = plan.levels[static_cast<std::size_t>(level)];
    const std::string name = storey.name.in(language);
    return name.empty() ? storey.id : name;
}

std::string level_line(const Plan& plan, int level, Language language) {
    const double height = plan.levels[static_cast<std::size_t>(level)].elevation;
    // The sign before zero is Chinese usage; in our face it is as wide as an ideograph.
    const std::string zero = language == Language::zh ? "±0.00" : "0.00";
    const std::string metres =
        std::abs(height) < 0.005
            ? zero
            : fmt::format("{}{:.2f}", height < 0.0 ? "−" : "+", std::abs(height));
    return say(language, MessageId::picture_level, level_name(plan, level, language), metres);
}

}  // namespace evac::render
