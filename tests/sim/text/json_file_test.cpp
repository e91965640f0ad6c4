#include <sys/resource.h>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/json_layout.hpp"
#include "sim/text/problem.hpp"

using namespace evac;

namespace {

std::vector<Problem> problems_of_text(std::string_view text) {
    try {
        parse_json(text, "a.json");
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

std::vector<Problem> problems_of_file(const std::filesystem::path& file) {
    try {
        read_json(file);
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

/// A folder that is gone when the test is over.
/// A folder of its own for one test: others run at the same time.
struct Scratch {
    std::filesystem::path folder;
    Scratch() {
        std::string pattern = std::filesystem::temp_directory_path() / "evac-text-XXXXXX";
        folder = ::mkdtemp(pattern.data());
    }
    ~Scratch() { std::filesystem::remove_all(folder); }
};

}  // namespace

TEST_CASE("text that is not JSON is told with its kind, line and column") {
    struct Row {
        std::string text;
        MessageId what;
        std::vector<std::string> arguments;
    };
    const std::vector<Row> rows = {
        {"", MessageId::json_empty, {}},
        {" \n\t", MessageId::json_empty, {}},
        {"{\"a\": 1", MessageId::json_cut_off, {"1"}},
        {"{\n\"a\": \"text without end\n}", MessageId::json_open_text, {"2"}},
        {"{\n  \"a\": 1,\n  \"b\": 2,\n}", MessageId::json_broken, {"4", "1", "}"}},
        {"{\"a\" 1}", MessageId::json_broken, {"1", "6", "1"}},
        {"{\"a\": 1} {", MessageId::json_broken, {"1", "10", "{"}},
        {"{'a': 1}", MessageId::json_broken, {"1", "2", "'a'"}},
        {"{\"a\": NaN}", MessageId::json_no_number, {"1", "7", "NaN"}},
        {"[1, -Infinity]", MessageId::json_no_number, {"1", "6", "-Infinity"}},
        {"[nan]", MessageId::json_no_number, {"1", "3", "nan"}},
        {"[1, 1e999]", MessageId::json_too_large, {"1", "5", "1e999"}},
        {"{\"a\":\n \"\xC3\x28\"}", MessageId::json_not_utf8, {"2", "3"}},
        {"\xFF\xFE{", MessageId::json_not_utf8, {"1", "1"}},  // UTF-16, as some editors save
        {"[\"\xED\xA0\x80\"]", MessageId::json_not_utf8, {"1", "3"}},  // half of a surrogate pair
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const std::vector<Problem> problems = problems_of_text(row.text);
        REQUIRE(problems.size() == 1);
        INFO(say(Language::en, problems[0]));
        CHECK(problems[0].what.id == row.what);
        CHECK(problems[0].what.arguments == row.arguments);
        CHECK(problems[0].file == "a.json");
        CHECK_FALSE(say(Language::zh, problems[0]).empty());
    }
}

TEST_CASE("a column counts characters, not bytes") {
    // The fault stands behind two Chinese characters of three bytes each.
    const std::vector<Problem> problems = problems_of_text("[\"大厅\" x]");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what.arguments == std::vector<std::string>{"1", "7", "x"});
}

TEST_CASE("every key that stands twice in one object is told with its place") {
    const std::vector<Problem> problems =
        problems_of_text(R"({"a": [0, {"b": 1, "b": 2}], "c": {"b": 3}, "a": 4})");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].pointer == "/a/1/b");
    CHECK(problems[1].pointer == "/a");
    CHECK(problems[1].what.id == MessageId::json_duplicate_key);
}

TEST_CASE("good JSON is read, also with a byte order mark in front") {
    CHECK(parse_json("\xEF\xBB\xBF{\"a\": [1.5, \"大厅\"]}", "")["a"][0] == 1.5);
}

TEST_CASE("files that cannot be read say why") {
    const Scratch scratch;
    const auto what = [](const std::filesystem::path& file) {
        const std::vector<Problem> problems = problems_of_file(file);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].file == file.string());
        return problems[0].what.id;
    };
    CHECK(what(scratch.folder / "none.json") == MessageId::file_not_found);
    CHECK(what(scratch.folder) == MessageId::file_is_folder);
    CHECK(what("/dev/null") == MessageId::json_empty);
    // Whoever passes a device that never ends gets an answer instead of a full memory.
    CHECK(what("/dev/zero") == MessageId::file_too_large);
    // A file in the place of a folder: not there either.
    write_text(scratch.folder / "a.json", "{}");
    CHECK(what(scratch.folder / "a.json" / "b.json") == MessageId::file_not_found);
}

TEST_CASE("a file that cannot be written says why and leaves what was there") {
    const Scratch scratch;
    const auto what = [](const std::filesystem::path& file) {
        try {
            write_text(file, "text");
        } catch (const InputError& error) {
            CHECK(error.problems().at(0).file == file.string());
            return error.problems().at(0).what.id;
        }
        return MessageId::file_not_found;  // means: was written
    };
    write_text(scratch.folder / "a.json", "{}");
    CHECK(what(scratch.folder) == MessageId::file_is_folder);
    CHECK(what(scratch.folder / "a.json" / "b.json") == MessageId::file_no_folder);
    CHECK(read_text(scratch.folder / "a.json") == "{}");
}

TEST_CASE("a file that grows no further while it is written leaves the old one and no rest") {
    const Scratch scratch;
    const std::filesystem::path file = scratch.folder / "a.json";
    write_text(file, "old");
    // A limit on the size of files stands for a full disk, which a test cannot have.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    setrlimit(RLIMIT_FSIZE, &small);
    CHECK_THROWS_AS(write_text(file, std::string(100000, ' ')), InputError);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(read_text(file) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.folder), {}) == 1);
}

TEST_CASE("a pointer step escapes what a JSON pointer cannot hold") {
    CHECK(pointer_step("plain") == "/plain");
    CHECK(pointer_step("a/b~c") == "/a~1b~0c");
}

TEST_CASE("JSON is laid out for reading: rings on one line, what says what it is first") {
    const nlohmann::json feature = nlohmann::json::parse(
        R"({"geometry": {"type": "Polygon", "coordinates": [[[0.0, 0.0], [123456.789, 0.0],
            [123456.789, 987654.321], [0.0, 987654.321], [0.0, 0.0]]]},
            "id": "a", "type": "Feature", "properties": {"b": 0.1, "a": {}}})");
    CHECK(json_text(feature) == R"({
  "type": "Feature",
  "id": "a",
  "properties": {"a": {}, "b": 0.1},
  "geometry": {
    "type": "Polygon",
    "coordinates": [
      [[0.0, 0.0], [123456.789, 0.0], [123456.789, 987654.321], [0.0, 987654.321], [0.0, 0.0]]
    ]
  }
}
)");
    CHECK(nlohmann::json::parse(json_text(feature)) == feature);
}
