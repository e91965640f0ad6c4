#include "tools/export.hpp"

#include "sim/record/csv.hpp"
#include "sim/record/database.hpp"
#include "sim/record/output_file.hpp"
#include "sim/record/replay.hpp"
#include "sim/text/file.hpp"
#include "tools/walkable_area.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <system_error>
#include <utility>

namespace evac {

namespace fs = std::filesystem;

namespace {

// In the order of Activity.
constexpr std::array activity_names{"waiting",  "walking", "queueing",
                                    "outdoors", "cut_off", "down"};

const Unit& unit_of(const Plan& plan, const Pose& pose) {
    return plan.units.at(static_cast<std::size_t>(pose.unit));
}

/// What the replay holds, without the tail that a float has as a double.
double to_centimetre(float metres) {
    return std::round(static_cast<double>(metres) * 100.0) / 100.0;
}

/// "a.txt" for level "L1": "a-L1.txt", with what file names cannot hold replaced.
fs::path with_level(const fs::path& out, const std::string& level) {
    std::string suffix = level;
    for (char& c : suffix) {
        if (std::string_view("/\\:*?\"<>| ").find(c) != std::string_view::npos) {
            c = '_';
        }
    }
    return out.parent_path() / (out.stem().string() + "-" + suffix + out.extension().string());
}

/// A level that people can walk on, and the file it goes to.
struct LevelFile {
    int level = 0;
    fs::path file;
};

std::vector<LevelFile> level_files(const Plan& plan, const fs::path& out) {
    std::vector<LevelFile> files;
    for (int level = 0; level < static_cast<int>(plan.levels.size()); ++level) {
        for (const Unit& unit : plan.units) {
            if (unit.level == level && walkable(unit)) {
                files.push_back({level, out});
                break;
            }
        }
    }
    if (files.size() > 1) {
        for (LevelFile& file : files) {
            file.file = with_level(out, plan.levels[static_cast<std::size_t>(file.level)].id);
        }
    }
    return files;
}

std::vector<fs::path> paths_of(const std::vector<LevelFile>& files) {
    std::vector<fs::path> paths;
    for (const LevelFile& file : files) {
        paths.push_back(file.file);
    }
    return paths;
}

/// Calls `visit(frame number, pose)` for everybody who is on `level`.
template <class Visit>
void for_each_pose(Replay& replay, int level, Visit visit) {
    for (std::int64_t index = 0; index < replay.frame_count(); ++index) {
        for (const Pose& pose : replay.frame(index).poses) {
            if (unit_of(replay.info().plan, pose).level == level) {
                visit(index, pose);
            }
        }
    }
}

void export_csv(Replay& replay, const fs::path& out) {
    const ReplayInfo& info = replay.info();
    CsvFile csv(out, "time_s,frame,id,group,profile,level,unit,x_m,y_m,heading_deg,activity");
    for (std::int64_t index = 0; index < replay.frame_count(); ++index) {
        const Frame& frame = replay.frame(index);
        for (const Pose& pose : frame.poses) {
            const Unit& unit = unit_of(info.plan, pose);
            const ReplayPerson& person = info.people.at(static_cast<std::size_t>(pose.person));
            const double heading = std::atan2(static_cast<double>(pose.heading_y),
                                              static_cast<double>(pose.heading_x)) *
                                   180.0 / std::numbers::pi;
            csv.cell(frame.time, 2)
                .cell(index)
                .cell(pose.person)
                .cell(info.groups.at(static_cast<std::size_t>(person.group)).id)
                .cell(info.profiles.at(static_cast<std::size_t>(person.profile)).id)
                .cell(info.plan.levels[static_cast<std::size_t>(unit.level)].id)
                .cell(unit.id)
                .cell(static_cast<double>(pose.x), 2)
                .cell(static_cast<double>(pose.y), 2)
                .cell(heading < 0.0 ? heading + 360.0 : heading, 0)
                .cell(activity_names.at(static_cast<std::size_t>(pose.activity)))
                .end_row();
        }
    }
    csv.finish();
}

/// Text of the Jülich data archive: comments with the frame rate and the units, then the poses.
void export_pedpy(Replay& replay, const LevelFile& target) {
    const ReplayInfo& info = replay.info();
    OutputFile file(target.file);
    file.write(fmt::format("# description: Life Passage {}, drill {}, level {}\n", info.version,
                           info.scenario_id,
                           info.plan.levels[static_cast<std::size_t>(target.level)].id));
    file.write(fmt::format("# framerate: {:.2f}\n", info.frames_per_second));
    file.write("# id frame x/m y/m z/m\n");
    for_each_pose(replay, target.level, [&](std::int64_t frame, const Pose& pose) {
        file.write(fmt::format("{} {} {:.2f} {:.2f} {:.2f}\n", pose.person, frame, pose.x, pose.y,
                               unit_of(info.plan, pose).elevation));
    });
    file.finish();
}

/// Tables of JuPedSim's SQLite trajectories, version 2 (with headings; version 3 has none and is
/// not read by PedPy yet).
void export_jupedsim(Replay& replay, const LevelFile& target) {
    const ReplayInfo& info = replay.info();
    const fs::path incomplete = target.file.string() + ".incomplete";
    {
        Database database(incomplete, Database::Mode::create);
        database.execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
            "CREATE TABLE trajectory_data (frame INTEGER NOT NULL, id INTEGER NOT NULL,"
            " pos_x REAL NOT NULL, pos_y REAL NOT NULL,"
            " ori_x REAL NOT NULL, ori_y REAL NOT NULL);"
            "CREATE TABLE metadata (key TEXT NOT NULL UNIQUE PRIMARY KEY,"
            " value TEXT NOT NULL);"
            "CREATE TABLE geometry (hash INTEGER NOT NULL, wkt TEXT NOT NULL);"
            "CREATE UNIQUE INDEX geometry_hash ON geometry (hash);"
            "CREATE TABLE frame_data (frame INTEGER NOT NULL,"
            " geometry_hash INTEGER NOT NULL);");

        const std::vector<Polygon> area =
            walkable_area(info.plan, target.level, info.fixture_present);
        Box box = area.empty() ? Box{} : bounding_box(area.front());
        for (const Polygon& polygon : area) {
            const Box own = bounding_box(polygon);
            box = {box.low.cwiseMin(own.low), box.high.cwiseMax(own.high)};
        }
        Statement insert_meta(database, "INSERT INTO metadata VALUES (?, ?)");
        const auto put = [&](std::string_view key, const std::string& value) {
            insert_meta.bind(1, key).bind(2, std::string_view(value)).run();
        };
        put("version", "2");
        put("fps", fmt::to_string(info.frames_per_second));
        put("xmin", fmt::format("{:.3f}", box.low.x()));
        put("xmax", fmt::format("{:.3f}", box.high.x()));
        put("ymin", fmt::format("{:.3f}", box.low.y()));
        put("ymax", fmt::format("{:.3f}", box.high.y()));

        constexpr std::int64_t only_geometry = 1;
        const std::string wkt = well_known_text(area);
        Statement(database, "INSERT INTO geometry VALUES (?, ?)")
            .bind(1, only_geometry)
            .bind(2, std::string_view(wkt))
            .run();
        Statement insert_frame(database, "INSERT INTO frame_data VALUES (?, ?)");
        for (std::int64_t frame = 0; frame < replay.frame_count(); ++frame) {
            insert_frame.bind(1, frame).bind(2, only_geometry).run();
        }
        Statement insert(database, "INSERT INTO trajectory_data VALUES (?, ?, ?, ?, ?, ?)");
        for_each_pose(replay, target.level, [&](std::int64_t frame, const Pose& pose) {
            insert.bind(1, frame)
                .bind(2, std::int64_t{pose.person})
                .bind(3, to_centimetre(pose.x))
                .bind(4, to_centimetre(pose.y))
                .bind(5, static_cast<double>(pose.heading_x))
                .bind(6, static_cast<double>(pose.heading_y))
                .run();
        });
        database.execute("CREATE INDEX frame_id_idx ON trajectory_data (frame, id); COMMIT;");
    }
    replace_file(incomplete, target.file);
}

}  // namespace

std::optional<ExportFormat> export_format(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, ExportFormat>, 4> formats{{
        {"csv", ExportFormat::csv},
        {"pedpy", ExportFormat::pedpy},
        {"jupedsim-sqlite", ExportFormat::jupedsim_sqlite},
        {"wkt", ExportFormat::wkt},
    }};
    for (const auto& [known, format] : formats) {
        if (known == name) {
            return format;
        }
    }
    return std::nullopt;
}

std::vector<fs::path> export_result(const ExportOptions& options) {
    Replay replay(options.result);
    if (options.out.has_parent_path()) {
        std::error_code error;
        fs::create_directories(options.out.parent_path(), error);
        if (error) {
            cannot_write(options.out, error.value());
        }
    }
    if (options.format == ExportFormat::csv) {
        export_csv(replay, options.out);
        return {options.out};
    }
    const Plan& plan = replay.info().plan;
    const std::vector<LevelFile> files = level_files(plan, options.out);
    for (const LevelFile& file : files) {
        if (options.format == ExportFormat::pedpy) {
            export_pedpy(replay, file);
        } else if (options.format == ExportFormat::jupedsim_sqlite) {
            export_jupedsim(replay, file);
        } else {
            const auto area = walkable_area(plan, file.level, replay.info().fixture_present);
            write_text(file.file, well_known_text(area) + "\n");
        }
    }
    return paths_of(files);
}

}  // namespace evac
