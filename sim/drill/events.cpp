#include "sim/drill/lengths.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Whether the person has set out and is still to arrive.
bool under_way(const Drill& drill, std::size_t slot) {
    return drill.outcome.people[static_cast<std::size_t>(drill.crowd.id[slot])].start_time != never;
}

void log(Drill& drill, Happening::Kind kind, int element) {
    drill.outcome.happenings.push_back({kind, drill.time(), element, -1});
}

void close(Drill& drill, const Event& event) {
    const auto o = static_cast<std::size_t>(event.element);
    drill.doors.open[o] = 0;
    drill.blocked[o] = event.kind == Event::Kind::block ? 1 : 0;
    log(drill,
        event.kind == Event::Kind::block ? Happening::Kind::blocked : Happening::Kind::locked,
        event.element);
    if (!event.announced) {
        return;
    }
    for (Mind& mind : drill.minds) {
        mind.known = learn_closed(drill.routes, mind.known, event.element);
    }
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        if (under_way(drill, slot)) {
            choose_target(drill, slot);
        }
    }
}

/// An opening that is opened is heard of by everybody; those who stood without hope go again.
void open(Drill& drill, int opening) {
    const auto o = static_cast<std::size_t>(opening);
    drill.doors.open[o] = 1;
    drill.blocked[o] = 0;
    log(drill, Happening::Kind::opened, opening);
    if (drill.routes.locked[o]) {
        drill.routes.locked[o] = 0;
        drill.routes.tables.clear();
    }
    for (Mind& mind : drill.minds) {
        mind.known = learn_opened(drill.routes, mind.known, opening);
    }
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        if (under_way(drill, slot)) {
            choose_target(drill, slot);
        }
    }
}

bool somebody_stands_in(const Drill& drill, const Fixture& fixture) {
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const Vec2 here = drill.crowd.position(slot);
        if (drill.crowd.unit[slot] == fixture.unit &&
            (contains(fixture.polygon, here) ||
             edge_distance(fixture.polygon, here) < drill.crowd.radius[slot])) {
            return true;
        }
    }
    return false;
}

/// Makes the unit's ground anew. Whoever is in the unit sees it; others learn it when they come
/// there, unless it is announced.
void change_unit(Drill& drill, int unit, bool announced) {
    rebuild_unit(drill.ground, drill.plan(), drill.fixture_present, unit);
    drill.floors[static_cast<std::size_t>(unit)] = {};
    WalkLengths lengths = drill.routes.lengths.back();
    update_lengths(lengths, drill.ground, drill.plan(), unit);
    drill.routes.lengths.push_back(std::move(lengths));
    const int version = static_cast<int>(drill.routes.lengths.size()) - 1;
    drill.unit_version[static_cast<std::size_t>(unit)] = version;
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        if (drill.crowd.unit[slot] != unit && !announced) {
            continue;
        }
        Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
        mind.known = learn_changed(drill.routes, mind.known, unit, version);
        if (under_way(drill, slot)) {
            choose_target(drill, slot);
        }
    }
}

void set_fixture(Drill& drill, int fixture, bool present, bool announced) {
    drill.fixture_present[static_cast<std::size_t>(fixture)] = present ? 1 : 0;
    log(drill, present ? Happening::Kind::put_down : Happening::Kind::removed, fixture);
    change_unit(drill, drill.plan().fixtures[static_cast<std::size_t>(fixture)].unit, announced);
}

/// Clears a fixture away, or calls off one that is still to be put down.
void take_away(Drill& drill, int fixture) {
    std::erase_if(drill.put_down_when_free, [&](int index) {
        return drill.scenario.events[static_cast<std::size_t>(index)].element == fixture;
    });
    if (drill.fixture_present[static_cast<std::size_t>(fixture)]) {
        set_fixture(drill, fixture, false, true);  // a way cleared is good news for all
    }
}

}  // namespace

void apply_events(Drill& drill) {
    const std::vector<Event>& events = drill.scenario.events;
    // Half a step of tolerance: times in files are decimal, steps are not.
    const double now = drill.time() + 0.5 * drill.scenario.step;
    const double alarm = drill.scenario.alarm;
    if (alarm <= now && alarm > now - drill.scenario.step) {
        log(drill, Happening::Kind::alarm, -1);
    }
    for (; drill.next_event < events.size() && events[drill.next_event].time <= now;
         ++drill.next_event) {
        const Event& event = events[drill.next_event];
        switch (event.kind) {
            case Event::Kind::open:
                open(drill, event.element);
                break;
            case Event::Kind::lock:
            case Event::Kind::block:
                close(drill, event);
                break;
            case Event::Kind::put_down:
                drill.put_down_when_free.push_back(static_cast<int>(drill.next_event));
                break;
            case Event::Kind::remove:
                take_away(drill, event.element);
                break;
        }
    }
    // Nobody is buried under goods: they are put down as soon as nobody stands there.
    std::erase_if(drill.put_down_when_free, [&](int index) {
        const Event& event = events[static_cast<std::size_t>(index)];
        if (somebody_stands_in(drill,
                               drill.plan().fixtures[static_cast<std::size_t>(event.element)])) {
            return false;
        }
        set_fixture(drill, event.element, true, event.announced);
        return true;
    });
}

}  // namespace evac
