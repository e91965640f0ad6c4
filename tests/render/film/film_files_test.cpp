// `evac view` without any display: pictures and films as files, and what is wrong with what was
// asked for.

#include "sim/record/replay.hpp"
#include "sim/text/file.hpp"
#include "tests/render/pixels.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tests/tools/process.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// `evac view` in a folder of its own, with no display to be found.
class Viewing {
public:
    Viewing() {
        request_.environment["DISPLAY"] = std::nullopt;
        request_.environment["LC_ALL"] = "C.UTF-8";  // says it in English
    }

    const fs::path& folder() const { return folder_.path(); }
    void set(const std::string& variable, const std::string& value) {
        request_.environment[variable] = value;
    }

    Ran operator()(const std::vector<std::string>& arguments) {
        request_.words = {EVAC_PROGRAM, "view"};
        request_.words.insert(request_.words.end(), arguments.begin(), arguments.end());
        request_.folder = folder();
        return ran(request_);
    }

    /// The user is told in one line, which says this; nothing is left behind.
    void refuses(const std::vector<std::string>& arguments, const std::string& word) {
        std::string call;
        for (const std::string& argument : arguments) {
            call += argument + " ";
        }
        const auto files = count_files();
        const Ran result = (*this)(arguments);
        INFO("evac view " << call << "says " << result.errors);
        CHECK(result.code == 2);
        CHECK(result.output.empty());
        CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 1);
        CHECK(result.errors.find(word) != std::string::npos);
        CHECK(count_files() == files);
    }

private:
    std::ptrdiff_t count_files() const {
        return std::distance(fs::recursive_directory_iterator(folder()),
                             fs::recursive_directory_iterator());
    }

    TemporaryFolder folder_;
    ProcessRequest request_;
};

/// A result in `folder`: two rooms in which seven people march for ten seconds.
std::string result_in(const fs::path& folder) {
    const fs::path result = folder / "result";
    fs::create_directories(result);
    ReplayWriter writer(result / replay_file_name, info_of(7));
    for (int f = 0; f <= 100; ++f) {
        Frame frame = marching(0.1 * f, 7);
        frame.time = 0.1 * f;
        writer.append(frame);
    }
    writer.finish({});
    return "result";
}

/// A copy of the result whose replay has been changed by `damage`.
template <class Damage>
std::string damaged(const fs::path& folder, const std::string& name, const Damage& damage) {
    fs::create_directories(folder / name);
    std::string bytes = read_text(folder / "result" / replay_file_name);
    damage(bytes);
    std::ofstream(folder / name / replay_file_name, std::ios::binary) << bytes;
    return name;
}

}  // namespace

TEST_CASE("a screenshot needs no display and has the size that was asked for") {
    Viewing view;
    const std::string result = result_in(view.folder());
    const Ran plain = view({result, "--screenshot", "plain.png", "--at", "5"});
    CHECK(plain.code == 0);
    CHECK(plain.output.empty());
    const render::Image image = read_png(view.folder() / "plain.png");
    CHECK(image.width == 1280);
    CHECK(image.height == 800);
    CHECK(count_different(image, render::Image(1280, 800, 0xFFFFFFFFU), all_of(image)) > 20000);

    CHECK(view({result, "--screenshot", "small.png", "--at", "0:05", "--size", "401x303"}).code ==
          0);
    const render::Image small = read_png(view.folder() / "small.png");
    CHECK(small.width == 401);
    CHECK(small.height == 303);

    // The same again gives the same bytes; another theme, language, moment another picture.
    const auto shot = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {result, "--quiet", "--screenshot", "shot.png"});
        const Ran made = view(more);
        CHECK(made.code == 0);
        CHECK(made.errors.empty());
        return read_png(view.folder() / "shot.png");
    };
    CHECK(shot({"--at", "5"}).pixels == image.pixels);
    CHECK(shot({"--at", "7"}).pixels != image.pixels);
    CHECK(shot({"--at", "5", "--lang", "zh"}).pixels != image.pixels);
    CHECK(shot({"--at", "5", "--layout", "stack"}).pixels != image.pixels);
    const render::Image dark = shot({"--at", "5", "--theme", "dark"});
    CHECK(brightness(dark, all_of(dark)) < 0.3);
    CHECK(brightness(image, all_of(image)) > 0.8);
}

TEST_CASE("what evac view cannot do it says in one line, and leaves no file") {
    Viewing view;
    const std::string result = result_in(view.folder());
    fs::create_directories(view.folder() / "empty");
    const auto shot = [&](const std::string& source, const std::string& option,
                          const std::string& value) {
        return std::vector<std::string>{source, "--screenshot", "f.png", option, value};
    };
    view.refuses(shot(result, "--at", "garbage"), "garbage");
    view.refuses(shot(result, "--at", "-3"), "-3");
    view.refuses(shot(result, "--at", "1:75"), "1:75");
    view.refuses(shot(result, "--at", "nan"), "nan");
    view.refuses(shot(result, "--size", "10x10"), "10x10");
    view.refuses(shot(result, "--size", "large"), "large");
    view.refuses(shot(result, "--size", "1280"), "1280");
    view.refuses(shot(result, "--show", "heat,smell"), "smell");
    view.refuses(shot(result, "--layout", "round"), "--layout");
    view.refuses(shot(result, "--video", "f.mp4"), "--video");
    view.refuses({result, "--video", "f.avi"}, ".mp4");
    view.refuses({result, "--screenshot", "f.jpg"}, ".png");
    view.refuses({result, "--screenshot", "nowhere/f.png"}, "nowhere/f.png");
    view.refuses({"nowhere", "--screenshot", "f.png"}, "nowhere");
    view.refuses({"empty", "--screenshot", "f.png"}, "empty");
    view.refuses({result, "nowhere", "--screenshot", "f.png"}, "nowhere");
    // Without a display there is another way, which is named.
    view.refuses({result}, "--screenshot");
    const Ran none = view({"--screenshot", "f.png"});
    CHECK(none.code == 2);
    CHECK_FALSE(fs::exists(view.folder() / "f.png"));
}

TEST_CASE("a replay that is damaged or newer than the program is not shown") {
    Viewing view;
    result_in(view.folder());
    const auto screenshot_of = [](const std::string& source) {
        return std::vector<std::string>{source, "--screenshot", "f.png"};
    };
    const auto cut =
        damaged(view.folder(), "cut", [](std::string& bytes) { bytes.resize(bytes.size() / 2); });
    view.refuses(screenshot_of(cut), "damaged");
    const auto overwritten = damaged(view.folder(), "overwritten", [](std::string& bytes) {
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 3), bytes.end(), 'Z');
    });
    view.refuses(screenshot_of(overwritten), "damaged");
    const auto headless = damaged(view.folder(), "headless", [](std::string& bytes) {
        std::fill_n(bytes.begin(), 100, '\0');
    });
    view.refuses(screenshot_of(headless), "replay");
    const auto none = damaged(view.folder(), "none", [](std::string& bytes) { bytes.clear(); });
    view.refuses(screenshot_of(none), "replay");
    // SQLite keeps the user version at byte 60, big endian.
    const auto newer = damaged(view.folder(), "newer", [](std::string& bytes) {
        bytes.replace(60, 4, {'\0', '\0', '\0', '\x63'});
    });
    view.refuses(screenshot_of(newer), "99");
}

TEST_CASE("a drill in which nobody takes part shows its plan") {
    Viewing view;
    const DrillFolder drill("film-nobody");
    nlohmann::json nobody = small_drill();
    nobody["groups"] = nlohmann::json::array();
    const fs::path file = drill.write("nobody.drill.json", nobody);
    const Ran made = view({file.string(), "--screenshot", "plan.png"});
    INFO(made.errors);
    REQUIRE(made.code == 0);
    const render::Image plan = read_png(view.folder() / "plan.png");
    CHECK(count_different(plan, render::Image(1280, 800, 0xFFFFFFFFU), all_of(plan)) > 20000);
}

TEST_CASE("a film is a video of the size that was asked for") {
    for (const char* program : {"ffmpeg", "ffprobe"}) {
        if (!installed(program)) {
            WARN("skipped: " << program << " is not installed");
            return;
        }
    }
    Viewing view;
    const std::string result = result_in(view.folder());
    // An odd size is made even, which the encoder wants.
    const Ran made = view({result, "--video", "film.mp4", "--size", "641x401", "--fps", "5",
                           "--speed", "10", "--quiet"});
    INFO(made.errors);
    REQUIRE(made.code == 0);
    CHECK_FALSE(fs::exists(view.folder() / "film.mp4.incomplete"));
    ProcessRequest probe;
    probe.words = {"ffprobe", "-v",   "error",         "-count_frames",
                   "-of",     "json", "-show_streams", (view.folder() / "film.mp4").string()};
    const nlohmann::json streams = nlohmann::json::parse(ran(probe).output).at("streams");
    REQUIRE(streams.size() == 1);
    CHECK(streams[0].at("codec_name") == "h264");
    CHECK(streams[0].at("width") == 640);
    CHECK(streams[0].at("height") == 400);
    // A second for ten of the drill, then three in which the last picture stays.
    CHECK(streams[0].at("nb_read_frames") == "21");
}

TEST_CASE("without ffmpeg a film is refused before anything is done for it") {
    Viewing view;
    const std::string result = result_in(view.folder());
    view.set("PATH", (view.folder() / "nothing").string());
    view.refuses({result, "--video", "film.mp4"}, "ffmpeg");
}
