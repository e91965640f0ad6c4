#include "sim/record/results_folder.hpp"

#include "sim/record/output_file.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

void put_results(const fs::path& out, const std::string& text) {
    ResultsFolder results(out, "run");
    write_text(results.path() / "summary.json", text);
    results.finish();
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

MessageId complaint(const fs::path& out) {
    try {
        const ResultsFolder results(out, "run");
    } catch (const InputError& error) {
        return error.problems().front().what.id;
    }
    FAIL("no InputError");
    return {};
}

}  // namespace

TEST_CASE("results appear under their name only when they are whole") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "deep" / "down" / "school";
    {
        ResultsFolder results(out.string() + "///", "run");  // as tab completion leaves it
        CHECK(results.final_path() == fs::canonical(folder.path()) / "deep/down/school");
        CHECK(results.path().filename() == "school.incomplete");
        write_text(results.path() / "summary.json", "{}");
        CHECK_FALSE(fs::exists(out));
        results.finish();
        CHECK(results.path() == results.final_path());
    }
    CHECK(text_of(out / "summary.json") == "{}");
    CHECK_FALSE(fs::exists(out.string() + ".incomplete"));
}

TEST_CASE("a run that ends early leaves the older result alone, and the next one cleans up") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "school";
    put_results(out, "first");
    {
        const ResultsFolder results(out, "run");
        write_text(results.path() / "half.csv", "half");
    }
    CHECK(text_of(out / "summary.json") == "first");
    CHECK(fs::exists(out.string() + ".incomplete/half.csv"));
    put_results(out, "second");
    CHECK(text_of(out / "summary.json") == "second");
    CHECK_FALSE(fs::exists(out / "half.csv"));
    CHECK_FALSE(fs::exists(out.string() + ".incomplete"));
}

TEST_CASE("a new result replaces what we wrote and keeps what somebody added") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "school";
    {
        ResultsFolder results(out, "run");
        write_text(results.path() / "old-level.png", "ours");
        results.finish();
    }
    write_text(out / "notes.txt", "call the headmaster");
    put_results(out, "second");
    CHECK(text_of(out / "notes.txt") == "call the headmaster");
    CHECK_FALSE(fs::exists(out / "old-level.png"));
    CHECK_FALSE(fs::exists(out / ".older"));
    put_results(out, "third");
    CHECK(text_of(out / "notes.txt") == "call the headmaster");
}

TEST_CASE("results never go where something else lies") {
    const TemporaryFolder folder;
    write_text(folder.path() / "thesis.doc", "five years");
    CHECK(complaint(folder.path()) == MessageId::record_foreign_folder);
    CHECK(complaint(folder.path() / "thesis.doc") == MessageId::record_is_a_file);
    CHECK(complaint(folder.path() / "thesis.doc" / "x") == MessageId::file_no_folder);
    CHECK(complaint("/") == MessageId::record_foreign_folder);
    CHECK(complaint("/proc/results/school") == MessageId::file_no_folder);

    fs::create_directory(folder.path() / "x.incomplete");
    write_text(folder.path() / "x.incomplete" / "thesis.doc", "five years");
    CHECK(complaint(folder.path() / "x") == MessageId::record_foreign_folder);
    CHECK(fs::exists(folder.path() / "x.incomplete" / "thesis.doc"));
}

TEST_CASE("an empty folder may become a results folder") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "new");
    put_results(folder.path() / "new", "first");
    CHECK(is_results_folder(folder.path() / "new"));
    CHECK_FALSE(is_results_folder(folder.path()));
}

TEST_CASE("two runs do not write into one folder") {
    const TemporaryFolder folder;
    ResultsFolder first(folder.path() / "school", "run");
    CHECK(complaint(folder.path() / "school") == MessageId::record_in_use);
    write_text(first.path() / "summary.json", "first");
    first.finish();
    CHECK(text_of(folder.path() / "school" / "summary.json") == "first");
}

TEST_CASE("a file without finish leaves nothing behind") {
    const TemporaryFolder folder;
    {
        OutputFile file(folder.path() / "a.csv");
        file.write("half");
    }
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a file that nobody may write is an error with its name") {
    try {
        OutputFile file("/proc/no/such.csv");
        FAIL("no InputError");
    } catch (const InputError& error) {
        CHECK(error.problems().front().file == "/proc/no/such.csv");
    }
}

TEST_CASE("a device is never replaced by a file") {
    // A link to a device stands for it, so that nothing is lost if this should fail.
    const TemporaryFolder folder;
    fs::create_symlink("/dev/null", folder.path() / "link");
    CHECK_THROWS_AS(write_text(folder.path() / "link", "text"), InputError);
    OutputFile file(folder.path() / "link");
    file.write("text");
    CHECK_THROWS_AS(file.finish(), InputError);
    CHECK(fs::is_symlink(folder.path() / "link"));
    const auto left = fs::directory_iterator(folder.path());
    CHECK(std::distance(begin(left), end(left)) == 1);
}

TEST_CASE("results of another kind are not replaced: a comparison must not take its own input") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "school";
    put_results(out, "drill");
    CHECK_THROWS_AS(ResultsFolder(out, "compare"), InputError);
    CHECK(text_of(out / "summary.json") == "drill");
    CHECK_FALSE(fs::exists(out.string() + ".incomplete"));
}
