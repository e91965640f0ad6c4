// The people of a film, their traces and queues.

#include "render/film/bodies.hpp"
#include "render/film/film.hpp"
#include "render/film/standing_crowds.hpp"
#include "render/film/words.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

/// From where everybody was each second to where they were the next, the older the fainter.
void Film::draw_traces(const Reel& reel, const Interval& interval) {
    const Plan& plan = reel.plan();
    const double scale = options_.type_scale;
    for (std::size_t i = 0; i < interval.trail.size(); ++i) {
        const Frame& from = *interval.trail[i];
        const Frame& to = i + 1 < interval.trail.size() ? *interval.trail[i + 1] : *interval.before;
        const float age = static_cast<float>(i + 1) / static_cast<float>(interval.trail.size());
        auto next = to.poses.begin();
        for (const Pose& pose : from.poses) {
            while (next != to.poses.end() && next->person < pose.person) {
                ++next;
            }
            if (next == to.poses.end() || next->person != pose.person ||
                unit_at(plan, next->unit).level != unit_at(plan, pose.unit).level) {
                continue;
            }
            const auto a = on_stage(reel.stage, *reel.setting, plan, pose.unit,
                                    Vec2(static_cast<double>(pose.x), static_cast<double>(pose.y)));
            const auto b =
                on_stage(reel.stage, *reel.setting, plan, next->unit,
                         Vec2(static_cast<double>(next->x), static_cast<double>(next->y)));
            if (!a || !b || !reel.base.room.contains(*a) || !reel.base.room.contains(*b)) {
                continue;
            }
            const Walker walker{pose.person, pose.unit, {}, {}, 0.0, pose.activity};
            paint_line(image_, static_cast<float>(scale * a->x()),
                       static_cast<float>(scale * a->y()), static_cast<float>(scale * b->x()),
                       static_cast<float>(scale * b->y()), colour_of(reel.palette, walker),
                       0.15F + 0.55F * age);
        }
    }
}

void Film::draw_people(Reel& reel, const Interval& interval) {
    const std::vector<Walker> walkers = walkers_at(interval);
    const Plan& plan = reel.plan();
    const double scale = options_.type_scale;
    const PixelBox part = pixels(reel.base.room);
    if (options_.traces) {
        draw_traces(reel, interval);
    }
    const bool followed_here =
        options_.followed_in < reels_.size() && reels_[options_.followed_in].get() == &reel;
    std::vector<Body> bodies;
    bodies.reserve(walkers.size());
    reel.seen.clear();
    for (const Walker& walker : walkers) {
        const auto seen = on_stage(reel.stage, *reel.setting, plan, walker.unit, walker.place);
        if (!seen) {
            continue;
        }
        const StageFloor* const level = find_level_on(reel.stage, unit_at(plan, walker.unit).level);
        const Vec2 heading = level->view.direction(walker.heading);
        const double radius =
            reel.tape->info().people[static_cast<std::size_t>(walker.person)].body_radius;
        Body body;
        body.x = static_cast<float>(scale * seen->x());
        body.y = static_cast<float>(scale * seen->y());
        body.heading_x = static_cast<float>(heading.x());
        body.heading_y = static_cast<float>(-heading.y());
        // So large that a person is seen from the back row, unless there are thousands.
        const double least = walkers.size() < 6000 ? 3.9 * scale : 0.0;
        body.radius = static_cast<float>(std::max(least, scale * level->view.scale * radius));
        body.colour = colour_of(reel.palette, walker);
        body.ringed = walker.person == options_.followed && followed_here;
        bodies.push_back(body);
        reel.seen.push_back({walker.person, walker.unit, walker.place, *seen});
    }
    paint_bodies(image_, bodies, part.left, part.top, part.right, part.bottom);
    if (options_.queues) {
        draw_queues(reel, walkers);
    }
}

void Film::draw_queues(Reel& reel, const std::vector<Walker>& walkers) {
    const Plan& plan = reel.plan();
    for (const StandingCrowd& crowd : standing_crowds(plan, walkers)) {
        const auto seen = on_stage(reel.stage, *reel.setting, plan, crowd.unit, crowd.middle);
        if (seen) {
            const std::string words = say(options_.language, Word::queue_of, crowd.people);
            put(plates_.get("queue|" + words, options_, [&] { return queue_plate(words); }),
                *seen - Vec2(0.0, 26.0), reel.base.room);
        }
    }
}

}  // namespace evac::render
