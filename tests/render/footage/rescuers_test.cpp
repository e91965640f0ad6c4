// Rescuers are out until they go in, and inside until they are out again: in the drill, in the live
// window, in a replay, and in one that breaks off.

#include "render/film/film.hpp"
#include "render/film/headline.hpp"
#include "sim/drill/drill.hpp"
#include "sim/record/capture.hpp"
#include "tests/render/footage/whole_tape.hpp"
#include "tests/render/pixels.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// Three pupils in the room, and two rescuers in the yard who search it for so long [s]; one more
/// stays in the yard.
Scenario search(double stay, double time_limit) {
    const DrillFolder folder("rescuers");
    nlohmann::json plan = small_plan();
    feature(plan, "exit")["properties"]["evac"].erase("one_way_from");
    folder.write("small.plan.json", plan);
    nlohmann::json drill = small_drill();
    drill["time_limit"] = time_limit;
    drill["groups"] = nlohmann::json::parse(R"json([
      {"id": "class", "people": [{"unit": "room", "profile": "pupil", "count": 3}],
       "pre_movement": {"own": 2}},
      {"id": "rescuers", "people": [{"unit": "yard", "profile": "rescuer", "count": 2}],
       "pre_movement": {"own": 5}, "visits": [{"unit": "room", "stay": 0}]},
      {"id": "watch", "people": [{"unit": "yard", "profile": "staff", "count": 1}]}])json");
    drill["groups"][1]["visits"][0]["stay"] = stay;
    return read_scenario(folder.write("small.drill.json", drill));
}

/// The drill as a run writes it; broken off at the end if it is not to be whole.
Outcome record(const Scenario& scenario, const fs::path& folder, bool whole) {
    Drill drill(scenario, 1);
    ReplayWriter writer(folder / replay_file_name, replay_info(drill.scenario, drill.people));
    const auto per_frame =
        static_cast<std::int64_t>(std::llround(1.0 / (scenario.step * scenario.frames_per_second)));
    writer.append(capture(drill));
    while (!finished(drill)) {
        step(drill);
        if (drill.steps % per_frame == 0) {
            writer.append(capture(drill));
        }
    }
    conclude(drill);
    if (whole) {
        writer.finish(drill.outcome);
    }
    return drill.outcome;
}

std::shared_ptr<const render::Tape> watched(const Scenario& scenario) {
    return whole_tape(*render::rehearse(scenario, 1));
}

struct Counts {
    std::vector<int> inside;  ///< at whole seconds
    int out = 0;              ///< in the end
    std::optional<double> cleared;

    bool operator==(const Counts&) const = default;
};

Counts counts(const std::shared_ptr<const render::Tape>& tape, double end) {
    render::Reel reel(tape, untranslated("reel"));
    reel.catch_up();
    Counts result;
    for (double time = 0.0; time <= end; time += 1.0) {
        result.inside.push_back(reel.inside_at(time));
    }
    result.out = static_cast<int>(reel.log.departures.size());
    result.cleared = reel.cleared();
    return result;
}

/// How many pixels of the counts above and of the people below differ between two films.
int pixels_apart(const std::shared_ptr<const render::Tape>& a,
                 const std::shared_ptr<const render::Tape>& b, double time) {
    render::FilmOptions options;
    options.colour = render::ColourBy::group;
    options.captions = false;
    std::vector<render::Image> pictures;
    render::PixelBox stage;
    for (const auto& tape : {a, b}) {
        render::Film film(960, 600, options);
        film.add(tape, untranslated("drill"));
        film.catch_up();
        pictures.push_back(film.frame(time, true));
        stage = pixels(film.stage_box(), options.type_scale);
    }
    const int head = static_cast<int>(options.type_scale * render::headline_height);
    return count_different(pictures[0], pictures[1], {0, 0, 960, head}) +
           count_different(pictures[0], pictures[1], stage);
}

}  // namespace

TEST_CASE("the live window, the replay and the outcome count rescuers alike") {
    const bool come_out = GENERATE(false, true);
    CAPTURE(come_out);
    const Scenario scenario = search(come_out ? 20.0 : 500.0, 120.0);
    const TemporaryFolder folder;
    const Outcome outcome = record(scenario, folder.path(), true);
    REQUIRE(outcome.out == (come_out ? 6 : 4));
    const auto live = watched(scenario);
    const auto replay = replayed(folder.path());
    const Counts seen = counts(live, outcome.simulated);
    CHECK(seen == counts(replay, outcome.simulated));
    CHECK(seen.out == outcome.out);
    CHECK(seen.cleared.has_value() == come_out);
    CHECK(seen.inside.front() == 3);  // the rescuers are still outdoors
    CHECK_FALSE(std::is_sorted(seen.inside.rbegin(), seen.inside.rend()));  // they go in
    CHECK(seen.inside.back() == outcome.placed - outcome.out);
    for (const double time : {0.0, 15.0, outcome.simulated}) {
        CAPTURE(time);
        CHECK(pixels_apart(live, replay, time) == 0);
    }
}

TEST_CASE("a replay that breaks off while rescuers are inside counts them as inside") {
    const Scenario scenario = search(500.0, 60.0);
    const TemporaryFolder folder;
    const Outcome outcome = record(scenario, folder.path(), false);
    REQUIRE(outcome.out == 4);
    const auto tape = replayed(folder.path());
    const Counts seen = counts(tape, outcome.simulated);
    CHECK(seen.out == 4);
    CHECK_FALSE(seen.cleared.has_value());
    CHECK(seen.inside.back() == 2);
}
