#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "render/drawing/page.hpp"
#include "render/picture/pictures.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/text/message.hpp"
#include "sim/text/problem.hpp"
#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

/// A folder of its own that goes away with the test.
struct Folder {
    std::filesystem::path path;

    explicit Folder(const char* name)
        : path(std::filesystem::temp_directory_path() /
               ("evac-" + std::string(name) + "-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Width and height from the header of a PNG file (RFC 2083, 11.2.1): big endian at bytes 16
/// and 20.
std::pair<unsigned, unsigned> size_of_png(const std::string& png) {
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            value = value * 256U + static_cast<unsigned char>(png.at(i));
        }
        return value;
    };
    return {number(16), number(20)};
}

render::Sheet house_sheet(const Plan& plan, Language language) {
    return render::level_sheet({plan, 0, plan.name, {}, language, {}}, {}, render::text_width);
}

}  // namespace

TEST_CASE("a level becomes a PNG of the size of its page, with something on it") {
    const Folder folder("picture");
    const Plan plan = test::small_house();
    const render::LevelSubject subject{plan, 0, plan.name, {}, Language::en, {}};
    const std::filesystem::path file = folder.path / "level.png";
    render::write_level_picture(file, subject);
    const std::string png = bytes_of(file);
    REQUIRE(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    const auto [width, height] = size_of_png(png);
    const render::Sheet sheet = house_sheet(plan, Language::en);
    CHECK(width == static_cast<unsigned>(sheet.width));
    CHECK(height == static_cast<unsigned>(sheet.height));
    // Floors, walls, safety green, lock red ...: a blank page would have one colour.
    const std::vector<unsigned char> pixels = render::pixels_of(sheet);
    std::set<std::vector<unsigned char>> colours;
    for (std::size_t i = 0; i + 2 < pixels.size(); i += 3) {
        colours.insert({pixels[i], pixels[i + 1], pixels[i + 2]});
    }
    CHECK(colours.size() > 20);
    CHECK(colours.count({0x00, 0x82, 0x3F}) == 1);  // the bar and the sign of the exits
    CHECK(colours.count({0xC5, 0x22, 0x1F}) == 1);  // the locked exit
}

TEST_CASE("a picture is no wider than asked, and as high as that makes it") {
    const render::Sheet sheet = house_sheet(test::small_house(), Language::en);
    const auto [width, height] = size_of_png(render::png_of(sheet, 0.5 * sheet.width));
    CHECK(width == Approx(0.5 * sheet.width).margin(1.0));
    CHECK(height == Approx(0.5 * sheet.height).margin(1.0));
    CHECK(render::png_of(sheet, 2.0 * sheet.width) == render::png_of(sheet));
}

TEST_CASE("the same picture has the same bytes") {
    const Plan plan = test::small_house();
    CHECK(render::png_of(house_sheet(plan, Language::zh)) ==
          render::png_of(house_sheet(plan, Language::zh)));
}

TEST_CASE("the picture of a level is drawn to scale") {
    const Plan plan = test::small_house();
    const render::Sheet sheet = house_sheet(plan, Language::en);
    const auto width = static_cast<std::size_t>(sheet.width);
    const std::vector<unsigned char> pixels = render::pixels_of(sheet);
    // The lowest wall is the only dark line as wide as the building: 20 m of it in one row.
    const render::PageFit fit = render::fit_page(
        bounding_box(Polygon{{Vec2(0, -3), Vec2(20, -3), Vec2(20, 8), Vec2(0, 8)}, {}}));
    std::size_t longest = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(sheet.height); ++row) {
        std::size_t run = 0;
        for (std::size_t x = 0; x < width; ++x) {
            run = pixels[3 * (row * width + x)] == 0x3C ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    // The wall is 0.12 m thick, half of that stands out at each end.
    CHECK(static_cast<double>(longest) == Approx(fit.scale * 20.12).margin(2.0));
}

TEST_CASE("every sentence of the pictures can be written in both languages") {
    const MessageId ids[] = {
#define EVAC_MESSAGE(id, en, zh) MessageId::id,
#include "sim/text/catalogue.def"
#undef EVAC_MESSAGE
    };
    const char* const names[] = {
#define EVAC_MESSAGE(id, en, zh) #id,
#include "sim/text/catalogue.def"
#undef EVAC_MESSAGE
    };
    int pictures = 0;
    for (std::size_t i = 0; i < std::size(ids); ++i) {
        if (std::string(names[i]).rfind("picture_", 0) != 0) {
            continue;
        }
        ++pictures;
        for (const Language language : {Language::en, Language::zh}) {
            const std::string words = say(language, ids[i], "1", "2", "3");
            INFO(words);
            CHECK(render::missing_glyphs(words) == 0);
            CHECK(render::text_width(words, {20.0, {}, false, {}}) > 0.0);
        }
    }
    CHECK(pictures > 40);
}

TEST_CASE("Chinese is set in the forms of the mainland, Latin in the same face") {
    // These five look different in the Japanese cut of the same family.
    CHECK(render::faces_of("直骨门令边") == std::vector<std::string>{"Noto Sans CJK SC"});
    CHECK(render::faces_of("Classroom 3-2, 56 m² ± − …") ==
          std::vector<std::string>{"Noto Sans CJK SC"});
}

TEST_CASE("words are as wide at any size as their letters say") {
    const double small = render::text_width("Corridor 走道", {10.0, {}, false, {}});
    CHECK(render::text_width("Corridor 走道", {40.0, {}, false, {}}) ==
          Approx(4.0 * small).epsilon(0.01));
    // An ideograph fills a square.
    CHECK(render::text_width("走", {40.0, {}, false, {}}) == Approx(40.0).margin(0.5));
}

TEST_CASE("a picture that cannot be written says which file and what to do") {
    const Plan plan = test::small_house();
    const std::filesystem::path file = "/no-such-folder/level.png";
    try {
        render::write_level_picture(file, {plan, 0, plan.name, {}, Language::en, {}});
        FAIL("no error");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 1);
        CHECK(error.problems()[0].file == file.string());
        CHECK(error.problems()[0].remedy.id == MessageId::picture_unwritable_remedy);
    }
}

TEST_CASE("heat map, trajectories and curve become files, PNG or SVG, and leave nothing else") {
    const Folder folder("pictures");
    const Plan plan = test::small_house();
    const render::LevelSubject subject{plan, 0, plan.name, {}, Language::zh, {}};
    DensityMap map;
    map.origin = Vec2(0.0, -3.0);
    map.columns = 40;
    map.rows = 22;
    map.peak.assign(40 * 22, 0.0F);
    map.peak[45] = 4.2F;
    render::write_heat_map(folder.path / "heat.png", subject, map);
    render::write_heat_map(folder.path / "empty.png", subject, DensityMap{});
    const render::Trajectory out{2, {{0, {Vec2(5, 4), Vec2(1.5, 0), Vec2(0, -1.5)}}}};
    const render::Trajectory left{-1, {{0, {Vec2(15, 4), Vec2(14, 3)}}}};
    render::write_trajectories(folder.path / "paths.svg", subject, {out, left});
    Scenario scenario;
    scenario.plan = plan;
    render::write_curve(folder.path / "curve.png", scenario, Outcome{}, Language::zh);
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
        CHECK(entry.file_size() > 1000);
        files.insert(entry.path().filename().string());
    }
    CHECK(files == std::set<std::string>{"curve.png", "empty.png", "heat.png", "paths.svg"});
    CHECK(bytes_of(folder.path / "paths.svg").find("<svg") != std::string::npos);
}
