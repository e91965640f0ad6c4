#include "sim/hazard/fire.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace evac;

TEST_CASE("t-squared fires reach 1 MW when they should") {
    Fire fire;
    fire.peak = 1.0e6;
    for (const auto& [growth, time] : {std::pair("slow", 584.0), std::pair("medium", 292.0),
                                       std::pair("fast", 146.0), std::pair("ultra-fast", 73.0)}) {
        fire.growth = growth_named(growth).value();
        CHECK(heat_release(fire, time) == Approx(1000.0).epsilon(0.01));
    }
    CHECK_FALSE(growth_named("quick"));
}

TEST_CASE("A fire grows, stays and goes out") {
    Fire fire;
    fire.start = 10.0;
    fire.growth = 0.1;  // 1000 kW after 100 s
    fire.peak = 1000.0;
    fire.steady = 60.0;
    fire.decay = 40.0;
    CHECK(heat_release(fire, 10.0) == 0.0);
    CHECK(heat_release(fire, 60.0) == Approx(250.0));
    CHECK(heat_release(fire, 110.0) == Approx(1000.0));
    CHECK(heat_release(fire, 170.0) == Approx(1000.0));
    CHECK(heat_release(fire, 190.0) == Approx(500.0));
    CHECK(heat_release(fire, 211.0) == 0.0);
}

TEST_CASE("Every preset burns out and makes less of each product than chemistry allows") {
    for (const std::string& name : fire_names()) {
        const auto fire = fire_preset(name);
        REQUIRE(fire);
        double energy = 0.0;
        for (int t = 0; t < 7200; ++t) {
            energy += heat_release(*fire, t);
        }
        INFO(name << " " << energy / 1000.0 << " MJ");
        CHECK(heat_release(*fire, 7200.0) == 0.0);
        CHECK(fire->soot + fire->co * 12.0 / 28.0 + fire->co2 * 12.0 / 44.0 < 0.93);
        CHECK(fire->heat_of_combustion > 1.0e4);
    }
    // 10 l of acetone are 7.9 kg or 204 MJ.
    double energy = 0.0;
    for (int t = 0; t < 600; ++t) {
        energy += heat_release(*fire_preset("solvent"), t);
    }
    CHECK(energy / 1000.0 == Approx(204.0).epsilon(0.05));
    CHECK_FALSE(fire_preset("straw"));
}
