#include "sim/findings/crowding_findings.hpp"

#include "sim/record/capture.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace evac;

namespace {

struct Watched {
    Crowding crowding;
    std::vector<Finding> findings;
    std::uint64_t state_hash = 0;

    const Finding* of(FindingKind kind, const std::string& element) const {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& one) {
            return one.kind == kind && one.element == element;
        });
        return found == findings.end() ? nullptr : &*found;
    }
};

Watched watched(const Scenario& scenario, bool watch = true) {
    Drill drill(scenario, 1);
    Watched result{watch_crowding(drill), {}, 0};
    std::vector<DensityMap> densities = density_maps(drill.plan());
    const auto per_second = static_cast<std::int64_t>(std::llround(1.0 / scenario.step));
    scenes::run(drill, [&] {
        if (watch && drill.steps % per_second == 0) {
            add_frame(densities, drill.plan(), capture(drill));
            observe(result.crowding, drill);
        }
    });
    result.findings = crowding_findings(drill.plan(), result.crowding, densities);
    result.state_hash = drill.outcome.state_hash;
    return result;
}

Scenario drill_of(Plan plan, const std::string& unit, int people) {
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "all", unit, people);
    scenario.flow = Flow::design;
    return scenario;
}

}  // namespace

TEST_CASE("people in a straight wide corridor are in nobody's way") {
    const Watched run = watched(drill_of(scenes::corridor(40.0, 4.0), "corridor", 30));
    CHECK(run.findings.empty());
}

TEST_CASE("a full room queues at its exit, which gives all it can") {
    const Watched run = watched(drill_of(scenes::one_room(10.0, 10.0, 1.0), "room", 120));
    const Finding* queue = run.of(FindingKind::queue, "exit");
    REQUIRE(queue != nullptr);
    CHECK(queue->measured.value() > 40.0);
    CHECK(queue->measured.value() <= 120.0);
    CHECK(queue->place->x() == Approx(10.0));
    const Finding* full = run.of(FindingKind::at_capacity, "exit");
    REQUIRE(full != nullptr);
    // 120 people at 1.33 persons/s take 90 s; the first and last seconds do not count.
    CHECK(full->measured.value() > 60.0);
    CHECK(full->measured.value() < 95.0);
    const Finding* lost = run.of(FindingKind::lost_time, "room");
    REQUIRE(lost != nullptr);
    // By hand: the k-th person waits until k / 1.33 s, less the walk of up to 7 s; in all about
    // 120 * 120 / 2 / 1.33 - 120 * 5 = 4,800 person-seconds.
    CHECK(lost->measured.value() == Approx(4800.0).epsilon(0.25));
    CHECK(lost->people.value() >= 118);  // who stands at the exit is out before the first look
}

TEST_CASE("a queue before one door that comes from the next starts at the next") {
    // Everybody from "inner" passes "door", 2 m wide, and waits in "outer" for the exit of 1.2 m.
    Scenario scenario = drill_of(scenes::two_rooms(2.0), "inner", 80);
    const int exit = scenes::opening(scenario, "exit");
    scenario.plan.openings[static_cast<std::size_t>(exit)].clear_width = 0.6;
    const Watched run = watched(scenario);
    const Finding* queue = run.of(FindingKind::queue, "exit");
    REQUIRE(queue != nullptr);
    CHECK(run.of(FindingKind::at_capacity, "door") == nullptr);
    // It reaches back through the door, and is told as one.
    const QueueLog& log = run.crowding.queues[static_cast<std::size_t>(exit)];
    CHECK(log.tail_unit == find_unit(scenario.plan, "inner"));
    CHECK(log.tail.x() < 5.0);
    CHECK(log.longest > 50);
}

TEST_CASE("a queue before goods in a corridor is tied to the goods") {
    Plan plan = scenes::corridor(30.0, 3.0);
    const int goods =
        scenes::add_fixture(plan, "goods", scenes::rectangle({18.0, 0.8}, {19.0, 3.0}), 0);
    plan.fixtures[static_cast<std::size_t>(goods)].movable = true;
    // Only the east exit is open, and everybody starts in the west part.
    Scenario scenario = scenes::quiet_drill(plan);
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "west"))].lock =
        Lock::locked;
    scenes::add_group(scenario, "all", "corridor", 100);
    const Watched run = watched(scenario);
    const Finding* queue = run.of(FindingKind::queue, "goods");
    REQUIRE(queue != nullptr);
    CHECK(queue->measured.value() >= 10.0);
    CHECK(queue->place->x() > 15.0);
    CHECK(queue->place->x() < 20.5);
}

TEST_CASE("watching a drill changes nothing in it") {
    const Scenario scenario = drill_of(scenes::two_rooms(1.0), "inner", 40);
    CHECK(watched(scenario, true).state_hash == watched(scenario, false).state_hash);
}
