// The window as a person sees and handles it: a display of its own, keys and mouse, pictures
// compared by what is in them.

#include "render/drawing/night.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/json_file.hpp"
#include "tests/render/footage/whole_tape.hpp"
#include "tests/render/window/expected_film.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

const fs::path workshop = fs::path(EVAC_SOURCE_DIR) / "scenarios/workshop";

}  // namespace

TEST_CASE("a window plays a drill, pauses, and goes where its time line is dragged") {
    if (no_screen()) {
        return;
    }
    const Screen screen;
    const TemporaryFolder home;
    const EvacWindow window(screen, home.path(), {workshop.string(), "--speed", "4"});
    CHECK(window.width() == 1280);
    CHECK(window.height() == 800);
    ExpectedFilm expected(window, {rehearsed(workshop)});
    render::Film& film = expected.film;
    film.speed = 4.0;  // captions stay for so long

    // The plan with everybody in it, besides what moves.
    const render::Image first = film.frame(0.0, true);
    const render::PixelBox stage = expected.stage();
    const int pixels_of_stage = (stage.right - stage.left) * (stage.bottom - stage.top);
    REQUIRE(count_different(first, render::Image(first.width, first.height, 0xFFFFFFFFU), stage) >
            pixels_of_stage / 4);
    CHECK(soon(
        [&] { return count_different(window.picture(), first, stage) < pixels_of_stage / 25; }));

    // It plays: people move, the clock runs.
    const render::Image before = window.picture();
    const render::PixelBox clock{film.width() - 80, 0, film.width(), expected.headline().bottom};
    CHECK(soon([&] {
        const render::Image now = window.picture();
        return count_different(before, now, stage) > 300 &&
               count_different(before, now, clock) > 20;
    }));

    window.key("space");
    CHECK(soon([&] { return stands_still(window, stage); }));

    // Every moment, by pressing there and by dragging on, forwards and back.
    const Vec2 early = expected.on_time_line(0.3);
    const Vec2 late = expected.on_time_line(0.6);
    window.press(early);
    CHECK(soon([&] { return expected.shown_at(expected.time_at(early)); }));
    window.point(late);
    CHECK(soon([&] { return expected.shown_at(expected.time_at(late)); }));
    window.point(expected.on_time_line(0.5));
    const Vec2 end = expected.on_time_line(0.45);
    window.release(end);
    CHECK(soon([&] { return expected.shown_at(expected.time_at(end)); }));
    window.point(Vec2(4.0, 4.0));  // what is said at the mouse hides nothing now
    CHECK(soon([&] {
        const std::vector<int> head = play_head(window.picture(), expected.strip());
        return !head.empty() && head.size() <= 4 && std::abs(head.front() - end.x()) <= 3.0;
    }));

    // The screenshot is what the window shows.
    window.key("F12");
    const fs::path file = home.path() / "life-passage-1.png";
    REQUIRE(soon([&] { return fs::exists(file); }));
    const render::Image shot = read_png(file);
    CHECK(shot.width == 1280);
    CHECK(shot.height == 800);
    CHECK(count_different(shot, film.frame(expected.time_at(end), true), stage) <= 4);
    CHECK(count_different(shot, window.picture(), {film.width(), 0, 1280, 800}) <= 4);

    // Space goes on from there.
    window.key("space");
    CHECK(soon([&] { return !stands_still(window, stage); }));
}

TEST_CASE("a window opens at the moment that was asked for") {
    if (no_screen()) {
        return;
    }
    const Screen screen;
    const TemporaryFolder home;
    const EvacWindow window(screen, home.path(), {workshop.string(), "--at", "1:10"});
    ExpectedFilm expected(window, {rehearsed(workshop)});
    window.key("space");
    CHECK(soon([&] { return stands_still(window, all_of(window.picture())); }));
    expected.film.frame(0.0, true);
    const std::vector<int> head = play_head(window.picture(), expected.strip());
    REQUIRE_FALSE(head.empty());
    const double time = expected.time_at(Vec2(head.front(), 0.0));
    CHECK(time > 69.0);
    CHECK(time < 90.0);
}

TEST_CASE("the mouse enlarges the plan, moves it and follows a person") {
    if (no_screen()) {
        return;
    }
    const DrillFolder drill("window-mouse");
    const fs::path file = drill.write("small.drill.json", small_drill());
    const Screen screen;
    const TemporaryFolder home;
    EvacWindow window(screen, home.path(), {file.string()});
    ExpectedFilm expected(window, {rehearsed(file)});
    render::Film& film = expected.film;
    window.key("space");
    REQUIRE(goes_to(window, expected, 0.4));
    const double time = expected.time_at(expected.on_time_line(0.4));

    // What lies under the mouse stays there.
    const Vec2 corner(150.0, 180.0);
    const Vec2 middle = 0.5 * (film.stage_box().low + film.stage_box().high);
    const Vec2 from = film.to_page(corner.x(), corner.y()) - middle;
    window.wheel(corner, 2);
    film.camera.zoom = 1.44;
    film.camera.offset = from - 1.44 * from;
    CHECK(soon([&] { return expected.shown_whole_at(time); }));
    // Free ground is taken and pulled.
    window.drag(corner, corner + Vec2(120.0, -40.0));
    film.camera.offset += film.to_page(120.0, -40.0);
    CHECK(soon([&] { return expected.shown_whole_at(time); }));
    window.key("f");
    film.camera = {};
    CHECK(soon([&] { return expected.shown_whole_at(time); }));

    // Somebody who stands apart, from doors and things as well, is clicked, ringed, and comes into
    // the middle.
    film.frame(time, true);
    const std::vector<render::SeenWalker>& seen = film.reel(0).seen;
    const Plan& plan = film.reel(0).plan();
    const auto room_around = [&](const render::SeenWalker& walker) {
        double least = 1e9;  // [m]
        for (const render::SeenWalker& other : seen) {
            const double away = (other.place - walker.place).norm();
            least = &other == &walker ? least : std::min(least, away);
        }
        for (const Opening& opening : plan.openings) {
            least = std::min(least, distance(opening.line, walker.place));
        }
        for (const Fixture& fixture : plan.fixtures) {
            least = std::min(least, edge_distance(fixture.polygon, walker.place));
        }
        return least;
    };
    const render::SeenWalker alone = *std::max_element(
        seen.begin(), seen.end(),
        [&](const auto& a, const auto& b) { return room_around(a) < room_around(b); });
    window.click(film.options().type_scale * alone.seen);
    const Vec2 in_the_middle = film.options().type_scale * middle;
    const auto ring = [&] {
        return count_like(window.picture(), render::rgb(0xB0006D), around(in_the_middle, 24.0), 40);
    };
    CHECK(soon([&] { return ring() > 20; }));
    window.key("Escape");
    CHECK(soon([&] { return ring() == 0; }));
    window.key("f");
    window.point(Vec2(4.0, 4.0));
    CHECK(soon([&] { return expected.shown_whole_at(time); }));
}

TEST_CASE("keys change how a drill looks, and the window looks so again the next time") {
    if (no_screen()) {
        return;
    }
    const DrillFolder drill("window-keys");
    const fs::path file = drill.write("small.drill.json", small_drill());
    const auto tape = rehearsed(file);
    const Screen screen;
    const TemporaryFolder home;
    EvacWindow window(screen, home.path(), {file.string()});
    ExpectedFilm expected(window, {tape});
    render::FilmOptions options;
    // A moment with half of the people on their way.
    window.key("space");
    REQUIRE(goes_to(window, expected, 0.4));
    double time = expected.time_at(expected.on_time_line(0.4));
    CHECK(soon([&] { return expected.shown_whole_at(time); }));
    const auto shows = [&](const std::string& key) {
        INFO("after the key " << key);
        window.key(key);
        expected.film.set(options);
        CHECK(soon([&] { return expected.shown_whole_at(time); }));
    };

    options.layout = render::Layout::stack;
    shows("l");
    options.layout = render::Layout::sides;
    shows("l");
    options.heat = true;
    shows("h");
    options.heat = false;
    shows("h");
    options.colour = render::ColourBy::group;
    shows("c");
    options.names = false;
    shows("n");
    options.names = true;
    shows("n");

    // Chinese, the panels as well.
    const render::Image english = window.picture();
    options.language = Language::zh;
    shows("z");
    CHECK(count_different(english, window.picture(), {expected.film.width(), 0, 1280, 700}) > 500);
    options.language = Language::en;
    shows("z");

    // Help covers the middle and goes again.
    window.key("F1");
    const render::PixelBox middle{440, 200, 840, 600};
    CHECK(soon([&] { return count_different(window.picture(), english, middle) > 20000; }));
    shows("Escape");

    options.dark = true;
    shows("v");
    CHECK(brightness(window.picture(), all_of(window.picture())) < 0.35);

    // The picture fills whatever size the window gets.
    for (const auto& [width, height] : {std::pair(1000, 640), std::pair(1360, 880)}) {
        window.resize(width, height);
        REQUIRE(window.width() == width);
        expected.fit();
        CHECK(soon([&] { return expected.shown_whole_at(time); }));
    }

    window.close();
    CHECK(window.end() == 0);
    const nlohmann::json memory =
        read_json(home.path() / "settings" / "life-passage" / "window.json");
    CHECK(memory.at("dark") == true);
    CHECK(memory.at("width") == 1360);

    // Nothing is said of the size now: it is remembered.
    EvacWindow again(screen, home.path(), {file.string()}, 0, 0);
    CHECK(again.width() == 1360);
    CHECK(again.height() == 880);
    ExpectedFilm dark(again, {tape}, options);
    again.key("space");
    REQUIRE(goes_to(again, dark, 0.4));
    time = dark.time_at(dark.on_time_line(0.4));
    CHECK(soon([&] { return dark.shown_whole_at(time); }));
    again.key("ctrl+q");
    CHECK(again.end() == 0);
}
