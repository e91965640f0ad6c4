#include "sim/findings/rules/quantities.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace evac {

bool Measuring::corridor(int index) const {
    return indoors(index) && unit(index).kind == UnitKind::passage && staircase_of(index) < 0;
}

bool Measuring::stands(int fixture) const {
    const auto f = static_cast<std::size_t>(fixture);
    return f >= inspection.fixture_present.size() || inspection.fixture_present[f] != 0;
}

std::string room_word(const std::string& category) {
    const std::string word = category.substr(0, category.find('.'));
    static const std::map<std::string, std::string> words = {
        {"classroom", "teaching"},     {"laboratory", "teaching"}, {"auditorium", "hall"},
        {"theater", "hall"},           {"movietheater", "hall"},   {"foodservice", "hall"},
        {"fitnessroom", "hall"},       {"office", "office"},       {"conferenceroom", "office"},
        {"restroom", "sanitary"},      {"shower", "sanitary"},     {"storage", "storage"},
        {"dormitory", "dormitory"},    {"bedroom", "dormitory"},   {"kitchen", "service"},
        {"serverroom", "service"},     {"workshop", "workshop"},   {"production", "workshop"}};
    const auto found = words.find(word);
    return found == words.end() ? "other" : found->second;
}

Facts facts_of_unit(const Measuring& measuring, int index) {
    const Unit& unit = measuring.unit(index);
    Facts facts;
    facts.words["category"] = unit.category;
    facts.words["room"] = room_word(unit.category);
    const bool in_stair = measuring.staircase_of(index) >= 0;
    facts.words["unit_kind"] = in_stair                            ? "stair"
                               : unit.kind == UnitKind::room       ? "room"
                               : unit.kind == UnitKind::outdoors   ? "outdoors"
                               : unit.kind == UnitKind::unwalkable ? "unwalkable"
                               : unit.kind == UnitKind::ramp       ? "ramp"
                                                                   : "passage";
    facts.numbers["storey"] = measuring.storey_of_level(unit.level);
    facts.numbers["area"] = area(unit.polygon);
    facts.numbers["people"] = measuring.people_in(index);
    return facts;
}

Measurement& measure_unit(Measuring& measuring, const std::string& quantity, int index,
                          double value, const std::string& in) {
    const Unit& unit = measuring.unit(index);
    Measurement m;
    m.quantity = quantity;
    m.element = unit.id;
    m.level = unit.level;
    m.place = label_point(unit.polygon);
    m.value = value;
    m.unit = in;
    m.facts = facts_of_unit(measuring, index);
    if (measuring.people_in(index) > 0) {
        m.people = measuring.people_in(index);
    }
    measuring.out.push_back(std::move(m));
    return measuring.out.back();
}

Measurement& measure_opening(Measuring& measuring, const std::string& quantity, int opening,
                             int unit, double value, const std::string& in) {
    Measurement& m = measure_unit(measuring, quantity, unit, value, in);
    m.element = measuring.opening(opening).id;
    m.place = measuring.opening(opening).line.middle();
    m.facts.numbers["clear_width"] = measuring.opening(opening).clear_width;
    return m;
}

std::vector<int> doors_of_room(const Measuring& measuring, int unit) {
    std::vector<int> doors;
    for (const int o : measuring.layout.by_unit[static_cast<std::size_t>(unit)]) {
        const Opening& opening = measuring.opening(o);
        const int other = beyond(opening, unit);
        const Passing p = passing(o, opening.units[1] == unit);
        const bool out = measuring.layout.leads_out[static_cast<std::size_t>(p)] != 0;
        if (out || (measuring.indoors(other) && !measuring.room(other))) {
            doors.push_back(o);
        }
    }
    return doors;
}

double farthest_from_doors(const Measuring& measuring, int index, const std::vector<int>& doors,
                           const std::vector<double>& extra) {
    constexpr double step = 0.5;  // [m]
    const Polygon& polygon = measuring.unit(index).polygon;
    const Box box = bounding_box(polygon);
    std::vector<Vec2> points(polygon.outer.begin(), polygon.outer.end());
    for (double x = box.low.x() + 0.5 * step; x < box.high.x(); x += step) {
        for (double y = box.low.y() + 0.5 * step; y < box.high.y(); y += step) {
            if (contains(polygon, Vec2(x, y))) {
                points.emplace_back(x, y);
            }
        }
    }
    double farthest = 0.0;
    for (const Vec2& point : points) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < doors.size(); ++i) {
            const double more = i < extra.size() ? extra[i] : 0.0;
            nearest = std::min(
                nearest, distance(measuring.opening(doors[i]).clear_line(), point) + more);
        }
        farthest = std::max(farthest, nearest);
    }
    return farthest;
}

std::vector<Measurement> measure_quantities(const Inspection& inspection, const Layout& layout) {
    std::vector<Measurement> out;
    Measuring measuring{inspection, layout, out};
    measure_doors(measuring);
    measure_rooms(measuring);
    measure_travel(measuring);
    measure_corridors(measuring);
    measure_flights(measuring);
    measure_storeys(measuring);
    measure_things(measuring);
    measure_site(measuring);
    return out;
}

}  // namespace evac
