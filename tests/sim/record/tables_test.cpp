#include "sim/record/tables.hpp"

#include "sim/record/csv.hpp"
#include "sim/record/roll_call.hpp"
#include "sim/record/summary.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <fstream>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// Three people in the lower room: 0 left by the door at 12.5 s and reached the assembly area at
/// 20 s, 1 left at 30.126 s, 2 queues.
struct Drill {
    Scenario scenario;
    std::vector<Person> people;
    Outcome outcome;

    Drill() {
        scenario.id = "small";
        scenario.plan = two_rooms();
        scenario.plan.assembly_areas.push_back({"yard", {}, 0, rectangle(1, 1, 2, 2), {}});
        scenario.seed = 7;
        scenario.profiles.resize(1);
        scenario.profiles[0].id = "adult";
        scenario.groups.resize(2);
        scenario.groups[0].id = "a,b";
        scenario.groups[0].assembly_area = 0;
        scenario.groups[1].id = "rest";
        people.resize(3);
        people[0].free_speed = 1.3456;
        people[1].group = 1;
        people[2].group = 1;

        outcome.placed = 3;
        outcome.out = 2;
        outcome.simulated = 60.0;
        outcome.steps = 1200;
        outcome.agent_steps = 2400;
        outcome.state_hash = 0xabcU;
        outcome.people.resize(3);
        outcome.people[0].start_time = 1.0;
        outcome.people[0].exit_time = 12.5;
        outcome.people[0].assembled_time = 20.0;
        outcome.people[0].exit_opening = 0;
        outcome.people[0].inside = InsideReason::none;
        outcome.people[0].last_unit = 0;
        outcome.people[1] = outcome.people[0];
        outcome.people[1].exit_time = 30.126;
        outcome.people[1].assembled_time = never;
        outcome.people[2].inside = InsideReason::queueing;
        outcome.people[2].last_unit = 0;
        outcome.people[2].last_position = {9.5, -0.0001};
        outcome.openings.resize(2);
        outcome.openings[0].forward = 2;
        outcome.openings[0].first_time = 12.5;
        outcome.openings[0].last_time = 30.126;
        outcome.level_clear = {never, 0.0};
        outcome.curve = {{0.0, 3, {3, 0}}, {60.0, 1, {1, 0}}};
    }
};

}  // namespace

TEST_CASE("cells with commas, quotes or line breaks stand in quotes, as RFC 4180 asks") {
    CHECK(csv_quoted("plain 门") == "plain 门");
    CHECK(csv_quoted("a,b") == "\"a,b\"");
    CHECK(csv_quoted("the \"main\" door") == "\"the \"\"main\"\" door\"");
    CHECK(csv_quoted("two\nlines") == "\"two\nlines\"");
    CHECK(csv_quoted("") == "");
}

TEST_CASE("tables begin with a byte order mark and have a row for everybody and every opening") {
    const TemporaryFolder folder;
    const Drill drill;
    write_people_csv(folder.path() / "people.csv", drill.scenario, drill.people, drill.outcome);
    const auto people = lines_of(folder.path() / "people.csv");
    REQUIRE(people.size() == 4);
    CHECK(people[0].substr(0, 12) == "\xEF\xBB\xBFid,group,");
    CHECK(people[1] ==
          "0,\"a,b\",adult,room-1,L1,0.000,0.000,1.346,0.000,0.00,1.00,door-1,12.50,"
          "20.00,0.000,0.00,0,,room-1,0.000,0.000,0.00,0.0000,0.0000,");
    // Never out: empty cells. And no "-0.000".
    CHECK(people[3] ==
          "2,rest,adult,room-1,L1,0.000,0.000,0.000,0.000,0.00,,,,,0.000,0.00,0,"
          "queueing,room-1,9.500,0.000,0.00,0.0000,0.0000,");

    write_openings_csv(folder.path() / "openings.csv", drill.scenario.plan, drill.outcome);
    const auto openings = lines_of(folder.path() / "openings.csv");
    REQUIRE(openings.size() == 3);
    CHECK(openings[1].find("door-1,\"East door, \"\"main\"\"\",") == 0);
    CHECK(openings[1].find(",L1,room-1,,1,1.000,2,0,12.50,30.13,") != std::string::npos);
    CHECK(openings[2].find(",L2,room-2,,1,1.000,0,0,,,") != std::string::npos);

    write_curve_csv(folder.path() / "curve.csv", drill.scenario.plan, drill.outcome);
    const auto curve = lines_of(folder.path() / "curve.csv");
    REQUIRE(curve.size() == 3);
    CHECK(curve[0] == "\xEF\xBB\xBFtime_s,inside,out,inside_L1,inside_L2");
    CHECK(curve[2] == "60.00,1,2,1,0");
}

TEST_CASE("a roll call is complete when the last of its group has come") {
    const TemporaryFolder folder;
    Drill drill;
    const auto called = [&] { return roll_calls(drill.scenario, drill.people, drill.outcome); };
    REQUIRE(called().size() == 1);  // "rest" has no area
    CHECK(called()[0].complete == 20.0);
    drill.scenario.groups[1].assembly_area = 0;
    drill.scenario.groups[1].number = 1;
    REQUIRE(called().size() == 2);
    CHECK(called()[1].people == 2);
    CHECK(called()[1].there == 0);
    CHECK(called()[1].complete == never);
    const std::vector<RollCall> calls = called();
    CHECK(last_complete(calls) == &calls[1]);
    CHECK(last_complete({}) == nullptr);

    write_roll_calls_csv(folder.path() / "roll_calls.csv", drill.scenario.plan, calls);
    const auto lines = lines_of(folder.path() / "roll_calls.csv");
    REQUIRE(lines.size() == 3);
    CHECK(lines[1] == "\"a,b\",,,yard,1,1,20.00");
    CHECK(lines[2] == "rest,,,yard,2,0,");
}

TEST_CASE("the summary holds what the command line promises") {
    const Drill drill;
    RunFacts facts;
    facts.wall_time = 0.5;
    facts.threads = 2;
    facts.warnings = {message(MessageId::record_newer_remedy)};
    const auto summary = summary_json(drill.scenario, drill.people, drill.outcome, facts);
    CHECK(summary["people"]["placed"] == 3);
    CHECK(summary["people"]["out"] == 2);
    CHECK(summary["people"]["assembled"] == 1);
    REQUIRE(summary["people"]["inside"].size() == 1);
    CHECK(summary["people"]["inside"][0]["unit"] == "room-1");
    CHECK(summary["people"]["inside"][0]["reason"] == "queueing");
    CHECK(summary["people"]["inside"][0]["count"] == 1);
    CHECK(summary["clearing_time_s"].is_null());  // one is still inside
    CHECK(summary["first_out_s"] == 12.5);
    CHECK(summary["assembly_time_s"] == 20.0);  // group "rest" has no area
    CHECK(summary["levels"][0]["clear_s"].is_null());
    CHECK(summary["levels"][1]["clear_s"] == 0.0);
    CHECK(summary["exits"][0]["people"] == 2);
    CHECK(summary["agent_steps_per_s"] == 4800.0);
    CHECK(summary["threads"] == 2);
    CHECK(summary["state_hash"] == "0000000000000abc");
    CHECK(summary["seed"] == 7);
    CHECK(summary["model"] == "headway");
    CHECK(summary["motivation"] == "drill");
    CHECK(summary["flow"] == "calibrated");
    CHECK(summary["choice"] == "quickest");
    CHECK(summary["step_s"] == 0.05);
    CHECK(summary["warnings"][0]["zh"] == "请更新本程序");
    for (const char* key : {"simulated_s", "steps", "agent_steps", "wall_s", "version"}) {
        CHECK(summary.contains(key));
    }
}

TEST_CASE("the summary keeps to its schema, also of a drill without people") {
    const Drill drill;
    const auto problems_of = [](const nlohmann::ordered_json& summary) {
        const nlohmann::json as_read = nlohmann::json::parse(summary.dump());
        return check_schema(as_read, "summary.schema.json", "summary.json").size();
    };
    CHECK(problems_of(summary_json(drill.scenario, drill.people, drill.outcome, {})) == 0);
    CHECK(problems_of(summary_json({}, {}, {}, {})) == 0);
    CHECK(problems_of({{"version", 1}}) > 0);
}

TEST_CASE("the clearing time is when the last person left") {
    Drill drill;
    drill.outcome.people.pop_back();
    drill.outcome.placed = 2;
    CHECK(clearing_time(drill.outcome) == 30.126);
}

TEST_CASE("a table that meets a full disk says so and leaves nothing behind") {
    const TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{10'000, 10'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            CsvFile csv(folder.path() / "a.csv", "number");
            for (int i = 0; i < 100'000; ++i) {
                csv.cell(i).end_row();
            }
            csv.finish();
        } catch (const InputError& error) {
            std::_Exit(error.problems().front().what.id == MessageId::file_disk_full ? 42 : 1);
        }
        std::_Exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 42);
    CHECK(fs::is_empty(folder.path()));
}
