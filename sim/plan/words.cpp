#include "sim/plan/words.hpp"

#include <cassert>
#include <utility>

namespace evac {

namespace {

constexpr std::pair<std::string_view, UnitKind> kinds[] = {
    {"room", UnitKind::room},         {"passage", UnitKind::passage},
    {"flight", UnitKind::flight},     {"ramp", UnitKind::ramp},
    {"outdoors", UnitKind::outdoors}, {"unwalkable", UnitKind::unwalkable}};

constexpr std::pair<std::string_view, Leaf> leaves[] = {
    {"none", Leaf::none}, {"single", Leaf::single}, {"double", Leaf::double_leaf}};

constexpr std::pair<std::string_view, Lock> locks[] = {{"none", Lock::none},
                                                       {"locked", Lock::locked},
                                                       {"panic_bar", Lock::panic_bar},
                                                       {"access_control", Lock::access_control}};

constexpr std::pair<std::string_view, BuildingUse> uses[] = {
    {"school", BuildingUse::school},       {"kindergarten", BuildingUse::kindergarten},
    {"office", BuildingUse::office},       {"factory", BuildingUse::factory},
    {"dormitory", BuildingUse::dormitory}, {"assembly", BuildingUse::assembly},
    {"shop", BuildingUse::shop},           {"hotel", BuildingUse::hotel},
    {"hospital", BuildingUse::hospital},   {"other", BuildingUse::other}};

constexpr std::pair<std::string_view, SchoolStage> stages[] = {
    {"primary", SchoolStage::primary}, {"secondary", SchoolStage::secondary}};

template <class Table, class Value>
std::string_view word_in(const Table& table, Value value) {
    for (const auto& [word, meaning] : table) {
        if (meaning == value) {
            return word;
        }
    }
    assert(false);
    return {};
}

template <class Value, std::size_t size>
std::optional<Value> meaning_in(const std::pair<std::string_view, Value> (&table)[size],
                                std::string_view word) {
    for (const auto& [known, meaning] : table) {
        if (known == word) {
            return meaning;
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view word_for(UnitKind kind) {
    return word_in(kinds, kind);
}
std::string_view word_for(Leaf leaf) {
    return word_in(leaves, leaf);
}
std::string_view word_for(Lock lock) {
    return word_in(locks, lock);
}

std::string_view word_for(BuildingUse use) {
    return word_in(uses, use);
}
std::string_view word_for(SchoolStage stage) {
    return word_in(stages, stage);
}

std::optional<BuildingUse> building_use_from(std::string_view word) {
    return meaning_in(uses, word);
}
std::optional<SchoolStage> school_stage_from(std::string_view word) {
    return meaning_in(stages, word);
}

std::optional<UnitKind> unit_kind_from(std::string_view word) {
    return meaning_in(kinds, word);
}
std::optional<Leaf> leaf_from(std::string_view word) {
    return meaning_in(leaves, word);
}
std::optional<Lock> lock_from(std::string_view word) {
    return meaning_in(locks, word);
}

UnitKind default_kind(const std::string& category, const Level& level) {
    const UnitKind kind = kind_of_category(category);
    const bool indoor_kind = kind == UnitKind::room || kind == UnitKind::passage;
    return level.outdoors && indoor_kind ? UnitKind::outdoors : kind;
}

}  // namespace evac
