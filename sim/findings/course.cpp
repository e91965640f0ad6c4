#include "sim/findings/course.hpp"

#include "sim/passage/passage.hpp"

namespace evac {

namespace {

std::vector<int> only_in_first(const std::vector<char>& ever, const std::vector<char>& always) {
    std::vector<int> indices;
    for (std::size_t i = 0; i < ever.size(); ++i) {
        if (ever[i] != 0 && always[i] == 0) {
            indices.push_back(static_cast<int>(i));
        }
    }
    return indices;
}

}  // namespace

std::vector<int> Course::passing_fixtures() const {
    return only_in_first(ever_present, always_present);
}

std::vector<int> Course::passing_closures() const {
    return only_in_first(ever_closed, always_closed);
}

Course course_of(const Scenario& scenario) {
    Course course;
    course.ever_present = course.always_present = scenario.fixture_present;
    course.ever_closed = course.always_closed = closed_openings(scenario.plan);
    for (const Event& event : scenario.events) {
        const bool fixture =
            event.kind == Event::Kind::put_down || event.kind == Event::Kind::remove;
        const bool comes = event.kind == Event::Kind::put_down || event.kind == Event::Kind::lock ||
                           event.kind == Event::Kind::block;
        const auto e = static_cast<std::size_t>(event.element);
        char& ever = fixture ? course.ever_present[e] : course.ever_closed[e];
        char& always = fixture ? course.always_present[e] : course.always_closed[e];
        const bool slit = !fixture && scenario.plan.openings[e].clear_width < narrowest_gap;
        if (slit) {
            continue;  // no key widens it
        }
        if (event.time <= scenario.alarm) {
            ever = always = comes ? 1 : 0;
        } else if (comes) {
            ever = 1;
        } else {
            always = 0;
        }
    }
    return course;
}

}  // namespace evac
