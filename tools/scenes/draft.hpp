#pragma once

#include "sim/plan/plan.hpp"

#include <span>
#include <string>

namespace evac::drawing {

/// An area parallel to the axes [m].
struct Rect {
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;
};

/// `area` as a polygon.
Polygon polygon_of(const Rect& area);

/// A name in the two languages of every shipped plan.
Label both(std::string english, std::string chinese);

/// Both texts of `first`, each followed by that of `second`.
Label joined(const Label& first, const Label& second);

// The functions below draw one element each and return its index in the plan.

int add_level(Plan& plan, const std::string& id, const Label& name, int ordinal, double elevation,
              bool outdoors = false);

/// A room, corridor or piece of ground; its kind follows from the IMDF `category`.
int add_unit(Plan& plan, int level, const std::string& id, const Label& name,
             const std::string& category, const Rect& area);

enum class Wall { along_x, along_y };

/// A door in the middle of a frame that is 0.05 m wider on both sides. Its leaf turns into
/// `second`: out of the room, as egress doors do. Above 1.2 m it has two leaves. It is named after
/// `first`.
int add_door(Plan& plan, const std::string& id, int first, int second, const Vec2& middle,
             Wall wall, double clear_width);

/// A door that ends the way out of the building; opens outwards by a push bar.
int add_exit(Plan& plan, const std::string& id, const Label& name, int inside, int outdoors,
             const Vec2& middle, Wall wall, double clear_width);

/// A gap without a door, passable over all its length.
int add_gap(Plan& plan, const std::string& id, const Label& name, int first, int second,
            const Segment& line);

int add_fixture(Plan& plan, const std::string& id, const Label& name, const std::string& category,
                int unit, const Rect& area);

int add_assembly_area(Plan& plan, const std::string& id, const Label& name, int unit,
                      const Rect& area);

/// One dog-leg staircase: on every storey a floor landing in the south, two flights side by side,
/// a mid landing in the north half a storey up.
///
///      +-------------------+
///      |    mid landing    |
///      +---------+ +-------+
///      | flight 1| |flight2|      people going down come out of flight 2 of the storey above,
///      |   up    | |  up   |      cross the floor landing and take flight 2 of the storey below;
///      +---------+ +-------+      here seen with `first_flight_west`
///      |   floor landing   |
///      +---- corridor -----+
struct DogLegStair {
    std::string id;  ///< also the staircase's name in scenarios
    Label name;
    Vec2 corner = Vec2::Zero();  ///< south-west corner of the floor landings [m]
    double flight_width = 1.2;   ///< clear of handrails [m]
    double gap = 0.15;           ///< between the flights [m]
    double floor_landing = 2.0;  ///< depth [m]
    double mid_landing = 2.0;    ///< depth [m]
    int risers_per_flight = 12;
    Steps steps{0.15, 0.28};
    bool first_flight_west = true;  ///< else in the east
};

/// Outer size of the staircase [m].
double width(const DogLegStair& stair);
double depth(const DogLegStair& stair);

/// Draws the staircase through `levels`, each `2 * risers_per_flight * riser` above the last.
/// Returns the floor landings, one per level, which have no gap to the corridors yet; above the
/// last flight there is a void.
std::vector<int> add_dog_leg_stair(Plan& plan, const DogLegStair& stair,
                                   std::span<const int> levels);

}  // namespace evac::drawing
