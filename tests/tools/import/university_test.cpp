// The main building of a university as its own students drew it (IMDF), which is not part of the
// project: looked for beside the checkout.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/plan/check.hpp"
#include "tools/import/exits.hpp"
#include "tools/import/import.hpp"

using namespace evac;
namespace fs = std::filesystem;

namespace {

const fs::path drawing = fs::path(EVAC_SOURCE_DIR) / "../shared/plans/spbstu_imdf";

}  // namespace

TEST_CASE("A real university imports whole and everybody finds a way out") {
    if (!fs::exists(drawing)) {
        WARN("skipped: " << drawing.string() << " is not there");
        return;
    }
    ImportOptions options;
    options.source = drawing;
    options.guess_exits = true;
    const ImportResult result = import_plan(options);
    const Plan& plan = result.plan;
    CHECK(check_plan(plan).empty());
    CHECK(units_cut_off(plan).empty());
    // Two storeys are drawn, one between them is not; a fourth, of another building, is empty.
    CHECK(plan.levels.size() == 3);
    // Four corner stairs and two grand ones with flights to both sides.
    CHECK(result.report.stairs == 6);
    // Long, but not longer than the 230 m the aerial picture shows.
    Box box = bounding_box(plan.units.front().polygon);
    for (const Unit& unit : plan.units) {
        const Box here = bounding_box(unit.polygon);
        box.low = box.low.cwiseMin(here.low);
        box.high = box.high.cwiseMax(here.high);
    }
    CHECK(box.size().x() == Approx(227.0).margin(3.0));
    CHECK(box.size().y() == Approx(120.0).margin(3.0));
    // Of the drawing's 144 units each is there, or was replaced by the flights of its stair.
    const auto drawn = std::count_if(plan.units.begin(), plan.units.end(),
                                     [](const Unit& unit) { return !unit.source.id.empty(); });
    CHECK(drawn == 144 - 8);
    // Exits stand well apart.
    for (const Opening& a : plan.openings) {
        for (const Opening& b : plan.openings) {
            if (a.exit && b.exit && a.id < b.id) {
                CHECK((a.line.middle() - b.line.middle()).norm() > 25.0);
            }
        }
    }
}

TEST_CASE("Without guessing, the university imports and nobody can get out") {
    if (!fs::exists(drawing)) {
        WARN("skipped: " << drawing.string() << " is not there");
        return;
    }
    ImportOptions options;
    options.source = drawing;
    const ImportResult result = import_plan(options);
    CHECK(result.report.exits == 0);
    REQUIRE_FALSE(result.report.problems.empty());
    CHECK(result.report.problems.front().kind == "no_exit");
}
