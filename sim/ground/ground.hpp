#pragma once

#include "sim/plan/plan.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace evac {

inline constexpr double unreachable = std::numeric_limits<double>::infinity();

/// A stretch of wall or of a fixture's outline, or (opening >= 0) the gap of an opening, which is a
/// wall only for those it does not let through.
struct Wall {
    Segment line;
    int opening = -1;
};

/// Where to walk at one point: how far it still is [m] and which way (unit vector, or zero where
/// the target cannot be reached; then `distance` is `unreachable`).
struct Heading {
    double distance = unreachable;
    Vec2 direction = Vec2::Zero();
};

/// What people can walk to inside one unit: an opening of it or an assembly area in it.
struct Target {
    enum class Kind { opening, assembly_area } kind = Kind::opening;
    int index = 0;  ///< into Plan::openings or Plan::assembly_areas
};

/// Walking distances to one target from every point of one unit.
struct Field {
    Target target;
    /// Per node of the unit's lattice [m]; negative beyond an opening's line and inside an assembly
    /// area (depth), `unreachable` where no way leads to the target.
    std::vector<float> distance;
    /// The same where the crowd counts as extra way (detour.hpp); empty where it holds nobody up.
    std::vector<float> detour;
    /// Openings only: what people aim at, the clear line less a shoulder's room at either jamb.
    Segment sill;
    Vec2 out = Vec2::Zero();  ///< openings only: unit normal of the sill, away from the unit
};

/// One unit as ground to walk on.
struct UnitGround {
    // A lattice of nodes covers the polygon and lies along its longest walls, so that a building
    // turned on its site walks like one that is not. Only nodes on free floor (or just beyond an
    // opening) are stored, `node_at` maps lattice coordinates (row * columns + column) to them.
    Vec2 origin = Vec2::Zero();  ///< where column 0 and row 0 meet
    Vec2 axis = Vec2::UnitX();   ///< direction in which columns count; rows count to its left
    double spacing = 0.0;  ///< that of the Ground, or a power of two times it in huge units [m]
    int columns = 0;
    int rows = 0;
    std::vector<std::int32_t> node_at;  ///< columns * rows, -1 where there is no node
    std::vector<float> clearance;       ///< per node: distance to the nearest solid wall [m]
    std::vector<Field> fields;          ///< one per target, openings first in plan order

    std::vector<Wall> walls;
    // Walls within `wall_reach` of a bucket, as ranges into `bucket_walls`. Buckets lie along the
    // plan's axes.
    Vec2 bucket_origin = Vec2::Zero();
    int bucket_columns = 0;
    int bucket_rows = 0;
    std::vector<std::int32_t> bucket_start;
    std::vector<std::int32_t> bucket_walls;
};

/// Usual distance of nodes [m]; 0.2 and coarser loses the flow of narrow doors.
inline constexpr double lattice_spacing = 0.1;
inline constexpr double wall_reach = 1.0;       ///< [m]; walls farther away influence nobody
inline constexpr double wall_bucket = 1.0;      ///< [m]; side of a bucket of walls

/// Within this distance of an opening's sill, and in sight of it, people go straight [m].
inline constexpr double sill_reach = 0.3;

/// Everything people walk on. Memory grows with floor area times targets per unit.
struct Ground {
    double spacing = lattice_spacing;  ///< of nodes, in all units that are not huge [m]
    std::vector<UnitGround> units;     ///< as Plan::units; unwalkable ones are empty
    std::size_t bytes() const;
};

/// Walls, clearance and distance fields of all units of `plan` with the fixtures in
/// `present` (as Plan::fixtures). The fields solve the eikonal equation on the lattice with a speed
/// that falls to zero within 0.071 m of a wall and is full beyond 0.25 m (`ease`).
Ground build_ground(const Plan& plan, const std::vector<char>& present,
                    double spacing = lattice_spacing);

/// Makes one unit's ground anew after a fixture was put down or taken away, and the walls that its
/// neighbours see behind their openings to it. The order of fields stays.
void rebuild_unit(Ground& ground, const Plan& plan, const std::vector<char>& present, int unit);

/// Index of the field to `target` in ground.units[unit].fields, or -1.
int find_field(const Ground& ground, int unit, Target target);

/// Way to the target of field `field` from `position` in `unit`. Near and beyond an opening's line
/// the distance goes on below zero, and the direction points through the opening; in an assembly
/// area it is the depth below zero, and the direction points away from its edge. Where a body can
/// stand (0.1 m off every wall) the direction is never zero if the target can be reached.
Heading heading_at(const Ground& ground, const Plan& plan, int unit, int field,
                   const Vec2& position);

/// The way round the crowd to the target of field `field`, a unit vector; zero where no detour is
/// known.
Vec2 detour_at(const Ground& ground, int unit, int field, const Vec2& position);

/// Distance to the nearest wall or fixture of the unit, openings left out [m]; never more than it
/// really is by more than the lattice spacing, and `wall_reach` where it is more than that.
double clearance_at(const Ground& ground, int unit, const Vec2& position);

/// Indices into ground.units[unit].walls of all walls within `wall_reach` of `position`
/// (and some more), ascending. Empty far outside the unit.
std::span<const std::int32_t> walls_near(const Ground& ground, int unit, const Vec2& position);

/// Whether somebody with this centre stands on free floor of the unit: inside its polygon and in
/// none of the fixtures present.
bool on_floor(const Ground& ground, const Plan& plan, const std::vector<char>& present, int unit,
              const Vec2& position);

}  // namespace evac
