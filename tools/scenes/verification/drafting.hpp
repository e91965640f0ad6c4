#pragma once

#include "tools/scenes/draft.hpp"
#include "tools/scenes/drill_draft.hpp"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

namespace evac::drawing {

using Json = nlohmann::json;

struct CaseFolder;

// ---- Plans: one level without names; only openings without doors, as the standards draw them ----

/// A plan with one level "L0" at height 0.
Plan bare_plan(const std::string& id, std::string english, std::string chinese);

int add_floor(Plan& plan, const std::string& id, const Rect& area, double elevation = 0.0,
              const std::string& category = "walkway");
int add_floor(Plan& plan, const std::string& id, const std::vector<Vec2>& outline);

/// A flight that rises from `elevation`.
int add_flight(Plan& plan, const std::string& id, const Rect& area, double elevation,
               const Steps& steps);

/// The line between two units, passable over all its length; at the height of `first`.
int add_way(Plan& plan, const std::string& id, int first, int second, const Segment& line);
/// Passable from `first` only.
int add_one_way(Plan& plan, const std::string& id, int first, int second, const Segment& line);
/// The line to the outside that ends the way out.
int add_way_out(Plan& plan, const std::string& id, int unit, const Segment& line);

Segment upright(double x, double south, double north);
Segment level_line(double y, double west, double east);

// ---- Plans that several suites ask for --------------------------------------------------------

/// "before" (2 m), "way" of the length, "behind" (2 m) in a row from west to east, with the exits
/// "exit-before" and "exit-behind" at the ends. People who start at an end walk at full speed when
/// they come to the way.
Plan track(const std::string& id, double length, double width, const std::string& category);
/// The same, the way being a flight that rises to the east.
Plan stair_track(const std::string& id, double length, double width, const Steps& steps);

/// "room", 8 m x 5 m, with the exit "exit" of 1 m in the middle of its eastern wall (IMO 4).
Plan small_room(const std::string& id);

/// An L of 2 m: "start" is the first 6 m, "corner" the rest; exit "exit" (RiMEA 6).
Plan corner_2m(const std::string& id);

/// Four units "south", "east", "north", "west" that people walk round counter-clockwise: two
/// straight arms of the length, `apart` from one another. Nobody needs its "exit".
Plan ring(const std::string& id, double width, double length, double apart);
/// Length of the middle line of the ring [m].
double ring_length(double width, double length, double apart);

/// "room" (from x = 0), a bottleneck "neck" at its eastern wall, "beyond" with an exit all over its
/// eastern wall. A neck of length 0 is an opening between the two rooms.
struct Narrows {
    double room_length = 10.0;
    double room_width = 10.0;
    double width = 1.0;   ///< of the neck
    double length = 0.0;  ///< of the neck
    double beyond = 6.0;  ///< length of what follows
};
Plan narrows(const std::string& id, const Narrows& size);

/// "room-low", "approach" (2 m), "flight", "departure" (2 m), "room-high", with wide exits
/// "exit-low" and "exit-high" at the ends (RiMEA 13).
Plan stair_between_rooms(const std::string& id, const Rect& room, double width, double run,
                         const Steps& steps);

/// "room", "corridor" 2 m wide, "flight" up, "top" with "exit" (IMO 11).
Plan room_corridor_stair(const std::string& id, double room_length, double room_width,
                         double corridor);

// ---- Drills -----------------------------------------------------------------------------------

/// People of one speed and one size who start at once.
Json walker(const std::string& id, const Json& free_speed, const Json& body_radius = 0.2);

/// A group of one kind of people in one unit.
Json group_in(const std::string& id, const std::string& unit, const std::string& profile,
              int count);

/// A drill of `plan_file`; its groups and profiles are to be added.
Json drill_in(const std::string& id, const Label& name, const std::string& plan_file,
              double time_limit, double frames_per_second);

/// Everybody of the group walks round a ring until the drill ends.
Json walks_round(Json group);

/// One step of a JSON Patch.
Json put(const std::string& pointer, const Json& value);  ///< adds or replaces a member

// ---- Cases ------------------------------------------------------------------------------------

CaseFolder case_in(const std::string& suite, const std::string& id, const Label& title,
                   const std::string& source, const Label& setup, bool fast = false);

/// A run of the drill in this file (beside the case, or a path from there).
void add_run(CaseFolder& one, const std::string& id, const std::string& drill,
             const Json& patch = nullptr, int seeds = 1);

/// A measure of a run; `more` holds the parameters of its kind.
void measure(CaseFolder& one, const std::string& id, const std::string& run,
             const std::string& kind, const std::string& unit, const Json& more = Json::object());
/// A measure of several runs together.
void measure(CaseFolder& one, const std::string& id, const std::vector<std::string>& runs,
             const std::string& kind, const std::string& unit, const Json& more);
/// A measure of other measures.
void derive(CaseFolder& one, const std::string& id, const std::string& kind,
            const std::vector<std::string>& of, const std::string& unit,
            const Json& more = Json::object());

void expect_within(CaseFolder& one, const std::string& measure, double low, double high,
                   const Label& says);
void expect_at_least(CaseFolder& one, const std::string& measure, double low, const Label& says);
void expect_at_most(CaseFolder& one, const std::string& measure, double high, const Label& says);
void expect_increasing(CaseFolder& one, const std::vector<std::string>& measures, const Label& says,
                       double slack = 0.0);

/// In a ring: nobody may come to a lasting stand in these runs. In `window` everybody has to get
/// `least` metres from where he or she was at its beginning.
void expect_all_moving(CaseFolder& one, const std::vector<std::string>& runs, const Json& window,
                       double least = 1.0);

/// A fundamental diagram of all these runs together, measured as `where` says: the share of its
/// bins that agree with the experiments, and in "bins-`id`" how many bins there are.
void measure_diagram(CaseFolder& one, const std::string& id, const std::vector<std::string>& runs,
                     const Json& where, const Label& points_name);

/// The band of figures 16 and 17 of RiMEA's guideline.
extern const Label corbetta_band;

/// Says of a Kolmogorov-Smirnov probability that 0.05 is asked for.
extern const Label drawn_as_told;

// Names of axes, for "x_name" and "y_name".
Json axis_density();              ///< [1/m2]
Json axis_density_single_file();  ///< [1/m]
Json axis_speed();                ///< [m/s]
Json axis_width();                ///< [m]
Json axis_flow();                 ///< [1/s]
Json axis_specific_flow();        ///< [1/(m s)]

/// Corners of an area, for "area".
Json box(double west, double south, double east, double north);
// Lines that people cross who walk that way, for "line".
Json eastward(double x, double south, double north);
Json westward(double x, double south, double north);
Json northward(double y, double west, double east);
Json southward(double y, double west, double east);

}  // namespace evac::drawing
