#include "render/picture/pictures.hpp"

#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"

namespace evac::render {

void write_level_picture(const std::filesystem::path& path, const LevelSubject& subject,
                         const std::vector<int>& people_in_unit) {
    write_sheet(path, level_sheet(subject, people_in_unit, text_width));
}

void write_heat_map(const std::filesystem::path& path, const LevelSubject& subject,
                    const DensityMap& map) {
    write_sheet(path, heat_sheet(subject, map, text_width));
}

void write_trajectories(const std::filesystem::path& path, const LevelSubject& subject,
                        const std::vector<Trajectory>& trajectories) {
    write_sheet(path, trajectories_sheet(subject, trajectories, text_width));
}

void write_curve(const std::filesystem::path& path, const Scenario& scenario,
                 const Outcome& outcome, Language language) {
    write_sheet(path, curve_sheet(scenario, outcome, language, text_width));
}

void write_repeat_curve(const std::filesystem::path& path, const Scenario& scenario,
                        const Repetition& repetition, Language language) {
    write_sheet(path, repeat_sheet(scenario, repetition, language, text_width));
}

}  // namespace evac::render
