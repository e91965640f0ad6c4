#pragma once

#include "sim/crowd/people.hpp"
#include "sim/drill/lift_travel.hpp"
#include "sim/drill/motivation.hpp"
#include "sim/ground/ground.hpp"
#include "sim/hazard/atmosphere_table.hpp"
#include "sim/hazard/fire.hpp"
#include "sim/hazard/smoke_speed.hpp"
#include "sim/plan/plan.hpp"
#include "sim/text/message.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// Some people of one profile in one unit.
struct Occupants {
    int unit = 0;
    int profile = 0;
    int count = 0;
    std::string pointer;  ///< JSON pointer to where the count was asked for; for messages
};

/// A place that a group goes to before it leaves.
struct Visit {
    int unit = 0;       ///< reached when the person is in it
    double stay = 0.0;  ///< [s]
};

/// What staff do while they stay at the last place they visit.
struct Duty {
    enum class Kind {
        direct,  ///< tell everybody who comes near which exits and stairs to take
        hold     ///< keep people back from an opening
    } kind = Kind::direct;
    int opening = -1;                 ///< hold
    std::vector<int> exits;           ///< direct
    std::vector<std::string> stairs;  ///< direct
    std::vector<int> until_clear;     ///< levels: it ends when they are; empty: when the stay does
};

/// How a group keeps together. Who of it is in the same unit sets out together, when the last of
/// them is ready.
enum class Cohesion {
    none,   ///< everybody walks alone
    close,  ///< a family, colleagues: nobody leaves the slowest behind
    files   ///< a class: behind its leader in two files
};

/// People who are led together: a class with its teacher, a department. A group on several levels
/// that are released at different times is cut into one part per level, with the same id.
struct Group {
    std::string id;
    int number = 0;  ///< of the group in the file, the same for all its parts
    Label name;
    std::vector<Occupants> occupants;
    std::vector<int> exits;           ///< openings they must use; empty: the nearest
    std::vector<std::string> stairs;  ///< staircases they must use; empty: any
    int assembly_area = -1;           ///< where they gather; -1: the escape ends behind the exit
    double release_after = 0.0;  ///< wait for the turn to go, counted from the end of the hold [s]
    // If the group has either of these, they replace the pre-movement of the profiles; their sum
    // counts.
    std::optional<Distribution> shared_pre_movement;  ///< one draw for all: the teacher's word [s]
    std::optional<Distribution> own_pre_movement;     ///< one draw for each person [s]
    bool follows_others = false;  ///< those still waiting set out when most around them have

    Cohesion together = Cohesion::none;
    int came_in = -1;  ///< opening by which those came who know no other; -1: see came_in_by
    std::vector<Visit> visits;  ///< in this order, then out
    int laps = 1;               ///< how often all visits are made; 0: until the drill ends
    std::optional<Duty> duty;
    bool lifts = false;  ///< may use the lifts of the scenario
};

/// Something that happens at a set time.
struct Event {
    enum class Kind { open, lock, block, put_down, remove } kind = Kind::open;
    double time = 0.0;       ///< from the start of the simulation [s]
    int element = 0;         ///< opening (open, lock, block) or fixture (put_down, remove)
    bool announced = false;  ///< everybody knows at once; otherwise whoever comes there
};

/// A lift that people may use whose group may (NIST TN 1822, 2.7; lift_travel.hpp).
struct Lift {
    std::string id;
    std::vector<int> units;  ///< its car at every level it serves, from below
    int capacity = 8;        ///< people
    LiftMotion motion;
    int home = 0;  ///< place in `units` where it stands at the start
};

/// What fills the air: fires of the drill, or a table that another program wrote. Without both the
/// air is clean and nobody reckons with it.
struct Hazards {
    std::vector<Fire> fires;
    std::optional<AtmosphereTable> air;  ///< instead of fires
    SmokeLaw law = SmokeLaw::frantzich_nilsson_fraction;
    bool doors_shut = false;  ///< leaves fall shut behind people; else they stand open

    bool any() const { return !fires.empty() || air.has_value(); }
};

/// How wide openings may flow: as in experiments, or never above the 1.33 persons/(m s) that codes
/// design with (IMO MSC.1/Circ.1533).
enum class Flow { calibrated, design };

/// How people move: by headways (motion.hpp), or as the hydraulic model of hand calculations has it
/// (hydraulic.hpp). To see how far an answer depends on the model.
enum class MotionModel { headway, hydraulic };

/// Which way people choose who are free to choose.
enum class RouteChoice {
    quickest,  ///< reckons with the queues in sight
    shortest   ///< by time of walking alone
};

/// One drill to run: a plan, people, an alarm, what happens meanwhile, and a seed.
struct Scenario {
    std::string id;
    Label name;
    std::string file;                   ///< as the user wrote it; for messages
    Plan plan;                          ///< the plan's own fixtures, then those of the scenario
    std::vector<char> fixture_present;  ///< per Plan::fixtures, at the start
    std::vector<Profile> profiles;
    std::vector<Group> groups;
    std::vector<Event> events;  ///< sorted by time, then as in the file
    std::vector<Lift> lifts;
    Hazards hazards;

    std::uint64_t seed = 1;
    double step = 0.05;          ///< length of a time step [s]
    double lattice = lattice_spacing;  ///< of the ground [m]
    double time_limit = 1800.0;  ///< the drill ends here whoever is inside [s]
    double alarm = 0.0;          ///< when the alarm sounds [s]
    double hold = 0.0;           ///< "duck, cover, hold" after the alarm, before the release [s]
    Flow flow = Flow::calibrated;
    Motivation motivation = Motivation::drill;
    MotionModel model = MotionModel::headway;
    RouteChoice choice = RouteChoice::quickest;
    double frames_per_second = 10.0;   ///< of the replay; divides 1/step
    std::vector<Message> assumptions;  ///< what default_scenario() supposed, to be told to the user
};

/// Reads `*.drill.json` (a folder: the one in it) and the plan it names. A `*.plan.json` gives the
/// default drill of that plan (default_scenario). Throws InputError with every defect of both
/// files.
Scenario read_scenario(const std::filesystem::path& path);

/// The drill of a plan that names no people: adults in every room, as many as its capacity or else
/// its category and area suggest (occupant_load.hpp), alarm at 0 s, nearest exit. The choices made
/// are listed in `assumptions`. Throws InputError when there is no room to put people into.
Scenario default_scenario(Plan plan);

/// Places everybody without overlap, in order of groups, occupants, count. Throws InputError naming
/// each unit that cannot hold its people and how many fit. Radius, speed and pre-movement are drawn
/// by unit and number within the unit, so that people added elsewhere change nothing here.
std::vector<Person> place_people(const Scenario& scenario);

/// Per unit of the plan: how many of the people asked for there place_people() gets in.
std::vector<int> count_who_fit(const Scenario& scenario);

}  // namespace evac
