// evac verify: what it refuses, what it leaves, and how it draws what was measured.

#include "tools/verify/verify.hpp"

#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tests/tools/process.hpp"
#include "tools/verify/pages.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(EVAC_SOURCE_DIR) / "scenarios" / "verification";

/// Runs the program in the folder of the project, where it finds the shipped cases.
Ran verify_with(const std::vector<std::string>& words, const std::string& language = "en") {
    ProcessRequest request;
    request.words = {EVAC_PROGRAM, "--lang", language, "verify"};
    request.words.insert(request.words.end(), words.begin(), words.end());
    request.folder = EVAC_SOURCE_DIR;
    return ran(request);
}

/// A folder with one case, RiMEA 1, to be changed.
class OneCase {
public:
    OneCase() {
        fs::create_directories(folder());
        fs::copy(shipped / "rimea" / "rimea-01", folder());
    }
    fs::path folder() const { return place_.path() / "cases" / "rimea-01"; }
    fs::path out() const { return place_.path() / "out"; }

    void change(const std::string& file, const nlohmann::json& patch) const {
        const nlohmann::json changed = read_json(folder() / file).patch(patch);
        write_text(folder() / file, changed.dump());
    }

    VerifyOptions options() const {
        VerifyOptions options;
        options.folder = place_.path() / "cases";
        options.out = out();
        options.threads = 1;
        options.quiet = true;
        options.json = true;
        return options;
    }

    /// What the command complains about in the first place; nothing may be left of it.
    Problem complaint() const {
        try {
            verify_command(options());
        } catch (const InputError& error) {
            CHECK_FALSE(fs::exists(out()));
            CHECK_FALSE(fs::exists(out().string() + ".incomplete"));
            return error.problems().front();
        }
        FAIL("no InputError");
        return {};
    }

private:
    TemporaryFolder place_;
};

nlohmann::json replaced(const std::string& pointer, const nlohmann::json& value) {
    return nlohmann::json::array({{{"op", "replace"}, {"path", pointer}, {"value", value}}});
}

}  // namespace

TEST_CASE("verify names what is wrong with an option, in the language asked for, and ends with 2") {
    struct Wrong {
        std::vector<std::string> words;
        std::string en, zh;
    };
    const Wrong all[] = {
        {{"--suite", "nope"},
         "there is no suite \"nope\"; there are: hydraulic",
         "没有算例集“nope”"},
        {{"--case", "rimea-1"}, "did you mean \"rimea-01\"", "是否指“rimea-01”"},
        {{"--rotate", "nan"}, "\"nan\" is not a number from -360 to 360", "“nan”不是 -360 到 360"},
        {{"--rotate", "361"}, "\"361\" is not a number from", "“361”不是"},
        {{"--tier", "slow"}, "\"slow\" is none of these: fast, all", "“slow”不在可选范围内"},
        {{"--threads", "0"}, "\"0\" is not a whole number from 1 to 256", "“0”不是 1 到 256"},
        {{"--seed"}, "--seed: a value is missing", "--seed：缺少值"},
        {{"--suite", "rimea", "--case", "imo-01"}, "no case is left", "一个也不剩"},
    };
    for (const Wrong& wrong : all) {
        INFO(wrong.words.front() << " " << wrong.words.back());
        const Ran english = verify_with(wrong.words);
        CHECK(english.code == 2);
        CHECK(english.output.empty());
        CHECK(english.errors.find(wrong.en) != std::string::npos);
        const Ran chinese = verify_with(wrong.words, "zh");
        CHECK(chinese.code == 2);
        CHECK(chinese.errors.find(wrong.zh) != std::string::npos);
    }
}

TEST_CASE("verify finds files that a case lacks before it runs anything") {
    const OneCase no_drill;
    no_drill.change("rimea-01.case.json", replaced("/runs/0/drill", "none.drill.json"));
    CHECK(no_drill.complaint().what.id == MessageId::verify_no_drill);
    CHECK(no_drill.complaint().pointer == "/runs/0/drill");
    CHECK(no_drill.complaint().file.ends_with("rimea-01.case.json"));

    const OneCase no_plan;
    no_plan.change("rimea-01.drill.json", replaced("/plan", "none.plan.json"));
    CHECK(no_plan.complaint().what.id == MessageId::scenario_plan_missing);

    const OneCase unknown_run;
    unknown_run.change("rimea-01.case.json", replaced("/measures/0/run", "wolk"));
    CHECK(unknown_run.complaint().what.id == MessageId::verify_unknown_run);
    CHECK(unknown_run.complaint().remedy.arguments == std::vector<std::string>{"walk"});

    const OneCase unknown_unit;  // shows only in the run
    unknown_unit.change("rimea-01.case.json", replaced("/measures/0/of", "nowhere"));
    CHECK(unknown_unit.complaint().what.id == MessageId::verify_unknown_name);
    CHECK(unknown_unit.complaint().pointer == "/measures/0/of");
}

TEST_CASE("a case without checks is measured, neither passed nor failed") {
    const OneCase one;
    one.change("rimea-01.case.json",
               nlohmann::json::parse(R"([{"op": "remove", "path": "/checks"}])"));
    REQUIRE(verify_command(one.options()) == 0);
    const nlohmann::json json = read_json(one.out() / "verify.json");
    CHECK(json.at("passed") == 0);
    CHECK(json.at("failed") == 0);
    CHECK(json.at("measured") == 1);
    CHECK(json.at("cases").at(0).at("pass").is_null());
    const std::string page = read_text(one.out() / "report.html");
    CHECK(page.find("<span lang=\"en\">measured</span>") != std::string::npos);
    CHECK(page.find("<a href=\"#case-rimea-01\">") != std::string::npos);
    CHECK(page.find("id=\"case-rimea-01\"") != std::string::npos);
    CHECK(page.find("<table") < page.find("<img"));
}

TEST_CASE("a case of what is not modelled is listed and counted, not judged") {
    const OneCase one;
    one.change("rimea-01.case.json", nlohmann::json::parse(R"([
        {"op": "remove", "path": "/runs"}, {"op": "remove", "path": "/measures"},
        {"op": "remove", "path": "/checks"},
        {"op": "add", "path": "/not_modelled", "value": {"en": "There are no corridors."}}])"));
    REQUIRE(verify_command(one.options()) == 0);
    const nlohmann::json json = read_json(one.out() / "verify.json");
    CHECK(json.at("measured") == 0);
    CHECK(json.at("not_applicable") == 1);
    CHECK(json.at("cases").at(0).at("kind") == "not_modelled");
    CHECK(json.at("cases").at(0).at("pass").is_null());
    CHECK(read_text(one.out() / "report.html").find("There are no corridors.") !=
          std::string::npos);
    const std::string table = read_text(one.out() / "results.md");
    CHECK(table.find("1 not applicable") != std::string::npos);
    CHECK(table.find("There are no corridors. | not applicable |") != std::string::npos);
}

TEST_CASE("a case needs runs and measures, or a word on what is missing") {
    const OneCase one;
    one.change("rimea-01.case.json",
               nlohmann::json::parse(R"([{"op": "remove", "path": "/runs"}])"));
    CHECK(one.complaint().file.ends_with("rimea-01.case.json"));
}

TEST_CASE("only some kinds look at several runs together") {
    const OneCase one;
    one.change("rimea-01.case.json", nlohmann::json::parse(R"([
        {"op": "remove", "path": "/measures/0/run"},
        {"op": "add", "path": "/measures/0/runs", "value": ["walk"]}])"));
    CHECK(one.complaint().pointer.starts_with("/measures/0"));
}

TEST_CASE("a failed case stands in the table of failures with what was expected and why") {
    const OneCase one;
    one.change("rimea-01.case.json", replaced("/checks/0/at_most", 27.0));
    REQUIRE(verify_command(one.options()) == 1);
    CHECK_FALSE(read_json(one.out() / "verify.json").at("cases").at(0).at("pass").get<bool>());
    const std::string page = read_text(one.out() / "report.html");
    CHECK(page.find("<tr class=\"alarm\">") != std::string::npos);
    CHECK(page.find("26 ≤ time ≤ 27 s (nominal 30.08 s") != std::string::npos);
}

TEST_CASE("verify --json prints one JSON object and nothing else, and so does the list") {
    const TemporaryFolder folder;
    const Ran result =
        verify_with({"--case", "rimea-01", "--json", "--out", (folder.path() / "out").string()});
    CHECK(result.code == 0);
    CHECK(nlohmann::json::parse(result.output).at("passed") == 1);
    const Ran list = verify_with({"--list", "--json"});
    CHECK(nlohmann::json::parse(list.output).at("cases").size() >= 60);
}

TEST_CASE("Ctrl-C ends verify with one line, and nothing is left") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "out";
    const fs::path incomplete = out.string() + ".incomplete";
    ProcessRequest request;
    request.words = {EVAC_PROGRAM,       "--lang",  "en",    "verify",    "--case",
                     "hyd-nine-storeys", "--quiet", "--out", out.string()};
    request.folder = EVAC_SOURCE_DIR;
    request.errors = folder.path() / "errors.txt";
    Process process(request);
    for (int i = 0; i < 3000 && !fs::exists(incomplete); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    REQUIRE(fs::exists(incomplete));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    process.interrupt();
    CHECK(process.wait(60.0) == 130);
    CHECK(read_text(request.errors) == "interrupted after 0 of 1 cases; nothing is written\n");
    CHECK_FALSE(fs::exists(out));
    CHECK_FALSE(fs::exists(incomplete));
}

TEST_CASE("series with the same axes and reference are one plot, a curve only once") {
    const auto series = [](const std::string& y, double x, bool joined,
                           const std::string& who = "simulated") {
        Series one;
        one.points_name = untranslated(who);
        one.x_name = untranslated("density [1/m²]");
        one.y_name = untranslated(y);
        one.points = {Vec2(x, 1.0)};
        one.joined = joined;
        return one;
    };
    const std::vector<Plot> plots =
        plots_of({{"a", {}, 0.0, series("speed", 1.0, false)},
                  {"b", {}, 0.0, {}},
                  {"c", {}, 0.0, series("speed", 2.0, false)},
                  {"d", {}, 0.0, series("N", 1.0, true)},
                  {"e", {}, 0.0, series("N", 1.0, true)},
                  {"f", {}, 0.0, series("speed", 1.0, false, "hurry")}});
    REQUIRE(plots.size() == 2);
    REQUIRE(plots[0].size() == 2);  // both kinds of people over the same axes
    CHECK(plots[0][0].points.size() == 2);
    CHECK(plots[0][1].points.size() == 1);
    REQUIRE(plots[1].size() == 1);
    CHECK(plots[1][0].points.size() == 1);
}

TEST_CASE("every plot of the shipped cases names both axes in both languages, with a unit") {
    for (const VerificationCase& one : read_cases(shipped)) {
        for (const CaseMeasure& measure : one.measures) {
            for (const char* axis : {"x_name", "y_name"}) {
                if (measure.parameters.contains(axis)) {
                    INFO(one.id << " " << measure.id);
                    const Label name = label_in(measure.parameters, axis);
                    CHECK(name.by_language.size() == 2);
                    CHECK(name.in(Language::en).find('[') != std::string::npos);
                    CHECK(name.in(Language::zh).find('[') != std::string::npos);
                }
            }
        }
    }
}
