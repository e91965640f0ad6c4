#pragma once

#include "sim/findings/rules/audit.hpp"
#include "sim/findings/rules/layout.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace evac::testing {

/// A building to hold against rules. Every storey "L<k>" is alike, x to the east, y to the north:
///
///     9                +---------+
///     3      +---------+office-k +--------------------+     stairs "west" and "east" at the ends;
///   flight   |  corridor-k, 40 m x 3 m                |     on the ground "exit-west", "exit-east"
///     0      +---------+---------+---------+----------+     in the north wall of the corridor
///            | room-k-0| room-k-1| room-k-2| room-k-3 |
///    -7      +---------+---------+---------+----------+     7 m x 10 m, two doors each
///
/// Doors: "room-k-i-a", "room-k-i-b", "office-k-door". Flights "flight-k-west" lead from Lk up.
struct SmallSchool {
    explicit SmallSchool(int storeys = 2, int people_per_room = 30);

    Plan plan;
    std::vector<int> people;
    std::map<std::string, double> bare;      ///< clear width of units, else their lesser side
    std::map<std::string, double> standing;  ///< with all that stands there
    std::vector<std::string> closed;

    Unit& unit(const std::string& id);
    Opening& opening(const std::string& id);
    int& people_in(const std::string& id);
    Fixture& add_thing(const std::string& id, const std::string& category, const std::string& unit,
                       const Vec2& at);
    void remove_opening(const std::string& id);

    /// As measured: lengths on the ground, widths by hand.
    Inspection inspect() const;
};

/// What became of one rule; nothing judged when it did not apply.
RuleOutcome outcome_of(const Audit& audit, const std::string& rule);

/// The finding of that rule about that element, or null.
const Finding* find_finding(const Audit& audit, const std::string& rule,
                            const std::string& element);

}  // namespace evac::testing
