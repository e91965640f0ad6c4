#include "sim/drill/drill_document.hpp"

#include <cerrno>

#include "sim/drill/scenario_file.hpp"
#include "sim/plan/read.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/json_layout.hpp"
#include "sim/text/problem.hpp"

namespace evac {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

ordered_json people_of(const Scenario& scenario, const Occupants& some) {
    ordered_json people;
    people["unit"] = unit_at(scenario.plan, some.unit).id;
    people["profile"] = scenario.profiles[static_cast<std::size_t>(some.profile)].id;
    people["count"] = some.count;
    return people;
}

/// The default drill of a plan as a file would have it: whatever it leaves to the defaults of a
/// scenario is left to the same defaults of the file.
ordered_json document_of_default(const Scenario& scenario, const fs::path& plan_file) {
    ordered_json document;
    document["format"] = "drill";
    document["version"] = 1;
    document["id"] = scenario.id;
    if (!scenario.name.by_language.empty()) {
        document["name"] = scenario.name.by_language;
    }
    document["plan"] = plan_file.filename().string();
    document["seed"] = scenario.seed;
    document["time_limit"] = scenario.time_limit;
    ordered_json groups = ordered_json::array();
    for (const Group& group : scenario.groups) {
        ordered_json entry;
        entry["id"] = group.id;
        entry["name"] = group.name.by_language;
        entry["people"] = ordered_json::array();
        for (const Occupants& some : group.occupants) {
            entry["people"].push_back(people_of(scenario, some));
        }
        groups.push_back(std::move(entry));
    }
    document["groups"] = std::move(groups);
    return document;
}

/// `target` as it is written in a file that lies in `folder`, both absolute. The reader takes ".."
/// by letters, the system takes it by folders; where a symbolic link makes these differ, only the
/// whole path says the same to both.
std::string path_from(const fs::path& folder, const fs::path& target) {
    const fs::path by_letters = target.lexically_relative(folder);
    std::error_code of_folder;
    std::error_code of_target;
    const fs::path real_folder = fs::weakly_canonical(folder, of_folder);
    const fs::path real_target = fs::weakly_canonical(target.parent_path(), of_target);
    const fs::path by_folders = (real_target / target.filename()).lexically_relative(real_folder);
    const bool clear = !of_folder && !of_target && !by_letters.empty() && by_letters == by_folders;
    return (clear ? by_letters : target).generic_string();
}

/// Rewrites the path at `key`, if there is one, so that it leads from `to` where it led from `from`
/// (absolute folders).
void carry_path(ordered_json& document, const char* key, const fs::path& from, const fs::path& to) {
    const auto member = document.find(key);
    if (member == document.end() || !member->is_string()) {
        return;
    }
    const auto written = member->get<std::string>();
    if (written.find("://") != std::string::npos) {
        return;  // a schema may be named by its address
    }
    *member = path_from(to, (from / written).lexically_normal());
}

fs::path folder_of(const fs::path& file) {
    return fs::absolute(file).lexically_normal().parent_path();
}

}  // namespace

DrillDocument read_drill_document(const fs::path& path) {
    const fs::path file = scenario_file(path);
    if (is_plan_file(file)) {
        return {file, document_of_default(default_scenario(read_plan(file)), file)};
    }
    const json document = read_json(file);
    scenario_from_json(document, file);  // all its defects now, so that changes need not look again
    return {file, ordered_json(document)};
}

Scenario scenario_of(const DrillDocument& document) {
    return scenario_from_json(json(document.json), document.file);
}

void save(const DrillDocument& document, const fs::path& path) {
    if (!is_drill_file(path)) {
        throw InputError({{path.string(), "", "", message(MessageId::scenario_wrong_kind),
                           message(MessageId::scenario_wrong_kind_remedy)}});
    }
    ordered_json saved = document.json;
    for (const char* key : {"plan", "$schema"}) {
        carry_path(saved, key, folder_of(document.file), folder_of(path));
    }
    std::string text;
    try {
        text = json_text(json(saved));
    } catch (const json::type_error&) {
        cannot_write(path, EILSEQ);  // JSON cannot hold the name of a folder that is not UTF-8
    }
    write_text(path, text);
}

}  // namespace evac
