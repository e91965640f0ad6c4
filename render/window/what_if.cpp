#include "render/window/what_if.hpp"

#include "render/film/words.hpp"
#include "sim/plan/name_or_id.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace evac::render {

namespace {

std::string name_of_element(const Scenario& scenario, const std::string& id, Language language) {
    const Plan& plan = scenario.plan;
    if (const int o = find_opening(plan, id); o >= 0) {
        return name_or_id(plan.openings[static_cast<std::size_t>(o)], language);
    }
    if (const int f = find_fixture(plan, id); f >= 0) {
        return name_or_id(plan.fixtures[static_cast<std::size_t>(f)], language);
    }
    for (const Group& group : scenario.groups) {
        if (group.id == id) {
            return name_or_id(group, language);
        }
    }
    return id;
}

}  // namespace

WhatIf::WhatIf(const std::filesystem::path& drill_file, std::uint64_t seed) : seed_(seed) {
    documents_.push_back(read_drill_document(drill_file));
    scenarios_.push_back(checked(documents_.back()));
}

Scenario WhatIf::checked(const DrillDocument& document) const {
    Scenario scenario = scenario_of(document);
    scenario.seed = seed_;
    return scenario;
}

void WhatIf::make(const Change& change) {
    DrillDocument document = changed(documents_.back(), plan(), change);
    Scenario scenario = checked(document);
    documents_.push_back(std::move(document));
    scenarios_.push_back(std::move(scenario));
    changes_.push_back(change);
}

void WhatIf::undo() {
    if (!changes_.empty()) {
        documents_.pop_back();
        scenarios_.pop_back();
        changes_.pop_back();
    }
}

std::filesystem::path WhatIf::save() const {
    DrillDocument document = documents_.back();
    const std::string id = document.json.at("id").get<std::string>() + "-what-if";
    std::filesystem::path file;
    std::string own_id = id;
    std::error_code error;
    for (int number = 2;; ++number) {
        file = own_id + ".drill.json";
        if (!std::filesystem::exists(file, error)) {
            break;
        }
        own_id = fmt::format("{}-{}", id, number);
    }
    document.json["id"] = own_id;
    document.json["seed"] = seed_;
    if (document.json.contains("name") && document.json["name"].is_object()) {
        for (auto& [tag, name] : document.json["name"].items()) {
            const Language language = tag == "zh" ? Language::zh : Language::en;
            name = say(language, MessageId::change_name, name.get<std::string>());
        }
    }
    evac::save(document, file);
    return file;
}

std::string WhatIf::describe(std::size_t index, Language language) const {
    const Change& change = changes_[index];
    const Scenario& before = scenarios_[index];
    const Scenario& after = scenarios_[index + 1];
    switch (change.kind) {
        case Change::Kind::open:
            return say(language, Word::change_open,
                       name_of_element(before, change.element, language));
        case Change::Kind::lock:
            return say(language, Word::change_lock,
                       name_of_element(before, change.element, language));
        case Change::Kind::block:
            return say(language, Word::change_block,
                       name_of_element(before, change.element, language));
        case Change::Kind::place:
            return say(language, Word::change_place,
                       name_of_element(after, change.element, language));
        case Change::Kind::move:
            return say(language, Word::change_move,
                       name_of_element(before, change.element, language));
        case Change::Kind::remove:
            return say(language, Word::change_remove,
                       name_of_element(before, change.element, language));
        case Change::Kind::assign: {
            std::string ways;
            for (const std::string& stair : change.stairs) {
                ways += (ways.empty() ? "" : ", ") + stair;
            }
            for (const std::string& exit : change.exits) {
                ways += (ways.empty() ? "" : ", ") + name_of_element(before, exit, language);
            }
            if (ways.empty()) {
                ways = say(language, Word::any_exit);
            }
            return say(language, Word::change_assign,
                       name_of_element(before, change.element, language), ways);
        }
    }
    return change.element;
}

}  // namespace evac::render
