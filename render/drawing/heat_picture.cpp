#include "render/drawing/heat_picture.hpp"

#include "render/drawing/density_scale.hpp"
#include "render/drawing/labels.hpp"
#include "render/drawing/level.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace evac::render {

namespace {

const Colour nothing{1.0, 1.0, 1.0, 0.0};

/// A ring around the densest place and how dense it was, written beside it clear of `taken`.
Drawing highest_mark(const LevelSubject& subject, const DensityMap& map, const PlanPage& page,
                     const MeasureText& measure, const std::vector<Box>& taken) {
    Drawing drawing;
    const auto highest = std::max_element(map.peak.begin(), map.peak.end());
    if (highest == map.peak.end() || *highest <= 0.0F) {
        return drawing;
    }
    const auto index = static_cast<int>(highest - map.peak.begin());
    const Vec2 at =
        map.origin + map.cell * Vec2(index % map.columns + 0.5, index / map.columns + 0.5);
    const double radius = std::max(14.0, 0.9 * map.cell * page.view.scale);
    const std::string words =
        say(subject.language, MessageId::picture_highest, fmt::format("{:.1f}", *highest));
    const TextStyle style{22.0, theme::ink, true, {}};
    const Vec2 size(measure(words, style) + 24.0, 36.0);

    const Vec2 place = page.view.to_page(at);
    const double away = radius + 8.0;
    const Vec2 beside(away + 0.5 * size.x(), 0.0);
    const Vec2 above(0.0, away + 0.5 * size.y());
    Vec2 centre = beside;
    for (const Vec2& offset : {beside, Vec2(-beside), above, Vec2(-above)}) {
        const Vec2 middle = place + Vec2(offset.x(), -offset.y());
        const Box box{middle - 0.5 * size, middle + 0.5 * size};
        if (page.plan_box.contains(box.low) && page.plan_box.contains(box.high) &&
            std::none_of(taken.begin(), taken.end(),
                         [&](const Box& other) { return overlap(box, other); })) {
            centre = offset;
            break;
        }
    }
    Mark mark{at, {}};
    mark.parts.push_back(
        Area{{circle(Vec2::Zero(), radius)}, {}, {}, Pen{theme::paper, 0.0, 6.0, {}, false}});
    mark.parts.push_back(
        Area{{circle(Vec2::Zero(), radius)}, {}, {}, Pen{theme::ink, 0.0, 2.5, {}, false}});
    mark.parts.push_back(Area{{rounded_rectangle(centre, size, 6.0)},
                              theme::paper,
                              {},
                              Pen{theme::soft_ink, 0.0, 1.2, {}, false}});
    mark.parts.push_back(Text{centre, words, style, Align::centre, false});
    drawing.add(std::move(mark));
    return drawing;
}

}  // namespace

Lattice density_lattice(const Plan& plan, const LevelParts& parts, const DensityMap& map) {
    Lattice lattice{map.origin, map.cell, map.columns, map.rows, {}, {}};
    for (const float peak : map.peak) {
        lattice.colours.push_back(peak > 0.0F ? density_colour(static_cast<double>(peak))
                                              : nothing);
    }
    for (const int index : parts.units) {
        const Unit& unit = plan.units[static_cast<std::size_t>(index)];
        if (walkable(unit)) {
            for (Ring& ring : rings_of(unit.polygon)) {
                lattice.clip.push_back(std::move(ring));
            }
        }
    }
    return lattice;
}

Block density_legend(double width, bool on_paper, Language language, const MeasureText& measure) {
    const double bar = std::min(width, density_scale_width);
    constexpr double top = 36.0;
    constexpr double thick = 40.0;
    const TextStyle small{20.0, theme::soft_ink, false, {}};
    const TextStyle number{20.0, theme::ink, false, {}};
    Block block;
    block.drawing.add(Text{Vec2(0.0, 12.0), say(language, MessageId::picture_service_levels), small,
                           Align::left, false});
    constexpr int strips = 230;
    for (int i = 0; i < strips; ++i) {
        const double left = static_cast<double>(i) / strips;
        const double right = static_cast<double>(i + 1) / strips;
        // The colour of a place on the scale: look up the density that stands there.
        const double place = 0.5 * (left + right);
        double density = 0.0;
        for (const DensityClass& c : density_classes()) {
            if (place >= c.left) {
                density = c.from + (place - c.left) / (c.right - c.left) * (c.to - c.from);
            }
        }
        block.drawing.add(
            Area{{{{left * bar, top}, {bar, top}, {bar, top + thick}, {left * bar, top + thick}}},
                 density_colour(density),
                 {},
                 {}});
    }
    for (const DensityClass& c : density_classes()) {
        const double middle = 0.5 * (c.left + c.right) * bar;
        const Colour ground = density_colour(0.5 * (c.from + c.to));
        const Colour words = lightness(ground) > 60.0 ? theme::ink : theme::paper;
        std::string label(c.level);
        if (label.empty()) {
            label = say(language,
                        c.from < 4.0 ? MessageId::picture_crowded : MessageId::picture_dangerous);
        }
        block.drawing.add(Text{Vec2(middle, top + 0.5 * thick),
                               label,
                               {c.level.empty() ? 18.0 : 22.0, words, true, {}},
                               Align::centre,
                               false});
        const double x = c.left * bar;
        block.drawing.add(Line{{Vec2(x, top), Vec2(x, top + thick + 8.0)},
                               Pen{c.left > 0.0 ? with_alpha(theme::paper, 0.9) : theme::soft_ink,
                                   0.0,
                                   c.left > 0.0 ? 2.0 : 1.2,
                                   {},
                                   false},
                               false});
        block.drawing.add(Line{{Vec2(x, top + thick), Vec2(x, top + thick + 8.0)},
                               Pen{theme::soft_ink, 0.0, 1.4, {}, false},
                               false});
        block.drawing.add(Text{Vec2(x, top + thick + 22.0), fmt::format("{:g}", c.from), number,
                               c.left > 0.0 ? Align::centre : Align::left, false});
    }
    block.drawing.add(Area{{{{0.0, top}, {bar, top}, {bar, top + thick}, {0.0, top + thick}}},
                           {},
                           {},
                           Pen{theme::soft_ink, 0.0, 1.2, {}, false}});
    const std::string unit = say(language, MessageId::picture_density_unit);
    block.drawing.add(Text{Vec2(bar, top + thick + 22.0), unit, number, Align::right, false});
    const std::string white = say(language, MessageId::picture_unvisited);
    if (on_paper && measure(white, small) < 0.5 * bar) {
        block.drawing.add(Text{Vec2(bar, 12.0), white, small, Align::right, false});
    }
    block.height = top + thick + 40.0;
    return block;
}

Sheet heat_sheet(const LevelSubject& subject, const DensityMap& map, const MeasureText& measure) {
    const Plan& plan = subject.plan;
    const LevelParts parts = level_parts(subject);
    const Box extent = level_extent(plan, parts);
    const PageFit fit = fit_page(extent);
    const Heading heading{subject.title.in(subject.language),
                          say(subject.language, MessageId::picture_heat_title,
                              level_line(plan, subject.level, subject.language))};
    PlanPage page =
        plan_page(plan, extent, heading,
                  density_legend(footer_width(fit), true, subject.language, measure), measure);

    Drawing picture = level_floors(plan, parts, Detail::background, 1.0 / page.view.scale);
    picture.add(density_lattice(plan, parts, map));
    picture.add(level_walls(plan, parts, Detail::background));
    page.sheet.panes.push_back({std::move(picture), page.view, page.plan_box});
    std::vector<Box> taken;
    Drawing locks = closure_signs(plan, parts, page.view, subject.language, measure, taken);
    Drawing signs =
        exit_signs(plan, parts, page.view, page.plan_box, subject.language, measure, taken);
    signs.add(std::move(locks));
    signs.add(highest_mark(subject, map, page, measure, taken));
    page.sheet.panes.push_back({std::move(signs), page.view, {}});
    return page.sheet;
}

}  // namespace evac::render
