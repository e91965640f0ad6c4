#include "tools/run/pictures.hpp"

#include <algorithm>

#include "render/picture/pictures.hpp"
#include "sim/record/replay.hpp"
#include "sim/record/results_folder.hpp"

namespace evac {

namespace {

/// Everybody's way as the replay has it.
std::vector<render::Trajectory> trajectories(const std::filesystem::path& folder,
                                             const Drill& drill) {
    Replay replay(folder);
    std::vector<render::Trajectory> ways = render::ways_to_exits(drill.outcome);
    const std::int64_t stride = render::frames_to_next_point(replay.info().frames_per_second);
    for (std::int64_t index = 0; index < replay.frame_count(); index += stride) {
        render::go_on(ways, drill.plan(), replay.frame(index));
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
