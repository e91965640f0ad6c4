#include "tests/scenes/air.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

/// Smoke in these units that people turn round before, and clear air elsewhere.
AtmosphereTable thick_smoke_in(const Plan& plan, const std::vector<std::string>& units) {
    Atmosphere thick;
    thick.extinction = 2.0;
    return scenes::air_in(plan, units, thick);
}

Scenario one_in_smoke(double extinction) {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(100.0, 2.0));
    scenes::add_group(scenario, "one", "corridor", 1);
    scenario.groups[0].exits = {scenes::opening(scenario, "east")};
    scenario.profiles[0].free_speed.a = 1.25;
    Atmosphere air;
    air.extinction = extinction;
    scenario.hazards.air = scenes::still_air(scenario.plan, air);
    return scenario;
}

}  // namespace

TEST_CASE("smoke slows people by the law of the drill") {
    // NIST TN 1822, 2.5 with Frantzich and Nilsson's law: the share of the free speed that is left.
    const auto seconds_per_metre = [](double extinction) {
        Drill drill(one_in_smoke(extinction), 1);
        scenes::run(drill);
        const PersonOutcome& person = drill.outcome.people[0];
        return (person.exit_time - person.start_time) / (100.0 - drill.people[0].position.x());
    };
    const double clear = seconds_per_metre(0.0);
    CHECK(seconds_per_metre(1.0) == Approx(clear / 0.9193).epsilon(0.02));
    CHECK(seconds_per_metre(7.5) == Approx(clear / 0.3945).epsilon(0.02));
}

TEST_CASE("whoever breathes too much stays where he is and is counted") {
    // NIST TN 1822, 2.6, case a: 981.7 s to FED = 1.
    Scenario scenario = scenes::quiet_drill(scenes::one_room(10.0, 10.0, 1.0));
    scenes::add_group(scenario, "one", "room", 1);
    scenario.groups[0].release_after = 5000.0;
    scenario.time_limit = 1200.0;
    Atmosphere air;
    air.co2 = 2.0;
    air.co = 1000.0;
    air.o2 = 15.0;
    scenario.hazards.air = scenes::still_air(scenario.plan, air);
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.people[0].incapacitated_time == Approx(981.7).margin(1.5));
    CHECK(drill.outcome.incapacitated == 1);
    CHECK(drill.outcome.people[0].inside == InsideReason::incapacitated);
    CHECK(drill.outcome.placed == drill.outcome.out + drill.outcome.incapacitated);
}

TEST_CASE("the incapacitated lie in the way of others, who walk round them") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(20.0, 2.4));
    scenes::add_group(scenario, "fallen", "corridor", 3);
    scenes::add_group(scenario, "others", "corridor", 15);
    Profile sensitive = scenario.profiles[0];
    sensitive.id = "sensitive";
    sensitive.dose_limit = 1e-6;
    scenario.profiles.push_back(sensitive);
    scenario.groups[0].occupants[0].profile = 1;
    scenario.groups[0].release_after = 100.0;
    scenario.groups[1].exits = {scenes::opening(scenario, "east")};
    scenario.groups[1].release_after = 5.0;
    Atmosphere air;
    air.co = 500.0;
    scenario.hazards.air = scenes::still_air(scenario.plan, air);
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.incapacitated == 3);
    CHECK(drill.outcome.out == 15);
    for (std::size_t person = 0; person < 3; ++person) {
        CHECK((drill.outcome.people[person].last_position - drill.people[person].position).norm() <
              0.5);
    }
}

TEST_CASE("a fire fills its room with smoke, and those who are in it are slowed") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(0.9));
    scenes::add_group(scenario, "all", "inner", 3);
    scenario.groups[0].release_after = 200.0;
    scenario.profiles[0].dose_limit = 10.0;
    Fire fire = *fire_preset("polyurethane");
    fire.unit = find_unit(scenario.plan, "inner");
    scenario.hazards.fires.push_back(fire);
    Drill drill(scenario, 1);
    scenes::run(drill);
    // Both rooms; one that fills within a second goes from clear to thick at once.
    const auto smoke = std::count_if(
        drill.outcome.happenings.begin(), drill.outcome.happenings.end(), [](const Happening& h) {
            return h.kind == Happening::Kind::smoke || h.kind == Happening::Kind::thick_smoke;
        });
    CHECK(smoke >= 2);
    Scenario clean = scenario;
    clean.hazards = {};
    Drill without(clean, 1);
    scenes::run(without);
    CHECK(drill.outcome.people[0].dose > without.outcome.people[0].dose);
}

TEST_CASE("people turn round before thick smoke if there is another way, else they go through it") {
    const auto exits_used = [](bool other_way) {
        Plan plan = scenes::empty_plan("way");
        const int room =
            scenes::add_unit(plan, "room", "room", scenes::rectangle({20, 2}, {26, 8}));
        const int way =
            scenes::add_unit(plan, "way", "walkway", scenes::rectangle({10, 0}, {60, 2}));
        const int smoky =
            scenes::add_unit(plan, "smoky", "walkway", scenes::rectangle({0, 0}, {10, 2}));
        scenes::add_opening(plan, "door", {22, 2}, {23, 2}, room, way);
        scenes::add_opening(plan, "gap", {10, 0}, {10, 2}, smoky, way);
        scenes::add_exit(plan, "near", {0, 0}, {0, 2}, smoky);
        const int far = scenes::add_exit(plan, "far", {60, 0}, {60, 2}, way);
        if (!other_way) {
            plan.openings[static_cast<std::size_t>(far)].lock = Lock::locked;
        }
        Scenario scenario = scenes::quiet_drill(std::move(plan));
        scenes::add_group(scenario, "all", "room", 6);
        scenario.hazards.air = thick_smoke_in(scenario.plan, {"smoky"});
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.out == 6);
        return drill.outcome.people[0].exit_opening;
    };
    CHECK(exits_used(true) == 3);
    CHECK(exits_used(false) == 2);
}

namespace {

/// "middle" between "west" and "east", each with an exit at its far end and full of thick smoke.
Scenario smoke_on_both_sides(int people) {
    Plan plan = scenes::empty_plan("both");
    const int west = scenes::add_unit(plan, "west", "walkway", scenes::rectangle({0, 0}, {8, 3}));
    const int middle =
        scenes::add_unit(plan, "middle", "walkway", scenes::rectangle({8, 0}, {28, 3}));
    const int east = scenes::add_unit(plan, "east", "walkway", scenes::rectangle({28, 0}, {36, 3}));
    scenes::add_opening(plan, "gap_west", {8, 0}, {8, 3}, west, middle);
    scenes::add_opening(plan, "gap_east", {28, 0}, {28, 3}, middle, east);
    scenes::add_exit(plan, "exit_west", {0, 0}, {0, 3}, west);
    scenes::add_exit(plan, "exit_east", {36, 0}, {36, 3}, east);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "all", "middle", people);
    scenario.hazards.air = thick_smoke_in(scenario.plan, {"west", "east"});
    return scenario;
}

}  // namespace

TEST_CASE("who only hears that every way is full of smoke goes through it as well") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Scenario scenario = smoke_on_both_sides(12);
        scenario.seed = seed;
        Drill drill(scenario, 1);
        scenes::run(drill);
        CAPTURE(seed);
        CHECK(drill.outcome.out == 12);
    }
}

TEST_CASE("news of a locked door in the end of the only clear way sends people through smoke") {
    Scenario scenario = smoke_on_both_sides(4);
    scenario.hazards.air->units[static_cast<std::size_t>(find_unit(scenario.plan, "east"))].clear();
    scenario.events.push_back(
        {Event::Kind::lock, 3.0, scenes::opening(scenario, "exit_east"), true});
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 4);
}

TEST_CASE("who brings air along goes straight into thick smoke") {
    Scenario scenario = smoke_on_both_sides(4);
    scenario.profiles[0].enters_smoke = true;
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 4);
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.turned_round == 0);
    }
}

TEST_CASE(
    "who brings air along turns round before heat, and goes through it if there is no other way") {
    Scenario scenario = smoke_on_both_sides(4);
    scenario.profiles[0].enters_smoke = true;
    const auto heat = [&](const char* unit) {
        auto& rows =
            scenario.hazards.air->units[static_cast<std::size_t>(find_unit(scenario.plan, unit))];
        rows.front().air.temperature = 90.0;
    };
    const auto used = [&] {
        Drill drill(scenario, 1);
        scenes::run(drill);
        CHECK(drill.outcome.out == 4);
        std::vector<int> exits;
        for (const PersonOutcome& person : drill.outcome.people) {
            exits.push_back(person.exit_opening);
            CHECK(person.turned_round <= 2);
        }
        return exits;
    };
    heat("west");
    CHECK(used() == std::vector<int>(4, scenes::opening(scenario, "exit_east")));
    heat("east");
    (void)used();
}

TEST_CASE("a drill goes on as long as somebody inside breathes what may bring him down") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(10.0, 10.0, 1.0));
    scenes::add_group(scenario, "one", "room", 1);
    scenario.plan.openings[0].lock = Lock::locked;
    scenario.time_limit = 1200.0;
    Atmosphere air;
    air.co = 20000.0;
    scenario.hazards.air = scenes::still_air(scenario.plan, air);
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.incapacitated == 1);
    CHECK(drill.time() == Approx(drill.outcome.people[0].incapacitated_time).margin(1.0));
}

TEST_CASE("nobody who has been released stays in smoke for the whole time to react") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(10.0, 10.0, 1.0));
    scenes::add_group(scenario, "all", "room", 8);
    scenario.profiles[0].pre_movement = {Distribution::Shape::constant, 300.0, 0.0, 300.0, 300.0};
    Atmosphere air;
    air.extinction = 1.0;
    AtmosphereTable table;
    table.units = {{{10.0, air}}};
    scenario.hazards.air = table;
    const auto first_and_last = [](const Scenario& of) {
        Drill drill(of, 1);
        scenes::run(drill);
        std::vector<double> starts;
        for (const PersonOutcome& person : drill.outcome.people) {
            starts.push_back(person.start_time);
        }
        std::sort(starts.begin(), starts.end());
        return std::pair(starts.front(), starts.back());
    };
    const auto [first, last] = first_and_last(scenario);
    CHECK(first >= 10.0);
    CHECK(last <= 18.0);
    CHECK(last > first);
    // Before the alarm people may be asleep.
    scenario.alarm = 60.0;
    CHECK(first_and_last(scenario).first >= 60.0);
}
