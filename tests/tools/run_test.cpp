// evac run from end to end: what it leaves in its folder, also about what showed in the drill.

#include "tools/run/run.hpp"

#include "sim/record/read_csv.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tools/cli/format.hpp"
#include "tools/run/figures.hpp"
#include "tools/run/report.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

RunOptions options_in(const DrillFolder& folder, const nlohmann::json& drill, Language language,
                      const std::string& repeat = {}) {
    RunOptions options;
    if (!repeat.empty()) {
        options.repeat = repeat;
    }
    options.scenario = folder.write("small.drill.json", drill);
    options.out = folder.path() / "out";
    options.threads = 1;
    options.quiet = true;
    options.json = true;
    options.language = language;
    return options;
}

fs::path run_in(const DrillFolder& folder, const nlohmann::json& drill, Language language,
                const std::string& repeat = {}) {
    const RunOptions options = options_in(folder, drill, language, repeat);
    REQUIRE(run_command(options) == 0);
    return options.out;
}

}  // namespace

TEST_CASE("a drill leaves findings, their pictures and a page that needs no network") {
    const DrillFolder folder("run-page");
    nlohmann::json drill = small_drill();
    drill["groups"][0]["people"][0]["count"] = 75;  // enough to queue at one door
    drill["choice"] = "shortest";                   // and nobody avoids the queue
    const fs::path out = run_in(folder, drill, Language::zh);
    const nlohmann::json findings = read_json(out / "findings.json");
    for (const Problem& problem : check_schema(findings, "findings.schema.json", "findings.json")) {
        FAIL_CHECK(say(Language::en, problem));
    }
    REQUIRE_FALSE(findings.at("findings").empty());
    bool queue = false;
    for (const nlohmann::json& finding : findings.at("findings")) {
        if (finding.at("kind") == "queue") {
            queue = true;
            CHECK_FALSE(finding.at("time").is_null());
        }
    }
    CHECK(queue);
    const CsvTable table = read_csv(out / "findings.csv");
    CHECK(table.rows.size() == findings.at("findings").size());
    CHECK(fs::file_size(out / "finding-01.png") > 1000);
    const std::string page = read_text(out / "report.html");
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
    CHECK(page.find("lang=\"zh") != std::string::npos);
    const nlohmann::json summary = read_json(out / "summary.json");
    CHECK(page.find(summary.at("state_hash").get<std::string>()) != std::string::npos);
    CHECK(fs::exists(out / "curve.png"));
}

TEST_CASE("a drill in which nobody waits has no findings, and its page says so") {
    const DrillFolder folder("run-quiet");
    nlohmann::json drill = small_drill();
    drill["groups"][0]["people"][0]["count"] = 1;
    const fs::path out = run_in(folder, drill, Language::en);
    CHECK(read_json(out / "findings.json").at("findings").empty());
    CHECK_FALSE(fs::exists(out / "finding-01.png"));
    CHECK(read_text(out / "report.html").find("</html>") != std::string::npos);
}

TEST_CASE("a fire is told in the table, the page and the summary") {
    const DrillFolder folder("run-fire");
    nlohmann::json drill = small_drill();
    drill["alarm"] = {{"time", 180}};
    drill["hazards"] = {{"fires", {{{"unit", "hall"}, {"at", 3}, {"material", "polyurethane"}}}}};
    const fs::path out = run_in(folder, drill, Language::en);
    const nlohmann::json summary = read_json(out / "summary.json");
    for (const Problem& problem : check_schema(summary, "summary.schema.json", "summary.json")) {
        FAIL_CHECK(say(Language::en, problem));
    }
    const nlohmann::json& hazards = summary.at("hazards");
    CHECK(hazards.at("fires") == nlohmann::json::parse(R"([{"unit": "hall", "start_s": 3.0}])"));
    const int in_smoke = hazards.at("in_smoke");
    CHECK(in_smoke > 1);

    // The same in people.csv, person by person.
    const CsvTable people = read_csv(out / "people.csv");
    int smoked = 0;
    double worst = 0.0;
    for (std::size_t row = 0; row < people.rows.size(); ++row) {
        smoked += people.number(row, people.column("in_smoke_s")).value() > 0.0 ? 1 : 0;
        worst = std::max(worst, people.number(row, people.column("fed_gases")).value());
    }
    CHECK(smoked == in_smoke);
    CHECK(worst == Approx(hazards.at("worst_fed_gases").get<double>()).margin(0.00011));

    Drill again(read_scenario(folder.path() / "small.drill.json"), 1);
    while (!finished(again)) {
        step(again);
    }
    conclude(again);
    const std::string page = read_text(out / "report.html");
    for (const Language language : {Language::en, Language::zh}) {
        const std::string line = hazard_line(again.scenario, again.outcome).value().in(language);
        CHECK(line.find(language == Language::en ? "Fire in hall from 0:03"
                                                 : "火灾：hall（0:03 起）") != std::string::npos);
        CHECK(page.find(line) != std::string::npos);
        const auto lines = outcome_table(again.scenario, again.people, again.outcome, language);
        CHECK(std::find(lines.begin(), lines.end(), "  " + line) != lines.end());
    }
    // And nothing of the kind where nothing burns.
    drill.erase("hazards");
    CHECK_FALSE(
        read_json(run_in(folder, drill, Language::en) / "summary.json").contains("hazards"));
}

TEST_CASE("one person is one person") {
    CHECK(people_text(1, Language::en) == "1 person");
    CHECK(people_text(0, Language::en) == "0 people");
    CHECK(people_text(1500, Language::en) == "1,500 people");
    CHECK(people_text(1, Language::zh) == "1 人");
}

TEST_CASE("a drill run many times leaves the results of the first and what all tell together") {
    const DrillFolder folder("run-repeat");
    const fs::path out = run_in(folder, small_drill(), Language::en, "4");
    const nlohmann::json summary = read_json(out / "summary.json");
    for (const Problem& problem : check_schema(summary, "summary.schema.json", "summary.json")) {
        FAIL_CHECK(say(Language::en, problem));
    }
    const nlohmann::json repeat = summary.at("repeat");
    CHECK(repeat.at("runs") == 4);
    CHECK(repeat.at("first_seed") == 7);
    CHECK(repeat.at("last_seed") == 10);
    CHECK(repeat.at("cleared_runs") == 4);
    CHECK_FALSE(repeat.at("enough").get<bool>());
    CHECK(repeat.at("suggested_more") > 0);

    const CsvTable runs = read_csv(out / "runs.csv");
    REQUIRE(runs.rows.size() == 4);
    CHECK(runs.rows[0][runs.column("state_hash")] == summary.at("state_hash"));
    CHECK(std::stod(runs.rows[0][runs.column("clearing_time_s")]) ==
          summary.at("clearing_time_s").get<double>());
    CHECK(runs.rows[0][runs.column("state_hash")] != runs.rows[1][runs.column("state_hash")]);
    CHECK(read_csv(out / "convergence.csv").rows.size() == 4);
    const nlohmann::json whole = read_json(out / "repeat.json");
    CHECK(whole.at("time_s") == repeat.at("time_s"));
    CHECK(whole.at("curve").front().at("inside_mean") == 21);
    CHECK(whole.at("curve").back().at("inside_p95") == 0);
    CHECK(fs::file_size(out / "repeat-curve.png") > 1000);
    CHECK(fs::exists(out / "replay.sqlite"));
    const std::string page = read_text(out / "report.html");
    CHECK(page.find("4 runs of the same drill, seeds 7 to 10") != std::string::npos);
}

TEST_CASE("the walking model can be chosen for one run, and results tell which it was") {
    const DrillFolder folder("run-model");
    RunOptions options = options_in(folder, small_drill(), Language::en);
    REQUIRE(run_command(options) == 0);
    const nlohmann::json headway = read_json(options.out / "summary.json");
    options.model = "hydraulic";
    REQUIRE(run_command(options) == 0);
    const nlohmann::json hydraulic = read_json(options.out / "summary.json");
    CHECK(headway.at("model") == "headway");
    CHECK(hydraulic.at("model") == "hydraulic");
    CHECK(hydraulic.at("state_hash") != headway.at("state_hash"));
    CHECK(read_text(options.out / "report.html").find("hydraulic model of hand") !=
          std::string::npos);
    nlohmann::json drill = small_drill();
    drill["model"] = "hydraulic";
    const fs::path out = run_in(folder, drill, Language::en);
    CHECK(read_json(out / "summary.json").at("state_hash") == hydraulic.at("state_hash"));
}

TEST_CASE("the report calls the roll of every group that has an assembly area") {
    const DrillFolder folder("run-roll");
    const fs::path without = run_in(folder, small_drill(), Language::en);
    CHECK(read_text(without / "report.html").find("Roll call") == std::string::npos);
    CHECK_FALSE(fs::exists(without / "roll_calls.csv"));

    RunOptions options = options_in(folder, small_drill(), Language::en);
    options.scenario = fs::path(EVAC_SOURCE_DIR) / "scenarios" / "workshop";
    REQUIRE(run_command(options) == 0);
    const nlohmann::json calls = read_json(options.out / "summary.json").at("roll_calls");
    REQUIRE_FALSE(calls.empty());
    CHECK(read_csv(options.out / "roll_calls.csv").rows.size() == calls.size());
    const std::string page = read_text(options.out / "report.html");
    CHECK(page.find("Roll call at the assembly areas") != std::string::npos);
    for (const nlohmann::json& call : calls) {
        CHECK(page.find(call.at("name").at("zh").get<std::string>()) != std::string::npos);
    }
}

TEST_CASE("the table at the end of a run tells when the roll call is complete, or who is missing") {
    const std::vector<Person> people(3);
    Scenario scenario;
    scenario.plan = two_rooms();
    scenario.plan.assembly_areas.push_back({"yard", {}, 0, {}, {}});
    Group group;
    group.id = "3-2";
    group.name.by_language = {{"en", "Class 3-2"}, {"zh", "三年二班"}};
    group.assembly_area = 0;
    scenario.groups = {group};
    Outcome outcome;
    outcome.placed = outcome.out = 3;
    outcome.people.resize(3);
    outcome.openings.resize(2);
    outcome.level_clear = {0.0, 0.0};
    for (PersonOutcome& person : outcome.people) {
        person.exit_time = 60.0;
        person.assembled_time = 95.0;
        person.inside = InsideReason::none;
    }
    const auto told = [&](Language language) {
        std::string all;
        for (const std::string& line : outcome_table(scenario, people, outcome, language)) {
            all += line + "\n";
        }
        return all;
    };
    CHECK(told(Language::en).find("roll call complete at 1:35 (groups: 1, the last: Class 3-2)") !=
          std::string::npos);
    CHECK(told(Language::zh).find("1:35 清点完毕（共 1 组，最后到齐：三年二班）") !=
          std::string::npos);
    outcome.people[1].assembled_time = never;
    CHECK(told(Language::en)
              .find("roll call not complete: 0 of 1 groups are all there; "
                    "Class 3-2: 2 of 3 there\n") != std::string::npos);
    CHECK(told(Language::zh).find("三年二班应到 3 人，实到 2 人") != std::string::npos);
}

TEST_CASE("what is no number of runs is refused before anything is run") {
    const DrillFolder folder("run-repeat-wrong");
    for (const char* words : {"0", "-3", "ten", "4.5", "7 ", "99999999999"}) {
        INFO(words);
        const RunOptions options = options_in(folder, small_drill(), Language::en, words);
        CHECK_THROWS_AS(run_command(options), InputError);
    }
    CHECK_FALSE(fs::exists(folder.path() / "out.incomplete"));
}
