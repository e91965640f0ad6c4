#pragma once

#include "render/drawing/curve_picture.hpp"
#include "render/drawing/heat_picture.hpp"
#include "render/drawing/level_picture.hpp"
#include "render/drawing/repeat_picture.hpp"
#include "render/drawing/trajectories_picture.hpp"

#include <filesystem>

namespace evac::render {

/// The plan of one level (level_picture.hpp). PNG, or SVG by the file's name; throws InputError
/// where the file cannot be written, as all functions here do.
void write_level_picture(const std::filesystem::path& path, const LevelSubject& subject,
                         const std::vector<int>& people_in_unit = {});

/// The highest density each place of the level saw (heat_picture.hpp); `map` is that level's.
void write_heat_map(const std::filesystem::path& path, const LevelSubject& subject,
                    const DensityMap& map);

/// The ways people took on the level (trajectories_picture.hpp); `trajectories` of the whole drill.
void write_trajectories(const std::filesystem::path& path, const LevelSubject& subject,
                        const std::vector<Trajectory>& trajectories);

/// People inside over time (curve_picture.hpp).
void write_curve(const std::filesystem::path& path, const Scenario& scenario,
                 const Outcome& outcome, Language language);

/// The curves of many runs (repeat_picture.hpp).
void write_repeat_curve(const std::filesystem::path& path, const Scenario& scenario,
                        const Repetition& repetition, Language language);

}  // namespace evac::render
