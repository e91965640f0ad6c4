#include "render/drawing/subject.hpp"

#include <algorithm>
#include <cstddef>

namespace evac::render {

namespace {

/// The closure of this opening that has not ended yet, if there is one.
Closure* current(std::vector<Closure>& closures, int opening) {
    const auto found = std::find_if(closures.rbegin(), closures.rend(), [&](const Closure& c) {
        return c.opening == opening && c.until == std::numeric_limits<double>::infinity();
    });
    return found == closures.rend() ? nullptr : &*found;
}

}  // namespace

LevelSubject subject_of(const Scenario& scenario, int level, Language language) {
    LevelSubject subject{scenario.plan, level, scenario.name, scenario.fixture_present,
                         language,      {}};
    for (std::size_t i = 0; i < scenario.plan.openings.size(); ++i) {
        if (scenario.plan.openings[i].lock == Lock::locked) {
            subject.closures.push_back({static_cast<int>(i), true, 0.0});
        }
    }
    for (const Event& event : scenario.events) {
        Closure* const open_end = current(subject.closures, event.element);
        switch (event.kind) {
            case Event::Kind::open:
                if (open_end != nullptr) {
                    open_end->until = event.time;
                }
                break;
            case Event::Kind::lock:
            case Event::Kind::block:
                if (open_end == nullptr) {
                    subject.closures.push_back(
                        {event.element, event.kind == Event::Kind::lock, event.time});
                }
                break;
            case Event::Kind::put_down:
                subject.fixture_present[static_cast<std::size_t>(event.element)] = 1;
                break;
            case Event::Kind::remove:
                break;  // it stood there for a while
        }
    }
    // What was open again before it mattered never was shut.
    const auto empty = [](const Closure& c) { return c.until <= c.since; };
    subject.closures.erase(std::remove_if(subject.closures.begin(), subject.closures.end(), empty),
                           subject.closures.end());
    return subject;
}

std::vector<int> people_by_unit(const Scenario& scenario) {
    std::vector<int> people(scenario.plan.units.size(), 0);
    for (const Group& group : scenario.groups) {
        for (const Occupants& occupants : group.occupants) {
            people[static_cast<std::size_t>(occupants.unit)] += occupants.count;
        }
    }
    return people;
}

}  // namespace evac::render
