#include "tools/compare/compare.hpp"

#include "sim/record/read_csv.hpp"
#include "sim/record/read_results.hpp"
#include "sim/record/replay.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tools/compare/differences.hpp"
#include "tools/run/run.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// The results of the small drill with another head count.
fs::path results_of(const DrillFolder& folder, const std::string& name, int pupils,
                    const nlohmann::json& settings = nlohmann::json::object(),
                    const std::string& model = {}) {
    nlohmann::json drill = small_drill();
    drill.update(settings);
    drill["groups"][0]["people"][0]["count"] = pupils;
    RunOptions options;
    options.scenario = folder.write(name + ".drill.json", drill);
    options.out = folder.path() / name;
    options.threads = 1;
    options.quiet = true;
    options.json = true;
    options.model = model;
    run_command(options);
    return options.out;
}

const nlohmann::json* find_row(const nlohmann::json& comparison, const std::string& key) {
    for (const nlohmann::json& row : comparison.at("differences")) {
        if (row.at("key") == key) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a comparison subtracts what two drills measured and writes its page and tables") {
    const DrillFolder folder("compare");
    CompareOptions options;
    options.a = results_of(folder, "few", 4);
    options.b = results_of(folder, "many", 20);
    options.out = folder.path() / "comparison";
    options.json = true;
    REQUIRE(compare_command(options) == 0);

    const nlohmann::json a = read_json(options.a / "summary.json");
    const nlohmann::json b = read_json(options.b / "summary.json");
    const nlohmann::json comparison = read_json(options.out / "comparison.json");
    for (const Problem& problem :
         check_schema(comparison, "comparison.schema.json", "comparison.json")) {
        FAIL_CHECK(say(Language::en, problem));
    }
    const nlohmann::json* clearing = find_row(comparison, "clearing_time");
    REQUIRE(clearing != nullptr);
    const double in_a = a.at("clearing_time_s").get<double>();
    const double in_b = b.at("clearing_time_s").get<double>();
    CHECK(clearing->at("a").get<double>() == Approx(in_a).margin(0.051));
    CHECK(clearing->at("difference").get<double>() == Approx(in_b - in_a).margin(0.051));
    CHECK(find_row(comparison, "people")->at("difference") == 16);
    CHECK(comparison.at("cautions").size() == 1);  // the crowds differ

    const CsvTable table = read_csv(options.out / "differences.csv");
    CHECK(table.rows.size() == comparison.at("differences").size());
    CHECK(table.number(0, table.column("difference")).value() ==
          Approx(clearing->at("difference").get<double>()).margin(0.101));  // rounded to 0.1 s
    CHECK(fs::file_size(options.out / "curves.png") > 1000);
    const std::string page = read_text(options.out / "compare.html");
    CHECK(page.find("http") == std::string::npos);
    CHECK(page.find("疏散") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path() / "comparison.incomplete"));
}

TEST_CASE("results that were run with other settings are told apart, in words and in the page") {
    const DrillFolder folder("compare-settings");
    CompareOptions options;
    options.a = results_of(folder, "one", 4);
    options.b = results_of(folder, "other", 4, {{"motivation", "urgent"}}, "hydraulic");
    options.out = folder.path() / "comparison";
    options.json = true;
    const std::vector<Message> told = cautions(read_results(options.a), read_results(options.b));
    REQUIRE(told.size() == 1);
    CHECK(told[0].id == MessageId::compare_settings_differ);
    const std::string apart = "model headway / hydraulic, motivation drill / urgent";
    CHECK(told[0].arguments == std::vector<std::string>{apart});
    REQUIRE(compare_command(options) == 0);
    const std::string page = read_text(options.out / "compare.html");
    CHECK(page.find(say(Language::en, told[0])) != std::string::npos);
    CHECK(page.find(say(Language::zh, told[0])) != std::string::npos);
    CHECK(cautions(read_results(options.a), read_results(options.a)).empty());
}

TEST_CASE("what the replay tells agrees with what the run wrote") {
    const DrillFolder folder("compare_replay");
    const Results results = read_results(results_of(folder, "one", 12));
    CHECK(results.whole);
    CHECK(results.people == 13);
    CHECK(results.left_inside == 0);
    REQUIRE(results.clearing_time);
    CHECK(results.last_out.value() == Approx(*results.clearing_time).margin(0.01));

    const CsvTable curve = read_csv(results.folder / "curve.csv");
    const std::size_t inside = curve.column("inside");
    REQUIRE(results.curve.size() >= 3);
    for (std::size_t second = 0; second < std::min(curve.rows.size(), results.curve.size());
         ++second) {
        CAPTURE(second);
        CHECK(results.curve[second].inside == static_cast<int>(*curve.number(second, inside)));
    }
    // Also when the last gets out between two frames.
    CHECK(results.curve.back().time >= *results.last_out - 0.01);
    CHECK(results.curve.back().inside == 0);
}

TEST_CASE("everything wrong with both results is told, and nothing is written") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "empty");
    CompareOptions options;
    options.a = folder.path() / "empty";
    options.b = folder.path() / "nowhere";
    options.out = folder.path() / "out";
    try {
        compare_command(options);
        FAIL("no error");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 2);
        CHECK(error.problems()[0].file == options.a.string());
        CHECK(error.problems()[1].file == options.b.string());
    }
    CHECK_FALSE(fs::exists(options.out));
    CHECK_FALSE(fs::exists(folder.path() / "out.incomplete"));
}

TEST_CASE("a run that was killed and another plan are compared as far as they go, and told") {
    const TemporaryFolder folder;
    ReplayInfo info = info_of(3);
    {
        ReplayWriter writer(folder.path() / "a.sqlite", info);  // never finished
        for (int f = 0; f <= 20; ++f) {
            writer.append(marching(0.1 * f, 3));
        }
    }
    info.plan.id = "another";
    info.plan.levels[1].id = "roof";
    ReplayWriter writer(folder.path() / "b.sqlite", info);
    for (int f = 0; f <= 20; ++f) {
        writer.append(marching(0.1 * f, f < 15 ? 3 : 2));
    }
    const Results a = read_results(folder.path() / "a.sqlite");
    const Results b = read_results(folder.path() / "b.sqlite");
    CHECK_FALSE(a.whole);
    CHECK(a.left_inside == 3);
    CHECK_FALSE(a.clearing_time);
    std::vector<MessageId> told;
    for (const Message& caution : cautions(a, b)) {
        told.push_back(caution.id);
    }
    CHECK(told == std::vector<MessageId>{
                      MessageId::compare_incomplete, MessageId::compare_incomplete,
                      MessageId::compare_other_plan, MessageId::compare_level_only,
                      MessageId::compare_level_only});
    int levels = 0;
    for (const Difference& row : differences(a, b)) {
        CHECK_FALSE(row.element == "roof");
        levels += row.key == "peak_density" ? 1 : 0;
    }
    CHECK(levels == 1);
}

TEST_CASE("tables are read with quotes, and wrong cells are told with their line") {
    const TemporaryFolder folder;
    write_text(folder.path() / "t.csv", "\xEF\xBB\xBFid,name,n\r\na,\"x, \"\"y\"\"\nz\",1.5\nb,,\n");
    const CsvTable table = read_csv(folder.path() / "t.csv");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0][1] == "x, \"y\"\nz");
    CHECK(table.number(0, 2) == 1.5);
    CHECK_FALSE(table.number(1, 2));
    CHECK_THROWS_AS(table.column("none"), InputError);
    CHECK_THROWS_AS(table.number(0, 1), InputError);
    write_text(folder.path() / "t.csv", "a,b\n1\n");
    CHECK_THROWS_AS(read_csv(folder.path() / "t.csv"), InputError);
}

TEST_CASE("the queue beside goods in a passage stands in the comparison of the shipped pair") {
    const DrillFolder folder("compare-pair");
    CompareOptions compare;
    for (const char* name : {"workshop", "workshop-blocked"}) {
        RunOptions options;
        options.scenario = fs::path(EVAC_SOURCE_DIR) / "scenarios" / name;
        options.out = folder.path() / name;
        options.threads = 2;
        options.quiet = true;
        options.json = true;
        REQUIRE(run_command(options) == 0);
    }
    compare.a = folder.path() / "workshop";
    compare.b = folder.path() / "workshop-blocked";
    compare.out = folder.path() / "comparison";
    compare.json = true;
    REQUIRE(compare_command(compare) == 0);
    const nlohmann::json comparison = read_json(compare.out / "comparison.json");
    bool told = false;
    for (const nlohmann::json& row : comparison.at("differences")) {
        if (row.at("key") == "longest_queue" &&
            row.at("element").get<std::string>().starts_with("pallet")) {
            told = true;
            CHECK(row.at("a") == 0);
            CHECK(row.at("b").get<int>() > 30);
        }
    }
    CHECK(told);

    compare.out = compare.a;  // never in the place of what is compared
    CHECK_THROWS_AS(compare_command(compare), InputError);
    CHECK(fs::exists(compare.a / "replay.sqlite"));
}
