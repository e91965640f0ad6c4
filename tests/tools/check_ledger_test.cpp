#include "sim/record/read_csv.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tools/check/check.hpp"

#include <catch2/catch.hpp>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

CheckOptions blocked_workshop(const DrillFolder& folder) {
    CheckOptions options;
    options.source = fs::path(EVAC_SOURCE_DIR) / "scenarios/workshop-blocked";
    options.ledger = options.source / "inspection.csv";
    options.out = folder.path() / "out";
    options.threads = 1;
    options.json = true;
    return options;
}

}  // namespace

TEST_CASE("evac check prices the shipped inspection list and writes it back, again and again") {
    const DrillFolder folder("check-ledger");
    CheckOptions options = blocked_workshop(folder);
    CHECK(check_command(options) == 0);
    const CsvTable first = read_csv(options.out / "ledger.csv");
    REQUIRE(first.rows.size() == 5);
    CHECK(first.header.front() == "编号");
    CHECK(first.header.back() == "计价方式");
    CHECK(first.rows[0].back() == "仿真");  // 80 people: drills are quick
    CHECK(first.rows[3].back().empty());
    const std::size_t rank = first.column("排序");
    const std::size_t now = first.column("现净宽(m)");
    // Two pallets in the east passage and the locked west exit can be priced; the door of row 3 is
    // open again, row 4 names a room only, row 5 nothing.
    CHECK(first.number(0, rank).value_or(0) + first.number(1, rank).value_or(0) == 3);
    CHECK(first.number(0, now).value_or(9) == Approx(0.70).margin(0.02));
    CHECK(first.number(1, now).value_or(9) == 0.0);
    for (std::size_t row = 2; row < 5; ++row) {
        CHECK_FALSE(first.number(row, rank));
    }
    const std::string page = read_text(options.out / "report.html");
    CHECK(page.find("YH-2026-041") != std::string::npos);

    options.ledger = options.out / "ledger.csv";
    CHECK(check_command(options) == 0);
    const CsvTable second = read_csv(options.out / "ledger.csv");
    CHECK(second.header == first.header);
    CHECK(second.rows == first.rows);
}

TEST_CASE("a wrong inspection list stops the check before anything is written") {
    const DrillFolder folder("check-ledger-wrong");
    CheckOptions options = blocked_workshop(folder);
    options.ledger = folder.path() / "wrong.csv";
    write_text(options.ledger, "id,place\nA,exit-wset\nA,exit-west\n");
    try {
        check_command(options);
        FAIL("the list was taken");
    } catch (const InputError& error) {
        CHECK(error.problems().size() == 2);
    }
    CHECK_FALSE(fs::exists(options.out));
    CHECK_FALSE(fs::exists(folder.path() / "out.incomplete"));
    options.ledger = folder.path() / "none.csv";
    CHECK_THROWS_AS(check_command(options), InputError);
}
