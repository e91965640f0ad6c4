#include "sim/study/ledger.hpp"

#include "sim/study/ledger_file.hpp"
#include "sim/study/ledger_words.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

#include <iconv.h>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// A corridor with two boxes; the exits are "west" (西出口) and "east".
Plan boxed_corridor() {
    Plan plan = scenes::corridor(20.0, 3.0);
    for (const double x : {5.0, 12.0}) {
        const int box = scenes::add_fixture(
            plan, x < 10.0 ? "box-1" : "box-2",
            scenes::rectangle({x, 0.0}, {x + 1.0, 1.0}), 0);
        Fixture& fixture = plan.fixtures[static_cast<std::size_t>(box)];
        fixture.movable = true;
        fixture.name.by_language = {{"en", x < 10.0 ? "Box 1" : "Box 2"}, {"zh", "纸箱"}};
    }
    plan.openings[static_cast<std::size_t>(find_opening(plan, "west"))].name.by_language = {
        {"en", "West exit"}, {"zh", "西出口"}};
    return plan;
}

fs::path written(const DrillFolder& folder, const std::string& text) {
    const fs::path file = folder.path() / "list.csv";
    write_text(file, text);
    return file;
}

std::string in_gbk(std::string text) {
    const iconv_t handle = iconv_open("GBK", "UTF-8");
    std::string result(text.size(), '\0');
    char* in = text.data();
    char* out = result.data();
    std::size_t left = text.size();
    std::size_t room = result.size();
    REQUIRE(iconv(handle, &in, &left, &out, &room) == 0);
    iconv_close(handle);
    result.resize(result.size() - room);
    return result;
}

std::vector<std::string> defects(const fs::path& file, const Plan& plan) {
    std::vector<std::string> lines;
    try {
        read_ledger(file, plan);
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            lines.push_back(say(Language::en, problem));
        }
    }
    return lines;
}

/// The list written back with no prices.
std::string back(const Ledger& ledger) {
    LedgerPrices prices;
    prices.entries.resize(ledger.entries.size());
    for (EntryPrice& price : prices.entries) {
        price.status = EntryPrice::Status::cleared;
    }
    return ledger_csv(ledger, prices);
}

const std::string chinese_list =
    "编号,隐患部位,责任人,整改期限,状态,检查人\n"
    "YH-1,西出口,赵强,2026年11月3日,未整改,王芳\n"
    "YH-2,box-1；Box 2,李建国,2026/11/30,已销号,\"王芳, 陈丽\"\n";

}  // namespace

TEST_CASE("an inspection list names things and doors by id or by name, in either language") {
    const DrillFolder folder("ledger");
    const Plan plan = boxed_corridor();
    const Ledger ledger = read_ledger(written(folder, chinese_list), plan);
    REQUIRE(ledger.entries.size() == 2);
    CHECK(ledger.language == Language::zh);
    CHECK(ledger.entries[0].id == "YH-1");
    CHECK(ledger.entries[0].openings == std::vector<int>{find_opening(plan, "west")});
    CHECK(ledger.entries[0].fixtures.empty());
    CHECK(ledger.entries[0].owner == "赵强");
    CHECK(ledger.entries[0].due == "2026-11-03");
    CHECK_FALSE(ledger.entries[0].cleared);
    CHECK(ledger.entries[1].fixtures == std::vector<int>{0, 1});
    CHECK(ledger.entries[1].due == "2026-11-30");
    CHECK(ledger.entries[1].cleared);
}

TEST_CASE("a list means the same in UTF-8, with byte order mark, in GBK, and with other separators") {
    const DrillFolder folder("ledger-encodings");
    const Plan plan = boxed_corridor();
    std::string tabs = "id\tplace\tdue\nA\tWEST\t2026-1-2\nB\tBox 1 (box-1)\t\n";
    std::string semicolons = "id;place;due\nA;west;2026.01.02\nB;\"box-1;box-2\";\n";
    for (const std::string& text :
         {chinese_list, "\xEF\xBB\xBF" + chinese_list, in_gbk(chinese_list)}) {
        const Ledger ledger = read_ledger(written(folder, text), plan);
        REQUIRE(ledger.entries.size() == 2);
        CHECK(ledger.entries[0].owner == "赵强");
        CHECK(ledger.rows[1][5] == "王芳, 陈丽");
    }
    CHECK(read_ledger(written(folder, tabs), plan).entries[0].due == "2026-01-02");
    CHECK(read_ledger(written(folder, tabs), plan).entries[1].fixtures == std::vector<int>{0});
    const Ledger parted = read_ledger(written(folder, "sep=;\r\n" + semicolons), plan);
    CHECK(parted.entries[0].due == "2026-01-02");
    CHECK(parted.entries[1].fixtures == std::vector<int>{0, 1});
}

TEST_CASE("all that stands in a list comes back: titles, unknown columns, dates as written, order") {
    const DrillFolder folder("ledger-kept");
    const Plan plan = boxed_corridor();
    const std::string text =
        "十一月消防检查,,,\n"
        "检查人,整改期限,部位,编号\n"
        "\"王芳, \"\"组长\"\"\",2026/11/3,box-2,2\n"
        "陈丽,,西出口,1\n";
    const std::string result = back(read_ledger(written(folder, text), plan));
    CHECK(result ==
          "\xEF\xBB\xBF十一月消防检查,,,,,,,,,,,\n"
          "检查人,整改期限,部位,编号,排序,现净宽(m),整改后净宽(m),提前秒数,恢复疏散人数,"
          "累计提前秒数,累计恢复人数,计价方式\n"
          "\"王芳, \"\"组长\"\"\",2026/11/3,box-2,2,,,,,,,,\n"
          "陈丽,,西出口,1,,,,,,,,\n");
    // Read again, the columns that were added are replaced, not doubled.
    CHECK(back(read_ledger(written(folder, result), plan)).starts_with(result.substr(0, 3)));
    const Ledger again = read_ledger(written(folder, result), plan);
    CHECK(again.header.size() == 4);
    const std::string second = back(again);
    CHECK(second.substr(second.find('\n')) == result.substr(result.find('\n')));
}

TEST_CASE("every defect of a list is told at once, with line and column") {
    const DrillFolder folder("ledger-defects");
    const Plan plan = boxed_corridor();
    const std::vector<std::string> found = defects(written(folder,
                                                           "id,place,due,state\n"
                                                           "A,wset,2026-02-30,open\n"
                                                           "A,box-1,soon,perhaps\n"
                                                           ",纸箱,,\n"
                                                           "D,west,,,,more\n"),
                                                   plan);
    REQUIRE(found.size() == 8);
    const auto told = [&](std::size_t i, const std::string& part) {
        INFO(found[i]);
        CHECK(found[i].find(part) != std::string::npos);
    };
    told(0, "line 2, column \"place\": \"wset\" is not in the plan; did you mean \"west\"?");
    told(1, "line 2, column \"due\": \"2026-02-30\"");
    told(2, "line 3, column \"id\": \"A\" stands in line 2 already");
    told(3, "line 3, column \"due\": \"soon\"");
    told(4, "line 3, column \"state\": \"perhaps\"");
    told(5, "line 4, column \"id\": the entry has no id");
    told(6, "could be any of box-1, box-2");
    told(7, "line 5: 6 cells, but the header has 4");
}

TEST_CASE("a list without its columns, an empty one, a workbook and broken quotes are refused") {
    const DrillFolder folder("ledger-broken");
    const Plan plan = boxed_corridor();
    CHECK(defects(written(folder, "owner,due\nLi,2026-11-30\n"), plan).size() == 2);
    CHECK(defects(written(folder, "\n\n"), plan).size() == 1);
    CHECK(defects(written(folder, std::string("PK\x03\x04\x14\x00", 6)), plan).at(0).find(
              "workbook") != std::string::npos);
    CHECK(defects(written(folder, "id,place\nA,\"west\nB,east\n"), plan).at(0).find("line 2") !=
          std::string::npos);
    CHECK(defects(written(folder, "id,place\nA,\xFF\xFF\n"), plan).at(0).find("line 2") !=
          std::string::npos);
}

TEST_CASE("dates and states are read as people write them") {
    CHECK(iso_date("2026-11-30") == "2026-11-30");
    CHECK(iso_date(" 2026年1月2日 ") == "2026-01-02");
    CHECK(iso_date("2026/2/3 0:00:00") == "2026-02-03");
    CHECK(iso_date("2028.2.29") == "2028-02-29");
    CHECK_FALSE(iso_date("2026-2-29"));
    CHECK_FALSE(iso_date("30/11/2026"));
    CHECK_FALSE(iso_date("2026-11"));
    CHECK(says_cleared("待整改", false) == false);
    CHECK(says_cleared("已销号", false) == true);
    CHECK(says_cleared("Closed", false) == true);
    CHECK(says_cleared("", false) == false);
    CHECK_FALSE(says_cleared("是", false));
    CHECK(says_cleared("是", true) == true);
}

TEST_CASE("what was cleared is gone, unless an open entry names it again") {
    Plan plan = boxed_corridor();
    plan.openings[static_cast<std::size_t>(find_opening(plan, "west"))].lock = Lock::locked;
    plan.openings[static_cast<std::size_t>(find_opening(plan, "east"))].lock = Lock::panic_bar;
    Scenario scenario = scenes::quiet_drill(plan);
    scenario.events.push_back(
        {Event::Kind::lock, 0.0, scenes::opening(scenario, "east"), false});
    const DrillFolder folder("ledger-cleared");
    const Ledger ledger = read_ledger(written(folder,
                                              "id,place,state\n"
                                              "A,west;east;box-1,cleared\n"
                                              "B,box-2,cleared\n"
                                              "C,box-2,open\n"),
                                      scenario.plan);
    const Scenario left = without_cleared(scenario, ledger);
    CHECK(left.fixture_present == std::vector<char>{0, 1});
    CHECK(left.plan.openings[static_cast<std::size_t>(scenes::opening(left, "west"))].lock ==
          Lock::none);
    CHECK(left.plan.openings[static_cast<std::size_t>(scenes::opening(left, "east"))].lock ==
          Lock::panic_bar);
    CHECK(left.events.empty());
}

TEST_CASE("movable things of the plan with an owner or a date are entries too, once") {
    Plan plan = boxed_corridor();
    plan.fixtures[0].owner = "store";
    plan.fixtures[1].since = "2026-09-01";
    const Scenario scenario = scenes::quiet_drill(plan);
    Ledger alone;
    add_entries_of_plan(alone, scenario, Language::en);
    REQUIRE(alone.entries.size() == 2);
    CHECK(alone.entries[0].owner == "store");
    CHECK(alone.rows[1] ==
          std::vector<std::string>{"box-2", "box-2", plan.fixtures[1].category, "", "2026-09-01"});

    const DrillFolder folder("ledger-plan");
    Ledger listed = read_ledger(written(folder, "place,id,floor\nbox-1,A,1\n"), plan);
    add_entries_of_plan(listed, scenario, Language::en);
    REQUIRE(listed.entries.size() == 2);
    CHECK(listed.rows[1] == std::vector<std::string>{"box-2", "box-2", ""});
}
