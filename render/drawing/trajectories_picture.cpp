#include "render/drawing/trajectories_picture.hpp"

#include "render/drawing/level.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

/// One exit that somebody used.
struct UsedExit {
    int opening = -1;
    int people = 0;
    std::size_t rank = 0;
};

struct Census {
    std::vector<UsedExit> exits;  ///< most used first
    int inside = 0;
};

Census count(const std::vector<Trajectory>& trajectories) {
    Census census;
    for (const Trajectory& trajectory : trajectories) {
        if (trajectory.exit < 0) {
            ++census.inside;
            continue;
        }
        const auto known =
            std::find_if(census.exits.begin(), census.exits.end(),
                         [&](const UsedExit& exit) { return exit.opening == trajectory.exit; });
        if (known == census.exits.end()) {
            census.exits.push_back({trajectory.exit, 1, 0});
        } else {
            ++known->people;
        }
    }
    std::sort(census.exits.begin(), census.exits.end(), [](const UsedExit& a, const UsedExit& b) {
        return a.people != b.people ? a.people > b.people : a.opening < b.opening;
    });
    for (std::size_t rank = 0; rank < census.exits.size(); ++rank) {
        census.exits[rank].rank = rank;
    }
    return census;
}

Colour colour_of(const Census& census, int exit) {
    for (const UsedExit& used : census.exits) {
        if (used.opening == exit) {
            return exit_colour(used.rank);
        }
    }
    return theme::faint_ink;
}

/// The points of a leg that lie at least a pixel apart: the rest only costs time and file size.
std::vector<Vec2> thinned(const std::vector<Vec2>& points, double least) {
    std::vector<Vec2> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool last = i + 1 == points.size();
        if (kept.empty() || last || (points[i] - kept.back()).norm() >= least) {
            kept.push_back(points[i]);
        }
    }
    return kept;
}

std::string exit_name(const Plan& plan, const UsedExit& exit, Language language) {
    const Opening& opening = plan.openings[static_cast<std::size_t>(exit.opening)];
    const std::string name = opening.name.in(language);
    return name.empty() ? say(language, MessageId::picture_exit_number, exit.rank + 1) : name;
}

LegendItem line_item(const Colour& colour, const std::string& number, const std::string& words) {
    Drawing swatch;
    swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, Pen{colour, 0.0, 5.0, {}, false}, false});
    if (!number.empty()) {
        swatch.add(numbered_disc(Vec2::Zero(), Vec2::Zero(), number, colour));
    }
    return {swatch, words};
}

std::vector<LegendItem> legend(const LevelSubject& subject, const Census& census) {
    std::vector<LegendItem> items;
    int others = 0;
    for (const UsedExit& exit : census.exits) {
        if (exit.rank >= distinct_exits) {
            others += exit.people;
            continue;
        }
        items.push_back(
            line_item(exit_colour(exit.rank), std::to_string(exit.rank + 1),
                      say(subject.language, MessageId::picture_paths_exit,
                          exit_name(subject.plan, exit, subject.language), exit.people)));
    }
    if (others > 0) {
        items.push_back(line_item(exit_colour(distinct_exits), "+",
                                  say(subject.language, MessageId::picture_paths_other, others)));
    }
    if (census.inside > 0) {
        items.push_back(
            line_item(theme::faint_ink, "",
                      say(subject.language, MessageId::picture_paths_inside, census.inside)));
    }
    return items;
}

Drawing paths(const std::vector<Trajectory>& trajectories, int level, const Census& census,
              double scale) {
    std::size_t legs = 0;
    for (const Trajectory& trajectory : trajectories) {
        for (const Trajectory::Leg& leg : trajectory.legs) {
            legs += leg.level == level ? 1 : 0;
        }
    }
    // A few ways are drawn firmly, a thousand so thin that bundles still show their density.
    const double opaque = std::clamp(6.0 / std::sqrt(static_cast<double>(legs) + 1.0), 0.18, 0.85);
    Drawing drawing;
    for (const Trajectory& trajectory : trajectories) {
        const Colour colour = colour_of(census, trajectory.exit);
        for (const Trajectory::Leg& leg : trajectory.legs) {
            if (leg.level == level && leg.points.size() > 1) {
                drawing.add(Line{thinned(leg.points, 1.0 / scale),
                                 Pen{with_alpha(colour, opaque), 0.0, 1.5, {}, true}, false});
            }
        }
    }
    // Where people who were still inside ended.
    for (const Trajectory& trajectory : trajectories) {
        if (trajectory.exit < 0 && !trajectory.legs.empty() &&
            trajectory.legs.back().level == level && !trajectory.legs.back().points.empty()) {
            drawing.add(Mark{trajectory.legs.back().points.back(),
                             {Area{{circle(Vec2::Zero(), 4.0)}, theme::soft_ink, {}, {}}}});
        }
    }
    return drawing;
}

}  // namespace

void go_on(Trajectory& way, int level, const Vec2& point) {
    if (way.legs.empty() || way.legs.back().level != level) {
        way.legs.push_back({level, {}});
    }
    way.legs.back().points.push_back(point);
}

std::vector<Trajectory> ways_to_exits(const Outcome& outcome) {
    std::vector<Trajectory> ways(outcome.people.size());
    for (std::size_t person = 0; person < ways.size(); ++person) {
        ways[person].exit = outcome.people[person].exit_opening;
    }
    return ways;
}

void go_on(std::vector<Trajectory>& ways, const Plan& plan, const Frame& frame) {
    for (const Pose& pose : frame.poses) {
        go_on(ways[static_cast<std::size_t>(pose.person)], unit_at(plan, pose.unit).level,
              Vec2(static_cast<double>(pose.x), static_cast<double>(pose.y)));
    }
}

std::int64_t frames_to_next_point(double frames_per_second) {
    constexpr double points_per_second = 2.0;
    return static_cast<std::int64_t>(
        std::max(1.0, std::floor(frames_per_second / points_per_second)));
}

Colour exit_colour(std::size_t rank) {
    static constexpr std::array<Colour, distinct_exits + 1> colours{
        rgb(0x0072B2), rgb(0xD55E00), rgb(0xCC79A7), rgb(0xE69F00), rgb(0x56B4E9), rgb(0x009E73),
        rgb(0x332288), rgb(0x882255), rgb(0x999933), rgb(0x8C5A2B), rgb(0x44AA99), rgb(0x202124)};
    return colours[std::min(rank, distinct_exits)];
}

Sheet trajectories_sheet(const LevelSubject& subject, const std::vector<Trajectory>& trajectories,
                         const MeasureText& measure) {
    const Plan& plan = subject.plan;
    const LevelParts parts = level_parts(subject);
    const Box extent = level_extent(plan, parts);
    const PageFit fit = fit_page(extent);
    const Census census = count(trajectories);
    const Heading heading{subject.title.in(subject.language),
                          say(subject.language, MessageId::picture_paths_title,
                              level_line(plan, subject.level, subject.language))};
    PlanPage page =
        plan_page(plan, extent, heading,
                  legend_block(legend(subject, census), footer_width(fit), measure), measure);

    Drawing picture = level_floors(plan, parts, Detail::background, 1.0 / page.view.scale);
    picture.add(paths(trajectories, subject.level, census, page.view.scale));
    picture.add(level_walls(plan, parts, Detail::background));
    page.sheet.panes.push_back({std::move(picture), page.view, page.plan_box});

    std::vector<int> openings;
    std::vector<std::string> numbers;
    std::vector<Colour> colours;
    for (const UsedExit& exit : census.exits) {
        if (std::find(parts.openings.begin(), parts.openings.end(), exit.opening) !=
            parts.openings.end()) {
            openings.push_back(exit.opening);
            numbers.push_back(exit.rank < distinct_exits ? std::to_string(exit.rank + 1) : "+");
            colours.push_back(exit_colour(exit.rank));
        }
    }
    std::vector<Box> taken;
    Drawing signs = closure_signs(plan, parts, page.view, subject.language, measure, taken);
    signs.add(exit_discs(plan, openings, numbers, colours, page.view, page.plan_box, taken));
    page.sheet.panes.push_back({std::move(signs), page.view, {}});
    return page.sheet;
}

}  // namespace evac::render
