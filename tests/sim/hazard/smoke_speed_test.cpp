#include "sim/hazard/smoke_speed.hpp"
#include "sim/hazard/atmosphere.hpp"

#include <catch2/catch.hpp>

using namespace evac;

TEST_CASE("Visibility is the constant of the sign over the extinction, at most 30 m") {
    Atmosphere air;
    CHECK(visibility(air) == 30.0);
    air.extinction = 0.5;
    CHECK(visibility(air) == Approx(6.0));
    CHECK(visibility(air, lit_sign) == Approx(16.0));
    air.extinction = 0.05;
    CHECK(visibility(air) == 30.0);
}

TEST_CASE("NIST 2.5: the share of Frantzich and Nilsson in uniform smoke") {
    const auto speed = [](double v, double k) {
        return speed_in_smoke(SmokeLaw::frantzich_nilsson_fraction, v, k);
    };
    // 100 m at 1.25 m/s.
    CHECK(100.0 / speed(1.25, 0.5) == Approx(83.4).margin(0.05));
    CHECK(100.0 / speed(1.25, 1.0) == Approx(87.0).margin(0.05));
    CHECK(100.0 / speed(1.25, 3.0) == Approx(105.6).margin(0.05));
    CHECK(100.0 / speed(1.25, 7.5) == Approx(202.8).margin(0.05));
    CHECK(100.0 / speed(1.25, 10.0) == Approx(415.3).margin(0.05));
    for (const double v : {1.25, 1.0, 0.75, 0.5, 0.25}) {
        CHECK(speed(v, 3.0) / v == Approx(1.0 - 3.0 * 0.057 / 0.706).epsilon(1e-12));
        CHECK(speed(v, 20.0) / v == Approx(0.1));
    }
}

TEST_CASE("The other laws meet their fits where smoke was measured") {
    CHECK(speed_in_smoke(SmokeLaw::frantzich_nilsson, 1.25, 4.0) == Approx(0.478));
    CHECK(speed_in_smoke(SmokeLaw::jin_irritant, 1.25, 0.4) == Approx(0.76858));
    CHECK(speed_in_smoke(SmokeLaw::jin_non_irritant, 1.25, 0.6) == Approx(0.79774));
    // Fridolf: visibility 3 / 2 = 1.5 m, so 1.25 - 0.34 * 1.5.
    CHECK(speed_in_smoke(SmokeLaw::fridolf, 1.25, 2.0) == Approx(0.74));
    CHECK(speed_in_smoke(SmokeLaw::fridolf, 1.25, 0.9) == 1.25);
    CHECK(speed_in_smoke(SmokeLaw::none, 1.25, 9.0) == 1.25);
}

TEST_CASE("Every law falls without a jump from the free speed to a floor, and speeds nobody up") {
    for (const std::string& name : smoke_law_names()) {
        const auto law = smoke_law(name);
        REQUIRE(law);
        for (const double free_speed : {0.1, 0.25, 0.8, 1.34, 2.0}) {
            INFO(name << " at " << free_speed);
            CHECK(speed_in_smoke(*law, free_speed, 0.0) == free_speed);
            double last = free_speed;
            for (int i = 1; i <= 2000; ++i) {
                const double speed = speed_in_smoke(*law, free_speed, 0.01 * i);
                REQUIRE(speed <= last + 1e-12);
                REQUIRE(speed > last - 0.05);
                REQUIRE(speed > 0.0);
                last = speed;
            }
        }
    }
    CHECK_FALSE(smoke_law("fog"));
}
