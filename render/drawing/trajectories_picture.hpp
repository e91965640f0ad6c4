#pragma once

#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/record/frame.hpp"

#include <cstdint>

namespace evac::render {

/// The way one person took.
struct Trajectory {
    struct Leg {
        int level = 0;
        std::vector<Vec2> points;  ///< [m]
    };
    int exit = -1;  ///< index into Plan::openings, -1 for somebody inside to the end
    std::vector<Leg> legs;
};

/// Goes on to a point [m]; with a new leg where the level changes.
void go_on(Trajectory& way, int level, const Vec2& point);

/// A way for each person of a drill, without a point yet.
std::vector<Trajectory> ways_to_exits(const Outcome& outcome);

/// Goes on with everybody's way to where they are in the frame.
void go_on(std::vector<Trajectory>& ways, const Plan& plan, const Frame& frame);

/// Of frames at this rate [1/s], each how many-th to take: often enough that a way round a corner
/// looks round.
std::int64_t frames_to_next_point(double frames_per_second);

/// Everybody's way on one level, coloured by the exit that was used; grey for those who were inside
/// to the end, be it that they could not get out or were not meant to. The legend counts people of
/// the whole drill. Exits carry numbers, so that the picture can be read without its colours.
Sheet trajectories_sheet(const LevelSubject& subject, const std::vector<Trajectory>& trajectories,
                         const MeasureText& measure);

/// Colour of the exit with this rank by number of users, 0 the most used. Okabe and Ito (2008) and
/// Paul Tol's muted colours, without the yellow that white paper swallows.
Colour exit_colour(std::size_t rank);

/// Exits beyond this rank share one colour; more could not be told apart.
inline constexpr std::size_t distinct_exits = 11;

}  // namespace evac::render
