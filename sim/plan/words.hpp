#pragma once

#include <optional>
#include <string_view>

#include "sim/plan/plan.hpp"

namespace evac {

/// The words that stand for our enumerations in plan files. Reading and writing share them, so that
/// one cannot know a word that the other does not.
std::string_view word_for(UnitKind kind);
std::string_view word_for(Leaf leaf);
std::string_view word_for(Lock lock);
std::string_view word_for(BuildingUse use);
std::string_view word_for(SchoolStage stage);

/// Nothing when the word is not known.
std::optional<UnitKind> unit_kind_from(std::string_view word);
std::optional<Leaf> leaf_from(std::string_view word);
std::optional<Lock> lock_from(std::string_view word);
std::optional<BuildingUse> building_use_from(std::string_view word);
std::optional<SchoolStage> school_stage_from(std::string_view word);

/// The kind of a unit that states none: on an outdoor level, rooms and passages are open air.
UnitKind default_kind(const std::string& category, const Level& level);

}  // namespace evac
