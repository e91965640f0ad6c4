#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/plan/plan.hpp"
#include "sim/text/problem.hpp"

namespace evac {

/// A plan while it is checked, what was found so far, and which polygons can be trusted in further
/// questions.
struct PlanCheck {
    explicit PlanCheck(const Plan& checked) : plan(checked) {}

    const Plan& plan;
    std::vector<char> sound_units;  ///< as Plan::units: the polygon is valid
    std::vector<Problem> problems;

    void add(const std::string& element, Message what, Message remedy) {
        problems.push_back({plan.file, "", element, std::move(what), std::move(remedy)});
    }

    const Unit& unit(int index) const { return plan.units[static_cast<std::size_t>(index)]; }
    const Level& level_of(const Unit& unit) const {
        return plan.levels[static_cast<std::size_t>(unit.level)];
    }
};

/// A point as people read it: "(12.34, 5.60)".
std::string shown(const Vec2& point);
/// A length in metres, to the centimetre.
std::string shown(double metres);

/// Finite, and within 100 km of the plan's zero.
bool sensible(const Vec2& point);
/// A height within 10 km of the plan's zero.
bool sensible_height(double elevation);

/// Adds what is wrong with the polygon of `element`; true when nothing is.
bool check_polygon(PlanCheck& check, const std::string& element, const Polygon& polygon);

// The questions, in the order in which they are asked.
void check_levels(PlanCheck& check);
void check_units(PlanCheck& check);     ///< fills in sound_units
void check_overlaps(PlanCheck& check);  ///< of units on one level
void check_openings(PlanCheck& check);
void check_flights(PlanCheck& check);
void check_contents(PlanCheck& check);  ///< fixtures, assembly areas, amenities

}  // namespace evac
