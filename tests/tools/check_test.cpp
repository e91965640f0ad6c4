// evac check from end to end: the folder it writes, its exit code, and that it says the same twice.

#include "tools/check/check.hpp"

#include "sim/record/read_csv.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/sim/drill/drill_files.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// Standard output and error go to files meanwhile.
class Quiet {
public:
    Quiet(const fs::path& output, const fs::path& errors)
        : saved_out_(::dup(STDOUT_FILENO)), saved_err_(::dup(STDERR_FILENO)) {
        flush();
        redirect(output, STDOUT_FILENO);
        redirect(errors, STDERR_FILENO);
    }
    ~Quiet() {
        flush();
        ::dup2(saved_out_, STDOUT_FILENO);
        ::dup2(saved_err_, STDERR_FILENO);
        ::close(saved_out_);
        ::close(saved_err_);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    static void redirect(const fs::path& file, int descriptor) {
        std::FILE* sink = std::fopen(file.c_str(), "w");
        ::dup2(::fileno(sink), descriptor);
        std::fclose(sink);
    }
    static void flush() {
        std::fflush(stdout);
        std::fflush(stderr);
    }
    int saved_out_;
    int saved_err_;
};

fs::path shipped(const std::string& name) {
    return fs::path(EVAC_SOURCE_DIR) / "scenarios" / name;
}

struct Checked {
    int code = 0;
    std::string printed;  ///< on standard output
};

Checked checked(const TemporaryFolder& folder, const CheckOptions& options) {
    Checked result;
    const fs::path printed = folder.path() / "printed.txt";
    {
        const Quiet quiet(printed, folder.path() / "errors.txt");
        result.code = check_command(options);
    }
    result.printed = read_text(printed);
    return result;
}

CheckOptions options_for(const TemporaryFolder& folder, const fs::path& source,
                         const std::string& out) {
    CheckOptions options;
    options.source = source;
    options.out = folder.path() / out;
    options.threads = 1;
    return options;
}

void check_folder(const fs::path& out) {
    for (const char* file : {"findings.json", "findings.csv", "sweep.csv", "verdict.json",
                             "report.html", "contents.json", "passages.csv"}) {
        CAPTURE(file);
        CHECK(fs::file_size(out / file) > 50);
    }
    CHECK_FALSE(fs::exists(out.string() + ".incomplete"));
    for (const char* name : {"findings", "verdict"}) {
        const std::string file = std::string(name) + ".json";
        for (const Problem& problem :
             check_schema(read_json(out / file), std::string(name) + ".schema.json", file)) {
            FAIL_CHECK(say(Language::en, problem));
        }
    }
    const std::string page = read_text(out / "report.html");
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("</html>") != std::string::npos);
}

std::vector<std::string> ids_of(const nlohmann::json& findings, const std::string& kind) {
    std::vector<std::string> ids;
    for (const nlohmann::json& finding : findings.at("findings")) {
        if (finding.at("kind") == kind) {
            ids.push_back(finding.at("id"));
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace

TEST_CASE("evac check of the blocked workshop finds what blocks it, and proves its bound") {
    const TemporaryFolder folder;
    CheckOptions options = options_for(folder, shipped("workshop-blocked"), "blocked");
    options.fail_on = "S2";
    const Checked blocked = checked(folder, options);
    CHECK(blocked.code == 1);
    check_folder(options.out);
    const nlohmann::json findings = read_json(options.out / "findings.json");
    const std::vector<std::string> obstacles = ids_of(findings, "obstacle");
    CHECK_FALSE(obstacles.empty());
    bool pallets = false;
    for (const nlohmann::json& finding : findings.at("findings")) {
        if (finding.at("kind") == "obstacle" &&
            finding.at("element").get<std::string>().find("pallet") == 0) {
            pallets = true;
            CHECK(finding.at("measured").get<double>() == Approx(0.7).margin(0.01));
            CHECK(finding.at("limit").get<double>() == Approx(3.0).margin(0.01));
        }
    }
    CHECK(pallets);
    // Ids are unique, whatever part of the program found them.
    std::vector<std::string> ids;
    for (const nlohmann::json& finding : findings.at("findings")) {
        ids.push_back(finding.at("id"));
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());

    const nlohmann::json verdict = read_json(options.out / "verdict.json");
    const nlohmann::json& run = verdict.at("design_run");
    REQUIRE(run.is_object());
    if (!run.at("clearing_time_s").is_null()) {
        CHECK(verdict.at("bound").at("clearing_time_s").get<double>() <=
              run.at("clearing_time_s").get<double>());
    }
    CHECK(verdict.at("people").get<int>() > 0);

    // The pallets leave 0.70 m in the east passage: the widest way is by the south exit, 1.50 m.
    // When they are cleared it is by the passage, with the doors of the halls, 2 m, as the
    // narrowest.
    const CsvTable passages = read_csv(options.out / "passages.csv");
    const std::size_t unit = passages.column("unit");
    bool hall = false;
    for (std::size_t row = 0; row < passages.rows.size(); ++row) {
        const double now = passages.number(row, passages.column("width_m")).value();
        CHECK(passages.number(row, passages.column("leaves_open_width_m")).value() <= now + 1e-9);
        CHECK(passages.number(row, passages.column("cleared_width_m")).value() >= now - 1e-9);
        if (passages.rows[row][unit] == "hall-west") {
            hall = true;
            CHECK(now == Approx(1.5));
            CHECK(passages.rows[row][passages.column("at")] == "exit-south");
            CHECK(passages.number(row, passages.column("cleared_width_m")).value() == Approx(2.0));
        }
    }
    CHECK(hall);

    const CsvTable sweep = read_csv(options.out / "sweep.csv");
    CHECK_FALSE(sweep.rows.empty());
    CHECK(sweep.rows[0][static_cast<std::size_t>(sweep.column("rank"))] == "1");
    CHECK(blocked.printed.find("S1") != std::string::npos);
}

TEST_CASE("evac check of the workshop in order finds nothing to mend") {
    const TemporaryFolder folder;
    CheckOptions options = options_for(folder, shipped("workshop"), "workshop");
    options.fail_on = "S3";
    CHECK(checked(folder, options).code == 0);
    check_folder(options.out);
    const nlohmann::json findings = read_json(options.out / "findings.json");
    for (const nlohmann::json& finding : findings.at("findings")) {
        CAPTURE(finding.at("id").get<std::string>());
        CHECK(finding.at("severity") == "S4");
    }
}

TEST_CASE("the exit code of evac check is told by the worst finding") {
    const TemporaryFolder folder;
    const DrillFolder small("check_code");
    nlohmann::json drill = small_drill();
    CheckOptions options = options_for(folder, small.write("small.drill.json", drill), "small");
    const auto code = [&](const std::string& fail_on) {
        options.fail_on = fail_on;
        return checked(folder, options).code;
    };
    const auto worst = [&] {
        std::string severity = "S4";
        const nlohmann::json findings = read_json(options.out / "findings.json");
        for (const nlohmann::json& finding : findings.at("findings")) {
            severity = std::min(severity, finding.at("severity").get<std::string>());
        }
        return severity;
    };
    CHECK(code("S1") == 0);
    CHECK(worst() == "S3");  // the desk
    CHECK(code("S3") == 1);

    drill["events"] = nlohmann::json::array({{{"at", 0}, {"lock", "exit"}}});
    options.source = small.write("small.drill.json", drill);
    CHECK(code("S1") == 1);
    CHECK(worst() == "S1");
    CHECK(code("") == 0);  // never asked to fail
}

TEST_CASE("an unknown rule set is the user's mistake and leaves nothing behind") {
    const TemporaryFolder folder;
    CheckOptions options = options_for(folder, shipped("workshop"), "unknown");
    options.rules = "cn-shcool";
    CHECK_THROWS_AS(checked(folder, options), InputError);
    CHECK_FALSE(fs::exists(options.out));
    CHECK_FALSE(fs::exists(options.out.string() + ".incomplete"));
    options.rules.clear();
    options.source = folder.path() / "nowhere.drill.json";
    CHECK_THROWS_AS(checked(folder, options), InputError);
    CHECK_FALSE(fs::exists(options.out));
}

TEST_CASE("evac check does not write into a folder that holds something else") {
    const TemporaryFolder folder;
    const DrillFolder small("check_foreign");
    CheckOptions options =
        options_for(folder, small.write("small.drill.json", small_drill()), "foreign");
    fs::create_directories(options.out);
    write_text(options.out / "thesis.txt", "years of work\n");
    CHECK_THROWS_AS(checked(folder, options), InputError);
    CHECK(read_text(options.out / "thesis.txt") == "years of work\n");
    CHECK_FALSE(fs::exists(options.out / "findings.json"));
}

TEST_CASE("two checks of the same building are the same to the byte, by one thread and by two") {
    const TemporaryFolder folder;
    const DrillFolder small("check_twice");
    const fs::path drill = small.write("small.drill.json", small_drill());
    std::vector<std::vector<std::string>> texts;
    for (const int threads : {1, 1, 2}) {
        CheckOptions options =
            options_for(folder, drill, "run_" + std::to_string(texts.size()));
        options.threads = threads;
        options.simulate = true;
        checked(folder, options);
        texts.emplace_back();
        for (const char* file : {"findings.json", "findings.csv", "sweep.csv", "verdict.json"}) {
            texts.back().push_back(read_text(options.out / file));
        }
    }
    CHECK(texts[0] == texts[1]);
    CHECK(texts[0] == texts[2]);
    CHECK(texts[0][0].find("obstacle:desk") != std::string::npos);  // priced by drills
}

TEST_CASE("evac check speaks both languages, and its files do in any") {
    const TemporaryFolder folder;
    const DrillFolder small("check_languages");
    const fs::path drill = small.write("small.drill.json", small_drill());
    CheckOptions options = options_for(folder, drill, "en");
    const Checked english = checked(folder, options);
    const std::string english_findings = read_text(options.out / "findings.json");
    const std::string english_page = read_text(options.out / "report.html");
    options.out = folder.path() / "zh";
    options.language = Language::zh;
    const Checked chinese = checked(folder, options);
    CHECK(english.code == chinese.code);
    CHECK(read_text(options.out / "findings.json") == english_findings);
    CHECK(chinese.printed.find("疏散") != std::string::npos);
    CHECK(chinese.printed != english.printed);
    CHECK(english_page.find("lang=\"en\"") != std::string::npos);
    CHECK(read_text(options.out / "report.html").find("lang=\"zh") != std::string::npos);
}

TEST_CASE("findings and verdict on standard output are the files") {
    const TemporaryFolder folder;
    const DrillFolder small("check_json");
    CheckOptions options =
        options_for(folder, small.write("small.drill.json", small_drill()), "json");
    options.json = true;
    const std::string printed = checked(folder, options).printed;
    nlohmann::json json = nlohmann::json::parse(printed);  // nothing else on standard output
    CHECK(json.at("verdict") == read_json(options.out / "verdict.json"));
    REQUIRE(json.at("ledger").size() == 1);  // the desk has an owner
    CHECK(json.at("ledger")[0].at("elements") == nlohmann::json::array({"desk"}));
    CHECK(json.at("ledger")[0].at("rank") == 1);
    CHECK(json.at("drill").at("posts") == 0);
    for (const char* more : {"verdict", "ledger", "drill"}) {
        json.erase(more);
    }
    CHECK(json == read_json(options.out / "findings.json"));
}
