#include "sim/crowd/placement.hpp"

#include "sim/crowd/packing.hpp"

#include <algorithm>
#include <cassert>

namespace evac {

FreeFloor free_floor(const Plan& plan, const std::vector<char>& present, int unit, double smallest,
                     double largest) {
    assert(present.size() == plan.fixtures.size());
    std::vector<Polygon> fixtures;
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (present[i] != 0 && plan.fixtures[i].unit == unit) {
            fixtures.push_back(plan.fixtures[i].polygon);
        }
    }
    std::vector<Segment> doors;
    for (const Opening& opening : plan.openings) {
        if (opening.units[0] == unit || opening.units[1] == unit) {
            doors.push_back(opening.clear_line());
        }
    }
    return {plan.units[static_cast<std::size_t>(unit)].polygon, std::move(fixtures), doors,
            smallest, largest};
}

UnitPlacement place_in_unit(const Plan& plan, const std::vector<char>& present, int unit,
                            std::span<const double> radii, std::uint64_t seed) {
    if (radii.empty()) {
        return {};
    }
    const auto [smallest, largest] = std::minmax_element(radii.begin(), radii.end());
    const FreeFloor floor = free_floor(plan, present, unit, *smallest, *largest);
    const Draw draw{seed, Purpose::placement, static_cast<std::uint32_t>(unit), 0};
    UnitPlacement placement;
    if (place_bodies(floor, radii, draw, placement.places)) {
        placement.fits = static_cast<int>(radii.size());
    } else {
        placement.places.clear();
        placement.fits = how_many_fit(floor, radii, draw);
    }
    return placement;
}

}  // namespace evac
