#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

namespace evac {

namespace {

/// People who stand so near tell one another what they have found closed [m].
constexpr double earshot = 2.0;

/// What is of no use, as `other` knows and this person does not, is learnt. Who goes through smoke
/// by now asks for what is closed, not for what is smoky.
void learn_from(Drill& drill, Mind& mind, int other) {
    const std::vector<int> closed = drill.routes.knowledge[static_cast<std::size_t>(other)].closed;
    for (const int opening : closed) {
        if (!mind.braves_smoke || !drill.doors.open[static_cast<std::size_t>(opening)]) {
            mind.known = learn_closed(drill.routes, mind.known, opening);
        }
    }
}

}  // namespace

void spread_word(Drill& drill) {
    const bool news = drill.routes.knowledge.size() > 1;
    if (!news || !glance_due(drill) || drill.steps == 0) {
        return;
    }
    Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int person = crowd.id[slot];
        if (crowd.mode[slot] != Mode::walking || !glances_now(drill, person)) {
            continue;
        }
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        const int before = mind.known;
        const Vec2 here = crowd.position(slot);
        // Who is near, as sorted in the last step: a twentieth of a second old.
        const int cell = cell_at(drill.cells, crowd.unit[slot], here);
        if (cell < 0) {
            continue;
        }
        for (const std::int32_t around : drill.cells.cells_around(cell)) {
            for (const Neighbour& other : drill.cells.people_in(around)) {
                const double dx = other.x - here.x();
                const double dy = other.y - here.y();
                const int theirs = drill.minds[static_cast<std::size_t>(other.id)].known;
                if (other.id != person && other.mode != Mode::down && theirs != mind.known &&
                    dx * dx + dy * dy <= earshot * earshot &&
                    in_sight(drill.doors, crowd.unit[slot], here, other.unit, {other.x, other.y})) {
                    learn_from(drill, mind, theirs);
                }
            }
        }
        if (mind.known != before) {
            choose_target(drill, slot);
        }
    }
}

}  // namespace evac
