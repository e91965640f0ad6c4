#include <utility>

#include "sim/plan/feature.hpp"
#include "sim/plan/plan_reader.hpp"
#include "sim/plan/words.hpp"

namespace evac {

using nlohmann::json;

namespace {

constexpr std::string_view to_unit = "into:";  // how "swing" names the unit the leaf turns into
constexpr std::string_view outside_name = "outside";  // the side of an opening without a unit

}  // namespace

void PlanReader::read_opening(const json& feature) {
    const json& properties = properties_of(feature);
    const json& additions = additions_of(feature);
    Opening opening;
    opening.id = id_of(feature);
    if (properties.contains("level_id")) {
        level_of(feature);
    }
    if (!read_sides(additions.at("units"), opening)) {
        leave_out(opening.id);
        return;
    }
    opening.name = label_from(properties);
    opening.category = properties.value("category", "pedestrian");
    opening.line = line_from(feature);
    opening.clear_width = additions.value("clear_width", 0.0);
    opening.leaf = leaf_from(additions.value("leaf", "none")).value_or(Leaf::none);
    opening.swing = swing_from(additions.value("swing", "none"), opening);
    opening.lock = lock_from(additions.value("lock", "none")).value_or(Lock::none);
    if (const auto from = additions.find("one_way_from"); from != additions.end()) {
        const int side = side_called(*from, opening, "/properties/evac/one_way_from");
        opening.one_way = side == 0 ? 1 : side == 1 ? -1 : 0;
    }
    opening.exit = additions.value("exit", false);
    opening.threshold = number_if_any(additions, "threshold");
    opening.source = source_from(additions);
    opening_elevations_.push_back(number_if_any(additions, "elevation"));
    plan_.openings.push_back(std::move(opening));
}

/// Both sides; an outside named first changes places with the unit.
bool PlanReader::read_sides(const json& sides, Opening& opening) {
    bool known = true;
    for (std::size_t side = 0; side < 2; ++side) {
        if (sides[side].is_string()) {
            opening.units[side] = unit_called(sides[side].get<std::string>(), opening.id,
                                              "/properties/evac/units/" + std::to_string(side));
            known = known && opening.units[side] >= 0;
        }
    }
    if (!known) {
        return false;
    }
    if (opening.units[0] == outside) {
        std::swap(opening.units[0], opening.units[1]);
    }
    if (opening.units[0] == outside) {
        add(opening.id, "/properties/evac/units", message(MessageId::plan_no_first_unit),
            message(MessageId::plan_no_first_unit_remedy));
        return false;
    }
    return true;
}

/// 0 or 1 for the side on which the unit with that id lies, or -1 after telling.
int PlanReader::side_called(const std::string& unit, const Opening& opening,
                            std::string_view below) {
    std::string sides;
    for (int side = 0; side < 2; ++side) {
        const int index = opening.units[static_cast<std::size_t>(side)];
        const std::string id = index == outside ? std::string(outside_name)
                                                : plan_.units[static_cast<std::size_t>(index)].id;
        if (id == unit) {
            return side;
        }
        sides += (sides.empty() ? "" : ", ") + id;
    }
    add(opening.id, below, message(MessageId::plan_not_its_unit, unit),
        message(MessageId::plan_not_its_unit_remedy, sides));
    return -1;
}

Swing PlanReader::swing_from(const std::string& word, const Opening& opening) {
    if (word.starts_with(to_unit)) {
        const int side =
            side_called(word.substr(to_unit.size()), opening, "/properties/evac/swing");
        return side == 0 ? Swing::into_first : side == 1 ? Swing::into_second : Swing::none;
    }
    return word == "both"        ? Swing::both
           : word == "sliding"   ? Swing::sliding
           : word == "revolving" ? Swing::revolving
                                 : Swing::none;
}

}  // namespace evac
