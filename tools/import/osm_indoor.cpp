#include "tools/import/osm_indoor.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "sim/text/problem.hpp"
#include "tools/import/geojson.hpp"

namespace evac {

namespace {

/// A number at the start of `text`; what it took is removed.
std::optional<double> take_number(std::string_view& text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !(value > -100.0 && value < 1000.0)) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool is_unit(const Feature& feature) {
    const std::string indoor = text_of(feature, "indoor");
    const std::string type = geometry_type(feature);
    return (type == "Polygon" || type == "MultiPolygon") &&
           (indoor == "room" || indoor == "corridor" || indoor == "area");
}

bool is_door(const Feature& feature) {
    return geometry_type(feature) == "Point" &&
           (!text_of(feature, "door").empty() || !text_of(feature, "entrance").empty());
}

/// The IMDF category that an OpenStreetMap polygon comes nearest to.
std::string category_of(const Feature& feature) {
    static const std::map<std::string, std::string> rooms{
        {"auditorium", "auditorium"}, {"lecture", "auditorium"},
        {"classroom", "classroom"},   {"class", "classroom"},
        {"office", "office"},         {"kitchen", "kitchen"},
        {"laboratory", "laboratory"}, {"library", "library"},
        {"storage", "storage"},       {"toilets", "restroom"},
        {"toilet", "restroom"},       {"corridor", "walkway"},
        {"lobby", "lobby"},           {"entrance", "lobby"},
        {"stairs", "stairs"},         {"restaurant", "foodservice"},
        {"cafe", "foodservice"},      {"elevator", "elevator"},
    };
    if (text_of(feature, "stairs") == "yes" || text_of(feature, "highway") == "steps") {
        return "stairs";
    }
    if (text_of(feature, "highway") == "elevator") {
        return "elevator";
    }
    for (const char* key : {"room", "amenity"}) {
        const auto found = rooms.find(text_of(feature, key));
        if (found != rooms.end()) {
            return found->second;
        }
    }
    const std::string indoor = text_of(feature, "indoor");
    return indoor == "corridor" ? "walkway" : indoor == "area" ? "lobby" : "room";
}

Label name_of(const Feature& feature) {
    for (const char* key : {"name", "ref"}) {
        if (!text_of(feature, key).empty()) {
            return {{{"und", text_of(feature, key)}}};  // language undetermined (BCP 47)
        }
    }
    return {};
}

class Reading {
public:
    Reading(const std::filesystem::path& file, ImportReport& report)
        : file_(file), report_(report), features_(read_features(file, problems_)) {}

    Drawing run() {
        drawing_.source = file_;
        drawing_.format = "osm";
        drawing_.corridors_join = true;
        if (problems_.empty() && std::none_of(features_.begin(), features_.end(), is_unit)) {
            problems_.push_back({file_.string(), "", "",
                                 message(MessageId::import_no_rooms, features_.size()),
                                 message(MessageId::import_no_rooms_remedy)});
        }
        find_levels();
        for (const Feature& feature : features_) {
            if (is_unit(feature)) {
                read_unit(feature);
            } else if (is_door(feature)) {
                read_door(feature);
            }
        }
        if (!problems_.empty()) {
            throw InputError(std::move(problems_));
        }
        return std::move(drawing_);
    }

private:
    /// The storeys are those on which a polygon lies alone; ranges only pass through them.
    void find_levels() {
        std::set<double> ordinals;
        for (const Feature& feature : features_) {
            if (!is_unit(feature)) {
                continue;
            }
            const LevelTag tag = read_level_tag(text_of(feature, "level"));
            if (!tag.valid) {
                problems_.push_back(
                    at(feature, "/properties/level",
                       message(MessageId::import_bad_level_tag, text_of(feature, "level")),
                       message(MessageId::import_bad_level_tag_remedy)));
            }
            ordinals.insert(tag.single.begin(), tag.single.end());
            for (const auto& [low, high] : tag.ranges) {
                ordinals.insert(low);
            }
        }
        for (const double ordinal : ordinals) {
            DrawnLevel level;
            level.id = fmt::format("level {}", ordinal);
            level.name = {{{"und", fmt::format("{}", ordinal)}}};
            level.ordinal = ordinal;
            drawing_.levels.push_back(std::move(level));
        }
    }

    /// Indices of the levels a feature is on, lowest first.
    std::vector<int> levels_of(const Feature& feature) const {
        const LevelTag tag = read_level_tag(text_of(feature, "level"));
        const LevelTag more = read_level_tag(text_of(feature, "repeat_on"));
        std::vector<int> levels;
        for (std::size_t i = 0; i < drawing_.levels.size(); ++i) {
            const double ordinal = drawing_.levels[i].ordinal;
            const auto on = [&](const LevelTag& t) {
                return std::count(t.single.begin(), t.single.end(), ordinal) > 0 ||
                       std::any_of(t.ranges.begin(), t.ranges.end(), [&](const auto& range) {
                           return range.first <= ordinal && ordinal <= range.second;
                       });
            };
            if (on(tag) || (more.valid && on(more))) {
                levels.push_back(static_cast<int>(i));
            }
        }
        return levels;
    }

    std::string id_on(const Feature& feature, int level) const {
        return fmt::format("{}@{}", feature.id,
                           drawing_.levels[static_cast<std::size_t>(level)].ordinal);
    }

    void read_unit(const Feature& feature) {
        const std::vector<Polygon> parts = read_polygons(feature, problems_);
        const std::string category = category_of(feature);
        std::vector<int> levels = levels_of(feature);
        const bool passes = category == "stairs" || category == "elevator";
        if (levels.size() > 1 && !passes && text_of(feature, "repeat_on").empty()) {
            levels.resize(1);  // a high room: its floor is on the lowest storey
        }
        for (const int level : levels) {
            for (std::size_t part = 0; part < parts.size(); ++part) {
                std::string id = levels.size() > 1 ? id_on(feature, level) : feature.id;
                if (part > 0) {
                    id += fmt::format("/{}", part + 1);
                }
                if (!ids_.insert(id).second) {
                    problems_.push_back(at(feature, "/id", message(MessageId::import_same_id),
                                           message(MessageId::import_same_id_remedy)));
                }
                drawing_.units.push_back({id, name_of(feature), category, level, parts[part]});
            }
        }
        if (parts.size() > 1) {
            report_.problems.push_back(
                {"several_parts", "", Vec2::Zero(), feature.id,
                 message(MessageId::import_several_parts, feature.id, parts.size()),
                 message(MessageId::import_several_parts_remedy)});
        }
    }

    void read_door(const Feature& feature) {
        const auto point = read_point(feature, problems_);
        if (!point) {
            return;
        }
        const std::string door = text_of(feature, "door");
        const std::string entrance = text_of(feature, "entrance");
        const std::vector<int> levels = levels_of(feature);
        for (const int level : levels) {
            DrawnOpening opening;
            opening.id = levels.size() > 1 ? id_on(feature, level) : feature.id;
            opening.name = name_of(feature);
            opening.category = entrance == "emergency" ? "emergencyexit" : "pedestrian";
            opening.level = level;
            opening.line = {*point, *point};
            opening.width = width_of(feature);
            opening.leaf = door == "no" ? Leaf::none : Leaf::single;
            opening.swing = door == "sliding"     ? Swing::sliding
                            : door == "revolving" ? Swing::revolving
                                                  : Swing::none;
            opening.entrance = !entrance.empty() && entrance != "no";
            drawing_.openings.push_back(std::move(opening));
        }
    }

    /// A width in metres; "90 cm" and "1.2 m" are written too. 0 where none is told.
    static double width_of(const Feature& feature) {
        const std::string text = text_of(feature, "width");
        std::string_view rest = text;
        const double value = take_number(rest).value_or(0.0);
        const double metres = rest.find("cm") != std::string_view::npos ? value / 100.0 : value;
        constexpr double widest = 20.0;  // [m]
        return metres > 0.0 && metres <= widest ? metres : 0.0;
    }

    std::filesystem::path file_;
    ImportReport& report_;
    std::vector<Problem> problems_;
    std::vector<Feature> features_;
    Drawing drawing_;
    std::set<std::string> ids_;
};

}  // namespace

LevelTag read_level_tag(const std::string& text) {
    LevelTag tag;
    std::string_view rest = text;
    tag.valid = !rest.empty();
    while (!rest.empty() && tag.valid) {
        const auto low = take_number(rest);
        if (low && rest.starts_with('-')) {  // "0-3" and, of cellars, "-1-3" or "-2--1"
            rest.remove_prefix(1);
            const auto high = take_number(rest);
            tag.valid = high.has_value() && *high >= *low;
            tag.ranges.emplace_back(*low, high.value_or(*low));
        } else if (low) {
            tag.single.push_back(*low);
        } else {
            tag.valid = false;
        }
        if (rest.starts_with(';')) {
            rest.remove_prefix(1);
        } else if (!rest.empty()) {
            tag.valid = false;
        }
    }
    return tag;
}

Drawing read_osm_indoor(const std::filesystem::path& file, ImportReport& report) {
    return Reading(file, report).run();
}

}  // namespace evac
