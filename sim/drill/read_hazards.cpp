#include "sim/drill/read_hazards.hpp"

#include "sim/drill/id_lookup.hpp"

#include <nlohmann/json.hpp>

#include <iterator>

namespace evac {

namespace {

using nlohmann::json;

Fire read_fire(const json& entry, const std::string& pointer, const Plan& plan, Defects& defects) {
    Fire fire = *fire_preset(entry.value("material", "wood"));
    const auto number = [&](const char* key, double& value) { value = entry.value(key, value); };
    number("at", fire.start);
    number("peak", fire.peak);
    number("steady", fire.steady);
    number("decay", fire.decay);
    number("base", fire.base);
    if (const auto growth = entry.find("growth"); growth != entry.end()) {
        fire.growth =
            growth->is_number() ? growth->get<double>() : *growth_named(growth->get<std::string>());
    }
    fire.unit =
        IdLookup(plan, defects).unit(entry.at("unit").get<std::string>(), pointer + "/unit");
    return fire;
}

}  // namespace

Hazards read_hazards(const json& hazards, const std::filesystem::path& drill_file, const Plan& plan,
                     Defects& defects) {
    Hazards read;
    if (!hazards.is_object() || !defects.sound("/hazards")) {
        return read;
    }
    read.law = *smoke_law(hazards.value("slowing", "frantzich-nilsson-fraction"));
    read.doors_shut = hazards.value("doors", "open") == "shut";
    const json fires = hazards.value("fires", json::array());
    for (std::size_t i = 0; i < fires.size(); ++i) {
        read.fires.push_back(
            read_fire(fires[i], "/hazards/fires/" + std::to_string(i), plan, defects));
    }
    if (hazards.contains("atmosphere")) {
        const auto file = drill_file.parent_path() / hazards["atmosphere"].get<std::string>();
        try {
            read.air = read_atmosphere_table(file.lexically_normal(), plan);
        } catch (const InputError& wrong) {
            defects.problems.insert(defects.problems.end(), wrong.problems().begin(),
                                    wrong.problems().end());
        }
    }
    return read;
}

}  // namespace evac
