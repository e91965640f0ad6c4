#pragma once

#include "sim/findings/inspection.hpp"

#include <string>
#include <vector>

namespace evac {

/// A staircase: all flights and landings of one name; a flight without a name is one by itself.
struct Staircase {
    std::string name;
    std::vector<int> flights;  ///< units
    std::vector<int> entries;  ///< openings between it and what is no part of any staircase
};

/// Where a door lies among the ways out.
enum class Position {
    between,      ///< between two exits or stairs: one can go two ways
    dead_end,     ///< beside a dead-end corridor: all ways leave through the same side
    corridor_end  ///< the same, and nothing lies beyond it
};

/// The word of conditions: "between", "dead_end", "corridor_end".
std::string_view word_for(Position position);

/// What codes see in a plan: storeys, staircases, exits of storeys, and how far these are. Closed
/// openings are no exits.
///
/// An exit of a storey is a way out of the building on it and, above and below the ground, the
/// entry of a staircase. The ground is the level of ordinal 0.
struct Layout {
    std::vector<std::vector<int>> by_unit;  ///< openings_by_unit
    std::vector<char> indoor;               ///< per unit: walkable and not in the open air
    std::vector<int> staircase;             ///< per unit: index into `staircases`, -1 for none
    std::vector<Staircase> staircases;
    std::vector<int> storey;  ///< per level: 1 at the ground, 2 above, -1 below; 0 in the open air
    int storeys = 0;          ///< above ground
    int storeys_below = 0;
    std::vector<char> leads_out;    ///< per Passing: out of the building, not closed
    std::vector<char> storey_exit;  ///< per Passing: through an exit of the storey, not closed
    /// Per Passing: from its line on to the nearest exit of the storey without walking through
    /// rooms; where there is no such way, through rooms; infinity when there is none [m].
    std::vector<double> to_exit;
};

Layout lay_out(const Inspection& inspection);

/// Shortest walk inside `unit` from one of its openings to another [m].
double walk_between(const Inspection& inspection, const Layout& layout, int unit, int from, int to);

/// Where `opening` lies among the ways out of the corridor `unit`. `depth`, where asked for, is how
/// far it lies off the way between two of them, or to the only one [m].
Position position_on(const Inspection& inspection, const Layout& layout, int unit, int opening,
                     double* depth = nullptr);

/// Openings of `unit` behind which an exit of the storey can be reached without coming back.
std::vector<int> ways_out_of(const Inspection& inspection, const Layout& layout, int unit);

/// Narrowest place of a corridor or flight as measured between any two of its openings; infinite
/// width where nothing was measured.
NarrowPlace narrowest_of(const ClearWidths& widths, int unit);

}  // namespace evac
