#include "tools/view/source.hpp"

#include "sim/plan/read.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

namespace evac {

namespace {

namespace fs = std::filesystem;

bool ends_with(const fs::path& path, const std::string& ending) {
    const std::string name = path.filename().string();
    return name.size() > ending.size() && name.ends_with(ending);
}

/// A folder with a drill or plan and no replay, or such a file.
bool is_scenario(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        return path.extension() == ".json";
    }
    if (fs::exists(path / replay_file_name, error)) {
        return false;
    }
    return std::any_of(fs::directory_iterator(path, error), fs::directory_iterator(),
                       [](const fs::directory_entry& entry) {
                           return ends_with(entry.path(), ".drill.json") ||
                                  ends_with(entry.path(), ".plan.json");
                       });
}

/// The drill file itself, or the one in the folder.
fs::path drill_file_in(const fs::path& path) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path, error)) {
        if (ends_with(entry.path(), ".drill.json")) {
            return entry.path();
        }
    }
    return path;
}

/// The drill file that a result was made from, as its summary names it; empty where there is no
/// summary. That the result can be watched does not depend on it, so nothing is thrown.
fs::path drill_of(const fs::path& folder) {
    try {
        const nlohmann::json summary = read_json(folder / "summary.json");
        const fs::path file = summary.at("scenario").at("file").get<std::string>();
        // Relative paths start where the drill was run: here, or somewhere above the results.
        std::error_code error;
        if (fs::exists(file, error) || file.is_absolute()) {
            return file;
        }
        for (fs::path place = fs::absolute(folder); place != place.parent_path();
             place = place.parent_path()) {
            if (fs::exists(place / file, error)) {
                return place / file;
            }
        }
        return file;
    } catch (const InputError&) {
        return {};
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

/// Whether all that is wrong with a drill is that nobody takes part.
bool nobody_takes_part(const InputError& error) {
    return std::all_of(error.problems().begin(), error.problems().end(),
                       [](const Problem& p) { return p.what.id == MessageId::scenario_nobody; });
}

/// The building of a drill without people; it can still be looked at.
render::Watched building_of(const fs::path& path) {
    const fs::path file = drill_file_in(path);
    const nlohmann::json drill = read_json(file);
    Plan plan = read_plan(file.parent_path() / drill.at("plan").get<std::string>());
    render::Watched watched;
    watched.drill_file = path;
    watched.name = plan.name;
    watched.footage =
        render::show_plan(std::move(plan), drill.at("id").get<std::string>(), watched.name);
    return watched;
}

/// A scenario that starts to run.
render::Watched started(const fs::path& path, const std::optional<std::int64_t>& seed,
                        int threads) {
    Scenario scenario = read_scenario(path);
    if (seed) {
        scenario.seed = static_cast<std::uint64_t>(*seed);
    }
    render::Watched watched;
    watched.name = scenario.name;
    if (watched.name.by_language.empty()) {
        watched.name = untranslated(scenario.id);
    }
    watched.drill_file = path;
    watched.seed = scenario.seed;
    watched.time_limit = scenario.time_limit;
    watched.footage = render::rehearse(std::move(scenario), threads);
    return watched;
}

}  // namespace

int watching_threads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

render::Watched open_source(const fs::path& path, const std::optional<std::int64_t>& seed,
                            int threads) {
    if (is_scenario(path)) {
        try {
            return started(path, seed, threads);
        } catch (const InputError& error) {
            if (!nobody_takes_part(error)) {
                throw;
            }
        }
        return building_of(path);
    }
    std::error_code ignored;
    if (fs::is_directory(path, ignored) && !fs::exists(path / replay_file_name, ignored)) {
        throw InputError({{path.string(), "", "",
                           message(MessageId::record_no_replay_inside,
                                   "*.drill.json, *.plan.json, replay.sqlite"),
                           message(MessageId::record_no_replay_inside_remedy)}});
    }
    render::Watched source;
    auto replay = std::make_unique<Replay>(path);
    if (replay->frame_count() == 0) {
        throw InputError({{path.string(), "", "", message(MessageId::view_empty_replay),
                           message(MessageId::view_empty_replay_remedy)}});
    }
    source.name = replay->info().scenario_name;
    if (source.name.by_language.empty()) {
        source.name = untranslated(replay->info().scenario_id);
    }
    source.seed = replay->info().seed;
    source.drill_file = drill_of(replay->file().parent_path());
    source.footage = render::play(std::move(replay));
    return source;
}

}  // namespace evac
