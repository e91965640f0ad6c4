#pragma once

#include "sim/plan/plan.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// A storey as a file shows it, before anything is known about stairs.
struct DrawnLevel {
    std::string id;
    Label name;
    double ordinal = 0.0;  ///< half storeys have broken numbers in OpenStreetMap
    bool outdoors = false;
    std::vector<Polygon> outline;  ///< what the file says the storey covers; may be empty
};

struct DrawnUnit {
    std::string id;
    Label name;
    std::string category;  ///< IMDF unit category
    int level = 0;         ///< index into Drawing::levels
    Polygon polygon;
};

struct DrawnOpening {
    std::string id;
    Label name;
    std::string category;  ///< IMDF opening category
    int level = 0;
    Segment line;        ///< of a door drawn as a point: both ends in that point
    double width = 0.0;  ///< clear width where the file tells it [m], else 0: the line's length
    Leaf leaf = Leaf::none;
    Swing swing = Swing::none;
    Lock lock = Lock::none;
    bool entrance = false;  ///< the file says that it leads outside
};

struct DrawnPoint {
    std::string id;
    Label name;
    std::string category;
    int level = 0;
    Vec2 position = Vec2::Zero();
};

struct DrawnFixture {
    std::string id;
    Label name;
    std::string category;
    int level = 0;
    Polygon polygon;
};

/// What a file of floor plans holds, in one vocabulary whatever its format. As read, coordinates
/// are longitude and latitude [deg]; project() turns them into local metres.
struct Drawing {
    std::string id;
    Label name;
    std::filesystem::path source;
    std::string format;  ///< "imdf" or "osm"
    std::vector<DrawnLevel> levels;
    std::vector<DrawnUnit> units;
    std::vector<DrawnOpening> openings;
    std::vector<DrawnFixture> fixtures;
    std::vector<DrawnPoint> points;
    /// Whether corridors that touch are one space: by the rules of OpenStreetMap yes, in IMDF a
    /// shared edge without an opening is a wall.
    bool corridors_join = false;
    std::optional<std::array<double, 2>> origin;  ///< longitude, latitude of (0, 0) [deg]
    double rotation = 0.0;                        ///< of the x axis against east [deg]
};

}  // namespace evac
