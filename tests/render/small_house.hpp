#pragma once

#include "sim/plan/plan.hpp"

#include <string>
#include <utility>

namespace evac::test {

inline Label label(std::string en, std::string zh) {
    return Label{{{"en", std::move(en)}, {"zh-Hans", std::move(zh)}}};
}

inline Polygon rectangle(double x, double y, double width, double height) {
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}};
}

/// Two classrooms (10 m x 8 m) on a corridor (20 m x 3 m) with an exit at its west end, a locked
/// exit at its east end, and goods in it:
///
///        8  +----------+----------+
///           | room 1   | room 2   |
///        0  +--  ------+--  ------+
///     exit  |      corridor       |  locked
///       -3  +---------------------+
///           0          10         20
inline Plan small_house() {
    Plan plan;
    plan.id = "small-house";
    plan.name = label("Small house", "小楼");
    plan.levels.push_back(Level{"L1", label("Ground floor", "一层"), 0, 0.0, false});
    const auto unit = [&](const char* id, Label name, const char* category, UnitKind kind,
                          Polygon polygon) {
        Unit u;
        u.id = id;
        u.name = std::move(name);
        u.category = category;
        u.kind = kind;
        u.polygon = std::move(polygon);
        plan.units.push_back(u);
    };
    unit("r1", label("Classroom 1-1", "教室 1-1"), "classroom", UnitKind::room,
         rectangle(0, 0, 10, 8));
    unit("r2", label("Classroom 1-2", "教室 1-2"), "classroom", UnitKind::room,
         rectangle(10, 0, 10, 8));
    unit("c", label("Corridor", "走道"), "walkway", UnitKind::passage, rectangle(0, -3, 20, 3));
    const auto opening = [&](const char* id, Segment line, int from, int to) -> Opening& {
        Opening o;
        o.id = id;
        o.line = line;
        o.units = {from, to};
        o.clear_width = line.length();
        plan.openings.push_back(o);
        return plan.openings.back();
    };
    Opening& one = opening("d1", {{1, 0}, {2, 0}}, 0, 2);
    one.leaf = Leaf::single;
    one.swing = Swing::into_first;
    opening("d2", {{11, 0}, {12, 0}}, 1, 2);
    opening("west", {{0, -2.5}, {0, -0.5}}, 2, outside).exit = true;
    Opening& east = opening("east", {{20, -2.5}, {20, -0.5}}, 2, outside);
    east.exit = true;
    east.lock = Lock::locked;
    Fixture goods;
    goods.id = "pallets";
    goods.category = "goods";
    goods.unit = 2;
    goods.polygon = rectangle(14, -3, 1.2, 1.2);
    plan.fixtures.push_back(goods);
    return plan;
}

}  // namespace evac::test
