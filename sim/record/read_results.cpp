#include "sim/record/read_results.hpp"

#include "sim/record/curve_point.hpp"
#include "sim/record/read_csv.hpp"
#include "sim/record/replay.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

std::optional<double> time_from(const nlohmann::json& object, const char* key) {
    const nlohmann::json& value = object.at(key);
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

/// The last get out between two frames, as a rule: who is inside then.
CurvePoint curve_end(const ReplayInfo& info, Frame last, double last_out) {
    last.time = last_out;
    std::erase_if(last.poses, [&](const Pose& pose) {
        return std::isfinite(info.people[static_cast<std::size_t>(pose.person)].exit_time);
    });
    return curve_point(info.plan, last);
}

/// The curve and the densities, in one pass through the replay.
void read_frames(Results& results, Replay& replay) {
    const Plan& plan = results.info.plan;
    const auto per_second = static_cast<std::int64_t>(
        std::max(1.0, std::round(results.info.frames_per_second)));
    for (std::int64_t index = 0; index < replay.frame_count(); index += per_second) {
        const Frame& frame = replay.frame(index);
        add_frame(results.densities, plan, frame);
        CurvePoint point = curve_point(plan, frame);
        if (!results.whole && !results.first_out && point.inside < results.people) {
            results.first_out = point.time;  // right within a second
        }
        results.curve.push_back(std::move(point));
    }
    if (!results.curve.empty() && results.last_out &&
        *results.last_out > results.curve.back().time) {
        const Frame& last = replay.frame(replay.frame_count() - 1);
        results.curve.push_back(curve_end(results.info, last, *results.last_out));
    }
    results.left_inside = results.curve.empty() ? results.people : results.curve.back().inside;
}

void read_summary(Results& results) {
    const std::filesystem::path file = results.folder / "summary.json";
    const nlohmann::json summary = read_json(file);
    if (std::vector<Problem> problems =
            check_schema(summary, "summary.schema.json", file.string());
        !problems.empty()) {
        throw InputError(std::move(problems));
    }
    results.first_out = time_from(summary, "first_out_s");
    results.clearing_time = time_from(summary, "clearing_time_s");
    results.assembly_time = time_from(summary, "assembly_time_s");
    results.left_inside = summary.at("people").at("placed").get<int>() -
                          summary.at("people").at("out").get<int>();
    const Plan& plan = results.info.plan;
    results.level_clear.resize(plan.levels.size());
    for (const nlohmann::json& level : summary.at("levels")) {
        const int index = find_level(plan, level.at("id").get<std::string>());
        if (index >= 0) {
            results.level_clear[static_cast<std::size_t>(index)] = time_from(level, "clear_s");
        }
    }
    results.exit_use.resize(plan.openings.size());
    for (const nlohmann::json& exit : summary.at("exits")) {
        const int index = find_opening(plan, exit.at("id").get<std::string>());
        if (index >= 0) {
            results.exit_use[static_cast<std::size_t>(index)] = exit.at("people").get<int>();
        }
    }
}

void read_tables(Results& results) {
    const CsvTable openings = read_csv(results.folder / "openings.csv");
    const std::size_t id = openings.column("id");
    const std::size_t queue = openings.column("longest_queue");
    const std::size_t lost = openings.column("lost_person_s");
    for (std::size_t row = 0; row < openings.rows.size(); ++row) {
        results.openings.push_back(
            {openings.rows[row][id],
             static_cast<int>(std::lround(openings.number(row, queue).value_or(0.0))),
             openings.number(row, lost).value_or(0.0)});
    }
    const CsvTable people = read_csv(results.folder / "people.csv");
    const std::size_t waited = people.column("waited_s");
    double sum = 0.0;
    for (std::size_t row = 0; row < people.rows.size(); ++row) {
        sum += people.number(row, waited).value_or(0.0);
    }
    if (!people.rows.empty()) {
        results.mean_waiting = sum / static_cast<double>(people.rows.size());
    }
}

/// Results of older versions have no findings.
void read_findings(Results& results) {
    const std::filesystem::path file = results.folder / "findings.csv";
    if (!std::filesystem::exists(file)) {
        return;
    }
    const CsvTable findings = read_csv(file);
    const std::size_t kind = findings.column("kind");
    const std::size_t element = findings.column("element");
    const std::size_t people = findings.column("people");
    for (std::size_t row = 0; row < findings.rows.size(); ++row) {
        const std::string& id = findings.rows[row][element];
        if (findings.rows[row][kind] == "queue" && find_opening(results.info.plan, id) < 0) {
            results.inside_queues.push_back(
                {id, static_cast<int>(std::lround(findings.number(row, people).value_or(0.0)))});
        }
    }
}

}  // namespace

Results read_results(const std::filesystem::path& path) {
    Replay replay(path);
    Results results;
    results.folder = replay.file().parent_path();
    results.info = replay.info();
    results.whole = replay.whole();
    results.end_time = replay.end_time();
    results.events = replay.events();
    results.people = static_cast<int>(results.info.people.size());
    results.densities = density_maps(results.info.plan);
    for (const ReplayPerson& person : results.info.people) {
        if (std::isfinite(person.exit_time)) {
            results.last_out = std::max(results.last_out.value_or(0.0), person.exit_time);
        }
    }
    read_frames(results, replay);
    if (results.whole) {
        read_summary(results);
        read_tables(results);
        read_findings(results);
    }
    return results;
}

double highest_density(const DensityMap& map) {
    const auto highest = std::max_element(map.peak.begin(), map.peak.end());
    return highest == map.peak.end() ? 0.0 : std::max(0.0, static_cast<double>(*highest));
}

}  // namespace evac
