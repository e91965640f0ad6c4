#pragma once

#include "sim/drill/drill.hpp"

namespace evac {

// The phases of a step that belong to the drill; the others are the crowd's. Each is called once
// per step by step.cpp, in the order given there.

/// Opens, locks, blocks; puts down and removes fixtures; tells those who are told.
void apply_events(Drill& drill);

/// Lets those go whose time has come.
void wake_people(Drill& drill);

/// Makes those turn round who see that their way is blocked.
void revise_routes(Drill& drill);

/// Looks up everybody's way on the ground.
void find_ways(Drill& drill);

/// Grants passage through openings at the design flow (Flow::design), or freely.
void meter_openings(Drill& drill);

/// Changes units, counts who passed what, takes out who has arrived.
void pass_openings(Drill& drill);

/// Keeps count: distances, waiting, queues, the curve, who is stuck.
void measure(Drill& drill);

/// Chooses the best target in the person's unit by what the person knows, falling back from the
/// assigned stairs and exits to any; waits, cut off, if there is none.
void choose_target(Drill& drill, std::size_t slot);

/// Sets the target of the person to passing `p` (or, with p < 0, the assembly area of the policy).
void head_for(Drill& drill, std::size_t slot, Passing p, const RouteTable& table);

/// The policy the person follows now.
const RoutePolicy& policy_of(const Drill& drill, int person);

/// 64-bit hash over the bits of everybody's state, by permanent id.
std::uint64_t state_hash(const Drill& drill);

}  // namespace evac
