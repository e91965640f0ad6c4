#include "sim/study/price_ledger.hpp"

#include "sim/findings/passage_findings.hpp"
#include "sim/study/ledger_words.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

LedgerEntry entry(const std::string& id, std::vector<int> fixtures, std::vector<int> openings) {
    LedgerEntry result;
    result.id = id;
    result.fixtures = std::move(fixtures);
    result.openings = std::move(openings);
    return result;
}

void lock(Plan& plan, const std::string& id) {
    plan.openings[static_cast<std::size_t>(find_opening(plan, id))].lock = Lock::locked;
}

/// A room of 12 people behind two doors in a row, both locked.
Scenario two_locks() {
    Plan plan = scenes::two_rooms(1.0);
    lock(plan, "door");
    lock(plan, "exit");
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "inner", 12);
    return scenario;
}

}  // namespace

TEST_CASE("two locked doors one behind the other reconnect nobody alone and all together") {
    const Site site(two_locks());
    Ledger ledger;
    ledger.entries = {entry("door", {}, {find_opening(site.plan(), "door")}),
                      entry("exit", {}, {find_opening(site.plan(), "exit")})};
    const LedgerPrices prices = price_ledger(site, ledger, price_by_graph(site), price_by_graph(site));
    REQUIRE(prices.order.size() == 2);
    CHECK(prices.in_turn);
    for (const EntryPrice& price : prices.entries) {
        CHECK(price.status == EntryPrice::Status::priced);
        CHECK(price.gain.people == 0);
        CHECK(price.width_now == 0.0);
    }
    CHECK(prices.entries[0].width_cleared == 1.0);
    CHECK(prices.entries[1].width_cleared.value_or(0.0) == Approx(1.2));
    // Alike in people and seconds: the wider one is first.
    CHECK(prices.order == std::vector<int>{1, 0});
    CHECK(prices.entries[1].cumulative->people == 0);
    CHECK(prices.entries[0].cumulative->people == 12);
}

TEST_CASE("an entry that reconnects people comes before one that only saves seconds") {
    Plan plan = scenes::two_rooms(1.0);
    lock(plan, "door");
    const int second = scenes::add_exit(plan, "side", {6.0, 0.0}, {7.0, 0.0},
                                        find_unit(plan, "outer"));
    plan.openings[static_cast<std::size_t>(second)].lock = Lock::locked;
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "in", "inner", 5);
    scenes::add_group(scenario, "out", "outer", 20);
    const Site site(std::move(scenario));
    Ledger ledger;
    ledger.entries = {entry("side", {}, {find_opening(site.plan(), "side")}),
                      entry("door", {}, {find_opening(site.plan(), "door")})};
    const LedgerPrices prices = price_ledger(site, ledger, price_by_graph(site), price_by_graph(site));
    CHECK(prices.order == std::vector<int>{1, 0});
    CHECK(prices.entries[1].gain.people == 5);
    CHECK(prices.entries[0].gain.people == 0);
    CHECK(prices.entries[0].gain.seconds > 1.0);
}

TEST_CASE("a box that takes half of a corridor is measured with and without it") {
    for (const double angle : {0.0, 0.5}) {
        Plan plan = scenes::corridor(20.0, 2.0);
        const int box =
            scenes::add_fixture(plan, "box", scenes::rectangle({9.0, 0.0}, {10.0, 1.0}), 0);
        plan.fixtures[static_cast<std::size_t>(box)].movable = true;
        Scenario scenario = scenes::quiet_drill(scenes::moved(std::move(plan), angle, {3.0, 1.0}));
        scenes::add_group(scenario, "class", "corridor", 10);
        const Site site(std::move(scenario));
        Ledger ledger;
        ledger.entries = {entry("box", {box}, {})};
        const LedgerPrices prices = price_ledger(site, ledger, price_by_graph(site), price_by_graph(site));
        const EntryPrice& price = prices.entries[0];
        REQUIRE(price.width_now);
        CHECK(*price.width_now == Approx(1.0).margin(0.02));
        CHECK(*price.width_cleared == Approx(2.0).margin(0.02));
        CHECK(price.rank == 1);
        REQUIRE(price.dimension);
        CHECK((price.dimension->line.b - price.dimension->line.a).norm() ==
              Approx(1.0).margin(0.02));
    }
}

TEST_CASE("what cannot be priced says why and keeps no rank") {
    Scenario scenario = two_locks();
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "exit"))].lock =
        Lock::none;
    const Site site(std::move(scenario));
    Ledger ledger;
    ledger.entries = {entry("open-door", {}, {find_opening(site.plan(), "exit")}),
                      entry("nowhere", {}, {}), entry("room", {}, {}), entry("done", {}, {0})};
    ledger.entries[2].units = {0};
    ledger.entries[3].cleared = true;
    const LedgerPrices prices = price_ledger(site, ledger, price_by_graph(site), price_by_graph(site));
    CHECK(prices.order.empty());
    CHECK(prices.entries[0].status == EntryPrice::Status::not_there);
    CHECK(prices.entries[1].status == EntryPrice::Status::no_place);
    CHECK(prices.entries[2].status == EntryPrice::Status::only_room);
    CHECK(prices.entries[3].status == EntryPrice::Status::cleared);
    std::vector<Finding> findings;
    add_hazards(site, ledger, prices, findings);
    CHECK(findings.size() == 3);  // what is cleared is no finding
}

TEST_CASE("more entries than can be tried in turn are ranked by what each gains alone") {
    Plan plan = scenes::corridor(40.0, 3.0);
    Ledger ledger;
    for (int i = 0; i <= static_cast<int>(most_in_turn); ++i) {
        const double x = 2.0 + 2.5 * i;
        const int box = scenes::add_fixture(plan, "box-" + std::to_string(i),
                                            scenes::rectangle({x, 0.0}, {x + 0.5, 0.5}), 0);
        plan.fixtures[static_cast<std::size_t>(box)].movable = true;
        ledger.entries.push_back(entry("E" + std::to_string(i), {box}, {}));
    }
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "corridor", 10);
    const Site site(std::move(scenario));
    int asked = 0;
    const Pricing pricing = [&](const std::vector<int>& fixtures, const std::vector<int>&) {
        ++asked;
        CHECK(fixtures.size() == 1);
        return Price{static_cast<double>(fixtures.front()), 0, true};
    };
    const LedgerPrices prices = price_ledger(site, ledger, pricing, pricing);
    CHECK_FALSE(prices.in_turn);
    CHECK(asked == static_cast<int>(ledger.entries.size()));
    CHECK(prices.order.front() == static_cast<int>(most_in_turn));
    CHECK(prices.order.back() == 0);
    CHECK_FALSE(prices.entries[0].cumulative);
}

TEST_CASE("in turn, what was cleared counts: the second of two that overlap gains little") {
    Plan plan = scenes::corridor(20.0, 3.0);
    Ledger ledger;
    for (int i = 0; i < 3; ++i) {
        const double x = 4.0 + 4.0 * i;
        const int box = scenes::add_fixture(plan, "box-" + std::to_string(i),
                                            scenes::rectangle({x, 0.0}, {x + 0.5, 0.5}), 0);
        plan.fixtures[static_cast<std::size_t>(box)].movable = true;
        ledger.entries.push_back(entry("E" + std::to_string(i), {box}, {}));
    }
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "corridor", 4);
    const Site site(std::move(scenario));
    // 0 and 1 gain 10 and 9 alone, but 10 together; 2 gains 5 whatever else is cleared.
    const auto pricing = [](const std::vector<int>& fixtures, const std::vector<int>&) {
        double overlapping = 0.0;
        double own = 0.0;
        for (const int f : fixtures) {
            overlapping = std::max(overlapping, f == 0 ? 10.0 : f == 1 ? 9.0 : 0.0);
            own += f == 2 ? 5.0 : 0.0;
        }
        return Price{overlapping + own, 0, true};
    };
    const LedgerPrices prices = price_ledger(site, ledger, pricing, pricing);
    CHECK(prices.order == std::vector<int>{0, 2, 1});
    CHECK(prices.entries[2].cumulative->seconds == 15.0);
    CHECK(prices.entries[1].cumulative->seconds == 15.0);
    CHECK(prices.entries[1].gain.seconds == 9.0);

    // A trial that sees it differently chooses all but the first; what is told stays the price.
    const auto contrary = [](const std::vector<int>& fixtures, const std::vector<int>&) {
        return Price{std::find(fixtures.begin(), fixtures.end(), 1) != fixtures.end() ? 7.0 : 0.0,
                     0, false};
    };
    const LedgerPrices tried = price_ledger(site, ledger, pricing, contrary);
    CHECK(tried.order == std::vector<int>{0, 1, 2});
    CHECK(tried.entries[1].cumulative->seconds == 10.0);
    CHECK(tried.entries[2].cumulative->seconds == 15.0);
}

TEST_CASE("each set of things is priced once") {
    int asked = 0;
    const Pricing pricing = remembering([&](const std::vector<int>&, const std::vector<int>&) {
        return Price{static_cast<double>(++asked), 0, false};
    });
    CHECK(pricing({1, 2}, {}).seconds == 1.0);
    CHECK(pricing({2, 1}, {}).seconds == 1.0);
    CHECK(pricing({}, {1, 2}).seconds == 2.0);
    CHECK(asked == 2);
}

TEST_CASE("a hazard that is a finding already is not told twice, but gets its number and date") {
    const Site site(two_locks());
    const Pricing pricing = price_by_graph(site);
    Ledger ledger;
    ledger.entries = {entry("H-1", {}, {find_opening(site.plan(), "exit")}),
                      entry("H-2", {}, {find_opening(site.plan(), "door")})};
    ledger.entries[0].due = "2026-11-30";
    ledger.entries[0].owner = "Li Na";
    std::vector<Finding> findings = passage_findings(site, pricing);
    const std::size_t before = findings.size();
    add_hazards(site, ledger, price_ledger(site, ledger, pricing, pricing), findings);
    REQUIRE(findings.size() == before + 1);  // the inner door is no exit
    CHECK(findings.back().id == "hazard:H-2");
    CHECK(findings.back().kind == FindingKind::hazard);
    CHECK(findings.back().severity == Severity::S1);  // with the exit it frees people
    const auto exit = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.kind == FindingKind::blocked_exit;
    });
    REQUIRE(exit != findings.end());
    CHECK(exit->text.in(Language::en).find("H-1, owner Li Na, due 2026-11-30") !=
          std::string::npos);
}
