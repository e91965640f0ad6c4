#include "sim/record/density.hpp"

#include "sim/record/level_of_service.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;
using namespace evac::testing;

namespace {

/// People on a square lattice over the whole of a 10 m x 8 m room, so many to the metre.
Frame lattice(int per_metre, int unit) {
    Frame frame;
    for (int row = 0; row < 8 * per_metre; ++row) {
        for (int column = 0; column < 10 * per_metre; ++column) {
            const auto spacing = 1.0F / static_cast<float>(per_metre);
            frame.poses.push_back({static_cast<std::int32_t>(frame.poses.size()),
                                   (static_cast<float>(column) + 0.5F) * spacing,
                                   (static_cast<float>(row) + 0.5F) * spacing, 1.0F, 0.0F,
                                   static_cast<std::int16_t>(unit), Activity::waiting});
        }
    }
    return frame;
}

}  // namespace

TEST_CASE("the density of people on a lattice is theirs, in the middle, at walls and in corners") {
    const Plan plan = two_rooms();
    auto maps = density_maps(plan);
    add_frame(maps, plan, lattice(2, 0));  // 4 persons/m2
    CHECK(peak_density_at(maps[0], {5.0, 4.0}) == Approx(4.0).epsilon(0.05));
    CHECK(peak_density_at(maps[0], {0.1, 4.0}) == Approx(4.0).epsilon(0.1));
    CHECK(peak_density_at(maps[0], {0.1, 0.1}) == Approx(4.0).epsilon(0.15));
    CHECK(peak_density_at(maps[0], {10.5, 4.0}) < 0.0F);  // nobody can walk there
}

TEST_CASE("storeys do not add up") {
    const Plan plan = two_rooms();
    auto maps = density_maps(plan);
    Frame frame = lattice(2, 0);
    for (const Pose& pose : lattice(1, 1).poses) {  // upstairs 1 person/m2
        frame.poses.push_back(pose);
    }
    add_frame(maps, plan, frame);
    CHECK(peak_density_at(maps[0], {5.0, 4.0}) == Approx(4.0).epsilon(0.05));
    CHECK(peak_density_at(maps[1], {5.0, 4.0}) == Approx(1.0).epsilon(0.15));
}

TEST_CASE("a crowd behind a wall does not count") {
    // A partition at x = 5: the crowd stands on the left only.
    Plan plan = two_rooms();
    plan.units[0].polygon = rectangle(0, 0, 5, 8);
    plan.units[1].polygon = rectangle(5, 0, 10, 8);
    plan.units[1].level = 0;
    auto maps = density_maps(plan);
    Frame frame = lattice(2, 0);
    const auto right = [](const Pose& pose) { return pose.x > 5.0F; };
    frame.poses.erase(std::remove_if(frame.poses.begin(), frame.poses.end(), right),
                      frame.poses.end());
    add_frame(maps, plan, frame);
    CHECK(peak_density_at(maps[0], {4.7, 4.0}) == Approx(4.0).epsilon(0.1));
    CHECK(peak_density_at(maps[0], {5.3, 4.0}) == 0.0F);
    CHECK(maps[1].columns == 0);  // nothing to walk on upstairs
}

TEST_CASE("the peak stays, and one person alone is no crowd") {
    const Plan plan = two_rooms();
    auto maps = density_maps(plan);
    add_frame(maps, plan, marching(2.0, 1));
    CHECK(peak_density_at(maps[0], {2.0, 0.2}) == 0.0F);
    add_frame(maps, plan, lattice(2, 0));
    add_frame(maps, plan, lattice(1, 0));
    CHECK(peak_density_at(maps[0], {5.0, 4.0}) == Approx(4.0).epsilon(0.05));
}

TEST_CASE("Fruin's letters change at his densities") {
    CHECK(level_of_service(walkway_service, 0.0) == 'A');
    CHECK(level_of_service(walkway_service, 0.30) == 'A');
    CHECK(level_of_service(walkway_service, 0.31) == 'B');
    CHECK(level_of_service(walkway_service, 2.0) == 'E');
    CHECK(level_of_service(walkway_service, 9.0) == 'F');
    CHECK(level_of_service(stair_service, 2.0) == 'E');
    CHECK(level_of_service(stair_service, 2.70) == 'F');
}
