// The same drill many times: how its times scatter, and when more runs tell no more.

#include "sim/study/repetition.hpp"

#include "sim/drill/drill.hpp"
#include "sim/study/repeat_files.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace evac;

namespace {

/// A run in which the last of `out` people is out at `last`, one every second.
RepeatRun made_up(double last, int out = 40, int placed = 40) {
    RepeatRun run;
    run.placed = placed;
    for (int i = 1; i <= out; ++i) {
        run.exit_times.push_back(last - out + i);
    }
    return run;
}

Repetition repetition_of(const std::vector<RepeatRun>& runs) {
    Repetition repetition;
    for (const RepeatRun& run : runs) {
        repetition.runs.push_back(run);
        add_run(repetition.convergence, repetition.runs);
    }
    return repetition;
}

/// A room with one exit and people who start and walk as chance has it.
Scenario hall() {
    Plan plan = scenes::empty_plan("hall");
    const int room = scenes::add_unit(plan, "hall", "room", scenes::rectangle({0, 0}, {10, 8}));
    scenes::add_exit(plan, "east", {10, 3.5}, {10, 4.5}, room);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenario.profiles[0].free_speed = {Distribution::Shape::normal, 1.3, 0.2};
    scenes::add_group(scenario, "all", "hall", 15);
    scenario.seed = 11;
    return scenario;
}

RepeatRun first_of(const Scenario& scenario) {
    Drill drill(scenario, 1);
    scenes::run(drill);
    return repeat_run(scenario.plan, drill.outcome, scenario.seed);
}

}  // namespace

TEST_CASE("mean, scatter and percentiles by hand") {
    const std::vector<double> values{40.0, 10.0, 20.0, 30.0};
    const Spread spread = spread_of(values);
    CHECK(spread.count == 4);
    CHECK(spread.mean == 25.0);
    CHECK(spread.deviation == Approx(std::sqrt(500.0 / 3.0)));
    CHECK(spread.least == 10.0);
    CHECK(spread.median == 25.0);
    CHECK(spread.p95 == Approx(38.5));  // place 1 + 3 * 0.95 = 3.85 of the sorted
    CHECK(spread.most == 40.0);
    // t of 3 degrees of freedom at 97.5 %: 3.182
    CHECK(spread.mean_high - spread.mean == Approx(3.1824463 * std::sqrt(500.0 / 12.0)));
    CHECK(spread.mean - spread.mean_low == Approx(spread.mean_high - spread.mean));
}

TEST_CASE("one value does not scatter, none has no mean, and never is no value") {
    CHECK(spread_of(std::vector{7.0}).mean == 7.0);
    CHECK(std::isnan(spread_of(std::vector{7.0}).deviation));
    CHECK(std::isnan(spread_of(std::vector<double>{}).mean));
    CHECK(spread_of(std::vector{7.0, never}).count == 1);
    CHECK(spread_of(std::vector{0.1, 0.1, 0.1}).deviation == 0.0);
    CHECK(chance_p95_unseen(10) == Approx(0.5987).epsilon(0.001));
}

TEST_CASE("shares of the people are counted up") {
    const RepeatRun run = made_up(20.0, 19, 20);  // at 2, 3, ... 20 s; one stays
    CHECK(time_of_people(run, 1) == 2.0);
    CHECK(time_of_share(run, 0.5) == 11.0);
    CHECK(time_of_share(run, 0.95) == 20.0);
    CHECK(time_of_share(run, 1.0) == never);
    CHECK(last_out(run) == 20.0);
    CHECK(clearing_time(run) == never);
}

TEST_CASE("without chance, b + 1 runs are enough") {
    std::vector<RepeatRun> runs(10, made_up(123.4));
    CHECK(runs_needed(repetition_of(runs).convergence).enough_at == 0);
    CHECK(runs_needed(repetition_of(runs).convergence).suggested_more == 1);
    runs.push_back(runs.front());
    runs.push_back(runs.front());
    CHECK(runs_needed(repetition_of(runs).convergence).enough_at == 11);
}

TEST_CASE("what a run moved, by hand") {
    const Repetition two = repetition_of({made_up(100.0), made_up(110.0)});
    const ConvergenceRow& row = two.convergence.rows.back();
    CHECK(row.people == 40);
    CHECK(row.mean == 105.0);
    CHECK(row.deviation == Approx(std::sqrt(50.0)));
    CHECK(row.tet_change == Approx(5.0 / 105.0));
    CHECK(row.sd_change == 1.0);  // from nothing
    CHECK(row.erd_change == row.erd);
    CHECK(row.sc == Approx(1.0));  // the same curve, later
    CHECK(row.still == 0);
}

TEST_CASE("small chance settles, and a row knows only the runs before it") {
    std::vector<RepeatRun> runs;
    for (int i = 0; i < 80; ++i) {
        runs.push_back(made_up(100.0 + (i * 7) % 5));
    }
    const Repetition all = repetition_of(runs);
    const RunsNeeded needed = runs_needed(all.convergence);
    CHECK(needed.enough_at > 11);
    CHECK(needed.enough_at < 80);
    runs.resize(static_cast<std::size_t>(needed.enough_at));
    CHECK(runs_needed(repetition_of(runs).convergence).enough_at == needed.enough_at);
    runs.pop_back();
    CHECK(runs_needed(repetition_of(runs).convergence).enough_at == 0);
    CHECK(runs_needed(repetition_of(runs).convergence).suggested_more > 0);
}

TEST_CASE("runs that leave somebody inside are judged by those who got out in every run") {
    const Repetition repetition =
        repetition_of({made_up(100.0), made_up(100.0, 38), made_up(101.0)});
    CHECK(people_in_every_run(repetition) == 38);
    CHECK(cleared_runs(repetition) == 2);
    const Spread times = evacuation_time(repetition);
    CHECK(times.count == 3);
    CHECK(times.least == 98.0);  // the 38th of the first run
    CHECK(times.most == 100.0);
    const Repetition nobody = repetition_of({made_up(100.0), made_up(100.0, 0)});
    CHECK(evacuation_time(nobody).count == 0);
    CHECK(runs_needed(nobody.convergence).enough_at == 0);
    CHECK(runs_needed(nobody.convergence).suggested_more == 0);
}

TEST_CASE("the band lies between the runs and ends when nobody gets out any more") {
    const Repetition repetition = repetition_of({made_up(50.0), made_up(60.0)});
    const std::vector<BandPoint> band = inside_band(repetition.runs);
    CHECK(band.front().mean == 40.0);
    CHECK(band.back().time == 60.0);
    CHECK(band.back().mean == 0.0);
    CHECK(band[50].mean == 5.0);  // none and ten
    CHECK(band[50].low == Approx(0.5));
    CHECK(band[50].high == Approx(9.5));
}

TEST_CASE("runs come in the order of their seeds, whatever the number of threads") {
    const Scenario scenario = hall();
    RepeatWish wish;
    wish.runs = 6;
    const Repetition one = repeat_drill(scenario, first_of(scenario), wish);
    REQUIRE(one.runs.size() == 6);
    for (std::size_t r = 0; r < one.runs.size(); ++r) {
        CHECK(one.runs[r].seed == 11 + r);
        CHECK(one.runs[r].out() == 15);
        CHECK(std::is_sorted(one.runs[r].exit_times.begin(), one.runs[r].exit_times.end()));
    }
    CHECK(one.runs[0].state_hash != one.runs[1].state_hash);
    wish.threads = 3;
    const Repetition three = repeat_drill(scenario, first_of(scenario), wish);
    CHECK(repeat_json(scenario, one).dump() == repeat_json(scenario, three).dump());
    // Each is the drill with that seed.
    Scenario third = scenario;
    third.seed = 13;
    CHECK(first_of(third).state_hash == one.runs[2].state_hash);
}

TEST_CASE("a repetition that is to stop when it is enough stops there") {
    // One person, whose place alone is left to chance.
    Scenario scenario = hall();
    scenario.groups.clear();
    scenes::add_group(scenario, "one", "hall", 1);
    scenario.profiles[0].free_speed = {Distribution::Shape::constant, 1.34, 0.0};
    RepeatWish wish;
    wish.runs = 60;
    wish.until_enough = true;
    wish.threads = 2;
    const Repetition repetition = repeat_drill(scenario, first_of(scenario), wish);
    const RunsNeeded needed = runs_needed(repetition.convergence);
    CHECK((needed.enough_at == std::ssize(repetition.runs) || repetition.runs.size() == 60));
    const Repetition stopped =
        repeat_drill(scenario, first_of(scenario), wish, [](int done) { return done < 3; });
    CHECK(stopped.runs.size() <= 3);
}
