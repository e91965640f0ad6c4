#include "sim/findings/rules/building_profile.hpp"

#include "sim/plan/words.hpp"

#include <fmt/format.h>
#include <map>

#include <algorithm>

namespace evac {

namespace {

/// Above this public buildings are high-rise (GB 50016-2014, 2.1.1) [m]. The height is that of the
/// roof; one storey of this height is added to the highest floor.
constexpr double high_rise_height = 24.0;
constexpr double usual_storey = 3.6;

MessageId assumed_use(const std::string& use) {
    static const std::map<std::string, MessageId> known = {
        {"school", MessageId::rules_assumed_school}, {"factory", MessageId::rules_assumed_factory}};
    const auto at = known.find(use);
    return at == known.end() ? MessageId::rules_assumed_public : at->second;
}

}  // namespace

BuildingProfile profile_of(const Plan& plan, const Layout& layout, const std::string& usual_use) {
    const BuildingFacts& building = plan.building;
    BuildingProfile profile;
    Facts& facts = profile.facts;
    const auto assume = [&](Message what) { profile.assumptions.push_back(std::move(what)); };

    facts.words["use"] = building.use ? std::string(word_for(*building.use)) : usual_use;
    if (!building.use) {
        assume(message(assumed_use(usual_use)));
    }
    if (facts.words["use"] == "school") {
        facts.words["school_stage"] =
            building.school_stage ? std::string(word_for(*building.school_stage)) : "primary";
        if (!building.school_stage) {
            assume(message(MessageId::rules_assumed_stage));
        }
    }
    facts.numbers["fire_grade"] = building.fire_grade.value_or(2);
    if (!building.fire_grade) {
        assume(message(MessageId::rules_assumed_grade));
    }
    facts.flags["sprinklered"] = building.sprinklered.value_or(false);
    if (!building.sprinklered) {
        assume(message(MessageId::rules_assumed_sprinklered));
    }
    double top = 0.0;
    for (std::size_t i = 0; i < plan.levels.size(); ++i) {
        if (layout.storey[i] != 0) {
            top = std::max(top, plan.levels[i].elevation);
        }
    }
    const bool high = layout.storeys > 1 && top + usual_storey > high_rise_height;
    facts.flags["high_rise"] = building.high_rise.value_or(high);
    if (!building.high_rise) {
        assume(message(MessageId::rules_assumed_high_rise, high ? "> 24 m" : "<= 24 m",
                       fmt::format("{:.1f}", top)));
    }
    facts.numbers["storeys"] = building.storeys.value_or(layout.storeys);
    facts.numbers["storeys_below"] = building.storeys_below.value_or(layout.storeys_below);
    if (!building.storeys || !building.storeys_below) {
        assume(message(MessageId::rules_assumed_storeys, facts.numbers["storeys"],
                       facts.numbers["storeys_below"]));
    }
    facts.flags["open_stairs"] = building.open_stairs.value_or(true);
    if (!building.open_stairs && !layout.staircases.empty()) {
        assume(message(MessageId::rules_assumed_stairs));
    }
    facts.flags["open_gallery"] = building.open_gallery.value_or(false);
    if (!building.open_gallery) {
        assume(message(MessageId::rules_assumed_gallery));
    }
    facts.flags["voice_alarm"] = building.voice_alarm.value_or(false);
    if (!building.voice_alarm) {
        assume(message(MessageId::rules_assumed_voice_alarm));
    }
    profile.year_known = building.year.has_value();
    profile.year = building.year.value_or(0);
    if (!profile.year_known) {
        assume(message(MessageId::rules_assumed_year));
    }
    return profile;
}

}  // namespace evac
