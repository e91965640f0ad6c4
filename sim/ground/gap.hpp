#pragma once

#include "sim/plan/plan.hpp"

#include <vector>

namespace evac {

/// An opening as one of its units sees it.
struct Gap {
    int opening = 0;
    Segment line;             ///< the opening's clear line
    Vec2 out = Vec2::Zero();  ///< unit normal of the line, away from the unit
    /// The wall stays: nobody walks on the other side (a lift), or both units lie on the same side
    /// of the line, one above the other (stairs drawn as stacked polygons), and people change over
    /// in front of it.
    bool walled = false;
};

/// The gaps in the wall of `unit`, in plan order.
std::vector<Gap> gaps_of_unit(const Plan& plan, int unit);

/// How far an edge may stand off an opening's line and still be cut by it [m]: the tolerance of
/// the plan's check, 0.05 m, and a centimetre for rounding.
inline constexpr double gap_depth = 0.06;

/// What is left of `edge` when the gaps have been cut out of it, each exactly as wide as its line.
std::vector<Segment> without_gaps(const Segment& edge, const std::vector<Gap>& gaps);

/// The part of `s` in the box that reaches along `line` from `before` ahead of its start to
/// `after` past its end, and across it (to the side of `out`) from `low` to `high`, as parameters
/// from 0 to 1 on `s`; first > second when there is none.
struct Stretch {
    double first = 0.0;
    double second = 1.0;
};
Stretch clip_to_box(const Segment& s, const Segment& line, const Vec2& out, double before,
                    double after, double low, double high);

}  // namespace evac
