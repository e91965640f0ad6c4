#include "sim/findings/rules/quantities.hpp"

#include <algorithm>

namespace evac {

namespace {

/// A door as people flee through it.
struct EscapeDoor {
    int from = outside;  ///< the unit it is a door of
    bool into_second = true;
    std::string kind;  ///< "exit", "stair_door", "room_door" or "passage_door"
};

/// The direction of escape through an opening; `from` is outside where there is none.
EscapeDoor escape_through(const Measuring& measuring, int index) {
    const Opening& opening = measuring.opening(index);
    const Plan& plan = measuring.plan();
    const auto [a, b] = opening.units;
    for (const bool from_second : {false, true}) {
        const Passing p = passing(index, from_second);
        const int from = from_second ? b : a;
        if (from != outside && measuring.indoors(from) && leads_out(plan, p)) {
            return {from, !from_second, "exit"};
        }
    }
    if (!measuring.indoors(a) || !measuring.indoors(b)) {
        return {};
    }
    const bool a_stair = measuring.staircase_of(a) >= 0;
    const bool b_stair = measuring.staircase_of(b) >= 0;
    if (a_stair && b_stair) {
        return {};
    }
    if (a_stair != b_stair) {
        const int floor = a_stair ? b : a;
        // Above and below the ground people go in, on the ground they come out.
        const bool in = measuring.storey_of_level(measuring.unit(floor).level) != 1;
        const bool into_second = in ? b_stair : a_stair;
        return {floor, into_second, "stair_door"};
    }
    if (measuring.room(a) != measuring.room(b)) {
        return {measuring.room(a) ? a : b, measuring.room(a), "room_door"};
    }
    // A door between two rooms that both have their own is nobody's way out; a room without is left
    // through its neighbour.
    if (measuring.room(a) && measuring.room(b)) {
        const bool a_has = !doors_of_room(measuring, a).empty();
        const bool b_has = !doors_of_room(measuring, b).empty();
        if (a_has != b_has) {
            return {a_has ? b : a, b_has, "room_door"};
        }
        if (a_has) {
            return {};
        }
    }
    // Towards the nearer exit.
    const double first = measuring.layout.to_exit[static_cast<std::size_t>(passing(index, false))];
    const double second = measuring.layout.to_exit[static_cast<std::size_t>(passing(index, true))];
    return {first <= second ? a : b, first <= second, "passage_door"};
}

}  // namespace

void measure_doors(Measuring& measuring) {
    const auto count = static_cast<int>(measuring.plan().openings.size());
    for (int o = 0; o < count; ++o) {
        const Opening& opening = measuring.opening(o);
        const EscapeDoor door = escape_through(measuring, o);
        const bool is_door = opening.leaf != Leaf::none || opening.swing != Swing::none;
        if (door.from == outside || (!is_door && door.kind != "exit")) {
            continue;
        }
        const auto doors = static_cast<double>(
            std::max<std::size_t>(1, doors_of_room(measuring, door.from).size()));
        const auto add = [&](const std::string& quantity, double value, const std::string& in) {
            Measurement& m = measure_opening(measuring, quantity, o, door.from, value, in);
            m.facts.words["door"] = door.kind;
            m.facts.numbers["doors"] = doors;
            m.facts.numbers["people_per_door"] = measuring.people_in(door.from) / doors;
            return &m;
        };
        add("door_width", opening.clear_width, "m")->dimension =
            Dimension{opening.clear_line(), opening.clear_width};
        if (opening.threshold) {
            add("threshold", *opening.threshold, "m");
        }
        if (!is_door) {
            continue;
        }
        const bool against = opening.swing == (door.into_second ? Swing::into_first
                                                                : Swing::into_second);
        add("door_against_escape", against ? 1.0 : 0.0, "doors");
        const bool wrong_type =
            opening.swing == Swing::sliding || opening.swing == Swing::revolving;
        Measurement* type = add("door_type", wrong_type ? 1.0 : 0.0, "doors");
        type->facts.words["swing"] = opening.swing == Swing::sliding     ? "sliding"
                                     : opening.swing == Swing::revolving ? "revolving"
                                     : opening.swing == Swing::both      ? "both"
                                                                         : "hinged";
        const auto i = static_cast<std::size_t>(o);
        const bool locked = opening.lock == Lock::locked ||
                            (i < measuring.inspection.closed.size() &&
                             measuring.inspection.closed[i] != 0);
        add("door_locked", locked ? 1.0 : 0.0, "doors");
        if (opening.lock != Lock::none) {  // what has no lock needs no bar
            add("panic_bar", opening.lock == Lock::panic_bar ? 1.0 : 0.0, "doors");
        }
    }
}

}  // namespace evac
