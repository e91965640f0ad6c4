#include "sim/drill/scenario_file.hpp"

#include "sim/text/problem.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view drill_ending = ".drill.json";
constexpr std::string_view plan_ending = ".plan.json";

bool ends_with(const fs::path& path, std::string_view ending) {
    return path.filename().string().ends_with(ending);
}

[[noreturn]] void fail(const fs::path& path, Message what, Message remedy) {
    throw InputError({{path.string(), "", "", std::move(what), std::move(remedy)}});
}

/// The one drill file of a folder; where it has none, its one plan.
fs::path drill_in(const fs::path& folder) {
    std::vector<fs::path> drills;
    std::vector<fs::path> plans;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (ends_with(entry->path(), drill_ending)) {
            drills.push_back(entry->path());
        } else if (ends_with(entry->path(), plan_ending)) {
            plans.push_back(entry->path());
        }
    }
    if (error) {
        fail(folder, message(MessageId::file_unreadable, error.message()),
             message(MessageId::file_unreadable_remedy));
    }
    std::sort(drills.begin(), drills.end());  // the order of a folder is anybody's guess
    if (drills.empty() && plans.size() == 1) {
        return plans.front();
    }
    if (drills.empty()) {
        fail(folder, message(MessageId::scenario_empty_folder),
             message(MessageId::scenario_empty_folder_remedy));
    }
    if (drills.size() > 1) {
        std::string names;
        for (const fs::path& drill : drills) {
            names += (names.empty() ? "" : ", ") + drill.filename().string();
        }
        fail(folder, message(MessageId::scenario_many_drills, drills.size()),
             message(MessageId::scenario_many_drills_remedy, names));
    }
    return drills.front();
}

}  // namespace

fs::path scenario_file(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) {
        fail(path, message(MessageId::file_not_found), message(MessageId::file_not_found_remedy));
    }
    if (fs::is_directory(path, error)) {
        return scenario_file(drill_in(path));
    }
    if (!is_drill_file(path) && !is_plan_file(path)) {
        fail(path, message(MessageId::scenario_wrong_kind),
             message(MessageId::scenario_wrong_kind_remedy));
    }
    return path;
}

bool is_drill_file(const fs::path& path) {
    return ends_with(path, drill_ending);
}

bool is_plan_file(const fs::path& path) {
    return ends_with(path, plan_ending);
}

}  // namespace evac
