#include "tools/run/pictures.hpp"

#include <algorithm>
#include <cmath>

#include "render/picture/pictures.hpp"
#include "sim/record/replay.hpp"
#include "sim/record/results_folder.hpp"

namespace evac {

namespace {

/// Often enough that a way round a corner looks round.
constexpr double points_per_second = 2.0;

/// Everybody's way as the replay has it, a new leg at every change of level.
std::vector<render::Trajectory> trajectories(const std::filesystem::path& folder,
                                             const Drill& drill) {
    Replay replay(folder);
    std::vector<render::Trajectory> ways(drill.people.size());
    for (std::size_t person = 0; person < ways.size(); ++person) {
        ways[person].exit = drill.outcome.people[person].exit_opening;
    }
    const auto stride = static_cast<std::int64_t>(
        std::max(1.0, std::floor(replay.info().frames_per_second / points_per_second)));
    for (std::int64_t index = 0; index < replay.frame_count(); index += stride) {
        for (const Pose& pose : replay.frame(index).poses) {
            go_on(ways[static_cast<std::size_t>(pose.person)],
                  unit_at(drill.plan(), pose.unit).level,
                  Vec2(static_cast<double>(pose.x), static_cast<double>(pose.y)));
        }
    }
    return ways;
}

bool anybody_on(const std::vector<render::Trajectory>& ways, int level) {
    return std::any_of(ways.begin(), ways.end(), [&](const render::Trajectory& way) {
        return std::any_of(way.legs.begin(), way.legs.end(),
                           [&](const auto& leg) { return leg.level == level; });
    });
}

}  // namespace

void write_pictures(const std::filesystem::path& folder, const Drill& drill,
                    const std::vector<DensityMap>& densities, Language language) {
    const Plan& plan = drill.plan();
    const std::vector<int> people_in_unit = render::people_by_unit(drill.scenario);
    const std::vector<render::Trajectory> ways = trajectories(folder, drill);
    for (std::size_t l = 0; l < plan.levels.size(); ++l) {
        const int level = static_cast<int>(l);
        const render::LevelSubject subject = render::subject_of(drill.scenario, level, language);
        const std::string name = file_name_part(plan.levels[l].id) + ".png";
        render::write_level_picture(folder / ("plan-" + name), subject, people_in_unit);
        if (anybody_on(ways, level)) {
            render::write_heat_map(folder / ("density-" + name), subject, densities[l]);
            render::write_trajectories(folder / ("ways-" + name), subject, ways);
        }
    }
    render::write_curve(folder / "curve.png", drill.scenario, drill.outcome, language);
}

}  // namespace evac
