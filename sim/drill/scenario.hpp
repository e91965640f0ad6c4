#pragma once

#include "sim/crowd/people.hpp"
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
};

/// Something that happens at a set time.
struct Event {
    enum class Kind { open, lock, block, put_down, remove } kind = Kind::open;
    double time = 0.0;       ///< from the start of the simulation [s]
    int element = 0;         ///< opening (open, lock, block) or fixture (put_down, remove)
    bool announced = false;  ///< everybody knows at once; otherwise whoever comes there
};

/// How wide openings may flow: as in experiments, or never above the 1.33 persons/(m s) that codes
/// design with (IMO MSC.1/Circ.1533).
enum class Flow { calibrated, design };

/// How pressing the crowd is: the time gap people keep (motion.hpp).
enum class Motivation { calm, drill, urgent };

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

    std::uint64_t seed = 1;
    double step = 0.05;          ///< length of a time step [s]
    double time_limit = 1800.0;  ///< the drill ends here whoever is inside [s]
    double alarm = 0.0;          ///< when the alarm sounds [s]
    double hold = 0.0;           ///< "duck, cover, hold" after the alarm, before the release [s]
    Flow flow = Flow::calibrated;
    Motivation motivation = Motivation::drill;
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
