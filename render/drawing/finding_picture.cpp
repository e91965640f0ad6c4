#include "render/drawing/finding_picture.hpp"

#include "render/drawing/dimension.hpp"
#include "render/drawing/key_map.hpp"
#include "render/drawing/labels.hpp"
#include "render/drawing/level.hpp"
#include "render/drawing/level_layers.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/wrap.hpp"
#include "sim/findings/quantity.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac::render {

namespace {

constexpr double page_width = 1920.0;    // [px]
constexpr double plan_width = 1180.0;    // [px]
constexpr double plan_height = 800.0;    // [px]
constexpr double column_gap = 52.0;      // [px]
constexpr double key_map_height = 300.0; // [px]

View page_view(double x, double y) {
    return {1.0, Vec2(x, y), false};
}

bool touches(const Box& box, const Segment& line) {
    return box.contains(line.a) || box.contains(line.b) || box.contains(line.middle());
}

/// The element in the colour that points: a rim around a thing or a room, a bar along an opening.
Drawing pointed_at(const Plan& plan, const std::string& id) {
    Drawing drawing;
    if (const int fixture = find_fixture(plan, id); fixture >= 0) {
        const Polygon& polygon = plan.fixtures[static_cast<std::size_t>(fixture)].polygon;
        drawing.add(Area{rings_of(polygon), with_alpha(pointer_colour, 0.12), {},
                         Pen{theme::paper, 0.0, 8.0, {}, true}});
        drawing.add(Area{rings_of(polygon), {}, {}, Pen{pointer_colour, 0.0, 4.5, {}, true}});
    } else if (const int opening = find_opening(plan, id); opening >= 0) {
        const Segment& line = plan.openings[static_cast<std::size_t>(opening)].line;
        drawing.add(Line{{line.a, line.b},
                         Pen{with_alpha(pointer_colour, 0.3), wall_width + 0.25, 22.0, {}, true},
                         false});
    } else if (const int unit = find_unit(plan, id); unit >= 0) {
        const Unit& place = plan.units[static_cast<std::size_t>(unit)];
        drawing.add(Area{rings_of(place.polygon), {}, {},
                         Pen{with_alpha(pointer_colour, 0.55), 0.0, 7.0, {22.0, 12.0}, false}});
    }
    return drawing;
}

/// Names of rooms and of the things that stand in the window, clear of `taken`.
Drawing names(const LevelSubject& subject, const LevelParts& parts, const View& view,
              const Box& room, const std::vector<Box>& taken, const MeasureText& measure) {
    std::vector<LabelWish> wishes;
    const auto wish = [&](const Polygon& polygon, const std::string& name, const Colour& colour,
                          bool halo, double rim) {
        Ring ring;
        for (const Vec2& p : polygon.outer) {
            ring.push_back(view.to_page(p));
        }
        ring = clipped(ring, room);
        if (ring.size() > 2 && !name.empty()) {
            wishes.push_back({{ring}, name, "", colour,
                              halo ? std::optional(theme::paper) : std::nullopt, rim});
        }
    };
    for (const int index : parts.fixtures) {
        const Fixture& thing = subject.plan.fixtures[static_cast<std::size_t>(index)];
        wish(thing.polygon, thing.name.in(subject.language), theme::ink, true, 0.0);
    }
    std::vector<Box> avoid;
    for (const int index : parts.fixtures) {
        Ring ring;
        for (const Vec2& p : subject.plan.fixtures[static_cast<std::size_t>(index)].polygon.outer) {
            ring.push_back(view.to_page(p));
        }
        avoid.push_back(bounding_box(Polygon{ring, {}}));
    }
    for (const int index : parts.units) {
        const Unit& unit = subject.plan.units[static_cast<std::size_t>(index)];
        if (unit.kind != UnitKind::flight) {
            wish(unit.polygon, unit_name(unit, subject.language), theme::soft_ink, true,
                 0.5 * wall_width * view.scale);
        }
    }
    return label_drawing(place_labels(wishes, taken, avoid, measure), wishes);
}

/// Lines of words below one another; returns where the next may begin.
double write(Drawing& drawing, double x, double y, const std::vector<std::string>& lines,
             const TextStyle& style) {
    for (const std::string& line : lines) {
        drawing.add(Text{Vec2(x, y + 0.68 * style.size), line, style, Align::left, false});
        y += 1.36 * style.size;
    }
    return y;
}

/// What the finding says in numbers and what to do about it.
Block facts_block(const Finding& finding, Language language, double width,
                  const MeasureText& measure) {
    Block block;
    double y = 0.0;
    const TextStyle name{22.0, theme::soft_ink, false, {}};
    const TextStyle value{26.0, theme::ink, false, {}};
    const auto fact = [&](MessageId id, const std::string& words, const TextStyle& style) {
        if (words.empty()) {
            return;
        }
        constexpr double beside = 150.0;
        block.drawing.add(Text{Vec2(0.0, y + 0.68 * style.size), say(language, id), name,
                               Align::left, false});
        y = write(block.drawing, beside, y, wrapped(words, style, width - beside, measure), style);
        y += 12.0;
    };
    for (const FindingFact& one : facts_of(finding)) {
        fact(one.name, one.words.in(language),
             one.name == MessageId::finding_fact_measured
                 ? TextStyle{44.0, pointer_colour, true, {}}
                 : value);
    }
    const std::string remedy = finding.remedy.in(language);
    if (!remedy.empty()) {
        constexpr double inset = 22.0;
        const TextStyle head{22.0, theme::safety_green, true, {}};
        const auto lines = wrapped(remedy, value, width - 2.0 * inset, measure);
        const double high =
            2.0 * inset + 1.36 * (head.size + value.size * static_cast<double>(lines.size()));
        y += 8.0;
        block.drawing.add(Area{{rounded_rectangle(Vec2(0.5 * width, y + 0.5 * high),
                                                  Vec2(width, high), 8.0)},
                               with_alpha(theme::safety_green, 0.08),
                               {},
                               {}});
        double below = write(block.drawing, inset, y + inset,
                             {say(language, MessageId::finding_fact_remedy)}, head);
        below = write(block.drawing, inset, below, lines, value);
        y += high;
    }
    block.height = y;
    return block;
}

/// Severity as a chip of colour, shape and word, then the level.
Block severity_line(const Plan& plan, const Finding& finding, int number, Language language,
                    const MeasureText& measure) {
    Block block;
    const Colour colour = severity_colour(finding.severity);
    const Colour letters = lightness(colour) > 60.0 ? theme::ink : theme::paper;
    const TextStyle style{26.0, letters, true, {}};
    const std::string words = say(language, severity_message(finding.severity));
    const double wide = measure(words, style) + 40.0;
    block.drawing.add(severity_pin(Vec2(30.0, 24.0), Vec2::Zero(), std::to_string(number),
                                   finding.severity));
    block.drawing.add(
        Area{{rounded_rectangle(Vec2(74.0 + 0.5 * wide, 24.0), Vec2(wide, 46.0), 8.0)}, colour, {},
             {}});
    block.drawing.add(Text{Vec2(74.0 + 0.5 * wide, 24.0), words, style, Align::centre, false});
    block.drawing.add(Text{Vec2(74.0 + wide + 28.0, 24.0),
                           level_line(plan, finding.level, language),
                           {theme::subtitle_size, theme::soft_ink, false, {}},
                           Align::left,
                           false});
    block.height = 48.0;
    return block;
}

}  // namespace

Box finding_window(const Plan& plan, const Finding& finding, double aspect) {
    constexpr double usual = 12.0;  // [m]
    constexpr double least = 8.0;
    constexpr double most = 30.0;
    double across = usual;
    if (finding.dimension) {
        across = std::clamp(6.0 * finding.dimension->line.length(), least, most);
        across = std::max(across, 1.4 * finding.dimension->line.length() * std::max(1.0, aspect));
    }
    if (const int index = find_fixture(plan, finding.element); index >= 0) {
        const Vec2 size =
            bounding_box(plan.fixtures[static_cast<std::size_t>(index)].polygon).size();
        across = std::max(across, std::min(most, 2.5 * size.maxCoeff()));
    }
    if (const int index = find_unit(plan, finding.element); index >= 0 && !finding.dimension) {
        // A room is shown with its doors.
        const Vec2 size = bounding_box(plan.units[static_cast<std::size_t>(index)].polygon).size();
        constexpr double largest = 80.0;  // [m]
        across = std::clamp(1.2 * std::max(size.x(), size.y() * aspect), across, largest);
    }
    const Vec2 half(0.5 * across, 0.5 * across / aspect);
    Vec2 centre = finding.place.value_or(Vec2::Zero());
    if (finding.dimension) {
        centre = finding.dimension->line.middle();
    }
    return {centre - half, centre + half};
}

std::optional<Sheet> finding_sheet(const LevelSubject& subject, const Finding& finding, int number,
                                   const MeasureText& measure) {
    const Plan& plan = subject.plan;
    if (!finding.place || finding.level < 0 ||
        finding.level >= static_cast<int>(plan.levels.size())) {
        return std::nullopt;
    }
    LevelSubject here = subject;
    here.level = finding.level;
    const Language language = subject.language;
    const LevelParts parts = level_parts(here);

    const double inner = page_width - 2.0 * theme::margin;
    const TextStyle title{theme::title_size, theme::ink, true, {}};
    Drawing words;
    double top = write(words, 0.0, 0.0, wrapped(finding.text.in(language), title, inner, measure),
                       title) +
                 10.0;
    Block chips = severity_line(plan, finding, number, language, measure);
    const double chips_top = theme::margin + top;
    const double plan_top = chips_top + chips.height + 34.0;

    const Box window = finding_window(plan, finding, plan_width / plan_height);
    PlanPage page;
    page.plan_box = {Vec2(theme::margin, plan_top),
                     Vec2(theme::margin + plan_width, plan_top + plan_height)};
    page.view.scale = plan_width / window.size().x();
    const Vec2 centre = 0.5 * (window.low + window.high);
    page.view.origin = 0.5 * (page.plan_box.low + page.plan_box.high) +
                       page.view.scale * Vec2(-centre.x(), centre.y());

    LevelParts near = parts;
    std::erase_if(near.openings, [&](int index) {
        return !touches(window, plan.openings[static_cast<std::size_t>(index)].line);
    });
    std::erase_if(near.closures, [&](const Closure& closure) {
        return !touches(window, plan.openings[static_cast<std::size_t>(closure.opening)].line);
    });

    Drawing picture = level_floors(plan, parts, Detail::full, 1.0 / page.view.scale);
    picture.add(level_walls(plan, parts, Detail::full));
    picture.add(pointed_at(plan, finding.element));
    for (const std::string& id : finding.also) {
        if (find_unit(plan, id) < 0) {  // a room round the thing is no second thing to look at
            picture.add(pointed_at(plan, id));
        }
    }
    std::vector<Box> taken;
    Drawing signs = closure_signs(plan, near, page.view, language, measure, taken);
    Vec2 pin_side(0.6, 0.8);
    if (finding.dimension) {
        DimensionDrawing line = dimension_drawing(*finding.dimension, page.view, page.plan_box,
                                                  taken, language, measure);
        taken.push_back(line.label);
        const Vec2 middle = page.view.to_page(finding.dimension->line.middle());
        const Vec2 away = middle - 0.5 * (line.label.low + line.label.high);
        if (away.norm() > 1.0) {
            pin_side = Vec2(away.x(), -away.y()).normalized();
        }
        signs.add(std::move(line.drawing));
    }
    const Vec2 pin = 78.0 * pin_side;
    signs.add(severity_pin(*finding.place, pin, std::to_string(number), finding.severity));
    const Vec2 pin_place = page.view.to_page(*finding.place) + Vec2(pin.x(), -pin.y());
    taken.push_back({pin_place - Vec2(32.0, 32.0), pin_place + Vec2(32.0, 32.0)});
    signs.add(exit_signs(plan, near, page.view, page.plan_box, language, measure, taken));
    Drawing labels = names(here, near, page.view, page.plan_box, taken, measure);

    const double column = inner - plan_width - column_gap;
    Block facts = facts_block(finding, language, column, measure);
    const double column_x = theme::margin + plan_width + column_gap;
    const double map_top =
        std::max(plan_top + facts.height + 40.0, page.plan_box.high.y() - key_map_height - 40.0);
    const Box map_box{Vec2(column_x, map_top + 40.0),
                      Vec2(column_x + column, map_top + 40.0 + key_map_height)};

    Sheet sheet;
    sheet.width = page_width;
    const double bar_top = page.plan_box.high.y() + 22.0;
    sheet.height = std::round(std::max(bar_top + 60.0, map_box.high.y() + 20.0) + 0.5 * theme::margin);
    sheet.panes.push_back({std::move(words), page_view(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(chips.drawing), page_view(theme::margin, chips_top), {}});
    sheet.panes.push_back({std::move(picture), page.view, page.plan_box});
    sheet.panes.push_back({std::move(labels), page_view(0.0, 0.0), page.plan_box});
    sheet.panes.push_back({std::move(signs), page.view, page.plan_box});
    Drawing frame;
    frame.add(Area{{rounded_rectangle(0.5 * (page.plan_box.low + page.plan_box.high),
                                      page.plan_box.size(), 2.0)},
                   {},
                   {},
                   Pen{theme::faint_ink, 0.0, 2.0, {}, false}});
    frame.add(Text{Vec2(column_x, map_top + 14.0), say(language, MessageId::picture_finding_key_map),
                   {22.0, theme::soft_ink, false, {}}, Align::left, false});
    const double bar = scale_bar_length(page.view.scale, 300.0);
    sheet.panes.push_back({std::move(frame), page_view(0.0, 0.0), {}});
    sheet.panes.push_back(
        {scale_bar(bar, page.view.scale), page_view(theme::margin + 4.0, bar_top), {}});
    sheet.panes.push_back({std::move(facts.drawing), page_view(column_x, plan_top), {}});
    sheet.panes.push_back(key_map(plan, parts, window, *finding.place, map_box));
    return sheet;
}

}  // namespace evac::render
