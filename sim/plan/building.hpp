#pragma once

#include <optional>

namespace evac {

/// What a building is for, in the words that codes draw their lines by.
enum class BuildingUse {
    school,
    kindergarten,
    office,
    factory,
    dormitory,
    assembly,
    shop,
    hotel,
    hospital,
    other
};

enum class SchoolStage { primary, secondary };

/// What codes ask about a building and no drawing shows. All optional: what is not set is not
/// known, and whoever needs it must say what was assumed instead.
struct BuildingFacts {
    std::optional<BuildingUse> use;
    std::optional<SchoolStage> school_stage;
    std::optional<int> fire_grade;    ///< 1 to 4 (GB 50016, table 5.1.2)
    std::optional<bool> sprinklered;  ///< all of it, automatically
    std::optional<bool> high_rise;    ///< public buildings above 24 m (GB 50016, 2.1.1)
    std::optional<int> storeys;       ///< above ground
    std::optional<int> storeys_below;
    std::optional<int> year;           ///< of the design
    std::optional<bool> open_stairs;   ///< stairs without an enclosure between them and corridors
    std::optional<bool> open_gallery;  ///< corridors open to the air on one side
    std::optional<bool> voice_alarm;   ///< the alarm speaks

    bool operator==(const BuildingFacts&) const = default;
};

}  // namespace evac
