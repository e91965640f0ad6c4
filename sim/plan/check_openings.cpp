#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/plan/check.hpp"
#include "sim/plan/check_parts.hpp"
#include "sim/plan/elevation.hpp"

namespace evac {

namespace {

constexpr double shortest_opening = 0.01;  // [m]; below that the two jambs are one point
constexpr double width_rounding = 0.001;   // [m]; a width may be written rounded up to millimetres
constexpr double highest_sill = 0.5;       // [m] above or below the floor beside it
constexpr double shared_length = 0.01;     // [m]; two openings may touch at a jamb, no more

bool check_line(PlanCheck& check, const Opening& opening) {
    for (const Vec2& jamb : {opening.line.a, opening.line.b}) {
        if (!sensible(jamb)) {
            check.add(opening.id, message(MessageId::plan_absurd_point, shown(jamb)),
                      message(MessageId::plan_absurd_point_remedy));
            return false;
        }
    }
    if (opening.line.length() < shortest_opening) {
        check.add(opening.id,
                  message(MessageId::plan_opening_no_length, shown(opening.line.middle())),
                  message(MessageId::plan_opening_no_length_remedy));
        return false;
    }
    return true;
}

void check_width(PlanCheck& check, const Opening& opening) {
    // The comparison is turned round so that NaN fails it.
    if (!(opening.clear_width > 0.0)) {
        check.add(opening.id, message(MessageId::plan_opening_no_width, shown(opening.clear_width)),
                  message(MessageId::plan_opening_no_width_remedy));
        return;
    }
    const double length = opening.line.length();
    if (opening.clear_width > length + width_rounding) {
        check.add(
            opening.id,
            message(MessageId::plan_opening_too_wide, shown(opening.clear_width), shown(length)),
            message(MessageId::plan_opening_too_wide_remedy, shown(length)));
    }
}

/// Every part of the line must lie on the edge of the unit, for people pass along all of it.
void check_touch(PlanCheck& check, const Opening& opening, const Unit& unit) {
    double nearest = std::numeric_limits<double>::infinity();
    double farthest = 0.0;
    constexpr int parts = 8;
    for (int i = 0; i <= parts; ++i) {
        const Vec2 point = opening.line.a + (opening.line.b - opening.line.a) * i / parts;
        const double off = edge_distance(unit.polygon, point);
        nearest = std::min(nearest, off);
        farthest = std::max(farthest, off);
    }
    if (nearest > touch_tolerance) {
        check.add(opening.id,
                  message(MessageId::plan_opening_apart, unit.id, shown(nearest),
                          shown(opening.line.middle())),
                  message(MessageId::plan_opening_apart_remedy));
    } else if (farthest > touch_tolerance) {
        check.add(opening.id,
                  message(MessageId::plan_opening_beyond_edge, unit.id, shown(farthest)),
                  message(MessageId::plan_opening_beyond_edge_remedy));
    }
}

/// +1 when the unit lies to the left of the line, -1 to the right, 0 when to both or neither.
int side_of(const Unit& unit, const Segment& line) {
    // Beyond where the edge may stand, at several places: a corner may hide it at one.
    const Vec2 step = left_of(line.b - line.a) * (2.0 * touch_tolerance / line.length());
    bool left = false;
    bool right = false;
    for (const double part : {0.25, 0.5, 0.75}) {
        const Vec2 point = line.a + part * (line.b - line.a);
        left = left || contains(unit.polygon, point + step);
        right = right || contains(unit.polygon, point - step);
    }
    return left == right ? 0 : left ? 1 : -1;
}

/// Units of two storeys may lie above one another, but not where people walk from one to the other.
void check_sides(PlanCheck& check, const Opening& opening) {
    if (opening.units[1] == outside || opening.units[0] == opening.units[1]) {
        return;
    }
    const Unit& first = check.unit(opening.units[0]);
    const Unit& second = check.unit(opening.units[1]);
    const int side = side_of(first, opening.line);
    if (side != 0 && side == side_of(second, opening.line)) {
        check.add(opening.id, message(MessageId::plan_opening_one_side, first.id, second.id),
                  message(MessageId::plan_opening_one_side_remedy));
    }
}

/// Two floors of different levels meet only where a flight or ramp leads from one to the other.
void check_levels_joined(PlanCheck& check, const Opening& opening) {
    if (opening.units[1] == outside) {
        return;
    }
    const Unit& first = check.unit(opening.units[0]);
    const Unit& second = check.unit(opening.units[1]);
    if (opening.units[0] == opening.units[1]) {
        check.add(opening.id, message(MessageId::plan_opening_same_unit, first.id),
                  message(MessageId::plan_opening_same_unit_remedy));
    } else if (first.level != second.level && has_flat_floor(first) && has_flat_floor(second) &&
               check.level_of(first).elevation != check.level_of(second).elevation) {
        check.add(opening.id,
                  message(MessageId::plan_opening_two_levels, first.id, check.level_of(first).id,
                          second.id, check.level_of(second).id),
                  message(MessageId::plan_opening_two_levels_remedy));
    }
}

void check_exit(PlanCheck& check, const Opening& opening) {
    if (!opening.exit || opening.units[1] == outside) {
        return;
    }
    const bool into_the_open =
        std::any_of(opening.units.begin(), opening.units.end(),
                    [&](int unit) { return check.unit(unit).kind == UnitKind::outdoors; });
    if (!into_the_open) {
        check.add(opening.id,
                  message(MessageId::plan_exit_indoors, check.unit(opening.units[0]).id,
                          check.unit(opening.units[1]).id),
                  message(MessageId::plan_exit_indoors_remedy));
    }
}

void check_sill(PlanCheck& check, const Opening& opening) {
    const std::optional<double> floor = sill_beside_floor(check.plan, opening);
    if (!floor && !sensible_height(opening.elevation)) {
        check.add(opening.id, message(MessageId::plan_absurd_height, opening.elevation),
                  message(MessageId::plan_absurd_height_remedy));
    }
    if (floor && std::abs(opening.elevation - *floor) > highest_sill) {
        check.add(
            opening.id,
            message(MessageId::plan_opening_high_sill, shown(opening.elevation), shown(*floor)),
            message(MessageId::plan_opening_high_sill_remedy));
    }
}

/// Length over which two openings lie on one another [m].
double shared(const Segment& s, const Segment& t) {
    const double length = s.length();
    const Vec2 along = (s.b - s.a) / length;
    constexpr double nearly_parallel = 0.1;  // sine of the angle between them
    if (std::abs(cross(along, t.b - t.a)) > nearly_parallel * t.length()) {
        return 0.0;
    }
    const double from = along.dot(t.a - s.a);
    const double to = along.dot(t.b - s.a);
    const double begin = std::max(0.0, std::min(from, to));
    const double end = std::min(length, std::max(from, to));
    if (end <= begin) {
        return 0.0;
    }
    const Vec2 middle = s.a + 0.5 * (begin + end) * along;
    return distance(t, middle) <= touch_tolerance ? end - begin : 0.0;
}

void check_shared_lines(PlanCheck& check, const std::vector<char>& sound_lines) {
    std::vector<std::pair<int, int>> pairs;
    for (const std::vector<int>& openings : openings_by_unit(check.plan)) {
        for (const int a : openings) {
            for (const int b : openings) {
                if (a < b) {
                    pairs.emplace_back(a, b);
                }
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [i, j] : pairs) {
        const auto a = static_cast<std::size_t>(i);
        const auto b = static_cast<std::size_t>(j);
        const Opening& first = check.plan.openings[a];
        const Opening& second = check.plan.openings[b];
        // One flight may start above the head of another: same line, another storey.
        const bool same_height = std::abs(first.elevation - second.elevation) <= highest_sill;
        if (sound_lines[a] == 0 || sound_lines[b] == 0 || !same_height) {
            continue;
        }
        const double length = shared(first.line, second.line);
        if (length > shared_length) {
            check.add(second.id, message(MessageId::plan_openings_overlap, first.id, shown(length)),
                      message(MessageId::plan_openings_overlap_remedy));
        }
    }
}

}  // namespace

void check_openings(PlanCheck& check) {
    std::vector<char> sound_lines;
    for (const Opening& opening : check.plan.openings) {
        const bool sound = check_line(check, opening);
        sound_lines.push_back(sound ? 1 : 0);
        if (sound) {
            check_width(check, opening);
            check_sides(check, opening);
            for (const int unit : opening.units) {
                if (unit != outside && check.sound_units[static_cast<std::size_t>(unit)] != 0) {
                    check_touch(check, opening, check.unit(unit));
                }
            }
        }
        check_levels_joined(check, opening);
        check_exit(check, opening);
        check_sill(check, opening);
    }
    check_shared_lines(check, sound_lines);
}

}  // namespace evac
