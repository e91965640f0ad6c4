// The bits of the shipped drills. They are the same for any number of threads, for g++ and clang++,
// in debug and release builds; a change of the model changes them, and then the numbers below are
// replaced on purpose, in the commit that changes the model.

#include <catch2/catch.hpp>

#include "sim/drill/drill.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace {

using namespace evac;

struct Expected {
    const char* scenario;
    std::uint64_t after_a_minute;
    std::uint64_t at_the_end;
};

constexpr Expected expected[] = {
    {"school", 0x99145f618908595dULL, 0x62f211dcced05285ULL},
    {"school-earthquake", 0x8d9243ce8e1728c4ULL, 0x1c97237bf6233adfULL},
    {"school-laboratory", 0x2de79549025c9f90ULL, 0x54e1c2c41e193798ULL},
    {"workshop", 0xc7091b1e2c7ef2baULL, 0xe63d25d94bfa193fULL},
    {"workshop-blocked", 0xf9a47b84cf6a1edaULL, 0x9d271eb6bba4c018ULL},
};

Scenario shipped(const std::string& name) {
    return read_scenario(std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios" / name);
}

}  // namespace

TEST_CASE("the shipped drills come out with the committed state hashes") {
    for (const Expected& drill_expected : expected) {
        INFO(drill_expected.scenario);
        Drill drill(shipped(drill_expected.scenario), 2);
        while (!finished(drill)) {
            step(drill);
        }
        conclude(drill);
        CHECK(drill.outcome.hash_by_second.at(60) == drill_expected.after_a_minute);
        CHECK(drill.outcome.state_hash == drill_expected.at_the_end);
        CHECK(drill.outcome.out == drill.outcome.placed);
        CHECK(drill.outcome.stuck.empty());
        CHECK(drill.scratch.contacts_dropped == 0);
        CHECK(drill.outcome.deepest_overlap < 0.16);  // sim/crowd/README.md: 0.15 and a hair
    }
}

TEST_CASE("a minute of the workshop is the same with 1, 2, 3 and 8 threads") {
    for (const int threads : {1, 2, 3, 8}) {
        Drill drill(shipped("workshop-blocked"), threads);
        while (drill.time() < 60.0) {
            step(drill);
        }
        CHECK(drill.outcome.hash_by_second.at(60) == expected[4].after_a_minute);
    }
}
