#pragma once

#include "sim/geometry/polygon.hpp"
#include "sim/plan/building.hpp"
#include "sim/text/label.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// Where an element came from, kept so that a changed source can be imported again.
struct Source {
    std::string file;
    std::string id;
    double confidence = 1.0;  ///< 1 as drawn, less where the importer guessed
};

/// One storey, half storey or the open air: a sheet on which units never overlap.
struct Level {
    std::string id;
    Label name;
    int ordinal = 0;         ///< order from below, 0 at the ground (IMDF)
    double elevation = 0.0;  ///< height of its floor above the plan's zero [m]
    bool outdoors = false;   ///< open air
};

/// What people do in a unit, derived from its IMDF category.
enum class UnitKind {
    room,       ///< people stay here
    passage,    ///< corridors, lobbies, landings: people go through
    flight,     ///< a stair flight: slower, and it joins two heights
    ramp,       ///< joins two heights, not slower
    outdoors,   ///< open air
    unwalkable  ///< shafts, lifts, voids: drawn, never entered
};

/// Numbers of a flight that codes ask for; also tells up from down when both ends are known.
struct Steps {
    double riser = 0.16;  ///< [m]
    double tread = 0.28;  ///< [m]
};

/// A walkable polygon on one level. A dog-leg stair is flight, landing, flight, all on the level
/// it rises from; only its head is an opening to the level above.
struct Unit {
    std::string id;
    Label name;
    std::string category;  ///< IMDF unit category: "classroom", "walkway", "stairs" ...
    UnitKind kind = UnitKind::room;
    int level = 0;  ///< index into Plan::levels
    Polygon polygon;
    double elevation = 0.0;       ///< of the floor [m]; of a flight or ramp: of its lower end
    std::optional<Steps> steps;   ///< flights only
    std::string stair;            ///< flights and landings of one staircase share this name
    std::optional<int> capacity;  ///< people it is meant for
    Source source;
};

/// The outside, where an opening has no second unit.
inline constexpr int outside = -1;

enum class Leaf { none, single, double_leaf };
enum class Swing { none, into_first, into_second, both, sliding, revolving };
enum class Lock { none, locked, panic_bar, access_control };

/// A gap between walls must be this wide for a way to lead through it [m]: twice the distance that
/// the middle of a body keeps from a wall (0.16 m).
inline constexpr double narrowest_gap = 0.32;

/// A line across which people pass between two units, or between a unit and outside.
struct Opening {
    std::string id;
    Label name;
    std::string category;  ///< IMDF opening category: "pedestrian", "emergencyexit" ...
    Segment line;          ///< from jamb to jamb [m]
    std::array<int, 2> units{outside, outside};  ///< indices; only the second may be `outside`
    double clear_width = 0.0;  ///< what is left to walk through [m], in the middle of `line`
    Leaf leaf = Leaf::none;
    Swing swing = Swing::none;  ///< into_first: the leaf turns into units[0]
    Lock lock = Lock::none;     ///< `locked` keeps everybody back; the others open from inside
    int one_way = 0;            ///< +1 only from units[0] to units[1], -1 only back, 0 both ways
    bool exit = false;          ///< ends the way out of the building
    double elevation = 0.0;     ///< of its sill [m]
    std::optional<double> threshold;  ///< height of what one steps over [m]; nothing: not known
    Source source;

    /// The passable part of `line`.
    Segment clear_line() const;
};

/// Something that stands in the way.
struct Fixture {
    std::string id;
    Label name;
    std::string category;  ///< "furniture", "goods", "ebike" ...
    int unit = 0;          ///< index of the unit it stands in
    Polygon polygon;
    bool movable = false;  ///< could be cleared away
    std::string owner;
    std::string since;  ///< ISO date
    Source source;
};

/// Where heads are counted; lies in one outdoor (or indoor) unit.
struct AssemblyArea {
    std::string id;
    Label name;
    int unit = 0;  ///< index of the unit it lies in
    Polygon polygon;
    Source source;
};

/// What an exit sign (an amenity of the category "exitsign") says, to whom.
struct ExitSign {
    int opening = -1;     ///< it points to this way; -1: to the nearest exit from where it hangs
    bool lit = true;      ///< a broken or dark sign tells nobody anything
    double range = 30.0;  ///< read from this far in clear air [m] (EN 1838: 200 times its height)
    Vec2 facing = Vec2::Zero();  ///< unit vector out of its face; zero: read from all sides
};

/// A point of interest: call point, extinguisher, sign.
struct Amenity {
    std::string id;
    Label name;
    std::string category;
    int level = 0;
    Vec2 position = Vec2::Zero();
    std::optional<ExitSign> sign;
    Source source;
};

/// The amenity category of exit signs.
inline constexpr const char* exit_sign_category = "exitsign";

/// One building or site in local metres.
struct Plan {
    std::string id;
    Label name;
    std::string file;                             ///< as the user wrote it; for messages
    std::optional<std::array<double, 2>> origin;  ///< longitude, latitude of (0, 0) [deg]
    double rotation = 0.0;      ///< of the x axis against east, + to the left [deg]
    BuildingFacts building;     ///< what codes ask and no drawing shows
    std::vector<Level> levels;  ///< sorted by elevation
    std::vector<Unit> units;
    std::vector<Opening> openings;
    std::vector<Fixture> fixtures;
    std::vector<AssemblyArea> assembly_areas;
    std::vector<Amenity> amenities;
};

/// Whether people walk on it at all.
inline bool walkable(const Unit& unit) {
    return unit.kind != UnitKind::unwalkable;
}

/// The unit with this index, which must not be `outside`.
inline const Unit& unit_at(const Plan& plan, int index) {
    return plan.units[static_cast<std::size_t>(index)];
}

/// The kind that belongs to an IMDF unit category; an unknown category is a room.
UnitKind kind_of_category(const std::string& category);

/// Whether things of this category were put there and can be cleared away, where the plan does not
/// say: goods, waste, vehicles; not furniture and machines.
bool usually_movable(const std::string& fixture_category);

/// The other side of `opening` seen from `unit`: a unit's index or `outside`.
int beyond(const Opening& opening, int unit);

/// Indices of the openings of every unit, in plan order.
std::vector<std::vector<int>> openings_by_unit(const Plan& plan);

/// Index of the element with this id, or -1.
int find_level(const Plan& plan, const std::string& id);
int find_unit(const Plan& plan, const std::string& id);
int find_opening(const Plan& plan, const std::string& id);
int find_fixture(const Plan& plan, const std::string& id);
int find_assembly_area(const Plan& plan, const std::string& id);

}  // namespace evac
