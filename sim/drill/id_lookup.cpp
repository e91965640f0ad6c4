#include "sim/drill/id_lookup.hpp"

#include "sim/text/nearest.hpp"

#include <algorithm>

namespace evac {

namespace {

template <class Elements>
std::vector<std::string> ids_of(const Elements& elements) {
    std::vector<std::string> ids;
    for (const auto& element : elements) {
        ids.push_back(element.id);
    }
    return ids;
}

/// Some text of all units, each once, none empty.
std::vector<std::string> words_of_units(const Plan& plan, std::string Unit::*text) {
    std::set<std::string> words;
    for (const Unit& unit : plan.units) {
        words.insert(unit.*text);
    }
    words.erase("");
    return {words.begin(), words.end()};
}

std::vector<std::string> exit_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Opening& opening : plan.openings) {
        if (opening.exit) {
            ids.push_back(opening.id);
        }
    }
    return ids;
}

Message hint(const std::string& id, const std::vector<std::string>& choices) {
    if (choices.empty()) {
        return message(MessageId::scenario_none_known);
    }
    if (const auto meant = nearest(id, choices)) {
        return message(MessageId::scenario_did_you_mean, *meant);
    }
    constexpr std::size_t most_shown = 8;
    std::string shown;
    for (std::size_t i = 0; i < std::min(choices.size(), most_shown); ++i) {
        shown += (shown.empty() ? "" : ", ") + choices[i];
    }
    return message(choices.size() > most_shown ? MessageId::scenario_some_known
                                               : MessageId::scenario_all_known,
                   shown);
}

}  // namespace

void add_unknown(Defects& defects, MessageId what, const std::string& id,
                 const std::vector<std::string>& choices, const std::string& pointer,
                 const std::string& element) {
    defects.add(pointer, element, message(what, id), hint(id, choices));
}

int IdLookup::unit(const std::string& id, const std::string& pointer, const std::string& element) {
    const int index = find_unit(plan_, id);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_unit, id, ids_of(plan_.units), pointer,
                    element);
    }
    return index;
}

int IdLookup::level(const std::string& id, const std::string& pointer, const std::string& element) {
    const int index = find_level(plan_, id);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_level, id, ids_of(plan_.levels), pointer,
                    element);
    }
    return index;
}

int IdLookup::opening(const std::string& id, const std::string& pointer,
                      const std::string& element) {
    const int index = find_opening(plan_, id);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_opening, id, ids_of(plan_.openings),
                    pointer, element);
    }
    return index;
}

int IdLookup::fixture(const std::string& id, const std::string& pointer,
                      const std::string& element) {
    const int index = find_fixture(plan_, id);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_fixture, id, ids_of(plan_.fixtures),
                    pointer, element);
    }
    return index;
}

int IdLookup::assembly_area(const std::string& id, const std::string& pointer,
                            const std::string& element) {
    const int index = find_assembly_area(plan_, id);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_assembly_area, id,
                    ids_of(plan_.assembly_areas), pointer, element);
    }
    return index;
}

int IdLookup::exit(const std::string& id, const std::string& pointer, const std::string& element) {
    const int index = find_opening(plan_, id);
    const std::vector<std::string> exits = exit_ids(plan_);
    if (index < 0) {
        add_unknown(defects_, MessageId::scenario_unknown_opening, id, exits, pointer, element);
    } else if (!plan_.openings[static_cast<std::size_t>(index)].exit) {
        add_unknown(defects_, MessageId::scenario_not_an_exit, id, exits, pointer, element);
        return -1;
    }
    return index;
}

bool IdLookup::stair(const std::string& id, const std::string& pointer,
                     const std::string& element) {
    const std::vector<std::string> stairs = words_of_units(plan_, &Unit::stair);
    const bool known = std::find(stairs.begin(), stairs.end(), id) != stairs.end();
    if (!known) {
        add_unknown(defects_, MessageId::scenario_unknown_stair, id, stairs, pointer, element);
    }
    return known;
}

bool IdLookup::category(const std::string& name, const std::string& pointer,
                        const std::string& element) {
    const std::vector<std::string> categories = words_of_units(plan_, &Unit::category);
    const bool known = std::find(categories.begin(), categories.end(), name) != categories.end();
    if (!known) {
        add_unknown(defects_, MessageId::scenario_unknown_category, name, categories, pointer,
                    element);
    }
    return known;
}

}  // namespace evac
