#pragma once

#include "sim/drill/drill.hpp"

namespace evac {

/// The group and the profile of a person.
inline const Group& group_of(const Drill& drill, int person) {
    const int group = drill.people[static_cast<std::size_t>(person)].group;
    return drill.scenario.groups[static_cast<std::size_t>(group)];
}
inline const Profile& profile_of(const Drill& drill, int person) {
    const int profile = drill.people[static_cast<std::size_t>(person)].profile;
    return drill.scenario.profiles[static_cast<std::size_t>(profile)];
}

/// Two places whose elevations differ by less are at one height: files round [m].
inline constexpr double same_height = 0.05;

// The phases of a step that belong to the drill; the others are the crowd's. Each is called once
// per step by step.cpp, in the order given there.

/// Opens, locks, blocks; puts down and removes fixtures; tells those who are told.
void apply_events(Drill& drill);

/// Lets those go whose time has come.
void wake_people(Drill& drill);

/// Ends visits that have lasted long enough.
void make_visits(Drill& drill);

/// Staff at their posts hold openings and direct people.
void do_duties(Drill& drill);

/// Those who know of closed doors tell those who stand near.
void spread_word(Drill& drill);

/// Those who know only the way they came in may notice exit signs.
void notice_signs(Drill& drill);

/// Makes those turn round who see that their way is blocked, and those think again who see a queue.
void revise_routes(Drill& drill);

/// Slows those down who would leave their group behind; puts classes into files.
void keep_company(Drill& drill);

/// Whether somebody who is ready still waits for others of the group, to set out together.
bool waits_for_company(const Drill& drill, std::size_t slot);

/// Whoever must be carried and has too few left who could do it stays off flights from then on, or
/// where it is on a stair.
void miss_helpers(Drill& drill);

/// Keeps those who carry and those who are carried back from a flight until they are together.
void gather_to_carry(Drill& drill);

/// Sets how fast everybody may walk: by person, ground, group and smoke.
void set_paces(Drill& drill);

/// Calls, moves and opens the lifts.
void run_lifts(Drill& drill);

/// Lets the fire grow and the smoke spread; brings down those who have had too much of it.
void suffer(Drill& drill);

/// Twice a second: ways round the crowd, where one is held up.
void find_detours(Drill& drill);

/// Looks up everybody's way on the ground.
void find_ways(Drill& drill);

/// Grants passage through openings freely or at a limited flow (Flow::design, or the hydraulic
/// model), and to nobody where staff hold, no helper is near, or no lift stands.
void meter_openings(Drill& drill);

/// Changes units, counts who passed what, takes out who has arrived.
void pass_openings(Drill& drill);

/// Keeps count: distances, waiting, queues, the curve, who is stuck.
void measure(Drill& drill);

/// Notes which slot everybody has now.
void number_slots(Drill& drill);

/// Chooses where to go: the next visit, or the best target in the person's unit by what the person
/// knows, falling back from the assigned stairs and exits to any; waits, cut off, if there is none.
void choose_target(Drill& drill, std::size_t slot);

/// Takes the best way under one policy; false if there is none.
bool follow_policy(Drill& drill, std::size_t slot, int policy);

/// Sets out for the next visit or begins the stay there; false if no visit is left.
bool go_to_visit(Drill& drill, std::size_t slot);

/// Whether visits are left; whether the person is at its post.
bool has_visits(const Drill& drill, int person);
bool on_duty(const Drill& drill, int person);

/// Sets the target of the person to passing `p` (or, with p < 0, the assembly area of the policy).
void head_for(Drill& drill, std::size_t slot, Passing p, const RouteTable& table);

/// Makes the person stand without a target.
void stand(Drill& drill, std::size_t slot);

/// Way left to the end of the escape, or to the place to visit [m].
double way_left(Drill& drill, std::size_t slot);

/// Speed on this ground with nobody near: flights slow people down, more so upward [m/s].
double ground_speed(const Drill& drill, std::size_t slot);

/// How far lit signs are seen in the smoke of a unit [m]; what smoke leaves of a speed [m/s].
double seen_through_smoke(const Drill& drill, int unit);
double slowed_by_smoke(const Drill& drill, int unit, double speed);

/// Whether there is smoke in this unit, or heat, that nobody stays in who is free to go.
bool drives_people_out(const Drill& drill, int unit);

/// Whether smoke or heat in this unit makes people look for another way.
bool turns_people_back(const Drill& drill, int unit);

/// Whether heat does, which those mind too who go through smoke.
bool heat_turns_people_back(const Drill& drill, int unit);

/// Whether a lift would take one more person through this opening now; true where no lift is.
bool lift_takes(const Drill& drill, std::size_t slot);

/// The person has walked into a car, bound for the passing after `entered`.
void board_lift(Drill& drill, std::size_t slot, Passing exit_by);

/// The policy the person follows now.
const RoutePolicy& policy_of(const Drill& drill, int person);

/// Whether the person is in the car of a lift, waiting for it to arrive.
bool rides(const Drill& drill, std::size_t slot);

/// 64-bit hash over the bits of everybody's state, by permanent id.
std::uint64_t state_hash(const Drill& drill);

}  // namespace evac
