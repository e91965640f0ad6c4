#include "sim/findings/rules/quantities.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

/// Between the nearest edges of two openings [m].
double apart(const Segment& s, const Segment& t) {
    return std::min({distance(s, t.a), distance(s, t.b), distance(t, s.a), distance(t, s.b)});
}

/// The best position of any of its doors: a room between two exits has one door between them.
std::string position_of_room(const Measuring& measuring, int unit, const std::vector<int>& doors) {
    Position best = Position::corridor_end;
    for (const int door : doors) {
        const int other = beyond(measuring.opening(door), unit);
        if (other == outside || !measuring.indoors(other)) {
            return "own_exit";
        }
        best = std::min(best, position_on(measuring.inspection, measuring.layout, other, door));
    }
    return std::string(word_for(best));
}

}  // namespace

void measure_rooms(Measuring& measuring) {
    const auto count = static_cast<int>(measuring.plan().units.size());
    for (int u = 0; u < count; ++u) {
        if (!measuring.room(u)) {
            continue;
        }
        measure_unit(measuring, "room_storey", u,
                     measuring.storey_of_level(measuring.unit(u).level), "storey");
        const std::vector<int> doors = doors_of_room(measuring, u);
        if (doors.empty()) {
            continue;  // an inner room, or part of a hall: its ways out are findings of others
        }
        double widest = 0.0;
        std::vector<std::string> ids;
        int open = 0;  // what is locked is no door
        for (const int door : doors) {
            widest = std::max(widest, measuring.opening(door).clear_width);
            ids.push_back(measuring.opening(door).id);
            const auto d = static_cast<std::size_t>(door);
            const bool closed =
                d < measuring.inspection.closed.size() && measuring.inspection.closed[d] != 0;
            open += closed || measuring.opening(door).lock == Lock::locked ? 0 : 1;
        }
        const double farthest = farthest_from_doors(measuring, u, doors);
        const std::string position = position_of_room(measuring, u, doors);
        // A part of a larger room that is open to its neighbour has that one's doors too.
        const std::vector<int>& all = measuring.layout.by_unit[static_cast<std::size_t>(u)];
        const bool part_of_hall = std::any_of(all.begin(), all.end(), [&](int o) {
            const int other = beyond(measuring.opening(o), u);
            return measuring.room(other) && measuring.opening(o).leaf == Leaf::none;
        });
        const auto add = [&](const std::string& quantity, double value,
                             const std::string& in) -> Measurement& {
            Measurement& m = measure_unit(measuring, quantity, u, value, in);
            m.facts.words["position"] = position;
            m.facts.numbers["farthest"] = farthest;
            m.facts.numbers["door_width"] = widest;
            m.facts.numbers["doors"] = static_cast<double>(doors.size());
            m.facts.flags["part_of_hall"] = part_of_hall;
            m.also = ids;
            return m;
        };
        if (!part_of_hall) {
            add("room_doors", open, "doors");
            add("room_to_door", farthest, "m");
        }
        if (doors.size() >= 2) {
            double best = 0.0;
            for (std::size_t i = 0; i < doors.size(); ++i) {
                for (std::size_t j = i + 1; j < doors.size(); ++j) {
                    best = std::max(best, apart(measuring.opening(doors[i]).clear_line(),
                                                measuring.opening(doors[j]).clear_line()));
                }
            }
            add("room_door_separation", best, "m");
        }
    }
}

}  // namespace evac
