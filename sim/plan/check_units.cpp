#include <algorithm>
#include <cmath>

#include "sim/geometry/overlap.hpp"
#include "sim/plan/check.hpp"
#include "sim/plan/check_parts.hpp"

namespace evac {

namespace {

/// A unit may lie this much above or below its level: a raised stage, half a storey, the top of a
/// long flight; not another storey's worth of storeys [m].
constexpr double farthest_from_level = 20.0;

// Stairs for people: codes ask for risers of 0.12 to 0.20 m and treads of 0.22 to 0.35 m. Far
// beyond that somebody has confused units or the two numbers.
constexpr double smallest_step = 0.05;  // [m]
constexpr double highest_riser = 0.4;   // [m]
constexpr double deepest_tread = 2.0;   // [m], terraces of a grandstand

void check_heights(PlanCheck& check, const Unit& unit) {
    const Level& level = check.level_of(unit);
    if (!sensible_height(level.elevation)) {
        return;  // told once, of the level
    }
    if (!sensible_height(unit.elevation)) {
        check.add(unit.id, message(MessageId::plan_absurd_height, unit.elevation),
                  message(MessageId::plan_absurd_height_remedy));
        return;
    }
    if (std::abs(unit.elevation - level.elevation) > farthest_from_level) {
        check.add(unit.id,
                  message(MessageId::plan_unit_far_from_level, shown(unit.elevation), level.id,
                          shown(level.elevation)),
                  message(MessageId::plan_unit_far_from_level_remedy));
    }
}

void check_steps(PlanCheck& check, const Unit& unit) {
    if (!unit.steps) {
        return;
    }
    const auto within = [](double value, double most) {
        return value >= smallest_step && value <= most;
    };
    if (!within(unit.steps->riser, highest_riser) || !within(unit.steps->tread, deepest_tread)) {
        check.add(unit.id,
                  message(MessageId::plan_absurd_steps, unit.steps->riser, unit.steps->tread),
                  message(MessageId::plan_absurd_steps_remedy));
    }
}

}  // namespace

void check_units(PlanCheck& check) {
    for (const Unit& unit : check.plan.units) {
        const bool sound = check_polygon(check, unit.id, unit.polygon);
        check.sound_units.push_back(sound ? 1 : 0);
        check_heights(check, unit);
        check_steps(check, unit);
    }
}

void check_overlaps(PlanCheck& check) {
    const std::vector<Unit>& units = check.plan.units;
    std::vector<Box> boxes;
    std::vector<std::size_t> by_left;
    for (std::size_t i = 0; i < units.size(); ++i) {
        boxes.push_back(bounding_box(units[i].polygon));
        if (check.sound_units[i] != 0) {
            by_left.push_back(i);
        }
    }
    std::stable_sort(by_left.begin(), by_left.end(), [&](std::size_t a, std::size_t b) {
        return boxes[a].low.x() < boxes[b].low.x();
    });
    // A sweep from left to right: each unit meets only those that begin before it ends.
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < by_left.size(); ++i) {
        const std::size_t a = by_left[i];
        for (std::size_t j = i + 1; j < by_left.size(); ++j) {
            const std::size_t b = by_left[j];
            if (boxes[b].low.x() >= boxes[a].high.x()) {
                break;
            }
            const bool apart =
                boxes[a].low.y() >= boxes[b].high.y() || boxes[b].low.y() >= boxes[a].high.y();
            // Two walls in one place harm nobody.
            const bool matters = walkable(units[a]) || walkable(units[b]);
            if (!apart && matters && units[a].level == units[b].level) {
                pairs.push_back(std::minmax(a, b));
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [a, b] : pairs) {
        const Overlap common = overlap(units[a].polygon, units[b].polygon);
        if (common.area > overlap_tolerance) {
            check.add(units[b].id,
                      message(MessageId::plan_overlap, units[a].id,
                              fmt::format("{:.3g}", common.area), shown(common.place)),
                      message(MessageId::plan_overlap_remedy));
        }
    }
}

}  // namespace evac
