#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/record/frame.hpp"
#include "sim/record/replay_info.hpp"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace evac::testing {

/// A folder of its own for one test, gone afterwards.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "evac-test-XXXXXX";
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline Polygon rectangle(double x0, double y0, double x1, double y1) {
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

/// A room of 10 m x 8 m on the ground, and one of the same outline above it, each with a door of
/// 1 m to the outside in its right wall.
inline Plan two_rooms() {
    Plan plan;
    plan.id = "two-rooms";
    plan.name.by_language = {{"en", "Two rooms"}, {"zh", "两个房间"}};
    for (int i = 0; i < 2; ++i) {
        const std::string number = std::to_string(i + 1);
        Level level;
        level.id = "L" + number;
        level.ordinal = i;
        level.elevation = 4.0 * i;
        plan.levels.push_back(level);

        Unit unit;
        unit.id = "room-" + number;
        unit.category = "room";
        unit.level = i;
        unit.elevation = level.elevation;
        unit.polygon = rectangle(0, 0, 10, 8);
        plan.units.push_back(unit);

        Opening door;
        door.id = "door-" + number;
        door.name.by_language = {{"en", "East door, \"main\""}};
        door.category = "pedestrian";
        door.line = {{10, 3.5}, {10, 4.5}};
        door.units = {i, outside};
        door.clear_width = 1.0;
        door.exit = true;
        door.elevation = level.elevation;
        plan.openings.push_back(door);
    }
    return plan;
}

inline ReplayInfo info_of(int people, double frames_per_second = 10.0) {
    ReplayInfo info;
    info.plan = two_rooms();
    info.scenario_id = "small";
    info.scenario_name.by_language = {{"en", "Small drill"}};
    info.seed = 18446744073709551615U;  // the largest there is
    info.version = "1.2.3";
    info.step = 0.05;
    info.frames_per_second = frames_per_second;
    info.profiles = {{"pupil", {{{"zh", "学生"}}}}};
    info.groups = {{"3-2", {}}, {"3-3", {}}};
    for (int id = 0; id < people; ++id) {
        info.people.push_back({0, id % 2, 0.2 + 0.001 * (id % 50)});
    }
    return info;
}

/// A frame of people side by side, all `time` metres from where they began: exact to the
/// centimetre if `time` is.
inline Frame marching(double time, int people) {
    Frame frame;
    frame.time = time;
    for (int id = 0; id < people; ++id) {
        frame.poses.push_back({id, static_cast<float>(time), static_cast<float>(id), 1.0F, 0.0F, 0,
                               Activity::walking});
    }
    return frame;
}

}  // namespace evac::testing
