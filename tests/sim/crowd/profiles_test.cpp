// The built-in profiles, and the table that tells users of them.

#include "sim/crowd/people.hpp"

#include "sim/text/file.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

using namespace evac;

namespace {

const std::filesystem::path root = EVAC_SOURCE_DIR;

Profile named(const std::string& id) {
    for (const Profile& profile : built_in_profiles()) {
        if (profile.id == id) {
            return profile;
        }
    }
    FAIL("no profile " << id);
    return {};
}

/// "| `adult` | ... |", the row of the profile's table; empty without one.
std::string row_of(const std::string& table, const std::string& id) {
    const std::size_t at = table.find("\n| `" + id + "` |");
    return at == std::string::npos ? std::string()
                                   : table.substr(at + 1, table.find('\n', at + 1) - at);
}

double mean_of(const Distribution& distribution) {
    constexpr std::uint32_t count = 4000;
    double sum = 0.0;
    for (std::uint32_t i = 0; i < count; ++i) {
        sum += sample(distribution, Draw{1, Purpose::profile, i, 0}, 0);
    }
    return sum / count;
}

}  // namespace

TEST_CASE("every built-in profile is named in both languages and told of to users") {
    const std::string table = read_text(root / "sim/crowd/PROFILES.md");
    const std::string schema = read_text(root / "scenarios/schema/drill.schema.json");
    const std::size_t from = schema.find("There already");
    const std::string told = schema.substr(from, schema.find('\n', from) - from);
    std::set<std::string> ids;
    for (const Profile& profile : built_in_profiles()) {
        INFO(profile.id);
        CHECK(ids.insert(profile.id).second);
        CHECK_FALSE(profile.name.in(Language::en).empty());
        CHECK_FALSE(profile.name.in(Language::zh).empty());
        CHECK(told.find(profile.id) != std::string::npos);
        const std::string row = row_of(table, profile.id);
        CHECK(row.find(fmt::format("| {:.2f} / {:.2f} |", profile.stairs_down,
                                   profile.stairs_up)) != std::string::npos);
        CHECK(row.find(fmt::format("| {:.2f} |", profile.body_radius.a)) != std::string::npos);
        CHECK(row.find(profile.knows == Familiarity::way_in ? "| way in |" : "| building |") !=
              std::string::npos);
        CHECK(profile.stairs_down <= 1.0);
        CHECK(profile.body_radius.low >= 0.1);
        CHECK(profile.body_radius.high <= 0.5);
    }
    CHECK(std::count(table.begin(), table.end(), '\n') < 100);
}

TEST_CASE("profiles keep to the sources they name") {
    // Cut-off bells lie evenly about their mean, or nearly so.
    CHECK(mean_of(named("pupil-preschool").free_speed) == Approx(0.81).margin(0.02));
    CHECK(mean_of(named("pupil-preschool").pre_movement) == Approx(33.0).margin(1.0));
    CHECK(mean_of(named("wheelchair").free_speed) == Approx(0.71).margin(0.03));
    CHECK(named("visitor").knows == Familiarity::way_in);
    CHECK(named("wheelchair").carriers == 4);
    CHECK(named("rimea").by_age);
    CHECK(mean_of(named("staff").pre_movement) < mean_of(named("worker").pre_movement));
    CHECK(mean_of(named("rescuer").pre_movement) == 0.0);
    // Along the slope of the usual stair, 0.28 m by 0.15 m: 0.60 m/s.
    CHECK(carried_speed(named("wheelchair"), false) / 0.8815 == Approx(0.60).margin(0.01));
    CHECK(carried_speed(named("wheelchair"), true) < carried_speed(named("wheelchair"), false));
}
