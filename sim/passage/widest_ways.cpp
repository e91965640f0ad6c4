#include "sim/passage/widest_ways.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace evac {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

constexpr double rounding = 2e-4;  // [m]; two steps of the grid

/// Whether there is more and more room on the way from that end. Parallel walls that rounding to
/// the grid has made a little oblique are not meant.
bool widens(const Way& way, bool from_first) {
    constexpr double slope = 0.01;  // over short pieces rounding may make no more of it
    const double rise = from_first ? way.at_to - way.at_from : way.at_from - way.at_to;
    const double length = (way.to_place - way.from_place).norm();
    return way.saddle == no_limit && (rise > rounding || rise > slope * length);
}

/// Whether the way is but a dot: rounding draws several vertices, a hair apart, where four things
/// are equally far.
bool is_dot(const Way& way) {
    return (way.to_place - way.from_place).norm() < 2e-3 &&
           std::max(way.at_from, way.at_to) - way.least() < rounding;
}

bool counts(const Way& way, bool from_first) {
    return way.always_counts || !(way.never_counts || widens(way, from_first) || is_dot(way));
}

}  // namespace

double Way::least() const {
    return std::min({at_from, at_to, saddle});
}

Vec2 Way::narrowest_place() const {
    return saddle <= std::min(at_from, at_to) ? saddle_place
           : at_from <= at_to                 ? from_place
                                              : to_place;
}

Way way_along(const BisectorArc& arc, int from, int to, int first_site, int second_site) {
    Way way;
    way.from = from;
    way.to = to;
    way.from_place = arc.from;
    way.to_place = arc.to;
    way.at_from = clearance_at(arc, arc.from);
    way.at_to = clearance_at(arc, arc.to);
    if (const auto place = saddle(arc)) {
        way.saddle = clearance_at(arc, *place);
        way.saddle_place = *place;
    }
    way.first_site = first_site;
    way.second_site = second_site;
    return way;
}

Reach narrower(const Reach& a, const Reach& b) {
    // Along a corridor the clearance is the same but for rounding: the first place stands for all.
    constexpr double equal = 1e-6;  // [m]
    if (b.clearance < a.clearance - equal) {
        return b;
    }
    return {std::min(a.clearance, b.clearance), a.limit >= 0 ? a.limit : b.limit};
}

void WidestWays::grow(int nodes, int door) {
    const auto total = at_node_.size() + static_cast<std::size_t>(nodes);
    at_node_.resize(total);
    door_.resize(total, door);
}

void WidestWays::add(const Way& way) {
    const auto index = static_cast<int>(ways_.size());
    ways_.push_back(way);
    at_node_[static_cast<std::size_t>(way.from)].push_back(index);
    at_node_[static_cast<std::size_t>(way.to)].push_back(index);
}

std::vector<Reach> WidestWays::from(int start) const {
    std::vector<Reach> reach(at_node_.size(), Reach{-no_limit, -1});
    using Entry = std::pair<double, int>;  // widest first, then the higher number
    std::priority_queue<Entry> queue;
    reach[static_cast<std::size_t>(start)] = {no_limit, -1};
    queue.emplace(no_limit, start);
    while (!queue.empty()) {
        const auto [clearance, node] = queue.top();
        queue.pop();
        const Reach here = reach[static_cast<std::size_t>(node)];
        if (clearance < here.clearance) {
            continue;
        }
        for (const int index : at_node_[static_cast<std::size_t>(node)]) {
            const Way& way = ways_[static_cast<std::size_t>(index)];
            const bool first = way.from == node;
            const int other = first ? way.to : way.from;
            if (door_of(node) >= 0 && door_of(node) != door_of(start) &&
                door_of(other) != door_of(node)) {
                continue;
            }
            const Reach there = here.clearance < no_limit || counts(way, first)
                                    ? narrower(here, Reach{way.least(), index})
                                    : here;
            Reach& known = reach[static_cast<std::size_t>(other)];
            if (there.clearance > known.clearance) {
                known = there;
                queue.emplace(there.clearance, other);
            }
        }
    }
    return reach;
}

}  // namespace evac
