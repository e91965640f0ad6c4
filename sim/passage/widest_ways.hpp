#pragma once

#include "sim/passage/bisector.hpp"

#include <limits>
#include <vector>

namespace evac {

/// A piece of the medial axis as a way between two nodes, with the room for a disc on it (radii in
/// metres).
struct Way {
    int from = 0, to = 0;
    Vec2 from_place = Vec2::Zero();
    Vec2 to_place = Vec2::Zero();
    double at_from = 0.0, at_to = 0.0;
    /// Where there is less room between the ends than at both of them; < 0 through a fixture.
    double saddle = std::numeric_limits<double>::infinity();
    Vec2 saddle_place = Vec2::Zero();
    int first_site = -1, second_site = -1;
    int fixture = -1;  ///< the fixture it leads through
    /// The room at its ends counts even where it grows from there.
    bool always_counts = false;
    bool never_counts = false;  ///< as wide as the door that the ways start from

    double least() const;
    Vec2 narrowest_place() const;
};

/// The way along an arc between two sites.
Way way_along(const BisectorArc& arc, int from, int to, int first_site, int second_site);

/// How wide the widest way to a node is, and which way limits it.
struct Reach {
    double clearance = 0.0;
    int limit = -1;  ///< index of a way; -1: nothing limits it
};

/// Going on from a place with one reach over another: the narrower of the two limits.
Reach narrower(const Reach& a, const Reach& b);

/// The maximum-bottleneck paths of a graph that grows by adding ways: Dijkstra's algorithm with max
/// for min and min for +.
class WidestWays {
public:
    explicit WidestWays(int nodes) { grow(nodes, -1); }

    int nodes() const { return static_cast<int>(at_node_.size()); }
    /// Adds nodes of a doorway; of none when `door` is -1.
    void grow(int nodes, int door);
    void add(const Way& way);
    const std::vector<Way>& ways() const { return ways_; }

    /// Per node the widest way to it from `start`; -infinity where there is none. As long as the
    /// room grows on the way from the start it is not counted: next to a door it is narrow because
    /// of the door. Ways may lead through the doorway of the start and end in others, but not lead
    /// through those: other doors are shut.
    std::vector<Reach> from(int start) const;

    /// The doorway a node belongs to, -1 for none.
    int door_of(int node) const { return door_[static_cast<std::size_t>(node)]; }

private:
    std::vector<Way> ways_;
    std::vector<int> door_;  ///< per node
    std::vector<std::vector<int>> at_node_;  ///< indices of ways
};

}  // namespace evac
