// Films without any display: what is in their pictures.

#include "render/film/film.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/theme.hpp"
#include "tests/render/footage/whole_tape.hpp"
#include "tests/render/pixels.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

const fs::path scenarios = fs::path(EVAC_SOURCE_DIR) / "scenarios";

using Tapes = std::vector<std::shared_ptr<const render::Tape>>;

/// The picture of a new film at this time.
render::Image picture(const Tapes& tapes, double time, const render::FilmOptions& options = {},
                      int width = 960, int height = 600) {
    render::Film film(width, height, options);
    for (const auto& tape : tapes) {
        film.add(tape, tape->info().scenario_name);
    }
    film.catch_up();
    return film.frame(time, true);
}

/// The headline of a film of this width [px].
render::PixelBox headline_box(int width) {
    return {0, 0, width, static_cast<int>(0.62 * render::headline_height)};
}

std::shared_ptr<const render::Tape> tape_of(const std::string& name, const nlohmann::json& drill) {
    const DrillFolder folder("film-" + name);
    return rehearsed(folder.write("small.drill.json", drill));
}

std::shared_ptr<const render::Tape> small_tape(const std::string& name, int pupils) {
    nlohmann::json drill = small_drill();
    drill["groups"][0]["people"][0]["count"] = pupils;
    return tape_of(name, drill);
}

/// The legend has discs of the same colours, so only the stage is looked at.
render::PixelBox stage_box(const Tapes& tapes, const render::FilmOptions& options = {}) {
    render::Film film(960, 600, options);
    for (const auto& tape : tapes) {
        film.add(tape, untranslated(""));
    }
    film.catch_up();
    film.frame(0.0, true);
    return pixels(film.stage_box(), options.type_scale);
}

}  // namespace

TEST_CASE("the same moment of a drill is the same picture, whatever was shown before") {
    const auto tape = small_tape("same", 20);
    const render::Image once = picture({tape}, 15.0);
    render::Film film(960, 600, {});
    film.add(tape, tape->info().scenario_name);
    film.catch_up();
    for (const double time : {0.0, 40.0, 3.0, 15.0}) {
        film.frame(time, true);
    }
    CHECK(film.frame(15.0, true).pixels == once.pixels);
    CHECK(film.frame(15.1, true).pixels != once.pixels);
    CHECK(picture({small_tape("again", 20)}, 15.0).pixels == once.pixels);
}

TEST_CASE("a film shows fewer people inside the later it is") {
    const auto tape = small_tape("fewer", 40);
    render::FilmOptions options;
    options.colour = render::ColourBy::group;
    options.names = false;
    options.captions = false;
    const render::PixelBox stage = stage_box({tape}, options);
    // What differs from the empty building at the end.
    const render::Image empty = picture({tape}, 1000.0, options);
    std::vector<int> differing;
    for (const double time : {0.0, 22.0, 40.0, 1000.0}) {
        differing.push_back(count_different(picture({tape}, time, options), empty, stage));
    }
    CHECK(differing.front() > 300);
    CHECK(differing.back() == 0);
    CHECK(std::is_sorted(differing.rbegin(), differing.rend()));
    CHECK(differing[1] > differing[2]);
}

TEST_CASE("the colours of the night are dark where paper was, and light where ink was") {
    const auto level = [](const render::Colour& colour) {
        return (colour.red + colour.green + colour.blue) / 3.0;
    };
    CHECK(level(render::at_night(render::theme::paper)) < 0.2);
    CHECK(level(render::at_night(render::theme::ink)) > 0.75);
    CHECK(level(render::at_night(render::theme::soft_ink)) > 0.5);
    // What is shut stays red, the way out stays green.
    const render::Colour red = render::at_night(render::theme::shut_red);
    CHECK(red.red > 2.0 * std::max(red.green, red.blue));
    const render::Colour green = render::at_night(render::theme::safety_green);
    CHECK(green.green > 1.3 * std::max(green.red, green.blue));
    CHECK(render::at_night(render::Colour{1.0, 1.0, 1.0, 0.25}).alpha == 0.25);
}

TEST_CASE("a film is dark or light, Chinese or English, side by side or stacked") {
    const auto tape = small_tape("options", 20);
    const render::Image plain = picture({tape}, 15.0);
    CHECK(brightness(plain, all_of(plain)) > 0.85);
    render::FilmOptions dark;
    dark.dark = true;
    CHECK(brightness(picture({tape}, 15.0, dark), all_of(plain)) < 0.3);
    render::FilmOptions chinese;
    chinese.language = Language::zh;
    const render::Image translated = picture({tape}, 15.0, chinese);
    CHECK(count_different(plain, translated, headline_box(960)) > 200);
    const render::PixelBox stage = stage_box({tape});
    CHECK(count_different(plain, translated, stage) > 50);
    render::FilmOptions stacked;
    stacked.layout = render::Layout::stack;
    CHECK(count_different(plain, picture({tape}, 15.0, stacked), stage) > 5000);
}

TEST_CASE("an exit that is locked bears a red padlock in the film") {
    const auto reds_at_west_exit = [](const char* scenario) {
        const auto tape = rehearsed(scenarios / scenario);
        render::Film film(1280, 800, {});
        film.add(tape, untranslated(scenario));
        film.catch_up();
        const render::Image image = film.frame(5.0, true);
        const Plan& plan = tape->info().plan;
        const Opening& exit =
            plan.openings[static_cast<std::size_t>(find_opening(plan, "exit-west"))];
        const render::StageFloor* const floor =
            render::find_level_on(film.reel(0).stage, unit_at(plan, exit.units[0]).level);
        const Vec2 seen = film.options().type_scale * floor->view.to_page(exit.line.middle());
        return count_like(image, render::theme::shut_red, around(seen, 12.0));
    };
    CHECK(reds_at_west_exit("workshop-blocked") > 40);
    CHECK(reds_at_west_exit("workshop") == 0);
}

TEST_CASE("a film of two drills says how far apart they are") {
    nlohmann::json drill = small_drill();
    drill["groups"][0]["people"][0]["count"] = 40;
    drill["groups"][0]["pre_movement"] = {{"own", {{"uniform", {0, 2}}}}};
    const auto open = tape_of("open", drill);
    drill["events"] = {{{"at", 0}, {"lock", "window"}, {"announced", true}}};
    const auto locked = tape_of("locked", drill);
    const render::Colour strong = render::rgb(0xB0006D);
    const render::PixelBox headline = headline_box(960);
    CHECK(count_like(picture({open}, 1000.0), strong, headline) == 0);
    const render::Image apart = picture({open, locked}, 1000.0);
    CHECK(count_like(apart, strong, headline) > 50);
    const render::Image alike = picture({open, open}, 1000.0);
    CHECK(count_like(alike, strong, headline) > 50);
    CHECK(count_different(apart, alike, headline) > 50);
    // In words.
    render::Film film(960, 600, {});
    film.add(open, untranslated("open"));
    film.add(locked, untranslated("locked"));
    film.catch_up();
    const double later = *film.reel(1).cleared() - *film.reel(0).cleared();
    REQUIRE(later > 1.0);
    CHECK(render::difference_words(film.reel(0), film.reel(1), render::Pair::two_drills, 1000.0,
                                   Language::en) ==
          "B is cleared " + std::to_string(std::lround(later)) + " s later");
}
