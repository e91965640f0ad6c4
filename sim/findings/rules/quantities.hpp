#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/rules/facts.hpp"
#include "sim/findings/rules/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace evac {

/// One number that rules can be about, with what they may ask about the thing that it belongs to.
/// The names of quantities and facts are listed in README.md and in rules.schema.json.
struct Measurement {
    std::string quantity;
    std::string element;  ///< id of the plan's element
    int level = -1;
    std::optional<Vec2> place;
    double value = 0.0;
    std::string unit;  ///< "m", "doors", "persons" ...
    Facts facts;
    std::optional<int> people;
    std::optional<Dimension> dimension;
    std::vector<std::string> also;  ///< ids of other elements it concerns
};

/// What the families of quantities share.
struct Measuring {
    const Inspection& inspection;
    const Layout& layout;
    std::vector<Measurement>& out;

    const Plan& plan() const { return inspection.plan; }
    const Unit& unit(int index) const { return plan().units[static_cast<std::size_t>(index)]; }
    const Opening& opening(int index) const {
        return plan().openings[static_cast<std::size_t>(index)];
    }
    int people_in(int unit) const { return inspection.people[static_cast<std::size_t>(unit)]; }
    bool indoors(int unit) const {
        return unit != outside && layout.indoor[static_cast<std::size_t>(unit)] != 0;
    }
    int staircase_of(int unit) const {
        return unit == outside ? -1 : layout.staircase[static_cast<std::size_t>(unit)];
    }
    int storey_of_level(int level) const { return layout.storey[static_cast<std::size_t>(level)]; }
    bool room(int unit) const { return indoors(unit) && this->unit(unit).kind == UnitKind::room; }
    bool corridor(int unit) const;
    bool stands(int fixture) const;
};

/// What a room is to codes: "teaching", "laboratory", "hall", "office", "sanitary", "storage" or
/// "other", by its IMDF category.
std::string room_word(const std::string& category);

/// Facts of a unit: category, room, unit_kind, storey, area, people.
Facts facts_of_unit(const Measuring& measuring, int unit);

/// A new measurement of that unit, already in `out`.
Measurement& measure_unit(Measuring& measuring, const std::string& quantity, int unit,
                          double value, const std::string& in);

/// A new measurement of that opening with the facts of `unit`, already in `out`.
Measurement& measure_opening(Measuring& measuring, const std::string& quantity, int opening,
                             int unit, double value, const std::string& in);

/// Doors of a room that lead on: not to other rooms' insides only.
std::vector<int> doors_of_room(const Measuring& measuring, int unit);

/// Straight from the farthest point of a room to the nearest of its doors [m], each door `extra`
/// farther away.
double farthest_from_doors(const Measuring& measuring, int unit, const std::vector<int>& doors,
                           const std::vector<double>& extra = {});

// One family per file.
void measure_doors(Measuring& measuring);
void measure_rooms(Measuring& measuring);
void measure_travel(Measuring& measuring);
void measure_corridors(Measuring& measuring);
void measure_flights(Measuring& measuring);
void measure_storeys(Measuring& measuring);
void measure_things(Measuring& measuring);
void measure_site(Measuring& measuring);

/// All quantities of a building.
std::vector<Measurement> measure_quantities(const Inspection& inspection, const Layout& layout);

}  // namespace evac
