// Every rule that ships, held against a small building that keeps it and one that does not.
#include "sim/text/problem.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/sim/findings/rules/small_school.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace evac::testing {

namespace {

using Change = std::function<void(SmallSchool&)>;

struct Case {
    std::string set;
    std::string rule;
    int storeys;
    Change prepare;  // makes the rule apply
    Change spoil;    // breaks it
};

const Change as_is = [](SmallSchool&) {};

Change use(BuildingUse what) {
    return [what](SmallSchool& s) { s.plan.building.use = what; };
}

Change both(Change a, Change b) {
    return [a, b](SmallSchool& s) {
        a(s);
        b(s);
    };
}

const Change office = use(BuildingUse::office);
const Change factory = use(BuildingUse::factory);
const Change dormitory = use(BuildingUse::dormitory);
const Change high = [](SmallSchool& s) { s.plan.building.high_rise = true; };

Change width(const std::string& opening, double value) {
    return [=](SmallSchool& s) { s.opening(opening).clear_width = value; };
}
Change bare(const std::string& unit, double value) {
    return [=](SmallSchool& s) { s.bare[unit] = value; };
}
Change standing(const std::string& unit, double value) {
    return [=](SmallSchool& s) { s.standing[unit] = value; };
}
Change swing(const std::string& opening, Swing value) {
    return [=](SmallSchool& s) { s.opening(opening).swing = value; };
}
Change people(const std::string& unit, int value) {
    return [=](SmallSchool& s) { s.people_in(unit) = value; };
}
Change category(const std::string& unit, const std::string& value) {
    return [=](SmallSchool& s) { s.unit(unit).category = value; };
}
Change close(const std::string& opening) {
    return [=](SmallSchool& s) { s.closed.push_back(opening); };
}
Change without(const std::string& opening) {
    return [=](SmallSchool& s) { s.remove_opening(opening); };
}
Change thing(const std::string& what, const std::string& unit, const Vec2& at) {
    return [=](SmallSchool& s) { s.add_thing("thing", what, unit, at); };
}
Change steps(double riser, double tread) {
    return [=](SmallSchool& s) {
        for (Unit& unit : s.plan.units) {
            if (unit.steps) {
                unit.steps = Steps{riser, tread};
            }
        }
    };
}
Change sign(double x) {
    return [=](SmallSchool& s) {
        s.plan.amenities.push_back({"sign", {}, "exitsign", 0, Vec2(x, 2.9), {}, {}});
    };
}
const Change signs = both(both(sign(3.0), sign(20.0)), sign(37.0));
const Change no_upper_stair = both(close("head-0-west"), as_is);
Change lane(double wide) {
    return [=](SmallSchool& s) {
        if (find_level(s.plan, "site") < 0) {
            s.plan.levels.push_back({"site", {}, 0, 0.0, true});
            const int level = static_cast<int>(s.plan.levels.size()) - 1;
            scenes::add_unit(s.plan, "lane", "firelane",
                             scenes::rectangle({0, -20}, {40, -20 + wide}), level);
            s.unit("lane").kind = UnitKind::outdoors;
        } else {
            s.unit("lane").polygon = scenes::rectangle({0, -20}, {40, -20 + wide});
        }
    };
}
Change assembly(double depth) {
    return [=](SmallSchool& s) {
        lane(20.0)(s);
        s.plan.assembly_areas.clear();
        scenes::add_assembly_area(s.plan, "meet", scenes::rectangle({0, -20}, {40, -20 + depth}),
                                  find_unit(s.plan, "lane"));
    };
}
// A room with one exit at the far end of a corridor: everything lies at a dead end.
const Change only_west = both(without("exit-east"), as_is);
Change threshold(const std::string& opening, double height) {
    return [=](SmallSchool& s) { s.opening(opening).threshold = height; };
}
Change move_door(const std::string& opening, double x) {
    return [=](SmallSchool& s) {
        s.opening(opening).line = {Vec2(x, 0.0), Vec2(x + 1.0, 0.0)};
    };
}
// The room reaches farther south.
Change depth(const std::string& unit, double south) {
    return [=](SmallSchool& s) {
        const Box box = bounding_box(s.unit(unit).polygon);
        s.unit(unit).polygon =
            scenes::rectangle(Vec2(box.low.x(), -south), Vec2(box.high.x(), 0.0));
    };
}
// The stairs come out into the ground floor's corridor.
const Change stair_into_corridor = [](SmallSchool& s) {
    s.remove_opening("exit-stair-west");
    scenes::add_opening(s.plan, "out-of-stair", Vec2(0, 0.6), Vec2(0, 2.2),
                        find_unit(s.plan, "corridor-0"), find_unit(s.plan, "flight-0-west"));
};

const std::vector<Case>& cases() {
    static const std::string c = "cn-school";
    static const std::string e = "cn-enterprise";
    static const std::string i = "ibc-education";
    static const std::vector<Case> all = {
        {c, "CN-EXIT-2", 2, as_is, no_upper_stair},
        {c, "CN-EXIT-2-2014", 2, as_is, no_upper_stair},
        {c, "CN-EXIT-SEP", 1, as_is,
         [](SmallSchool& s) {
             s.opening("exit-east").line = {Vec2(5, 3), Vec2(7, 3)};
         }},
        {c, "CN-DOOR-SEP", 1, depth("room-0-0", 8.0), move_door("room-0-0-b", 3.0)},
        {c, "CN-ROOM-2", 1, depth("room-0-1", 8.0), without("room-0-1-b")},
        {c, "CN-DIST", 2, as_is, both(only_west, both(close("head-0-east"), as_is))},
        {c, "CN-DIST-room", 1, as_is, depth("room-0-1", 25.0)},
        {c, "CN-DIST-hall", 1, category("room-0-1", "auditorium"), depth("room-0-1", 33.0)},
        {c, "CN-HALL", 1, category("room-0-1", "auditorium"), people("room-0-1", 501)},
        {c, "CN-DIST-ground", 2, stair_into_corridor,
         [](SmallSchool& s) {
             s.opening("exit-west").line = {Vec2(20, 3), Vec2(22, 3)};
         }},
        {c, "CN-W-door", 1, as_is, width("room-0-1-a", 0.79)},
        {c, "CN-W-door-public", 1, as_is, width("room-0-1-a", 0.89)},
        {c, "CN-W-outer", 1, as_is, width("exit-west", 1.09)},
        {c, "CN-W-outer-high", 1, high, width("exit-west", 1.19)},
        {c, "CN-W-route", 1, as_is, bare("corridor-0", 1.09)},
        {c, "CN-W-high", 1, high, bare("corridor-0", 1.39)},
        {c, "CN-W-flight", 2, as_is, bare("flight-0-west", 1.09)},
        {c, "CN-W-flight-high", 2, high, bare("flight-0-west", 1.19)},
        {c, "CN-W-big", 2, as_is, bare("flight-0-west", 4.1)},
        {c, "CN-W-crowd", 1,
         both(use(BuildingUse::assembly),
              both(category("room-0-1", "auditorium"),
                   both(width("room-0-1-a", 1.4), width("room-0-1-b", 1.4)))),
         width("room-0-1-a", 1.39)},
        {c, "CN-THRESHOLD", 1,
         both(category("room-0-1", "auditorium"), threshold("room-0-1-a", 0.0)),
         threshold("room-0-1-a", 0.02)},
        {c, "CN-W-100", 2, as_is, people("room-1-1", 600)},
        {c, "CN-DOOR-dir", 1, people("room-0-1", 61), swing("room-0-1-a", Swing::into_first)},
        {c, "CN-DOOR-dir-30", 1, people("room-0-1", 61), swing("room-0-1-a", Swing::into_first)},
        {c, "CN-DOOR-dir-stair", 2,
         [](SmallSchool& s) {
             s.opening("head-0-west").leaf = Leaf::single;
             s.opening("head-0-west").swing = Swing::into_second;
         },
         swing("head-0-west", Swing::into_first)},
        {c, "CN-DOOR-type", 1, as_is, swing("exit-west", Swing::revolving)},
        {c, "CN-DOOR-lock", 1, as_is, close("exit-west")},
        {c, "CN-DOOR-lock-room", 1, as_is, close("room-0-1-a")},
        {c, "CN-CLEAR", 1, as_is, thing("goods", "corridor-0", {20, 1})},
        {c, "CN-STAIR-CLR", 2, as_is, thing("goods", "flight-0-west", {-3, 1})},
        {c, "CN-EBIKE", 1, high, thing("ebike", "room-0-0", {5, -3})},
        {c, "CN-EBIKE-way", 1, as_is, thing("ebike", "corridor-0", {20, 1})},
        {c, "LANE", 1, lane(4.0), lane(3.9)},
        {c, "LANE-BLK", 1, lane(4.0), thing("goods", "lane", {20, -19})},
        {c, "SIGN-GAP", 1, signs,
         [](SmallSchool& s) { s.plan.amenities.erase(s.plan.amenities.begin() + 1); }},
        {c, "CN-BARS", 1, as_is, thing("window_bars", "room-0-0", {5, -3})},
        {c, "SCH-OUT-2", 1, as_is, both(close("exit-west"), as_is)},
        {c, "SCH-OUT", 1, as_is, width("exit-west", 1.39)},
        {c, "SCH-ROOM", 1, as_is, without("room-0-1-b")},
        {c, "SCH-ROOM-W", 1, as_is, width("room-0-1-a", 0.89)},
        {c, "SCH-DOOR-dir", 1, as_is, swing("room-0-1-a", Swing::into_first)},
        {c, "SCH-DOOR-type", 1, as_is, swing("room-0-1-a", Swing::sliding)},
        {c, "SCH-W-100", 2, as_is, people("room-1-1", 600)},
        {c, "EDU-8", 2, people("room-1-1", 430), people("room-1-1", 560)},
        {c, "EDU-8-exits", 2, as_is, no_upper_stair},
        {c, "EDU-9", 1, as_is, thing("window_bars", "room-0-0", {5, -3})},
        {c, "EDU-6", 1, as_is, thing("ebike", "room-0-0", {5, -3})},
        {c, "SCH-CORR", 1, as_is, bare("corridor-0", 2.39)},
        {c, "SCH-CORR-clr", 1, standing("corridor-0", 2.45), standing("corridor-0", 2.39)},
        {c, "SCH-ST-W", 2, as_is, bare("flight-0-west", 1.19)},
        {c, "SCH-LANE", 2, as_is, bare("flight-0-west", 1.70)},
        {c, "SCH-ST-riser", 2, as_is, steps(0.165, 0.28)},
        {c, "SCH-ST-tread", 2, as_is, steps(0.15, 0.27)},
        {c, "SCH-ST-max", 2, as_is, steps(0.09, 0.28)},
        {c, "SCH-ST-min", 2, as_is, steps(0.9, 0.28)},
        {c, "SCH-ST-slope", 2, as_is, steps(0.18, 0.28)},
        {c, "SCH-STOREY", 5, as_is,
         [](SmallSchool& s) { s.plan.building.school_stage = SchoolStage::primary; }},
        {c, "EDU-2", 1, category("room-0-0", "dormitory"),
         [](SmallSchool& s) { s.plan.levels[0].ordinal = -1; }},
        {c, "EDU-2-kg", 3, use(BuildingUse::kindergarten),
         [](SmallSchool& s) { s.plan.levels[2].ordinal = 3; }},
        {c, "ASM-AREA", 1, both(dormitory, assembly(2.0)), assembly(0.5)},

        {e, "IND-EXIT", 1, factory, close("exit-west")},
        {e, "IND-W-door", 1, factory, width("room-0-1-a", 0.89)},
        {e, "IND-W-outer", 1, factory, width("exit-west", 1.19)},
        {e, "IND-W-corr", 1, factory, bare("corridor-0", 1.39)},
        {e, "IND-W-flight", 2, factory, bare("flight-0-west", 1.09)},
        {e, "IND-W-100", 2, factory, people("room-1-1", 700)},
        {e, "MAJ-EXIT80", 2, both(use(BuildingUse::shop), people("room-1-1", 440)),
         people("room-1-1", 700)},
        {e, "MAJ-EXIT", 1, as_is, close("exit-west")},
        {e, "DORM-W", 2, dormitory, people("room-1-1", 400)},
        {e, "DORM-flight", 2, dormitory, bare("flight-0-west", 1.19)},
        {e, "DORM-out", 1, dormitory, width("exit-west", 1.39)},
        {e, "DORM-corr", 1, dormitory, bare("corridor-0", 2.19)},
        {e, "DORM-ASM", 1, both(dormitory, assembly(2.0)), assembly(0.5)},

        {i, "IBC-N", 1, as_is, people("room-0-1", 500)},
        {i, "IBC-ROOM", 1, people("room-0-1", 50), without("room-0-1-b")},
        {i, "IBC-TD", 1, as_is, depth("room-0-1", 62.0)},
        {i, "IBC-CP", 1, as_is, both(depth("room-0-1", 24.0), without("room-0-1-b"))},
        {i, "IBC-DE", 1,
         [](SmallSchool& s) {
             s.opening("exit-west").line = {Vec2(4, 3), Vec2(6, 3)};
             s.opening("exit-east").line = {Vec2(34, 3), Vec2(36, 3)};
             // One blind corridor of 6 m beside the first.
             const int blind = scenes::add_unit(s.plan, "blind", "walkway",
                                                scenes::rectangle({40, 0}, {45, 2}));
             scenes::add_opening(s.plan, "blind-mouth", Vec2(40, 0), Vec2(40, 2), blind,
                                 find_unit(s.plan, "corridor-0"));
         },
         [](SmallSchool& s) {
             s.unit("blind").polygon = scenes::rectangle({40, 0}, {48, 2});
         }},
        {i, "IBC-CAP-stair", 2, as_is, people("room-1-1", 500)},
        {i, "IBC-CAP-door", 1, as_is, people("room-0-1", 800)},
        {i, "IBC-W-door", 1, as_is, width("room-0-1-a", 0.81)},
        {i, "IBC-W-stair", 2, as_is, bare("flight-0-west", 1.11)},
        {i, "IBC-W-corr", 1, as_is, bare("corridor-0", 1.82)},
        {i, "IBC-PANIC", 1,
         [](SmallSchool& s) {
             s.people_in("room-0-1") = 50;
             s.opening("room-0-1-a").lock = Lock::panic_bar;
             s.opening("room-0-1-b").lock = Lock::panic_bar;
         },
         [](SmallSchool& s) { s.opening("room-0-1-a").lock = Lock::access_control; }},
        {i, "IBC-SWING", 1, people("room-0-1", 50), swing("room-0-1-a", Swing::into_first)},
        {i, "IBC-SIGN", 1, signs, [](SmallSchool& s) { s.plan.amenities.resize(1); }},
        {i, "IBC-LOCK", 1, as_is, close("room-0-1-a")},
        {i, "IBC-CLEAR", 1, as_is, thing("goods", "corridor-0", {20, 1})},
    };
    return all;
}

bool counts_things(const RuleSet& set, const std::string& id) {
    for (const Rule& rule : set.rules) {
        if (rule.id == id) {
            const std::string& quantity = rule.quantities.front();
            return quantity.starts_with("thing_") || quantity == "ebike_indoors" ||
                   quantity == "window_bars";
        }
    }
    return false;
}

}  // namespace

TEST_CASE("every rule that ships lets a building pass that keeps it and finds one that does not") {
    for (const Case& one : cases()) {
        INFO(one.set << " " << one.rule);
        const RuleSet set = read_rule_set(one.set);
        SmallSchool good(one.storeys);
        one.prepare(good);
        const RuleOutcome kept = outcome_of(audit(set, good.inspect()), one.rule);
        // What may not stand there is judged only where something does.
        CHECK((kept.judged > 0 || counts_things(set, one.rule)));
        CHECK(kept.failed == 0);

        SmallSchool bad(one.storeys);
        one.prepare(bad);
        one.spoil(bad);
        CHECK(outcome_of(audit(set, bad.inspect()), one.rule).failed > 0);
    }
}

TEST_CASE("no rule ships that this file does not try") {
    std::set<std::string> tried;
    for (const Case& one : cases()) {
        tried.insert(one.rule);
    }
    for (const std::string& name : rule_set_names()) {
        for (const Rule& rule : read_rule_set(name).rules) {
            INFO(name << " " << rule.id);
            CHECK(tried.count(rule.id) == 1);
        }
    }
}

}  // namespace evac::testing
