#include "render/film/setting.hpp"

#include "render/drawing/level_parts.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

/// The level of the unit that a flight leads to at the end that is not its own level.
std::optional<Climb> climb_of(const Plan& plan, int unit, const std::vector<int>& openings) {
    const auto line = flight_line(plan, unit, openings);
    if (!line) {
        return std::nullopt;
    }
    const int own = unit_at(plan, unit).level;
    Climb climb{*line, own, own};
    for (const int o : openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(o)];
        const int other = beyond(opening, unit);
        if (other == outside || unit_at(plan, other).level == own) {
            continue;
        }
        const Vec2 middle = opening.line.middle();
        const bool at_head = (middle - line->head).norm() < (middle - line->foot).norm();
        (at_head ? climb.upper : climb.lower) = unit_at(plan, other).level;
    }
    return climb.lower == climb.upper ? std::nullopt : std::optional(climb);
}

/// Puts the open air under the storey that stands on it: people are seen to leave through the doors
/// and walk on. Where several storeys are as near to its height, it stays alone.
void join_open_air(const Plan& plan, std::vector<Floor>& floors) {
    constexpr double same_height = 1.5;  // floors nearer than half a storey [m]
    const auto level_of = [&](const Floor& floor) -> const Level& {
        return plan.levels[static_cast<std::size_t>(floor.named)];
    };
    for (std::size_t i = 0; i < floors.size();) {
        std::vector<std::size_t> on_it;
        for (std::size_t k = 0; level_of(floors[i]).outdoors && k < floors.size(); ++k) {
            if (!level_of(floors[k]).outdoors && floors[k].levels.size() == 1 &&
                std::abs(level_of(floors[k]).elevation - level_of(floors[i]).elevation) <
                    same_height) {
                on_it.push_back(k);
            }
        }
        if (on_it.size() != 1) {
            ++i;
            continue;
        }
        Floor& storey = floors[on_it.front()];
        storey.levels.insert(storey.levels.begin(), floors[i].named);
        storey.extent.low = storey.extent.low.cwiseMin(floors[i].extent.low);
        storey.extent.high = storey.extent.high.cwiseMax(floors[i].extent.high);
        floors.erase(floors.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

Setting setting_of(const Plan& plan) {
    Setting setting;
    const auto openings = openings_by_unit(plan);
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        setting.climbs.push_back(plan.units[unit].kind == UnitKind::flight
                                     ? climb_of(plan, static_cast<int>(unit), openings[unit])
                                     : std::nullopt);
    }
    for (std::size_t level = 0; level < plan.levels.size(); ++level) {
        const LevelSubject subject{plan, static_cast<int>(level), {}, {}, Language::en, {}};
        const LevelParts parts = level_parts(subject);
        const bool entered = std::any_of(parts.units.begin(), parts.units.end(),
                                         [&](int unit) { return walkable(unit_at(plan, unit)); });
        if (entered) {
            setting.floors.push_back(
                {{static_cast<int>(level)}, static_cast<int>(level), level_extent(plan, parts)});
        }
    }
    join_open_air(plan, setting.floors);
    return setting;
}

bool same_building(const Plan& a, const Plan& b) {
    const auto same_id = [](const auto& x, const auto& y) { return x.id == y.id; };
    const auto same_opening = [](const Opening& x, const Opening& y) {
        return x.id == y.id && x.units == y.units && x.clear_width == y.clear_width;
    };
    return std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(), same_id) &&
           std::equal(a.openings.begin(), a.openings.end(), b.openings.begin(), b.openings.end(),
                      same_opening);
}

}  // namespace evac::render
