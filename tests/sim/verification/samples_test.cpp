#include "sim/verification/samples.hpp"
#include "sim/verification/diagram.hpp"
#include "sim/verification/judge.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace evac;

TEST_CASE("statistics of a handful of numbers, by hand") {
    const std::vector<double> values{4.0, 1.0, 3.0, 2.0};
    CHECK(statistic("mean", values) == Approx(2.5));
    CHECK(statistic("median", values) == Approx(2.5));
    CHECK(statistic("min", values) == 1.0);
    CHECK(statistic("max", values) == 4.0);
    CHECK(statistic("spread", values) == 3.0);
    CHECK(statistic("sum", values) == 10.0);
    CHECK(statistic("count", values) == 4.0);
    CHECK(statistic("deviation", values) == Approx(std::sqrt(5.0 / 3.0)));
    CHECK(std::isnan(statistic("mean", {})));
}

TEST_CASE("a sample of its own distribution passes the Kolmogorov-Smirnov test, another does not") {
    const Distribution uniform{Distribution::Shape::uniform, 10.0, 100.0, 10.0, 100.0};
    std::vector<double> even;
    std::vector<double> crowded;
    for (int i = 0; i < 50; ++i) {
        even.push_back(10.0 + 90.0 * (i + 0.5) / 50.0);
        crowded.push_back(10.0 + 30.0 * (i + 0.5) / 50.0);
    }
    CHECK(kolmogorov_smirnov(even, uniform) > 0.99);
    CHECK(kolmogorov_smirnov(crowded, uniform) < 1e-6);
}

TEST_CASE("drawn gamma and Weibull values pass their own test, and not one another's") {
    const Distribution gamma{Distribution::Shape::gamma, 4.0, 20.0, 0.0, 300.0};
    const Distribution weibull{Distribution::Shape::weibull, 1.0, 80.0, 0.0, 300.0};
    const auto drawn = [](const Distribution& from) {
        std::vector<double> values;
        for (std::uint32_t person = 0; person < 2000; ++person) {
            values.push_back(sample(from, Draw{3, Purpose::pre_movement, person, 0}, 0));
        }
        return values;
    };
    CHECK(kolmogorov_smirnov(drawn(gamma), gamma) > 0.05);
    CHECK(kolmogorov_smirnov(drawn(weibull), weibull) > 0.05);
    CHECK(kolmogorov_smirnov(drawn(gamma), weibull) < 1e-6);
}

TEST_CASE("the mean over its standard error tells a rise from chance") {
    CHECK(statistic("t", {1.0, 2.0, 3.0, 4.0}) == Approx(2.5 / (std::sqrt(5.0 / 3.0) / 2.0)));
}

TEST_CASE("the least squares line through points on a line") {
    const std::vector<Vec2> points{{0.0, 1.0}, {1.0, 3.0}, {2.0, 5.0}};
    CHECK(regression("slope", points) == Approx(2.0));
    CHECK(regression("r2", points) == Approx(1.0));
    const std::vector<Vec2> scattered{{0.0, 0.0}, {1.0, 1.0}, {2.0, 0.0}};
    CHECK(regression("r2", scattered) == Approx(0.0).margin(1e-12));
}

TEST_CASE("checks: within, above, below, in order; what could not be measured never passes") {
    VerificationCase one;
    one.measures = {{"a", "time_out", {"run"}, "s", {}, {}},
                    {"b", "time_out", {"run"}, "s", {}, {}}};
    const auto judged = [&](double a, double b, const CaseCheck& check) {
        return judge(check, one, {{"a", {a}, a, {}}, {"b", {b}, b, {}}}).pass;
    };
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const double never_happened = std::numeric_limits<double>::infinity();
    CaseCheck within;
    within.measure = "a";
    within.at_least = 26.0;
    within.at_most = 34.0;
    CHECK(judged(26.0, 0.0, within));
    CHECK(judged(34.0, 0.0, within));
    CHECK_FALSE(judged(34.1, 0.0, within));
    CHECK_FALSE(judged(unknown, 0.0, within));
    CHECK_FALSE(judged(never_happened, 0.0, within));
    CaseCheck rising;
    rising.increasing = {"a", "b"};
    CHECK(judged(1.0, 2.0, rising));
    CHECK_FALSE(judged(2.0, 2.0, rising));
    CHECK_FALSE(judged(1.0, never_happened, rising));
    rising.slack = 0.5;
    CHECK(judged(2.2, 2.0, rising));
}

TEST_CASE("a bin of a diagram: its band, or near its mean; a standstill never, whatever the band") {
    const DiagramBin walking{1.0, 0.8, 0.7, 0.85};
    CHECK(agrees(0.7, walking));
    CHECK(agrees(0.65, walking));  // within 20 % of the mean
    CHECK(agrees(0.95, walking));
    CHECK_FALSE(agrees(0.63, walking));
    CHECK_FALSE(agrees(0.97, walking));
    const DiagramBin jammed{2.7, 0.01, -0.014, 0.037};
    CHECK(agrees(0.02, jammed));
    CHECK_FALSE(agrees(0.0, jammed));
    CHECK_FALSE(agrees(0.001, jammed));
}

TEST_CASE("a plan turned and mirrored keeps its areas and distances") {
    const Polygon area{{{0, 0}, {4, 0}, {4, 2}, {0, 2}}, {}};
    const Placing placing{30.0, true};
    const Polygon there = placed(area, placing);
    CHECK(evac::area(there) == Approx(8.0));
    CHECK((placed(Vec2(4, 0), placing) - placed(Vec2(0, 2), placing)).norm() ==
          Approx(std::sqrt(20.0)));
    CHECK(placed(Vec2(1, 0), {90.0, false}).y() == Approx(1.0));
    CHECK(placed(Vec2(1, 0), {0.0, true}).x() == Approx(-1.0));
}
