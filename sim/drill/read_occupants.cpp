#include "sim/drill/read_occupants.hpp"

#include "sim/drill/id_lookup.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace evac {

namespace {

using nlohmann::json;

int find_profile(const json& entry, const std::string& pointer, const std::string& group,
                 const std::vector<Profile>& profiles, Defects& defects) {
    const std::string id = entry.value("profile", "adult");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        if (profiles[i].id == id) {
            return static_cast<int>(i);
        }
        ids.push_back(profiles[i].id);
    }
    add_unknown(defects, MessageId::scenario_unknown_profile, id, ids, pointer + "/profile", group);
    return 0;
}

/// What the entry says of the place, each -1 or empty if it says nothing.
struct Place {
    int unit = -1;
    int level = -1;
    std::string category;
};

/// Nothing if one of the names is unknown.
std::optional<Place> find_place(const json& entry, const std::string& pointer,
                                const std::string& group, const Plan& plan, Defects& defects) {
    IdLookup ids(plan, defects);
    Place place;
    bool known = true;
    if (entry.contains("unit")) {
        place.unit = ids.unit(entry["unit"].get<std::string>(), pointer + "/unit", group);
        known = place.unit >= 0;
    }
    if (entry.contains("level")) {
        place.level = ids.level(entry["level"].get<std::string>(), pointer + "/level", group);
        known = known && place.level >= 0;
    }
    place.category = entry.value("category", "");
    if (!place.category.empty()) {
        known = ids.category(place.category, pointer + "/category", group) && known;
    }
    return known ? std::optional(place) : std::nullopt;
}

/// A level alone means its rooms and passages: nobody is put on stairs who was not asked to be.
bool is_meant(const Place& place, const Plan& plan, std::size_t index) {
    const Unit& unit = plan.units[index];
    const bool named = place.unit >= 0 || !place.category.empty();
    return (place.unit < 0 || place.unit == static_cast<int>(index)) &&
           (place.level < 0 || place.level == unit.level) &&
           (place.category.empty() || place.category == unit.category) &&
           (named || unit.kind == UnitKind::room || unit.kind == UnitKind::passage);
}

/// The walkable units that are meant.
std::vector<int> select_units(const json& entry, const std::string& pointer,
                              const std::string& group, const Plan& plan, Defects& defects) {
    const std::optional<Place> place = find_place(entry, pointer, group, plan, defects);
    std::vector<int> selected;
    bool unwalkable = false;
    for (std::size_t i = 0; place && i < plan.units.size(); ++i) {
        if (!is_meant(*place, plan, i)) {
            continue;
        }
        if (walkable(plan.units[i])) {
            selected.push_back(static_cast<int>(i));
        } else {
            unwalkable = true;
        }
    }
    if (selected.empty() && unwalkable) {
        const bool by_unit = place->unit >= 0;
        defects.add(pointer + (by_unit ? "/unit" : "/category"), group,
                    message(MessageId::scenario_unwalkable,
                            by_unit ? entry["unit"].get<std::string>() : place->category),
                    message(MessageId::scenario_unwalkable_remedy));
    } else if (selected.empty() && defects.sound(pointer)) {
        defects.add(pointer, group, message(MessageId::scenario_no_unit),
                    message(MessageId::scenario_no_unit_remedy));
    }
    return selected;
}

}  // namespace

std::vector<Occupants> read_occupants(const json& entry, const std::string& pointer,
                                      const std::string& group, const Plan& plan,
                                      const std::vector<Profile>& profiles, Defects& defects) {
    const bool by_count = entry.contains("count");
    if (by_count == entry.contains("density")) {
        defects.add(pointer, group, message(MessageId::scenario_count_or_density),
                    message(MessageId::scenario_count_or_density_remedy));
    }
    if (!entry.contains("unit") && !entry.contains("category") && !entry.contains("level")) {
        defects.add(pointer, group, message(MessageId::scenario_no_place),
                    message(MessageId::scenario_no_place_remedy));
    }
    const int profile = find_profile(entry, pointer, group, profiles, defects);
    const std::vector<int> units = select_units(entry, pointer, group, plan, defects);
    std::vector<Occupants> all;
    if (!defects.sound(pointer)) {
        return all;
    }
    const char* key = by_count ? "count" : "density";
    const double asked = entry.at(key).get<double>();
    for (const int unit : units) {
        const double floor_area = area(plan.units[static_cast<std::size_t>(unit)].polygon);
        const double people = by_count ? asked : std::floor(asked * floor_area + 0.5);
        // More than anybody could want; the placement says how many fit.
        constexpr double most_people = 1e8;
        const int count = static_cast<int>(std::min(people, most_people));
        if (count > 0) {
            all.push_back({unit, profile, count, pointer + "/" + key});
        }
    }
    return all;
}

}  // namespace evac
