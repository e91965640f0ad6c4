#include "sim/crowd/distribution.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace evac;
using Shape = Distribution::Shape;

namespace {

/// Values of 20,000 people in ascending order.
std::vector<double> many(const Distribution& distribution) {
    std::vector<double> values;
    for (std::uint32_t person = 0; person < 20000; ++person) {
        values.push_back(sample(distribution, Draw{1, Purpose::profile, person, 0}, 0));
    }
    std::sort(values.begin(), values.end());
    return values;
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("A constant is the same for everybody") {
    const auto values = many({Shape::constant, 1.3});
    CHECK(values.front() == 1.3);
    CHECK(values.back() == 1.3);
}

TEST_CASE("A uniform distribution fills its interval") {
    // Standard error of the mean: 90 / sqrt(12 * 20000) = 0.18 s.
    const auto values = many({Shape::uniform, 10.0, 100.0});
    CHECK(values.front() >= 10.0);
    CHECK(values.front() < 10.1);
    CHECK(values.back() < 100.0);
    CHECK(values.back() > 99.9);
    CHECK(mean(values) == Approx(55.0).margin(0.9));
}

TEST_CASE("A lognormal distribution has the median that was asked for") {
    // Half of all lie below the median; one deviation above it is e^0.5 = 1.649 times as far.
    const auto values = many({Shape::lognormal, 20.0, 0.5});
    CHECK(values[10000] == Approx(20.0).epsilon(0.03));
    CHECK(values[16827] == Approx(20.0 * 1.6487).epsilon(0.03));
}

TEST_CASE("A gamma distribution has the mean and deviation of its shape and scale") {
    // Mean a b, deviation sqrt(a) b; their standard errors are below 1 % of 20,000 people.
    for (const double shape : {0.4, 1.291, 6.0}) {
        INFO("shape " << shape);
        const auto values = many({Shape::gamma, shape, 10.0});
        CHECK(values.front() > 0.0);  // what is rejected is drawn again, not nothing
        CHECK(mean(values) == Approx(shape * 10.0).epsilon(0.03));
        double square = 0.0;
        for (const double value : values) {
            square += value * value / 20000.0;
        }
        CHECK(std::sqrt(square - mean(values) * mean(values)) ==
              Approx(std::sqrt(shape) * 10.0).epsilon(0.04));
    }
}

TEST_CASE("A gamma distribution of shape 1 is exponential, a Weibull one too") {
    for (const Shape shape : {Shape::gamma, Shape::weibull}) {
        const auto values = many({shape, 1.0, 30.0});
        CHECK(values[10000] == Approx(30.0 * std::log(2.0)).epsilon(0.04));
        CHECK(values[18000] == Approx(30.0 * std::log(10.0)).epsilon(0.04));
    }
}

TEST_CASE("Of a Weibull distribution 63 % lie below the scale") {
    // Lovreglio et al. 2019, offices: shape 1.195, scale 139.3 s; median 139.3 ln(2)^(1/1.195).
    const auto values = many({Shape::weibull, 1.195, 139.3});
    CHECK(values[12642] == Approx(139.3).epsilon(0.03));
    CHECK(values[10000] == Approx(102.5).epsilon(0.03));
}

TEST_CASE("Gamma and Weibull values beyond the limits are drawn again") {
    for (const Shape shape : {Shape::gamma, Shape::weibull}) {
        const auto values = many({shape, 1.3, 100.0, 20.0, 200.0});
        CHECK(values.front() >= 20.0);
        CHECK(values.back() <= 200.0);
        CHECK(std::count(values.begin(), values.end(), 200.0) <= 1);
    }
}

TEST_CASE("A triangular distribution rises to its mode and falls from there") {
    // Library of the FDS+Evac study: 11, 41, 71 s. Mean (11 + 41 + 71) / 3, half below the mode.
    Distribution triangle{Shape::triangular, 41.0};
    triangle.low = 11.0;
    triangle.high = 71.0;
    auto values = many(triangle);
    CHECK(mean(values) == Approx(41.0).margin(0.5));
    CHECK(values[10000] == Approx(41.0).margin(1.0));
    CHECK(values.front() >= 11.0);
    CHECK(values.back() <= 71.0);

    // Mode at the upper end: distribution function (x - 11)^2 / 60^2, median 11 + 60 / sqrt(2).
    triangle.a = 71.0;
    CHECK(many(triangle)[10000] == Approx(53.43).margin(1.0));

    triangle.low = triangle.high = 71.0;
    CHECK(many(triangle).front() == 71.0);
}

TEST_CASE("Values beyond the limits are drawn again, not piled up at the limits") {
    // 24 % of a bell lie beyond 1.17 deviations to either side.
    const Distribution cut{Shape::normal, 0.23, 0.0171, 0.21, 0.25};
    const auto values = many(cut);
    CHECK(values.front() >= 0.21);
    CHECK(values.back() <= 0.25);
    CHECK(std::count(values.begin(), values.end(), 0.21) == 0);
    CHECK(std::count(values.begin(), values.end(), 0.25) == 0);
}

TEST_CASE("Limits that hardly anybody meets still end the drawing") {
    const Distribution hopeless{Shape::normal, 0.0, 1.0, 50.0, 60.0};
    CHECK(sample(hopeless, Draw{1, Purpose::profile, 0, 0}, 0) == 50.0);
}
