#include "sim/hazard/dose.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

Atmosphere gases(double co2, double co_percent, double o2) {
    Atmosphere air;
    air.co2 = co2;
    air.co = 1.0e4 * co_percent;
    air.o2 = o2;
    return air;
}

/// Seconds until the toxic dose is 1.
double seconds_to_fall(const Atmosphere& air) {
    return 60.0 / toxic_rate(air);
}

}  // namespace

TEST_CASE("Mixtures of the FDS+Evac guide: times to incapacitation by hand") {
    CHECK(seconds_to_fall(gases(2.0, 0.1, 15.0)) == Approx(981.7).margin(0.05));
    CHECK(seconds_to_fall(gases(0.0, 0.0, 12.0)) == Approx(1666.3).margin(0.05));
    CHECK(seconds_to_fall(gases(0.0, 0.1, 21.0)) == Approx(1692.8).margin(0.05));
    CHECK(seconds_to_fall(gases(3.43, 0.1, 21.0)) == Approx(846.5).margin(0.05));
    // The case of JuPedSim with Purser's coefficient of CO2: 208.7 s.
    CHECK(seconds_to_fall(gases(2.0, 0.5, 18.0)) == Approx(208.7).margin(0.1));
}

TEST_CASE("A dose adds up step by step and ends at its limit") {
    const Atmosphere air = gases(2.0, 0.1, 15.0);
    Dose dose;
    int steps = 0;
    while (!incapacitated(dose)) {
        accumulate(dose, air, 0.5);
        ++steps;
    }
    // The first update after 981.7 s.
    CHECK(0.5 * steps == 982.0);
    CHECK(incapacitated(dose, {0.3, 1.0}));
    CHECK_FALSE(incapacitated(Dose{0.2, 0.0}, {0.3, 1.0}));
    CHECK(incapacitated(Dose{0.0, 1.0}));
}

TEST_CASE("Clean air does no harm") {
    Dose dose;
    accumulate(dose, Atmosphere{}, 1.0e6);
    CHECK(dose == Dose{});
}

TEST_CASE("Hot air: tolerance times of Purser") {
    // Minutes 5e7 T^-3.4.
    CHECK(1.0 / convective_heat_rate(60.0) == Approx(45.0).epsilon(0.01));
    CHECK(1.0 / convective_heat_rate(80.0) == Approx(16.9).epsilon(0.01));
    CHECK(1.0 / convective_heat_rate(100.0) == Approx(7.9).epsilon(0.01));
    CHECK(1.0 / convective_heat_rate(150.0) == Approx(2.0).epsilon(0.01));
    CHECK(1.0 / convective_heat_rate(200.0) == Approx(0.75).epsilon(0.01));
    CHECK(convective_heat_rate(39.0) == 0.0);
}

TEST_CASE("Radiation: nothing below the limit of 2.5 kW/m2, then 1.33 / q^1.33 minutes") {
    CHECK(radiant_heat_rate(2.4) == 0.0);
    CHECK(1.0 / radiant_heat_rate(10.0) == Approx(0.0622).epsilon(0.01));
    // A layer of 200 C radiates about as much as can just be borne: 5.67e-11 (473^4 - 307^4).
    CHECK(radiant_flux_below(200.0) == Approx(2.34).epsilon(0.01));
    CHECK(radiant_flux_below(20.0) == 0.0);
}
