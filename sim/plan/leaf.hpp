#pragma once

#include "sim/plan/plan.hpp"

#include <vector>

namespace evac {

/// A door leaf that stands open at a right angle to its opening.
struct OpenLeaf {
    Vec2 hinge = Vec2::Zero();
    Vec2 open_end = Vec2::Zero();    ///< where its free edge is while it stands open
    Vec2 closed_end = Vec2::Zero();  ///< and when it is shut
    int unit = outside;              ///< index of the unit it stands in, or `outside`
};

/// Unit vector across the opening, from units[0] to the other side.
Vec2 direction_across(const Plan& plan, const Opening& opening);

/// Whether leaves turn about a jamb; sliding and revolving doors do not, nor does a door of which
/// nobody knows which way it turns.
bool swings(const Opening& opening);

/// The leaves of an opening where they stand when open. A single leaf hangs at clear_line().a (the
/// plan does not tell its hand), of two each has half the width. A door that swings both ways is
/// given on both sides, first on the side of units[1]. Empty where nothing swings.
std::vector<OpenLeaf> open_leaves(const Plan& plan, const Opening& opening);

}  // namespace evac
