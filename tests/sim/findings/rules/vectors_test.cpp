// Worked examples: rooms, distances and widths with known answers.
#include "tests/scenes/blocks.hpp"
#include "tests/sim/findings/rules/small_school.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace evac::testing {

namespace {

Audit school_audit(const SmallSchool& school) {
    return audit(read_rule_set("cn-school"), school.inspect());
}

/// Rows of the distance table: position "dead_end" or "between" and its corrections.
double distance_limit(const std::string& position, bool gallery, bool sprinklered, bool open_stairs,
                      int storey) {
    const RuleSet set = read_rule_set("cn-school");
    for (const Rule& rule : set.rules) {
        if (rule.id != "CN-DIST") {
            continue;
        }
        Facts facts;
        facts.words = {{"use", "school"}, {"position", position}};
        facts.numbers = {{"fire_grade", 2.0}, {"storey", storey}};
        facts.flags = {{"open_gallery", gallery},
                       {"sprinklered", sprinklered},
                       {"open_stairs", open_stairs},
                       {"high_rise", false}};
        const auto row = std::find_if(rule.limits.begin(), rule.limits.end(),
                                      [&](const LimitRow& r) { return r.when.hold_for(facts); });
        REQUIRE(row != rule.limits.end());
        double limit = row->limit;
        for (const Factor& factor : rule.factors) {
            limit += factor.when.hold_for(facts) ? factor.plus : 0.0;
        }
        for (const Factor& factor : rule.factors) {
            limit *= factor.when.hold_for(facts) ? factor.times : 1.0;
        }
        return limit;
    }
    return 0.0;
}

/// A school of four storeys; `people` on the top one, in one room; both stairs of that width.
SmallSchool four_storeys(int people, int storey, double flight) {
    SmallSchool s(4, 0);
    for (int u = 0; u < static_cast<int>(s.plan.units.size()); ++u) {
        s.people[static_cast<std::size_t>(u)] = 0;
    }
    s.people_in("room-" + std::to_string(storey - 1) + "-1") = people;
    for (const Unit& unit : s.plan.units) {
        if (unit.kind == UnitKind::flight) {
            s.bare[unit.id] = flight;
        }
    }
    for (Opening& opening : s.plan.openings) {
        if (opening.id.starts_with("head-") || opening.id.starts_with("foot-")) {
            opening.clear_width = flight;
        }
    }
    return s;
}

}  // namespace

TEST_CASE("a classroom of 65 m2 between two exits may have one door by one code and not by another") {
    SmallSchool s(1);
    s.unit("room-0-1").polygon = scenes::rectangle({10, -6.5}, {20, 0});
    s.people_in("room-0-1") = 40;
    s.remove_opening("room-0-1-b");
    s.opening("room-0-1-a").swing = Swing::into_first;
    const Audit result = school_audit(s);
    // GB 55037 7.4.2 accepts one door up to 75 m2, GB 50099 8.8.1 does not.
    CHECK(outcome_of(result, "CN-ROOM-2").failed == 0);
    const Finding* doors = find_finding(result, "SCH-ROOM", "room-0-1");
    REQUIRE(doors != nullptr);
    CHECK(doors->clause == "GB 50099-2011 8.8.1");
    CHECK(*doors->measured == 1.0);
    CHECK(*doors->limit == 2.0);
    CHECK(doors->text.in(Language::en).find("GB 55037-2022 7.4.2") != std::string::npos);
    // 40 people at one door: more than 30, and a teaching room besides.
    CHECK(outcome_of(result, "CN-DOOR-dir").failed == 0);
    CHECK(outcome_of(result, "CN-DOOR-dir-30").failed == 1);
    CHECK(outcome_of(result, "SCH-DOOR-dir").failed == 1);
    int swings = 0;
    for (const Finding& f : result.findings) {
        swings += f.element == "room-0-1-a" ? 1 : 0;
    }
    CHECK(swings == 1);
}

TEST_CASE("a classroom's door at a dead end may lie 22 m away, 27 m on a gallery, 27.5 m sprinklered") {
    CHECK(distance_limit("dead_end", false, false, false, 1) == Approx(22.0));
    CHECK(distance_limit("dead_end", true, false, false, 1) == Approx(27.0));
    CHECK(distance_limit("dead_end", false, true, false, 1) == Approx(27.5));
    // 35 m between two exits, 5 m less beside open stairs, 5 m more on a gallery.
    CHECK(distance_limit("between", false, false, true, 2) == Approx(30.0));
    CHECK(distance_limit("between", true, false, true, 2) == Approx(35.0));
    CHECK(distance_limit("dead_end", false, false, true, 2) == Approx(20.0));
}

TEST_CASE("where all ways out lie on one side a door is at a dead end, and the last at the end") {
    SmallSchool s(1);
    s.remove_opening("exit-east");
    const Inspection inspection = s.inspect();
    const Layout layout = lay_out(inspection);
    const int corridor = find_unit(s.plan, "corridor-0");
    const auto position = [&](const std::string& door) {
        return position_on(inspection, layout, corridor, find_opening(s.plan, door));
    };
    CHECK(position("room-0-1-a") == Position::dead_end);
    CHECK(position("room-0-3-b") == Position::corridor_end);

    SmallSchool two(1);
    const Inspection both = two.inspect();
    const Layout ways = lay_out(both);
    CHECK(position_on(both, ways, find_unit(two.plan, "corridor-0"),
                      find_opening(two.plan, "room-0-1-a")) == Position::between);
    // A locked exit is no exit.
    two.closed = {"exit-east"};
    const Inspection locked = two.inspect();
    CHECK(position_on(locked, lay_out(locked), find_unit(two.plan, "corridor-0"),
                      find_opening(two.plan, "room-0-1-a")) != Position::between);
}

TEST_CASE("the distance of a door at a dead end is walked, and too far from 22 m on") {
    const auto too_far = [](double from_exit) {
        SmallSchool s(1, 0);
        s.remove_opening("exit-east");
        s.opening("exit-west").line = {Vec2(0, 0), Vec2(0, 3)};
        for (int i = 0; i < 4; ++i) {
            s.remove_opening("room-0-" + std::to_string(i) + "-b");
        }
        s.people_in("room-0-2") = 30;
        s.opening("room-0-2-a").line = {Vec2(from_exit, 0), Vec2(from_exit + 1, 0)};
        return outcome_of(school_audit(s), "CN-DIST").failed > 0;
    };
    CHECK_FALSE(too_far(20.5));
    CHECK(too_far(23.5));
}

TEST_CASE("an office of 40 m2 at the end of a corridor may have one door, a classroom may not") {
    SmallSchool s(1);
    s.remove_opening("exit-east");
    s.unit("room-0-3").polygon = scenes::rectangle({30, -4}, {40, 0});
    s.unit("room-0-3").category = "office";
    s.remove_opening("room-0-3-a");
    CHECK(find_finding(school_audit(s), "CN-ROOM-2", "room-0-3") == nullptr);

    // 60 m2, one door of 1.50 m, the farthest seat 12 m away: 8.8.1 accepts it, 7.4.2 does not.
    s.unit("room-0-3").category = "classroom";
    s.unit("room-0-3").polygon = scenes::rectangle({30, -6}, {40, 0});
    s.opening("room-0-3-b").line = {Vec2(38, 0), Vec2(39.5, 0)};
    s.opening("room-0-3-b").clear_width = 1.5;
    const Audit result = school_audit(s);
    CHECK(find_finding(result, "SCH-ROOM", "room-0-3") == nullptr);
    const Finding* doors = find_finding(result, "CN-ROOM-2", "room-0-3");
    REQUIRE(doors != nullptr);
    CHECK(doors->clause == "GB 55037-2022 7.4.2");
}

TEST_CASE("500 people on storey 4 with two stairs of 2.40 m are short by 0.45 m, no major hazard") {
    SmallSchool s = four_storeys(500, 4, 2.40);
    const Audit result = school_audit(s);
    const Finding* width = find_finding(result, "SCH-W-100", "L3");
    REQUIRE(width != nullptr);
    CHECK(*width->measured == Approx(4.80));
    CHECK(*width->limit == Approx(5.25));
    CHECK(width->severity == Severity::S3);
    CHECK(width->text.in(Language::en).find("0.45 m") != std::string::npos);
    CHECK(width->text.in(Language::zh).find("0.45 m") != std::string::npos);
    CHECK(find_finding(result, "EDU-8", "L3") == nullptr);
    // Stairs equally wide below: the storeys below are not told again.
    CHECK(find_finding(result, "SCH-W-100", "L1") == nullptr);

    s.closed = {"head-2-west"};
    const Audit blocked = school_audit(s);
    const Finding* major = find_finding(blocked, "EDU-8", "L3");
    REQUIRE(major != nullptr);
    CHECK(major->severity == Severity::S1);
    CHECK(*major->measured == Approx(2.40));
    CHECK(major->text.in(Language::en).find("CANDIDATE") != std::string::npos);
    CHECK(major->verified == "secondary");
    CHECK(find_finding(blocked, "CN-EXIT-2", "L3") != nullptr);
}

TEST_CASE("80.0 % of the width that is asked for is no major hazard, 79.8 % may be one") {
    CHECK(find_finding(school_audit(four_storeys(500, 4, 2.10)), "EDU-8", "L3") == nullptr);
    CHECK(find_finding(school_audit(four_storeys(500, 4, 2.095)), "EDU-8", "L3") != nullptr);
}

TEST_CASE("of two tables for the same width the one that asks more wins and is told once") {
    // Storey 2 of 4, 400 people: 0.70 by storey position, 1.00 by number of storeys.
    const Audit result = school_audit(four_storeys(400, 2, 1.80));
    const Finding* width = find_finding(result, "CN-W-100", "L1");
    REQUIRE(width != nullptr);
    CHECK(*width->measured == Approx(3.60));
    CHECK(*width->limit == Approx(4.00));
    CHECK(width->severity == Severity::S3);
    CHECK(width->clause == "GB 55037-2022 7.4.7 table");
    CHECK(width->text.in(Language::en).find("GB 50099-2011 8.2.3") != std::string::npos);
    CHECK(find_finding(result, "SCH-W-100", "L1") == nullptr);
}

TEST_CASE("a stair that narrows below must still serve the fullest storey above") {
    SmallSchool s = four_storeys(300, 4, 1.80);
    s.bare["flight-0-west"] = 1.20;
    const Audit result = school_audit(s);
    // 3.15 m are asked for storey 4: 3.60 m on its own stairs, but the narrowest flight on the way
    // down counts, so that storey 4 itself has 1.20 + 1.80 m.
    const Finding* width = find_finding(result, "SCH-W-100", "L3");
    REQUIRE(width != nullptr);
    CHECK(*width->measured == Approx(3.00));
    CHECK(*width->limit == Approx(3.15));
}

TEST_CASE("a cupboard that leaves 0.95 m of a corridor breaks three clauses, each told once") {
    SmallSchool s(1);
    s.bare["corridor-0"] = 2.4;
    s.standing["corridor-0"] = 0.95;
    s.add_thing("cupboard", "furniture", "corridor-0", {20, 1});
    const Audit result = school_audit(s);
    const Finding* thing = find_finding(result, "CN-CLEAR", "cupboard");
    REQUIRE(thing != nullptr);
    CHECK(thing->severity == Severity::S2);
    CHECK(thing->remedy.in(Language::en).find("cupboard") != std::string::npos);
    CHECK(thing->remedy.in(Language::en).find("owner: store") != std::string::npos);
    CHECK(outcome_of(result, "SCH-CORR-clr").failed == 1);
    CHECK(outcome_of(result, "CN-W-route").failed == 1);
    CHECK(outcome_of(result, "SCH-CORR").failed == 0);
    int told = 0;
    for (const Finding& f : result.findings) {
        told += f.element == "corridor-0" ? 1 : 0;
        CHECK_FALSE(f.text.in(Language::zh).empty());
        CHECK_FALSE(f.remedy.in(Language::zh).empty());
    }
    CHECK(told == 1);
}

TEST_CASE("an e-bike in a school is told once, as the gravest of what forbids it") {
    SmallSchool s(1);
    s.add_thing("bike", "ebike", "corridor-0", {20, 1});
    const Audit result = school_audit(s);
    CHECK(find_finding(result, "EDU-6", "bike") != nullptr);
    CHECK(find_finding(result, "CN-EBIKE-way", "bike") == nullptr);
}

}  // namespace evac::testing
