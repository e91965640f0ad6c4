#include "sim/drill/scenario.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace evac;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> shipped_drills() {
    std::vector<fs::path> drills;
    for (const auto& entry : fs::recursive_directory_iterator(EVAC_SOURCE_DIR "/scenarios")) {
        if (entry.path().filename().string().ends_with(".drill.json")) {
            drills.push_back(entry.path());
        }
    }
    std::sort(drills.begin(), drills.end());
    return drills;
}

}  // namespace

TEST_CASE("Every shipped drill keeps to the schema, can be read, and has room for its people") {
    REQUIRE_FALSE(shipped_drills().empty());
    for (const fs::path& drill : shipped_drills()) {
        CAPTURE(drill.string());
        for (const Problem& problem :
             check_schema(read_json(drill), "drill.schema.json", drill.string())) {
            FAIL_CHECK(say(Language::en, problem));
        }
        try {
            CHECK_FALSE(place_people(read_scenario(drill)).empty());
        } catch (const InputError& error) {
            FAIL_CHECK(error.what());
        }
    }
}
