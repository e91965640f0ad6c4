// Where door leaves stand when open.

#include "sim/plan/leaf.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

/// "inner" | "door", 1 m wide at x = 5, its middle at y = 2 | "outer", with this leaf.
Plan with_leaf(Leaf leaf, Swing swing) {
    Plan plan = scenes::two_rooms(1.0);
    Opening& door = plan.openings[static_cast<std::size_t>(find_opening(plan, "door"))];
    door.leaf = leaf;
    door.swing = swing;
    return plan;
}

std::vector<OpenLeaf> leaves_of_door(const Plan& plan) {
    return open_leaves(plan, plan.openings[static_cast<std::size_t>(find_opening(plan, "door"))]);
}

}  // namespace

TEST_CASE("a single leaf hangs at the first jamb and stands open in the unit that its swing names") {
    const Plan plan = with_leaf(Leaf::single, Swing::into_second);
    const std::vector<OpenLeaf> leaves = leaves_of_door(plan);
    REQUIRE(leaves.size() == 1);
    const Segment gap = plan.openings[0].clear_line();
    CHECK(leaves[0].hinge == gap.a);
    CHECK(leaves[0].closed_end == gap.b);
    CHECK(leaves[0].open_end.x() == Approx(6.0));
    CHECK(leaves[0].open_end.y() == Approx(gap.a.y()));
    CHECK(leaves[0].unit == find_unit(plan, "outer"));
}

TEST_CASE("of two leaves each has half the width; doors that swing both ways stand on both sides") {
    const Plan plan = with_leaf(Leaf::double_leaf, Swing::both);
    const std::vector<OpenLeaf> leaves = leaves_of_door(plan);
    REQUIRE(leaves.size() == 4);
    for (const OpenLeaf& leaf : leaves) {
        CHECK((leaf.open_end - leaf.hinge).norm() == Approx(0.5));
        CHECK((leaf.closed_end - Vec2(5, 2)).norm() == Approx(0.0).margin(1e-12));
    }
    CHECK(leaves[0].unit == find_unit(plan, "outer"));
    CHECK(leaves[0].open_end.x() == Approx(5.5));
    CHECK(leaves[3].unit == find_unit(plan, "inner"));
    CHECK(leaves[3].open_end.x() == Approx(4.5));
}

TEST_CASE("sliding and revolving doors, open passages and doors of unknown swing have no open leaf") {
    for (const Swing swing : {Swing::none, Swing::sliding, Swing::revolving}) {
        CHECK(leaves_of_door(with_leaf(Leaf::single, swing)).empty());
    }
    CHECK(leaves_of_door(with_leaf(Leaf::none, Swing::both)).empty());
}
