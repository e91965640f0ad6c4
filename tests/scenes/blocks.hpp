#pragma once

#include "sim/plan/plan.hpp"

#include <string>

namespace evac::scenes {

// The pieces that small plans for tests, benchmarks and verification are built of. Every function
// appends to the plan and returns the index of the new element.

/// A plan with one level "L0" at 0 m.
Plan empty_plan(const std::string& id);

int add_level(Plan& plan, const std::string& id, double elevation);

/// A unit of this IMDF category on `level`, its floor at the level's elevation.
int add_unit(Plan& plan, const std::string& id, const std::string& category, Polygon polygon,
             int level = 0);

/// The rectangle from `low` to `high`.
Polygon rectangle(const Vec2& low, const Vec2& high);

/// An opening from jamb `a` to jamb `b`, all of it clear, both ways, at the elevation of `first`.
int add_opening(Plan& plan, const std::string& id, const Vec2& a, const Vec2& b, int first,
                int second);

/// The same to the outside, as an exit.
int add_exit(Plan& plan, const std::string& id, const Vec2& a, const Vec2& b, int unit);

int add_fixture(Plan& plan, const std::string& id, Polygon polygon, int unit);

int add_assembly_area(Plan& plan, const std::string& id, Polygon polygon, int unit);

/// The plan turned by `angle` [rad, to the left] about the origin, then shifted.
Plan moved(Plan plan, double angle, const Vec2& shift);

}  // namespace evac::scenes
