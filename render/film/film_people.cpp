// The people of a film, their traces and queues.

#include "render/film/bodies.hpp"
#include "render/film/film.hpp"
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
        const Frame& to =
            i + 1 < interval.trail.size() ? *interval.trail[i + 1] : *interval.before;
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
                                    Vec2(static_cast<double>(pose.x),
                                         static_cast<double>(pose.y)));
            const auto b = on_stage(reel.stage, *reel.setting, plan, next->unit,
                                    Vec2(static_cast<double>(next->x),
                                         static_cast<double>(next->y)));
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
    std::vector<Body> bodies;
    bodies.reserve(walkers.size());
    reel.seen.clear();
    for (const Walker& walker : walkers) {
        const auto seen =
            on_stage(reel.stage, *reel.setting, plan, walker.unit, walker.place);
        if (!seen) {
            continue;
        }
        const StageFloor* const level =
            find_level_on(reel.stage, unit_at(plan, walker.unit).level);
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
        body.ringed = walker.person == options_.followed;
        bodies.push_back(body);
        reel.seen.push_back({walker.person, walker.unit, walker.place, *seen});
    }
    paint_bodies(image_, bodies, part.left, part.top, part.right, part.bottom);
    if (options_.queues) {
        draw_queues(reel, walkers);
    }
}

void Film::draw_queues(Reel& reel, const std::vector<Walker>& walkers) {
    constexpr double near = 3.0;  // of the opening, as the table of openings counts queues [m]
    constexpr int least = 5;
    const Plan& plan = reel.plan();
    std::vector<int> waiting(plan.openings.size(), 0);
    const auto& openings = reel.openings_of_unit;
    for (const Walker& walker : walkers) {
        if (walker.activity != Activity::queueing) {
            continue;
        }
        int nearest = -1;
        double distance_to = near;
        for (const int o : openings[static_cast<std::size_t>(walker.unit)]) {
            const double d = distance(plan.openings[static_cast<std::size_t>(o)].line, walker.place);
            if (d < distance_to) {
                distance_to = d;
                nearest = o;
            }
        }
        if (nearest >= 0) {
            ++waiting[static_cast<std::size_t>(nearest)];
        }
    }
    // One number for one crowd: what stands before doors next to each other is told at the fullest.
    struct Crowd {
        Vec2 seen = Vec2::Zero();  // [page px]
        int people = 0;
    };
    std::vector<std::size_t> order;
    for (std::size_t o = 0; o < waiting.size(); ++o) {
        if (waiting[o] > 0) {
            order.push_back(o);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return waiting[a] > waiting[b]; });
    std::vector<Crowd> crowds;
    for (const std::size_t o : order) {
        const Opening& opening = plan.openings[o];
        const auto seen = on_stage(reel.stage, *reel.setting, plan, opening.units[0],
                                   opening.line.middle());
        if (!seen) {
            continue;
        }
        const auto near_by = std::find_if(crowds.begin(), crowds.end(), [&](const Crowd& crowd) {
            const Vec2 away = (crowd.seen - *seen).cwiseAbs();
            return away.x() < 110.0 && away.y() < 46.0;
        });
        if (near_by == crowds.end()) {
            crowds.push_back({*seen, waiting[o]});
        } else {
            near_by->people += waiting[o];
        }
    }
    for (const Crowd& crowd : crowds) {
        if (crowd.people >= least) {
            const std::string words = say(options_.language, Word::queue_of, crowd.people);
            put(plates_.get("queue|" + words, options_, [&] { return queue_plate(words); }),
                crowd.seen - Vec2(0.0, 26.0), reel.base.room);
        }
    }
}

}  // namespace evac::render
