#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace evac {

/// Floor area per person in units of one IMDF category, for plans that do not say how many people
/// are in them.
struct OccupantLoad {
    std::string_view category;  ///< of the unit
    double area_per_person;     ///< [m2]; 0 where nobody is counted
    std::string_view function;  ///< of the space, as table 1004.5 names it
};

/// Maximum floor area allowances per occupant, International Building Code 2021, table 1004.5,
/// assigned by us to the categories of IMDF 1.0 and to a few words of our own.
std::span<const OccupantLoad> occupant_loads();

/// The load of a unit category; the part after a dot is ignored ("restroom.female"). Nothing for
/// categories that are not in the table.
std::optional<OccupantLoad> find_occupant_load(std::string_view category);

/// What rooms of other categories are taken for: business areas.
OccupantLoad default_occupant_load();

}  // namespace evac
