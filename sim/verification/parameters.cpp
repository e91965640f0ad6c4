#include "sim/verification/parameters.hpp"

#include "sim/text/problem.hpp"

#include <algorithm>
#include <limits>

namespace evac {

std::string Parameters::pointer() const {
    const auto here = std::find_if(case_.measures.begin(), case_.measures.end(),
                                   [&](const CaseMeasure& one) { return one.id == measure_.id; });
    return "/measures/" + std::to_string(here - case_.measures.begin());
}

void Parameters::missing(const char* key) const {
    throw InputError({{case_.file.string(), pointer(), measure_.id,
                       message(MessageId::verify_missing_member, measure_.kind, key),
                       message(MessageId::verify_missing_member_remedy)}});
}

void Parameters::unknown(const char* key, const std::string& name) const {
    throw InputError({{case_.file.string(), pointer() + "/" + key, measure_.id,
                       message(MessageId::verify_unknown_name, name),
                       message(MessageId::verify_unknown_name_remedy)}});
}

const nlohmann::json& Parameters::member(const char* key) const {
    const auto found = measure_.parameters.find(key);
    if (found == measure_.parameters.end()) {
        missing(key);
    }
    return *found;
}

double Parameters::number(const char* key) const {
    return member(key).get<double>();
}

double Parameters::number(const char* key, double otherwise) const {
    return measure_.parameters.value(key, otherwise);
}

std::string Parameters::text(const char* key) const {
    return member(key).get<std::string>();
}

std::string Parameters::text(const char* key, const std::string& otherwise) const {
    return measure_.parameters.value(key, otherwise);
}

Label Parameters::label(const char* key, const Label& otherwise) const {
    return label_in(measure_.parameters, key, otherwise);
}

std::filesystem::path Parameters::file(const char* key) const {
    return (case_.file.parent_path() / text(key)).lexically_normal();
}

namespace {

Vec2 point_of(const nlohmann::json& pair) {
    return {pair.at(0).get<double>(), pair.at(1).get<double>()};
}

}  // namespace

int Parameters::level() const {
    if (!has("level")) {
        return 0;
    }
    const int index = find_level(drill().plan(), text("level"));
    if (index < 0) {
        unknown("level", text("level"));
    }
    return index;
}

WatchedArea Parameters::area(const char* key) const {
    Polygon polygon;
    for (const nlohmann::json& corner : member(key)) {
        polygon.outer.push_back(point_of(corner));
    }
    orient(polygon);
    return {placed(polygon, options_.placing), level()};
}

Segment Parameters::line(const char* key) const {
    const nlohmann::json& ends = member(key);
    const Vec2 a = placed(point_of(ends.at(0)), options_.placing);
    const Vec2 b = placed(point_of(ends.at(1)), options_.placing);
    // A mirror changes right and left; the line is crossed the same way all the same.
    return options_.placing.mirror ? Segment{b, a} : Segment{a, b};
}

Vec2 Parameters::direction(const char* key) const {
    return placed(point_of(member(key)), options_.placing).normalized();
}

std::pair<double, double> Parameters::window() const {
    if (!has("window")) {
        return {0.0, std::numeric_limits<double>::infinity()};
    }
    const Vec2 ends = point_of(member("window"));
    const auto time = [&](double at) { return at < 0.0 ? drill().time() + at : at; };
    return {time(ends.x()), time(ends.y())};
}

int Parameters::opening(const char* key) const {
    const int index = find_opening(drill().plan(), text(key));
    if (index < 0) {
        unknown(key, text(key));
    }
    return index;
}

int Parameters::unit(const char* key) const {
    const int index = find_unit(drill().plan(), text(key));
    if (index < 0) {
        unknown(key, text(key));
    }
    return index;
}

std::function<bool(int)> Parameters::who() const {
    if (!has("group")) {
        return [](int) { return true; };
    }
    const std::string id = text("group");
    std::vector<char> chosen(drill().scenario.groups.size(), 0);
    bool any = false;
    for (std::size_t g = 0; g < chosen.size(); ++g) {
        chosen[g] = drill().scenario.groups[g].id == id;
        any = any || chosen[g];
    }
    if (!any) {
        unknown("group", id);
    }
    return [this, chosen](int person) {
        return chosen[static_cast<std::size_t>(
                   drill().people[static_cast<std::size_t>(person)].group)] != 0;
    };
}

}  // namespace evac
