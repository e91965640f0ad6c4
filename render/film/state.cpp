#include "render/film/state.hpp"

namespace evac::render {

BuildingState state_at(const ReplayInfo& info, const std::vector<Happening>& events, double time) {
    BuildingState state;
    for (const Opening& opening : info.plan.openings) {
        state.doors.push_back(opening.lock == Lock::locked ? BuildingState::Door::locked
                                                           : BuildingState::Door::open);
    }
    state.fixtures = info.fixture_present;
    state.fixtures.resize(info.plan.fixtures.size(), 1);
    state.smoke.resize(info.plan.units.size(), BuildingState::Smoke::none);
    const auto smoke = [&](const Happening& event) -> BuildingState::Smoke& {
        return state.smoke.at(static_cast<std::size_t>(event.element));
    };
    const auto door = [&](const Happening& event) -> BuildingState::Door& {
        return state.doors.at(static_cast<std::size_t>(event.element));
    };
    for (const Happening& event : events) {
        if (event.time > time + 1e-6) {
            break;
        }
        switch (event.kind) {
            case Happening::Kind::opened:
                door(event) = BuildingState::Door::open;
                break;
            case Happening::Kind::locked:
                door(event) = BuildingState::Door::locked;
                break;
            case Happening::Kind::blocked:
                door(event) = BuildingState::Door::blocked;
                break;
            case Happening::Kind::put_down:
                state.fixtures.at(static_cast<std::size_t>(event.element)) = 1;
                break;
            case Happening::Kind::removed:
                state.fixtures.at(static_cast<std::size_t>(event.element)) = 0;
                break;
            case Happening::Kind::smoke:
                smoke(event) = BuildingState::Smoke::some;
                break;
            case Happening::Kind::thick_smoke:
                smoke(event) = BuildingState::Smoke::thick;
                break;
            case Happening::Kind::smoke_gone:
                smoke(event) = BuildingState::Smoke::none;
                break;
            default:
                break;
        }
    }
    return state;
}

}  // namespace evac::render
