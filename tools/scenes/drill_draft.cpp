#include "tools/scenes/drill_draft.hpp"

namespace evac::drawing {

using Json = nlohmann::json;

Json draft_drill(const std::string& id, const Label& name, const std::string& plan_file) {
    return {{"format", "drill"}, {"version", 1}, {"id", id},           {"name", text_of(name)},
            {"plan", plan_file}, {"seed", 1},    {"time_limit", 1800}, {"alarm", {{"time", 0}}}};
}

Json text_of(const Label& label) {
    Json texts = Json::object();
    for (const auto& [language, text] : label.by_language) {
        texts[language] = text;
    }
    return texts;
}

Json people_in(const std::string& unit, const std::string& profile, int count) {
    return {{"unit", unit}, {"profile", profile}, {"count", count}};
}

}  // namespace evac::drawing
