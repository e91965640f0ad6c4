#include "sim/findings/rules/quantities.hpp"

namespace evac {

namespace {

bool is_fire_lane(const Unit& unit) {
    return unit.category == "firelane" || unit.category == "fire_lane";
}

}  // namespace

/// Things that stand where nothing should: each is measured as one thing.
void measure_things(Measuring& measuring) {
    const Plan& plan = measuring.plan();
    for (int f = 0; f < static_cast<int>(plan.fixtures.size()); ++f) {
        const Fixture& fixture = plan.fixtures[static_cast<std::size_t>(f)];
        if (!measuring.stands(f)) {
            continue;
        }
        const auto add = [&](const std::string& quantity) {
            Measurement& m = measure_unit(measuring, quantity, fixture.unit, 1.0, "things");
            m.element = fixture.id;
            m.place = label_point(fixture.polygon);
            m.people.reset();
            m.facts.words["thing"] = fixture.category;
            m.facts.words["owner"] = fixture.owner.empty() ? "?" : fixture.owner;
            m.facts.flags["movable"] = fixture.movable;
            m.also = {measuring.unit(fixture.unit).id};
        };
        const bool in_stair = measuring.staircase_of(fixture.unit) >= 0;
        const bool in_passage = measuring.corridor(fixture.unit);
        if (fixture.category == "ebike" && measuring.indoors(fixture.unit)) {
            add("ebike_indoors");
        }
        if (fixture.category == "window_bars") {
            add("window_bars");
        }
        if (in_stair) {
            add("thing_in_stair");
        } else if (in_passage && fixture.movable) {
            add("thing_in_passage");
        } else if (is_fire_lane(measuring.unit(fixture.unit))) {
            add("thing_in_fire_lane");
        }
    }
}

}  // namespace evac
