#include "sim/numeric/elementary.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace evac;

namespace {

constexpr double allowed = 1e-14;  // what elementary.hpp promises

double relative_error(double ours, double reference) {
    return std::abs(ours - reference) / std::abs(reference);
}

}  // namespace

TEST_CASE("exact_exp agrees with libm") {
    double worst = 0.0;
    for (double x = -700.0; x <= 700.0; x += 0.0137) {
        worst = std::max(worst, relative_error(exact_exp(x), std::exp(x)));
    }
    CHECK(worst < allowed);
    CHECK(exact_exp(0.0) == 1.0);
}

TEST_CASE("exact_log agrees with libm over all magnitudes and close to 1") {
    double worst = 0.0;
    for (double power = -300.0; power <= 300.0; power += 0.0137) {
        const double x = std::pow(10.0, power);
        worst = std::max(worst, relative_error(exact_log(x), std::log(x)));
    }
    for (double step = 1e-15; step < 0.5; step *= 1.01) {
        worst = std::max(worst, relative_error(exact_log(1.0 + step), std::log(1.0 + step)));
        worst = std::max(worst, relative_error(exact_log(1.0 - step), std::log(1.0 - step)));
    }
    CHECK(worst < allowed);
    CHECK(exact_log(1.0) == 0.0);
}

TEST_CASE("exact_sin and exact_cos agree with libm, also next to their zeros") {
    double worst = 0.0;
    const auto compare = [&](double x) {
        worst = std::max(worst, relative_error(exact_sin(x), std::sin(x)));
        worst = std::max(worst, relative_error(exact_cos(x), std::cos(x)));
    };
    for (double x = -100.0; x <= 100.0; x += 0.00137) {
        compare(x);
    }
    // The doubles next to multiples of pi / 2 are where a careless reduction loses all digits.
    for (int quarter = 1; quarter < 63662; ++quarter) {
        const double zero = quarter * 1.5707963267948966;
        compare(zero);
        compare(std::nextafter(zero, 0.0));
        compare(-std::nextafter(zero, 1e9));
    }
    CHECK(worst < allowed);
    CHECK(exact_sin(0.0) == 0.0);
    CHECK(exact_cos(0.0) == 1.0);
}

TEST_CASE("The elementary functions have the same bits with every compiler") {
    // Bits of this implementation; another compiler or option that rounds otherwise shows here.
    CHECK(exact_exp(1.0) == 0x1.5bf0a8b14576ap+1);
    CHECK(exact_exp(12.5) == 0x1.060c52565ba66p+18);
    CHECK(exact_exp(-700.0) == 0x1.14f2b0fb9307fp-1010);
    CHECK(exact_exp(0.3) == 0x1.599058c8c1a96p+0);
    CHECK(exact_log(0.1) == -0x1.26bb1bbb55515p+1);
    CHECK(exact_log(1e300) == 0x1.5963447f87fb5p+9);
    CHECK(exact_sin(0.5) == 0x1.eaee8744b05fp-2);
    CHECK(exact_sin(99999.5) == 0x1.055f282f41bdap-1);
    CHECK(exact_cos(2.0) == -0x1.aa22657537205p-2);
    CHECK(exact_cos(1000.0) == 0x1.1ff026793f1bbp-1);
}
