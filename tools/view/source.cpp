#include "tools/view/source.hpp"

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

/// The drill file that a result was made from, as its summary names it; empty where there is no
/// summary. That the result can be watched does not depend on it, so nothing is thrown.
fs::path drill_of(const fs::path& folder) {
    try {
        const nlohmann::json summary = read_json(folder / "summary.json");
        return fs::path(summary.at("scenario").at("file").get<std::string>());
    } catch (const InputError&) {
        return {};
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

}  // namespace

int watching_threads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

render::Watched open_source(const fs::path& path, const std::optional<std::int64_t>& seed,
                            int threads) {
    render::Watched source;
    if (is_scenario(path)) {
        Scenario scenario = read_scenario(path);
        if (seed) {
            scenario.seed = static_cast<std::uint64_t>(*seed);
        }
        source.name = scenario.name;
        if (source.name.by_language.empty()) {
            source.name = untranslated(scenario.id);
        }
        source.drill_file = path;
        source.seed = scenario.seed;
        source.footage = render::rehearse(std::move(scenario), threads);
        return source;
    }
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
