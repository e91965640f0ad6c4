#include "sim/crowd/demography.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace evac;

TEST_CASE("The curve of speed over age lies in the bands read off RiMEA's figure") {
    const std::array<std::array<double, 3>, 6> bands{{{20, 1.60, 1.64},
                                                      {30, 1.52, 1.56},
                                                      {40, 1.46, 1.50},
                                                      {50, 1.39, 1.43},
                                                      {60, 1.265, 1.275},
                                                      {70, 1.065, 1.075}}};
    for (const auto& [age, low, high] : bands) {
        CHECK(speed_at_age(age) >= low);
        CHECK(speed_at_age(age) <= high);
    }
    CHECK(speed_at_age(25.0) == Approx(0.5 * (1.61 + 1.54)));
    CHECK(speed_at_age(1.0) == 0.6);
    CHECK(speed_at_age(82.5) == Approx(0.625));
    CHECK(speed_at_age(99.0) == 0.55);
}

TEST_CASE("Men are 10.9 % faster than women of their age, and the mean is kept") {
    for (const double age : {12.0, 35.0, 71.0}) {
        const double woman = speed_at_age(age, Sex::woman);
        const double man = speed_at_age(age, Sex::man);
        CHECK(man / woman == Approx(1.109));
        CHECK(0.5 * (man + woman) == Approx(speed_at_age(age)));
    }
}

TEST_CASE("The default population: half women, ages a bell from 10 to 85") {
    constexpr int count = 20000;
    int men = 0;
    double ages = 0.0;
    double squares = 0.0;
    double speeds = 0.0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Demography person = sample(Population{}, Draw{7, Purpose::profile, i, 0}, 0);
        REQUIRE(person.age >= 10.0);
        REQUIRE(person.age <= 85.0);
        CHECK(person.free_speed == speed_at_age(person.age, person.sex));
        men += person.sex == Sex::man ? 1 : 0;
        ages += person.age;
        squares += person.age * person.age;
        speeds += person.free_speed;
    }
    // Standard error of the share 0.0035. The bell cut at -2 and +1.75 deviations: mean
    // 50 + 20 * (phi(2) - phi(1.75)) / (Phi(1.75) - Phi(-2)) = 49.3, deviation 17.3.
    CHECK(men / double(count) == Approx(0.5).margin(0.015));
    const double mean = ages / count;
    CHECK(mean == Approx(49.3).margin(0.6));
    CHECK(std::sqrt(squares / count - mean * mean) == Approx(17.3).margin(0.5));
    CHECK(speeds / count == Approx(1.34).margin(0.05));
}

TEST_CASE("A person is the same whenever drawn") {
    const Draw draw{1, Purpose::profile, 3, 0};
    CHECK(sample(Population{}, draw, 0).age == sample(Population{}, draw, 0).age);
    CHECK(sample(Population{}, draw, 0).age != sample(Population{}, draw, 40).age);
}
