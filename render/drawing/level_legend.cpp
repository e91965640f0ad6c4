#include "render/drawing/level_legend.hpp"

#include "render/drawing/level.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <algorithm>
#include <utility>

namespace evac::render {

namespace {

template <class Elements>
const auto& at(const Elements& elements, int index) {
    return elements[static_cast<std::size_t>(index)];
}

LegendItem floor_item(UnitKind kind, const std::string& words) {
    const Ring ring = rounded_rectangle(Vec2::Zero(), swatch_size, 3.0);
    Area area{{ring}, floor_colour(kind), {}, Pen{theme::faint_ink, 0.0, 1.5, {}, false}};
    Drawing swatch;
    if (kind == UnitKind::unwalkable) {
        area.hatch = Hatch{theme::faint_ink, 9.0, 0.8, false};
    }
    swatch.add(area);
    if (kind == UnitKind::flight) {
        for (const double x : {-17.0, -8.5, 0.0, 8.5, 17.0}) {
            swatch.add(Line{{Vec2(x, -15.0), Vec2(x, 15.0)},
                            Pen{theme::faint_ink, 0.0, 1.0, {}, false},
                            false});
        }
        swatch.add(Line{
            {Vec2(-20.0, 0.0), Vec2(18.0, 0.0)}, Pen{theme::soft_ink, 0.0, 1.8, {}, false}, false});
        swatch.add(arrow_head(Vec2(20.0, 0.0), Vec2::UnitX(), 12.0, theme::soft_ink));
    }
    return {swatch, words};
}

}  // namespace

std::vector<LegendItem> level_legend(const LevelSubject& subject, const LevelParts& parts) {
    const Plan& plan = subject.plan;
    std::vector<LegendItem> items;
    const auto words = [&](MessageId id) { return say(subject.language, id); };
    const std::pair<UnitKind, MessageId> kinds[] = {
        {UnitKind::room, MessageId::picture_room},
        {UnitKind::passage, MessageId::picture_passage},
        {UnitKind::flight, MessageId::picture_flight},
        {UnitKind::ramp, MessageId::picture_ramp},
        {UnitKind::outdoors, MessageId::picture_outdoors},
        {UnitKind::unwalkable, MessageId::picture_unwalkable}};
    for (const auto& [kind, id] : kinds) {
        const auto of_kind = [&, wanted = kind](int unit) {
            return at(plan.units, unit).kind == wanted;
        };
        const bool from_below = kind == UnitKind::flight && !parts.flights_below.empty();
        if (from_below || std::any_of(parts.units.begin(), parts.units.end(), of_kind)) {
            items.push_back(floor_item(kind, words(id)));
        }
    }
    bool exit = false;
    for (const int index : parts.openings) {
        exit = exit || at(plan.openings, index).exit;
    }
    if (exit) {
        Drawing swatch;
        swatch.add(Line{{Vec2(-24.0, 0.0), Vec2(24.0, 0.0)},
                        Pen{theme::safety_green, 0.0, 7.0, {}, false},
                        false});
        items.push_back({swatch, words(MessageId::picture_exit_legend)});
    }
    for (const bool locked : {true, false}) {
        if (std::any_of(parts.closures.begin(), parts.closures.end(),
                        [&](const Closure& closure) { return closure.locked == locked; })) {
            Drawing swatch;
            swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)},
                            Pen{theme::shut_red, 0.0, 6.0, {}, false},
                            false});
            swatch.add(locked ? padlock(Vec2::Zero()) : no_entry(Vec2::Zero()));
            items.push_back(
                {swatch, words(locked ? MessageId::picture_locked : MessageId::picture_blocked)});
        }
    }
    bool furniture = false;
    bool goods = false;
    for (const int index : parts.fixtures) {
        const bool plain = is_furniture(at(plan.fixtures, index));
        furniture = furniture || plain;
        goods = goods || !plain;
    }
    for (const bool plain : {true, false}) {
        if (plain ? furniture : goods) {
            Drawing swatch;
            Area area = fixture_area({rounded_rectangle(Vec2::Zero(), swatch_size, 3.0)}, plain);
            swatch.add(area);
            items.push_back(
                {swatch, words(plain ? MessageId::picture_furniture : MessageId::picture_goods)});
        }
    }
    if (!parts.assembly_areas.empty()) {
        Drawing swatch;
        swatch.add(Area{{rounded_rectangle(Vec2::Zero(), swatch_size, 3.0)},
                        with_alpha(theme::safety_green, 0.1),
                        {},
                        Pen{theme::safety_green, 0.0, 2.5, {10.0, 6.0}, false}});
        items.push_back({swatch, words(MessageId::picture_assembly_area)});
    }
    return items;
}

}  // namespace evac::render
