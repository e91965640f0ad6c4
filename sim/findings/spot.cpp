#include "sim/findings/spot.hpp"

namespace evac {

namespace {

/// The staircase that an element lies in, empty for none. Doors that lead into one are no part.
std::string staircase_of(const Plan& plan, const std::string& element) {
    if (const int unit = find_unit(plan, element); unit >= 0) {
        return unit_at(plan, unit).stair;
    }
    const int index = find_opening(plan, element);
    if (index < 0) {
        return {};
    }
    const auto& [first, second] = plan.openings[static_cast<std::size_t>(index)].units;
    const std::string& stair = unit_at(plan, first).stair;
    return second != outside && unit_at(plan, second).stair == stair ? stair : std::string();
}

/// The unit through which one comes into a staircase on this level, nullptr if there is none: it
/// bears the name that people know, where flights and mid landings are called "Flight".
const Unit* stair_lobby(const Plan& plan, const std::string& stair, int level) {
    for (const Opening& opening : plan.openings) {
        if (opening.units[1] == outside) {
            continue;
        }
        for (const int side : opening.units) {
            const Unit& unit = unit_at(plan, side);
            if (unit.stair == stair && unit.level == level && unit.kind != UnitKind::flight &&
                unit_at(plan, beyond(opening, side)).stair != stair) {
                return &unit;
            }
        }
    }
    return nullptr;
}

/// "Floor 1 West stair", "一层西楼梯".
Label name_on_level(const Level& level, const Unit& unit) {
    return in_each([&](Language language) {
        const std::string above = short_name(level).in(language);
        const bool latin = static_cast<unsigned char>(above.back()) < 0x80U;
        return above + (latin ? " " : "") + short_name(unit).in(language);
    });
}

}  // namespace

Spot spot_of(const Plan& plan, const Opening& opening) {
    return {opening.id, short_name(opening), unit_at(plan, opening.units[0]).level,
            opening.line.middle()};
}

Spot spot_of(const Plan& plan, const Fixture& fixture) {
    return {fixture.id, short_name(fixture), unit_at(plan, fixture.unit).level,
            centroid(fixture.polygon)};
}

Spot spot_of(const Plan& plan, const Finding& finding) {
    const std::string& id = finding.element;
    Spot spot{id, untranslated(id), finding.level, finding.place};
    if (const int unit = find_unit(plan, id); unit >= 0) {
        spot.name = short_name(unit_at(plan, unit));
    } else if (const int opening = find_opening(plan, id); opening >= 0) {
        spot.name = short_name(plan.openings[static_cast<std::size_t>(opening)]);
    } else if (const int fixture = find_fixture(plan, id); fixture >= 0) {
        spot.name = short_name(plan.fixtures[static_cast<std::size_t>(fixture)]);
    }
    const std::string stair = staircase_of(plan, id);
    if (!stair.empty() && finding.level >= 0) {
        const Level& level = plan.levels[static_cast<std::size_t>(finding.level)];
        spot.key = stair + " " + level.id;
        if (const Unit* lobby = stair_lobby(plan, stair, finding.level)) {
            spot.name = name_on_level(level, *lobby);
        }
    }
    return spot;
}

}  // namespace evac
