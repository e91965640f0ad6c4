#include "render/film/walkers.hpp"

namespace evac::render {

namespace {

Vec2 place_of(const Pose& pose) {
    return {static_cast<double>(pose.x), static_cast<double>(pose.y)};
}

Vec2 heading_of(const Pose& pose) {
    return {static_cast<double>(pose.heading_x), static_cast<double>(pose.heading_y)};
}

}  // namespace

std::vector<Walker> walkers_at(const Interval& interval) {
    std::vector<Walker> walkers;
    if (interval.before == nullptr) {
        return walkers;
    }
    const std::vector<Pose>& after = interval.after->poses;
    const double length = interval.after->time - interval.before->time;
    walkers.reserve(interval.before->poses.size());
    auto next = after.begin();
    for (const Pose& pose : interval.before->poses) {
        while (next != after.end() && next->person < pose.person) {
            ++next;
        }
        Walker walker{pose.person, pose.unit, place_of(pose), heading_of(pose), 0.0, pose.activity};
        if (next != after.end() && next->person == pose.person) {
            const Vec2 way = place_of(*next) - walker.place;
            if (length > 0.0) {
                walker.speed = way.norm() / length;
            }
            walker.place += interval.share * way;
            const Vec2 turned =
                (1.0 - interval.share) * walker.heading + interval.share * heading_of(*next);
            if (turned.squaredNorm() > 1e-6) {
                walker.heading = turned.normalized();
            }
            if (interval.share > 0.5) {
                walker.unit = next->unit;
            }
        } else if (interval.share > 0.5) {
            continue;  // arrived meanwhile
        }
        walkers.push_back(walker);
    }
    return walkers;
}

}  // namespace evac::render
