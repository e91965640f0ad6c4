#include "sim/findings/rules/rule_set.hpp"

#include "sim/text/embedded.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/findings/rules/small_school.hpp"

#include <unistd.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace evac::testing {

namespace {

/// A file of the user that is gone after the test.
struct RulesFile {
    explicit RulesFile(const std::string& text) {
        path = std::filesystem::temp_directory_path() /
               ("my-rules-under-test-" + std::to_string(::getpid()) + ".json");
        std::ofstream(path) << text;
    }
    ~RulesFile() { std::filesystem::remove(path); }
    std::filesystem::path path;
};

std::vector<Problem> problems_of(const std::string& name) {
    try {
        read_rule_set(name);
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

const char* old_and_new = R"json({
  "format": "rules", "version": 1, "id": "mine",
  "rules": [
    {"id": "OLD", "clause": {"code": "A", "edition": "1987", "number": "1"}, "verified": "memory",
     "superseded_by": "NEW", "quantity": "door_width", "op": ">=", "limit": 3.0, "severity": "S1",
     "text": {"en": "old", "zh": "旧"}, "remedy": {"en": "widen", "zh": "加宽"}},
    {"id": "NEW", "clause": {"code": "A", "edition": "2022", "number": "1"}, "verified": "memory",
     "quantity": "door_width", "op": ">=", "limit": 2.0, "severity": "S2",
     "text": {"en": "new", "zh": "新"}, "remedy": {"en": "widen", "zh": "加宽"}}
  ]})json";

}  // namespace

TEST_CASE("every file of scenarios/rules is carried inside the program, byte for byte") {
    const std::filesystem::path folder =
        std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios" / "rules";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++files;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        CHECK(embedded_rules(entry.path().filename().string()) == text);
    }
    CHECK(embedded_rules().size() == files);
}

TEST_CASE("a rule set takes over the rules of those that it includes, without copies") {
    const RuleSet school = read_rule_set("cn-school");
    const RuleSet common = read_rule_set("cn-common");
    CHECK(school.id == "cn-school");
    for (const Rule& rule : common.rules) {
        CHECK(std::count_if(school.rules.begin(), school.rules.end(),
                            [&](const Rule& other) { return other.id == rule.id; }) == 1);
    }
    CHECK(school.rules.size() > common.rules.size());
}

TEST_CASE("every rule that ships names its clause and knows words of both languages") {
    for (const std::string& name : rule_set_names()) {
        for (const Rule& rule : read_rule_set(name).rules) {
            INFO(name << " " << rule.id);
            CHECK_FALSE(rule.clause.number.empty());
            CHECK_FALSE(rule.text.in(Language::zh).empty());
            CHECK_FALSE(rule.remedy.in(Language::zh).empty());
            CHECK((rule.id.find("EDU") == std::string::npos ||
                   rule.text.in(Language::en).find("CANDIDATE") != std::string::npos));
        }
    }
}

TEST_CASE("an unknown rule set is told with the names there are and the one that was meant") {
    const std::vector<Problem> problems = problems_of("cn-schol");
    REQUIRE(problems.size() == 1);
    const std::string said = say(Language::en, problems.front());
    CHECK(said.find("\"cn-school\"") != std::string::npos);
    CHECK(said.find("ibc-education") != std::string::npos);
}

TEST_CASE("a rule with a quantity that nobody measures is told with its place") {
    std::string text = old_and_new;
    text.replace(text.find("door_width"), 10, "door_colour");
    const RulesFile file(text);
    const std::vector<Problem> problems = problems_of(file.path.string());
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().pointer == "/rules/0/quantity");
    CHECK(problems.front().element == "OLD");
}

TEST_CASE("a rule without a limit is told with its place") {
    std::string text = old_and_new;
    text.replace(text.find("\"limit\": 3.0, "), 14, "");
    const RulesFile file(text);
    const std::vector<Problem> problems = problems_of(file.path.string());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().pointer == "/rules/0");
}

TEST_CASE("two rules of one name are told") {
    std::string text = old_and_new;
    text.replace(text.find("{\"id\": \"NEW\""), 12, "{\"id\": \"OLD\"");
    const RulesFile file(text);
    const std::vector<Problem> problems = problems_of(file.path.string());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().pointer == "/rules/1/id");
}

TEST_CASE("a superseded rule never wins over its successor, however strict it is") {
    const RulesFile file(old_and_new);
    SmallSchool school(1);
    const Audit result = audit(read_rule_set(file.path.string()), school.inspect());
    CHECK(find_finding(result, "OLD", "room-0-1-a") == nullptr);
    const Finding* found = find_finding(result, "NEW", "room-0-1-a");
    REQUIRE(found != nullptr);
    CHECK(*found->limit == 2.0);
    CHECK(found->verified == "memory");
    CHECK(found->text.in(Language::en).find("from memory only") != std::string::npos);
    CHECK(found->text.in(Language::en).find("A-1987 1") != std::string::npos);
}

TEST_CASE("what a plan does not say about its building is assumed aloud") {
    SmallSchool school(1);
    school.plan.building = {};
    school.opening("exit-west").clear_width = 1.2;
    const Audit result = audit(read_rule_set("cn-school"), school.inspect());
    CHECK(result.assumptions.size() >= 8);
    // A minimum for new designs in a building of unknown age: by a date, and check the year.
    const Finding* entrance = find_finding(result, "SCH-OUT", "exit-west");
    REQUIRE(entrance != nullptr);
    CHECK(entrance->severity == Severity::S3);
    CHECK(entrance->text.in(Language::en).find("year of design") != std::string::npos);
    CHECK_FALSE(result.not_checked.empty());
    // Without any sign the spacing of signs cannot have passed.
    CHECK(std::any_of(result.not_checked.begin(), result.not_checked.end(),
                      [](const Unjudged& rule) { return rule.id == "SIGN-GAP"; }));
}

}  // namespace evac::testing
