// The source text itself under test: the rules of the house that no compiler checks.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct SourceFile {
    std::string path;  // from the root, "sim/plan/plan.hpp"
    std::string text;
};

/// The C++ files below a top-level folder, in a fixed order.
std::vector<SourceFile> sources(const std::string& top) {
    const fs::path root = EVAC_SOURCE_DIR;
    std::vector<SourceFile> files;
    if (!fs::is_directory(root / top)) {
        return files;
    }
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".hpp" && ending != ".cpp") {
            continue;
        }
        std::ifstream stream(entry.path());
        files.push_back({fs::relative(entry.path(), root).generic_string(),
                         std::string{std::istreambuf_iterator<char>(stream), {}}});
    }
    return files;
}

/// The paths in `#include "..."` lines.
std::vector<std::string> own_includes(const std::string& text) {
    const std::string opening = "#include \"";
    std::vector<std::string> paths;
    for (std::size_t at = text.find(opening); at != std::string::npos;
         at = text.find(opening, at)) {
        at += opening.size();
        paths.push_back(text.substr(at, text.find('"', at) - at));
    }
    return paths;
}

/// "sim/plan" of "sim/plan/plan.hpp", "render" of everything below render/, "sim" of files
/// that lie in sim/ itself.
std::string layer_of(const std::string& path) {
    const std::size_t first = path.find('/');
    const std::string top = path.substr(0, first);
    if (top != "sim") {
        return top;
    }
    const std::size_t second = path.find('/', first + 1);
    return second == std::string::npos ? top : path.substr(0, second);
}

/// The text without // comments, which may name what the code must not call.
std::string without_comments(const std::string& text) {
    std::string code;
    bool comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        comment = text[i] != '\n' && (comment || text.compare(i, 2, "//") == 0);
        if (!comment) {
            code += text[i];
        }
    }
    return code;
}

}  // namespace

TEST_CASE("arrows between the folders point one way: no layer includes one above it") {
    // A file may include files of its own folder and of folders with a smaller number.
    const std::map<std::string, int> height = {
        {"sim", 0},        {"sim/text", 0},         {"sim/numeric", 0}, {"sim/geometry", 1},
        {"sim/plan", 2},   {"sim/passage", 3},      {"sim/ground", 3},  {"sim/crowd", 4},
        {"sim/hazard", 4}, {"sim/drill", 5},        {"sim/record", 6},  {"sim/findings", 7},
        {"sim/study", 8},  {"sim/verification", 9}, {"render", 10},     {"tools", 11},
    };
    for (const std::string top : {"sim", "render", "tools"}) {
        for (const SourceFile& file : sources(top)) {
            const std::string from = layer_of(file.path);
            INFO(file.path);
            REQUIRE(height.count(from) == 1);
            for (const std::string& include : own_includes(file.text)) {
                INFO("includes " << include);
                const std::string to = layer_of(include);
                REQUIRE(height.count(to) == 1);
                CHECK((to == from || height.at(to) < height.at(from)));
            }
        }
    }
}

TEST_CASE("the simulation uses nothing whose bits or order depend on library or machine") {
    const std::vector<std::string> forbidden = {
        // libm rounds these differently from version to version: sim/numeric has our own
        "std::exp(",
        "std::exp2(",
        "std::log(",
        "std::log2(",
        "std::log10(",
        "std::pow(",
        "std::sin(",
        "std::cos(",
        "std::tan(",
        "std::asin(",
        "std::acos(",
        "std::atan(",
        "std::atan2(",
        "std::hypot(",
        "std::cbrt(",
        "std::tanh(",
        "std::erf(",
        // rounds once where two operations round twice
        "std::fma(",
        // every standard library walks through these in its own order
        "std::unordered_",
        // every standard library draws in its own way; sim/numeric has Philox
        "std::mt19937",
        "std::random_device",
        "_distribution<",
        "std::rand(",
        // a drill knows its step counter, not the time of day
        "std::chrono",
    };
    // Writing what happened (record) comes after the state and does not feed it.
    const std::set<std::string> state = {"sim/numeric", "sim/geometry", "sim/plan",   "sim/passage",
                                         "sim/ground",  "sim/crowd",    "sim/hazard", "sim/drill"};
    for (const SourceFile& file : sources("sim")) {
        if (state.count(layer_of(file.path)) == 0) {
            continue;
        }
        const std::string code = without_comments(file.text);
        for (const std::string& word : forbidden) {
            INFO(file.path << " says " << word);
            CHECK(code.find(word) == std::string::npos);
        }
    }
}
