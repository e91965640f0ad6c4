#include "sim/numeric/philox.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace evac;

namespace {
using Block = std::array<std::uint32_t, 4>;
}

TEST_CASE("Philox gives the known answers of its authors") {
    // kat_vectors of Random123 (Salmon et al. 2011), rows "philox4x32 10".
    CHECK(philox({0, 0, 0, 0}, {0, 0}) == Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) ==
          Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("A draw depends on everything that names it") {
    const Draw draw{42, Purpose::profile, 7, 3};
    const double value = draw.uniform(5);
    CHECK(value == Draw{42, Purpose::profile, 7, 3}.uniform(5));
    CHECK(value != Draw{43, Purpose::profile, 7, 3}.uniform(5));
    CHECK(value != Draw{42 + (1ULL << 32U), Purpose::profile, 7, 3}.uniform(5));
    CHECK(value != Draw{42, Purpose::placement, 7, 3}.uniform(5));
    CHECK(value != Draw{42, Purpose::profile, 8, 3}.uniform(5));
    CHECK(value != Draw{42, Purpose::profile, 7, 4}.uniform(5));
    CHECK(value != draw.uniform(6));
}

TEST_CASE("Uniform draws fill [0, 1) evenly") {
    // 10 bins of 100,000 draws: a bin's count has mean 10,000 and deviation 95; 5 deviations.
    std::array<int, 10> bins{};
    for (std::uint32_t person = 0; person < 100000; ++person) {
        const double value = Draw{1, Purpose::behaviour, person, 0}.uniform(0);
        REQUIRE(value >= 0.0);
        REQUIRE(value < 1.0);
        ++bins[static_cast<std::size_t>(value * 10.0)];
    }
    for (const int count : bins) {
        CHECK(std::abs(count - 10000) < 475);
    }
}

TEST_CASE("Normal draws have mean 0, deviation 1 and the tails of a bell") {
    double sum = 0.0;
    double squares = 0.0;
    int beyond_two = 0;
    constexpr int count = 100000;
    for (std::uint32_t i = 0; i < count; ++i) {
        const double value = Draw{1, Purpose::behaviour, 0, i}.normal(0);
        sum += value;
        squares += value * value;
        beyond_two += value > 2.0 || value < -2.0 ? 1 : 0;
    }
    // Standard errors: mean 0.0032, variance 0.0045; 4.55 % lie beyond two deviations, +-66 people.
    CHECK(sum / count == Approx(0.0).margin(0.016));
    CHECK(squares / count == Approx(1.0).margin(0.023));
    CHECK(beyond_two == Approx(4550).margin(330));
}

TEST_CASE("Draws have the same bits with every compiler") {
    const Draw draw{42, Purpose::profile, 7, 0};
    CHECK(draw.uniform(0) == 0x1.8b20c119f9f6ap-1);
    CHECK(draw.uniform(2) == 0x1.321069ff08fccp-3);
    CHECK(draw.normal(0) == 0x1.59aaaf94ee059p-11);
    CHECK(draw.normal(1) == -0x1.3b07f216f526bp-2);
}
