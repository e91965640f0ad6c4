// The fast tier of the suites, as `evac verify --tier fast` runs it.

#include "sim/text/problem.hpp"
#include "sim/verification/judge.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

const std::vector<VerificationCase>& shipped_cases() {
    static const std::vector<VerificationCase> cases =
        read_cases(std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios" / "verification");
    return cases;
}

void check_cases(const TrialOptions& options, const std::vector<std::string>& only) {
    int run = 0;
    for (const VerificationCase& one : shipped_cases()) {
        const bool asked =
            only.empty() ? one.fast : std::find(only.begin(), only.end(), one.id) != only.end();
        if (!asked) {
            continue;
        }
        ++run;
        for (const CheckVerdict& check : verify(one, options).checks) {
            INFO(one.id << ": expected " << check.expected << ", measured " << check.measured);
            CHECK(check.pass);
        }
    }
    CHECK(run > 0);
}

}  // namespace

TEST_CASE("the cases of all suites are read, each with a title in both languages and a source") {
    CHECK(shipped_cases().size() >= 60);
    for (const VerificationCase& one : shipped_cases()) {
        INFO(one.id);
        CHECK(one.title.by_language.count("en") == 1);
        CHECK(one.title.by_language.count("zh") == 1);
        CHECK_FALSE(one.source.empty());
        CHECK(one.file.parent_path().filename().string() == one.id);
    }
}

TEST_CASE("the fast cases pass") {
    check_cases({}, {});
}

TEST_CASE("turned, mirrored and with other seeds the answers hold") {
    TrialOptions options;
    options.seed = 40;
    options.placing = {30.0, true};
    check_cases(options,
                {"rimea-01", "rimea-06", "rimea-10", "iso-09", "iso-14", "iso-20", "imo-05"});
}
