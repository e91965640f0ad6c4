#include "sim/record/capture.hpp"

namespace evac {

namespace {

Activity activity(const Drill& drill, std::size_t slot) {
    const auto person = static_cast<std::size_t>(drill.crowd.id[slot]);
    const PersonOutcome& outcome = drill.outcome.people[person];
    if (outcome.exit_time != never) {
        return Activity::outdoors;
    }
    if (drill.crowd.mode[slot] == Mode::down) {
        return Activity::down;
    }
    if (drill.minds[person].cut_off) {
        return Activity::cut_off;
    }
    if (outcome.start_time == never) {
        return Activity::waiting;
    }
    constexpr double slow = 0.2;  // m/s
    const double vx = drill.crowd.vx[slot];
    const double vy = drill.crowd.vy[slot];
    return vx * vx + vy * vy < slow * slow ? Activity::queueing : Activity::walking;
}

}  // namespace

Frame capture(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    Frame frame;
    frame.time = drill.time();
    frame.poses.reserve(crowd.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        frame.poses.push_back(
            {crowd.id[slot], static_cast<float>(crowd.x[slot]), static_cast<float>(crowd.y[slot]),
             static_cast<float>(crowd.look_x[slot]), static_cast<float>(crowd.look_y[slot]),
             static_cast<std::int16_t>(crowd.unit[slot]), activity(drill, slot)});
    }
    return frame;
}

}  // namespace evac
