#include "sim/hazard/atmosphere_table.hpp"

#include "sim/text/problem.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <fstream>
#include <string>

using namespace evac;

namespace {

std::filesystem::path written(const std::string& text) {
    // Tests of this file run beside one another, each in a process of its own.
    const auto file = std::filesystem::temp_directory_path() /
                      ("evac_atmosphere_table_test_" + std::to_string(::getpid()) + ".csv");
    std::ofstream(file) << text;
    return file;
}

AtmosphereTable table_of(const std::string& text) {
    return read_atmosphere_table(written(text), scenes::two_rooms(1.0));
}

std::vector<MessageId> defects_of(const std::string& text) {
    std::vector<MessageId> ids;
    try {
        (void)table_of(text);
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            ids.push_back(problem.what.id);
        }
    }
    return ids;
}

}  // namespace

TEST_CASE("Air of a table is interpolated in time, clean before, held after") {
    const Plan plan = scenes::two_rooms(1.0);
    const int inner = find_unit(plan, "inner");
    const int outer = find_unit(plan, "outer");
    const AtmosphereTable table = table_of(
        "time_s,unit,extinction_1_per_m,co_ppm,note\n"
        "10,inner,0,0,\n20,inner,2,1000,thick\n20,outer,,500,\n30,inner,3,,\n");
    CHECK(at(table, inner, 5.0) == Atmosphere{});
    CHECK(at(table, inner, 15.0).extinction == Approx(1.0));
    CHECK(at(table, inner, 15.0).co == Approx(500.0));
    CHECK(at(table, inner, 15.0).o2 == Atmosphere{}.o2);
    CHECK(at(table, inner, 20.0).extinction == Approx(2.0));
    CHECK(at(table, inner, 25.0).co == Approx(1000.0));  // an empty cell: as before
    CHECK(at(table, inner, 1000.0).extinction == Approx(3.0));
    CHECK(at(table, outer, 19.0) == Atmosphere{});
    CHECK(at(table, outer, 21.0).co == Approx(500.0));
    CHECK(at(table, outer, 21.0).extinction == 0.0);
}

TEST_CASE("Semicolons of a spreadsheet are read too") {
    const AtmosphereTable table = table_of("time_s;unit;temperature_c\n0;inner;80\n");
    CHECK(at(table, 0, 1.0).temperature == 80.0);
}

TEST_CASE("All defects of a table are told at once") {
    CHECK(defects_of("time_s,unit,co_ppm\n0,inner,much\n0,iner,1\n,outer,1\n5,outer,1\n"
                     "5,outer,2\n6,outer,-3\n") ==
          std::vector<MessageId>{MessageId::air_no_number, MessageId::air_unknown_unit,
                                 MessageId::air_no_time, MessageId::air_time_order,
                                 MessageId::air_impossible});
    CHECK(defects_of("time,co_ppm,co_ppm\n0,1,1\n") ==
          std::vector<MessageId>{MessageId::air_no_column, MessageId::air_no_column,
                                 MessageId::air_same_column});
    CHECK(defects_of("time_s,unit\n0,inner\n") ==
          std::vector<MessageId>{MessageId::air_no_quantity});
    CHECK(defects_of("time_s,unit,co_ppm\n") == std::vector<MessageId>{MessageId::air_no_rows});
    CHECK(defects_of("").size() == 3);
}

TEST_CASE("Oxygen as a share and temperatures in kelvin are not taken for percent and degrees") {
    CHECK(defects_of("time_s,unit,o2_percent\n0,inner,0.209\n60,inner,0.15\n") ==
          std::vector<MessageId>{MessageId::air_share});
    CHECK(defects_of("time_s,unit,temperature_c\n0,inner,293\n60,inner,400\n") ==
          std::vector<MessageId>{MessageId::air_kelvin});
    CHECK(defects_of("time_s,unit,o2_percent\n0,inner,0\n60,inner,0\n") ==
          std::vector<MessageId>{MessageId::air_share});
    CHECK(defects_of("time_s,unit,o2_percent,temperature_c\n60,inner,5,420\n").empty());
    // A burnt-out room has little of the one and much of the other, but began with fresh air.
    CHECK(defects_of("time_s,unit,o2_percent,temperature_c\n0,inner,20.9,20\n"
                     "60,inner,0.4,650\n")
              .empty());
}

TEST_CASE("An unknown unit is told with the one that was probably meant") {
    try {
        (void)table_of("time_s,unit,co_ppm\n0,iner,1\n");
        FAIL("read");
    } catch (const InputError& error) {
        CHECK(error.problems().front().remedy.id == MessageId::air_unknown_unit_like);
        CHECK(error.problems().front().remedy.arguments == std::vector<std::string>{"inner"});
    }
}
