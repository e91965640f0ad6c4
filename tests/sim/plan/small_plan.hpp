#pragma once

#include <nlohmann/json.hpp>

namespace evac::testing {

/// A house of two storeys that keeps every rule, for tests that break one of them. Ground floor
/// (level "L0"): a room of 6 m x 5 m, a hall beside it with an exit to the yard, a stair. Upper
/// floor ("L1", 3 m up): a landing.
///
///     y
///     5 +--------+-----------+--------+-------+
///       |  room  d   hall    |  foot           |
///       |        |           | up -->  head    | landing (L1)
///     0 +--------+--exit-----+--------+-------+
///       0        6          12       15       18   x
///                  yard (y < 0)
inline nlohmann::json small_plan() {
    return nlohmann::json::parse(R"json({
  "type": "FeatureCollection",
  "evac": {"format": "plan", "version": 1, "id": "house", "name": {"en": "House", "zh": "小楼"},
           "origin": [121.5, 31.25], "rotation": 12.5},
  "features": [
    {"type": "Feature", "id": "L0", "feature_type": "level", "geometry": null,
     "properties": {"ordinal": 0, "name": {"en": "Ground floor"}, "evac": {"elevation": 0}}},
    {"type": "Feature", "id": "L1", "feature_type": "level", "geometry": null,
     "properties": {"ordinal": 1, "evac": {"elevation": 3}}},
    {"type": "Feature", "id": "site", "feature_type": "level", "geometry": null,
     "properties": {"ordinal": 0, "outdoor": true, "evac": {"elevation": 0}}},
    {"type": "Feature", "id": "room", "feature_type": "unit",
     "geometry": {"type": "Polygon", "coordinates": [[[0,0],[6,0],[6,5],[0,5],[0,0]]]},
     "properties": {"category": "classroom", "level_id": "L0", "name": {"en": "Class 1"},
                    "evac": {"capacity": 40, "source": {"file": "a.ifc", "id": "7", "confidence": 0.5}}}},
    {"type": "Feature", "id": "hall", "feature_type": "unit",
     "geometry": {"type": "Polygon",
                  "coordinates": [[[6,0],[12,0],[12,5],[6,5],[6,0]],
                                  [[8,2],[8.4,2],[8.4,2.4],[8,2.4],[8,2]]]},
     "properties": {"category": "lobby", "level_id": "L0"}},
    {"type": "Feature", "id": "flight", "feature_type": "unit",
     "geometry": {"type": "Polygon", "coordinates": [[[12,0],[15,0],[15,5],[12,5],[12,0]]]},
     "properties": {"category": "stairs", "level_id": "L0",
                    "evac": {"steps": {"riser": 0.15, "tread": 0.28}, "stair": "east"}}},
    {"type": "Feature", "id": "landing", "feature_type": "unit",
     "geometry": {"type": "Polygon", "coordinates": [[[15,0],[18,0],[18,5],[15,5],[15,0]]]},
     "properties": {"category": "walkway", "level_id": "L1", "evac": {"stair": "east"}}},
    {"type": "Feature", "id": "yard", "feature_type": "unit",
     "geometry": {"type": "Polygon", "coordinates": [[[0,-20],[18,-20],[18,0],[0,0],[0,-20]]]},
     "properties": {"category": "unspecified", "level_id": "site"}},
    {"type": "Feature", "id": "door", "feature_type": "opening",
     "geometry": {"type": "LineString", "coordinates": [[6,1],[6,2]]},
     "properties": {"category": "pedestrian", "level_id": "L0",
                    "evac": {"units": ["room", "hall"], "clear_width": 0.9, "leaf": "single",
                             "swing": "into:hall", "lock": "access_control"}}},
    {"type": "Feature", "id": "exit", "feature_type": "opening",
     "geometry": {"type": "LineString", "coordinates": [[8,0],[10,0]]},
     "properties": {"category": "emergencyexit",
                    "evac": {"units": ["hall", "yard"], "clear_width": 1.8, "leaf": "double",
                             "swing": "into:yard", "lock": "panic_bar", "exit": true,
                             "one_way_from": "hall"}}},
    {"type": "Feature", "id": "window", "feature_type": "opening",
     "geometry": {"type": "LineString", "coordinates": [[1,5],[2,5]]},
     "properties": {"evac": {"units": ["room", null], "clear_width": 0.8, "swing": "into:outside",
                             "exit": true}}},
    {"type": "Feature", "id": "foot", "feature_type": "opening",
     "geometry": {"type": "LineString", "coordinates": [[12,1],[12,4]]},
     "properties": {"evac": {"units": ["hall", "flight"], "clear_width": 3}}},
    {"type": "Feature", "id": "head", "feature_type": "opening",
     "geometry": {"type": "LineString", "coordinates": [[15,1],[15,4]]},
     "properties": {"evac": {"units": ["flight", "landing"], "clear_width": 3}}},
    {"type": "Feature", "id": "desk", "feature_type": "fixture",
     "geometry": {"type": "Polygon", "coordinates": [[[1,1],[2,1],[2,2],[1,2],[1,1]]]},
     "properties": {"category": "furniture",
                    "evac": {"unit": "room", "movable": true, "owner": "class 1",
                             "since": "2024-09-01"}}},
    {"type": "Feature", "id": "place", "feature_type": "section",
     "geometry": {"type": "Polygon", "coordinates": [[[1,-15],[9,-15],[9,-9],[1,-9],[1,-15]]]},
     "properties": {"category": "assembly", "name": {"en": "Meeting place"},
                    "evac": {"unit": "yard"}}},
    {"type": "Feature", "id": "call", "feature_type": "amenity",
     "geometry": {"type": "Point", "coordinates": [7, 4.9]},
     "properties": {"category": "firealarmpullstation", "level_id": "L0"}}
  ]
})json");
}

/// The feature with that id.
inline nlohmann::json& feature(nlohmann::json& plan, const std::string& id) {
    for (nlohmann::json& one : plan["features"]) {
        if (one["id"] == id) {
            return one;
        }
    }
    throw std::out_of_range(id);
}

}  // namespace evac::testing
