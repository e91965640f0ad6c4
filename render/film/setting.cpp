#include "render/film/setting.hpp"

#include "render/drawing/level_parts.hpp"

#include <algorithm>

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
        setting.extents.push_back(level_extent(plan, parts));
        const bool entered = std::any_of(parts.units.begin(), parts.units.end(),
                                         [&](int unit) { return walkable(unit_at(plan, unit)); });
        if (entered) {
            setting.levels.push_back(static_cast<int>(level));
        }
    }
    return setting;
}

}  // namespace evac::render
