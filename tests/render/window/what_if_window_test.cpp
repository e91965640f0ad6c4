// Changing a drill in the window: doors are clicked, things are dragged, the drill is run again,
// compared, saved.

#include "render/drawing/theme.hpp"
#include "sim/record/read_csv.hpp"
#include "sim/text/json_file.hpp"
#include "tests/render/footage/whole_tape.hpp"
#include "tests/render/window/expected_film.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

const fs::path scenarios = fs::path(EVAC_SOURCE_DIR) / "scenarios";

/// The middles of the lines of a menu that has opened over the picture `before`, its title first:
/// where ink is in what has changed.
std::vector<Vec2> lines_of_menu(const render::Image& before, const render::Image& now,
                                const render::PixelBox& room) {
    std::vector<Vec2> lines;
    render::PixelBox menu{room.right, room.bottom, room.left, room.top};
    for (int y = room.top; y < room.bottom; ++y) {
        for (int x = room.left; x < room.right; ++x) {
            if (count_different(before, now, {x, y, x + 1, y + 1}) > 0) {
                menu = {std::min(menu.left, x), std::min(menu.top, y), std::max(menu.right, x + 1),
                        std::max(menu.bottom, y + 1)};
            }
        }
    }
    int begin = -1;
    for (int y = menu.top + 3; y < menu.bottom - 2; ++y) {
        const render::PixelBox row{menu.left + 3, y, menu.right - 3, y + 1};
        const bool ink = count_like(now, render::rgb(0x202124), row, 110) > 0;
        if (ink && begin < 0) {
            begin = y;
        }
        if (!ink && begin >= 0) {
            if (y - begin > 5) {  // else it is the line below the title
                lines.emplace_back(0.5 * (menu.left + menu.right), 0.5 * (begin + y));
            }
            begin = -1;
        }
    }
    return lines;
}

/// Clicks an opening, and the line of its menu: 1 open, 2 lock, 3 block.
void choose(const EvacWindow& window, const ExpectedFilm& expected, const Vec2& opening,
            std::size_t line) {
    const render::Image before = window.picture();
    window.click(opening);
    std::vector<Vec2> lines;
    REQUIRE(soon([&] {
        lines = lines_of_menu(before, window.picture(), expected.stage());
        return lines.size() == 4;
    }));
    window.click(lines[line]);
}

/// A square of the side of a sign, in the window.
render::PixelBox sign_at(const Vec2& pixel) {
    return around(pixel, 12.0);
}

nlohmann::json saved(const EvacWindow& window, const std::string& name) {
    window.key("ctrl+s");
    const fs::path file = window.folder() / name;
    REQUIRE(soon([&] { return fs::exists(file); }));
    return read_json(file);
}

fs::path run_drill(const fs::path& file, const fs::path& out) {
    ProcessRequest request;
    request.words = {EVAC_PROGRAM, "run", file.string(), "--out", out.string()};
    REQUIRE(ran(request).code == 0);
    return out;
}

}  // namespace

TEST_CASE("a door locked with a click is locked when the drill runs again, saved and undone") {
    if (no_screen()) {
        return;
    }
    const fs::path source = scenarios / "workshop";
    const auto tape = rehearsed(source);
    const Screen screen;
    const TemporaryFolder home;
    EvacWindow window(screen, home.path(), {source.string()});
    ExpectedFilm expected(window, {tape});
    window.key("space");
    REQUIRE(goes_to(window, expected, 0.1));
    const Vec2 west = expected.opening("exit-west");
    const auto& red = render::theme::shut_red;
    CHECK(count_like(window.picture(), red, sign_at(west)) == 0);
    const auto curve = [&](std::uint32_t colour) {
        return columns_like(window.picture(), render::rgb(colour), expected.strip(), 1, 45).size();
    };
    CHECK(curve(0xD55E00) < 60);

    choose(window, expected, west, 2);
    // Until the drill is run again, the change is marked where it was made.
    CHECK(soon([&] {
        return count_like(window.picture(), render::rgb(0xB0006D), around(west, 30.0)) > 60;
    }));
    const nlohmann::json locked = saved(window, "workshop-what-if.drill.json");
    CHECK(locked.at("events").dump().find("exit-west") != std::string::npos);
    const auto changed = rehearsed(window.folder() / "workshop-what-if.drill.json");

    window.key("r");
    CHECK(soon([&] { return count_like(window.picture(), red, sign_at(west)) > 40; }));
    // Both curves: the plan, and dashed what the lock makes of it.
    CHECK(soon([&] { return curve(0x0072B2) > 200 && curve(0xD55E00) > 200; }));
    ExpectedFilm both(window, {tape, changed});
    both.film.pair = render::Pair::what_if;
    both.film.show(render::Film::Shown::last);
    window.key("space");
    CHECK(goes_to(window, both, 0.5));

    // The saved drill is one like any other.
    const fs::path out =
        run_drill(window.folder() / "workshop-what-if.drill.json", home.path() / "locked");
    const CsvTable openings = read_csv(out / "openings.csv");
    bool listed = false;
    for (std::size_t row = 0; row < openings.rows.size(); ++row) {
        if (openings.rows[row][openings.column("id")] == "exit-west") {
            listed = true;
            CHECK(openings.number(row, openings.column("forward")).value() == 0.0);
        }
    }
    CHECK(listed);

    window.key("ctrl+z");
    // Another change instead is one that has not been run, and the only one.
    const Vec2 south = both.opening("exit-south");
    choose(window, both, south, 2);
    CHECK(soon([&] {
        return count_like(window.picture(), render::rgb(0xB0006D), around(south, 30.0)) > 60;
    }));
    const nlohmann::json other = saved(window, "workshop-what-if-2.drill.json");
    CHECK(other.at("events").dump().find("exit-south") != std::string::npos);
    CHECK(other.at("events").dump().find("exit-west") == std::string::npos);
    window.close();
    CHECK(window.end() == 0);
}

TEST_CASE("goods dragged to another place stand there when the drill runs again") {
    if (no_screen()) {
        return;
    }
    const fs::path source = scenarios / "workshop-blocked";
    const auto tape = rehearsed(source);
    const Screen screen;
    const TemporaryFolder home;
    const EvacWindow window(screen, home.path(), {source.string()});
    ExpectedFilm expected(window, {tape});
    window.key("space");
    REQUIRE(goes_to(window, expected, 0.1));
    const Plan& plan = tape->info().plan;
    const Fixture& pallet = plan.fixtures[static_cast<std::size_t>(find_fixture(plan, "pallet-1"))];
    const Box box = bounding_box(pallet.polygon);
    const int level = unit_at(plan, pallet.unit).level;
    const Vec2 middle = 0.5 * (box.low + box.high);
    const Vec2 shift(-7.0, 0.4);  // [m]
    const Vec2 from = expected.place(level, middle);
    const Vec2 to = expected.place(level, middle + shift);
    const auto goods = [&](const Vec2& at) {
        return count_like(window.picture(), render::theme::goods_fill, around(at, 4.0), 30);
    };
    REQUIRE(goods(from) > 8);
    REQUIRE(goods(to) == 0);

    window.drag(from, to);
    window.point(Vec2(4.0, 4.0));
    const nlohmann::json moved = saved(window, "workshop-blocked-what-if.drill.json");
    const auto& corner = moved.at("fixtures").at(0).at("geometry").at("coordinates").at(0).at(0);
    const double pixel = (to - from).norm() / shift.norm();  // per metre
    CHECK(std::abs(corner.at(0).get<double>() - 80.4 - shift.x()) < 1.5 / pixel);
    CHECK(std::abs(corner.at(1).get<double>() - 22.05 - shift.y()) < 1.5 / pixel);

    window.key("r");
    CHECK(soon([&] { return goods(to) > 8 && goods(from) == 0; }));
    const auto changed = rehearsed(window.folder() / "workshop-blocked-what-if.drill.json");
    ExpectedFilm both(window, {tape, changed});
    both.film.pair = render::Pair::what_if;
    both.film.show(render::Film::Shown::last);
    CHECK(soon([&] { return !stands_still(window, both.headline()); }));  // it plays from the start
    window.key("space");
    CHECK(goes_to(window, both, 0.4));
}

TEST_CASE("two results play beside each other on one clock") {
    if (no_screen()) {
        return;
    }
    const DrillFolder drill("window-two");
    std::vector<std::shared_ptr<const render::Tape>> tapes;
    std::vector<std::string> results;
    for (const int count : {20, 60}) {
        nlohmann::json one = small_drill();
        one["id"] = "of-" + std::to_string(count);
        one["name"]["en"] = "Drill of " + std::to_string(count);
        one["groups"][0]["people"][0]["count"] = count;
        const std::string name = "of-" + std::to_string(count);
        const fs::path out = run_drill(drill.write(name + ".drill.json", one), drill.path() / name);
        results.push_back(out.string());
        tapes.push_back(replayed(out));
    }
    const Screen screen;
    const TemporaryFolder home;
    const EvacWindow window(screen, home.path(), results);
    ExpectedFilm expected(window, tapes);
    const render::Image first = window.picture();
    expected.film.frame(0.0, true);
    CHECK(soon([&] { return count_different(first, window.picture(), expected.headline()) > 20; }));
    window.key("space");
    for (const double share : {0.2, 0.6}) {
        CHECK(goes_to(window, expected, share));
    }
    // Which is which, and how far apart they are.
    CHECK(count_like(window.picture(), render::rgb(0x0072B2), expected.stage()) > 100);
    CHECK(count_like(window.picture(), render::rgb(0xD55E00), expected.stage()) > 100);
}
