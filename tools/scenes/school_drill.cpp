#include "tools/scenes/draft.hpp"
#include "tools/scenes/drill_draft.hpp"
#include "tools/scenes/school.hpp"
#include "tools/scenes/school_parts.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace evac::drawing {

namespace {

using Json = nlohmann::json;

// Which stair a class of an upper storey takes. The flights are 1.95 m and 1.35 m wide, so 14 of
// the 24 classes go west: the three western ones of every storey and the middle one of two.
std::string stair_of(const SchoolClass& c) {
    const bool middle_goes_west = c.storey == 2 || c.storey == 4;
    return c.bay < middle_bay || (c.bay == middle_bay + 1 && middle_goes_west) ? "west" : "east";
}

// Adults who teach no class at the moment, in the offices and two laboratories.
Json staff_groups(const Json& pre_movement) {
    Json groups = Json::array();
    for (int storey = 0; storey < storeys; ++storey) {
        const std::string prefix = level_id(storey) + "-";
        Json in_rooms = Json::array({people_in(prefix + "office", "teacher", 4)});
        if (storey == 0 || storey == 2) {
            in_rooms.push_back(people_in(prefix + "room-a", "teacher", 1));
        }
        groups.push_back({{"id", prefix + "staff"},
                          {"name", text_of(both(fmt::format("Staff of floor {}", storey + 1),
                                                chinese_storey(storey) + "教职工"))},
                          {"people", in_rooms},
                          {"assembly_area", "box-staff"},
                          {"pre_movement", {{"own", pre_movement}}}});
    }
    return groups;
}

// Every class with its teacher; the ground floor leaves through the main doors.
Json class_groups(const Json& pre_movement) {
    Json groups = Json::array();
    for (const SchoolClass& c : all_classes()) {
        const std::string room = "class-" + c.key();
        Json group = {
            {"id", room},
            {"name", text_of(c.name())},
            {"people",
             {people_in(room, "pupil-secondary", c.pupils), people_in(room, "teacher", 1)}}};
        if (c.storey == 0) {
            group["exits"] =
                Json::array({c.bay < middle_bay ? "exit-main-west" : "exit-main-east"});
        } else {
            group["stairs"] = Json::array({stair_of(c)});
            group["exits"] = Json::array({"exit-" + stair_of(c)});
        }
        group["assembly_area"] = "box-" + c.key();
        group["pre_movement"] = pre_movement;
        groups.push_back(std::move(group));
    }
    return groups;
}

void append(Json& list, const Json& more) {
    list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

Json school_drill() {
    Json document = draft_drill("school", both("Fire drill in lesson time", "上课时间消防疏散演练"),
                                "school.plan.json");
    // One draw for the class: when its teacher has them up and going; then each pupil's own delay.
    document["groups"] = class_groups(
        {{"shared", {{"lognormal", {15.0, 0.4}}}}, {"own", {{"uniform", {0.0, 5.0}}}}});
    append(document["groups"], staff_groups({{"lognormal", {20.0, 0.4}}}));
    return document;
}

Json school_files_drill() {
    Json document = school_drill();
    document["id"] = "school-files";
    document["name"] = text_of(both("Fire drill, every class in two files behind its teacher",
                                    "消防疏散演练：各班两列纵队随教师撤离"));
    document["plan"] = "../school/school.plan.json";
    for (Json& group : document["groups"]) {
        Json& people = group["people"];
        if (people[0]["profile"] == "pupil-secondary") {
            group["together"] = "files";
            std::swap(people[0], people[1]);  // the first person leads
        }
    }
    return document;
}

Json school_earthquake_drill() {
    Json document = draft_drill("school-earthquake",
                                both("Earthquake drill: hold 60 s, then the lowest floor first",
                                     "地震演练：避险60秒后由低到高逐层疏散"),
                                "../school/school.plan.json");
    document["hold"] = {{"duration", 60}};
    // Everybody is waiting for the signal; only getting up from under the desk takes time.
    document["groups"] =
        class_groups({{"shared", {{"lognormal", {4.0, 0.4}}}}, {"own", {{"uniform", {0.0, 3.0}}}}});
    append(document["groups"], staff_groups({{"lognormal", {5.0, 0.4}}}));
    document["release"] = Json::array();
    constexpr std::array<int, storeys> after{0, 0, 40, 90, 140};
    for (int storey = 0; storey < storeys; ++storey) {
        document["release"].push_back(
            {{"level", level_id(storey)}, {"after", after[static_cast<std::size_t>(storey)]}});
    }
    return document;
}

Json school_laboratory_drill() {
    Json document = school_drill();
    document["id"] = "school-laboratory";
    document["name"] = text_of(
        both("Solvents burn in the chemistry laboratory, third floor", "三层化学实验室溶剂起火"));
    document["plan"] = "../school/school.plan.json";
    document["alarm"] = {{"time", 30}};
    document["hazards"] = {{"fires", {{{"unit", "L3-room-a"}, {"at", 0}, {"material", "solvent"}}}},
                           {"slowing", "frantzich-nilsson-fraction"}};
    return document;
}

}  // namespace evac::drawing
