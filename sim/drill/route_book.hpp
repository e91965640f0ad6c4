#pragma once

#include "sim/passage/passage.hpp"

#include <map>
#include <utility>
#include <vector>

namespace evac {

/// What somebody has learned that the plan does not say. Kept once for all who know the same.
struct Knowledge {
    std::vector<int> closed;                   ///< openings found locked or blocked, ascending
    std::vector<std::pair<int, int>> changed;  ///< unit and version of its fixtures, by unit

    bool operator==(const Knowledge&) const = default;
};

/// The route tables in use: one per pair of policy and knowledge, made when first asked for. There
/// are few of both (classes share policies, crowds share knowledge), so nobody searches a way in a
/// step.
struct RouteBook {
    RouteSpeeds speeds;
    std::vector<char> locked;          ///< per opening: known to everybody from the start
    std::vector<WalkLengths> lengths;  ///< [0] at the start, then after every change
    std::vector<RoutePolicy> policies;
    std::vector<Knowledge> knowledge{{}};  ///< [0]: just the plan
    std::map<std::pair<int, int>, RouteTable> tables;
};

/// Number of the policy, added when new.
int policy_number(RouteBook& book, const RoutePolicy& policy);

/// Number of the knowledge `known` with one thing more (or less: `opened`).
int learn_closed(RouteBook& book, int known, int opening);
int learn_opened(RouteBook& book, int known, int opening);
int learn_changed(RouteBook& book, int known, int unit, int version);

/// The version of `unit` that somebody with this knowledge reckons with; 0 as at the start.
int known_version(const RouteBook& book, int known, int unit);

/// Whether somebody with this knowledge reckons with `opening` as closed.
bool known_closed(const RouteBook& book, int known, int opening);

/// Best ways under a policy for somebody with this knowledge.
const RouteTable& route_table(RouteBook& book, const Plan& plan, int policy, int known);

/// Walking lengths as somebody with this knowledge reckons with them.
WalkLengths known_lengths(const RouteBook& book, const Plan& plan, int known);

}  // namespace evac
