#include "render/drawing/level_layers.hpp"

#include "render/drawing/doors.hpp"
#include "render/drawing/labels.hpp"
#include "render/drawing/level.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/stairs.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac::render {

namespace {

template <class Elements>
const auto& at(const Elements& elements, int index) {
    return elements[static_cast<std::size_t>(index)];
}

std::vector<Ring> on_page(std::vector<Ring> rings, const View& view) {
    for (Ring& ring : rings) {
        for (Vec2& p : ring) {
            p = view.to_page(p);
        }
    }
    return rings;
}

Box box_of(const std::vector<Vec2>& points, const View& view) {
    Ring ring;
    for (const Vec2& p : points) {
        ring.push_back(view.to_page(p));
    }
    return bounding_box(Polygon{ring, {}});
}

/// The line of ascent of each flight, with the word for "up" at its foot.
Drawing ascents(const LevelSubject& subject, const LevelParts& parts, const View& view,
                std::vector<Box>& taken) {
    Drawing drawing;
    const Plan& plan = subject.plan;
    const TextStyle style{17.0, theme::soft_ink, false, {}};
    const Pen pen{theme::soft_ink, 0.0, 1.8, {}, false};
    const auto add = [&](int unit) {
        const auto line = flight_line(plan, unit, at(parts.openings_of_unit, unit));
        if (!line) {
            return;
        }
        const double length = view.scale * line->length();
        const Vec2 way = line->up();
        const bool worded = length > 90.0;
        const double start = worded ? 36.0 : 8.0;
        if (length < 24.0) {
            return;
        }
        const Vec2 tip = line->head - 8.0 / view.scale * way;
        drawing.add(Line{{line->foot + start / view.scale * way, tip}, pen, false});
        drawing.add(arrow_head(tip, view.direction(way), 13.0, theme::soft_ink));
        if (worded) {
            const Vec2 place = line->foot + 20.0 / view.scale * way;
            drawing.add(Text{place, say(subject.language, MessageId::picture_up), style,
                             Align::centre, false});
        }
        taken.push_back(box_of({line->foot, line->head}, view));
    };
    for (const int unit : parts.units) {
        if (at(plan.units, unit).kind == UnitKind::flight) {
            add(unit);
        }
    }
    for (const int unit : parts.flights_below) {
        add(unit);
    }
    return drawing;
}

/// The name of the building in the middle of what it covers on the ground, where it fits there.
Drawing building_name(const LevelSubject& subject, const LevelParts& parts, const View& view,
                      const MeasureText& measure, std::vector<Box>& taken) {
    Drawing drawing;
    std::vector<Vec2> corners;
    for (const int unit : parts.buildings) {
        const Ring& outer = at(subject.plan.units, unit).polygon.outer;
        corners.insert(corners.end(), outer.begin(), outer.end());
    }
    if (corners.empty()) {
        return drawing;
    }
    const Box box = box_of(corners, view);
    const std::string name = subject.plan.name.in(subject.language);
    const TextStyle style{26.0, theme::soft_ink, false, {}};
    const double width = measure(name, style);
    const Vec2 middle = 0.5 * (box.low + box.high);
    const Vec2 size(width + 20.0, 40.0);
    if (width > 0.0 && size.x() < box.size().x() && size.y() < box.size().y()) {
        drawing.add(Text{view.to_drawing(middle), name, style, Align::centre, false});
        taken.push_back({middle - 0.5 * size, middle + 0.5 * size});
    }
    return drawing;
}

/// "56 m2" or, where people are known, how many start here.
std::string detail_of(const LevelSubject& subject, int unit, const std::vector<int>& people) {
    if (people.empty()) {
        const double square_metres = area(at(subject.plan.units, unit).polygon);
        return say(subject.language, MessageId::picture_area, std::llround(square_metres));
    }
    const int count = at(people, unit);
    return count > 0 ? say(subject.language, MessageId::picture_people, count) : std::string();
}

std::vector<LabelWish> area_wishes(const LevelSubject& subject, const LevelParts& parts,
                                   const View& view) {
    std::vector<LabelWish> wishes;
    const Plan& plan = subject.plan;
    for (const int index : parts.assembly_areas) {
        const AssemblyArea& place = at(plan.assembly_areas, index);
        std::string name = place.name.in(subject.language);
        if (name.empty()) {
            name = say(subject.language, MessageId::picture_assembly_area);
        }
        wishes.push_back(
            {on_page(rings_of(place.polygon), view), name, "", theme::safety_green, {}});
    }
    return wishes;
}

std::vector<LabelWish> unit_wishes(const LevelSubject& subject, const LevelParts& parts,
                                   const std::vector<int>& people, const View& view) {
    std::vector<LabelWish> wishes;
    const Plan& plan = subject.plan;
    // Small units first: the large ones have other places to go to.
    std::vector<std::pair<double, int>> by_area;
    for (const int unit : parts.units) {
        if (at(plan.units, unit).kind != UnitKind::flight) {
            by_area.emplace_back(area(at(plan.units, unit).polygon), unit);
        }
    }
    std::sort(by_area.begin(), by_area.end());
    for (const auto& [size, unit] : by_area) {
        const Unit& u = at(plan.units, unit);
        const bool entered = walkable(u);
        wishes.push_back({on_page(rings_of(u.polygon), view), unit_name(u, subject.language),
                          entered ? detail_of(subject, unit, people) : std::string(),
                          entered ? theme::ink : theme::soft_ink,
                          entered ? std::nullopt : std::optional(theme::unwalkable),
                          0.5 * wall_width * view.scale});
    }
    return wishes;
}

}  // namespace

std::string unit_name(const Unit& unit, Language language) {
    const std::string name = unit.name.in(language);
    if (!name.empty()) {
        return name;
    }
    // IMDF unit categories that people would name a room by; "restroom.female" is a restroom too.
    const std::string category = unit.category.substr(0, unit.category.find('.'));
    const std::pair<const char*, MessageId> names[] = {
        {"classroom", MessageId::picture_classroom},
        {"office", MessageId::picture_office},
        {"restroom", MessageId::picture_restroom},
        {"storage", MessageId::picture_storage},
        {"lobby", MessageId::picture_lobby},
        {"auditorium", MessageId::picture_auditorium},
        {"library", MessageId::picture_library},
        {"kitchen", MessageId::picture_kitchen},
        {"laboratory", MessageId::picture_laboratory},
        {"elevator", MessageId::picture_elevator},
        {"mechanicalroom", MessageId::picture_plant},
        {"vestibule", MessageId::picture_vestibule}};
    for (const auto& [known, id] : names) {
        if (category == known) {
            return say(language, id);
        }
    }
    return {};
}

LevelLayers level_layers(const LevelSubject& subject, const LevelParts& parts, const View& view,
                         const Box& room, const LayerWishes& wishes, const MeasureText& measure) {
    const Plan& plan = subject.plan;
    LevelLayers layers;
    layers.taken = wishes.taken;
    std::vector<Box>& taken = layers.taken;
    std::vector<Box> avoid;
    layers.ground = level_floors(plan, parts, Detail::full, 1.0 / view.scale);
    layers.ground.add(ascents(subject, parts, view, avoid));
    layers.ground.add(level_walls(plan, parts, Detail::full));
    Drawing locks = closure_signs(plan, parts, view, subject.language, measure, taken);
    layers.signs = exit_signs(plan, parts, view, room, subject.language, measure, taken,
                              wishes.exit_numbers ? &layers.exit_numbers : nullptr);
    layers.signs.add(std::move(locks));
    for (const int index : parts.openings) {
        const Opening& opening = at(plan.openings, index);
        const std::vector<Vec2> sweep = swept(plan, opening);
        if (!sweep.empty()) {
            avoid.push_back(box_of(sweep, view));
        }
    }
    for (const int index : parts.fixtures) {
        avoid.push_back(box_of(at(plan.fixtures, index).polygon.outer, view));
    }
    PlaceMarks pointed = draw_place_marks(plan, wishes.marks, view, measure, taken);
    layers.pins = std::move(pointed.bars);
    layers.pins.add(std::move(pointed.pins));
    layers.pin_middles = std::move(pointed.middles);
    layers.ground.add(building_name(subject, parts, view, measure, taken));
    const std::vector<LabelWish> areas = area_wishes(subject, parts, view);
    layers.names = label_drawing(place_labels(areas, taken, {}, measure), areas);
    for (const int index : parts.assembly_areas) {
        taken.push_back(box_of(at(plan.assembly_areas, index).polygon.outer, view));
    }
    const std::vector<LabelWish> units = unit_wishes(subject, parts, wishes.people_in_unit, view);
    layers.names.add(label_drawing(place_labels(units, taken, avoid, measure), units));
    return layers;
}

}  // namespace evac::render
