#include "sim/drill/lift_travel.hpp"

#include <catch2/catch.hpp>

using namespace evac;

TEST_CASE("Without jerk a lift speeds up, runs and brakes: a trapezoid") {
    LiftMotion lift;
    lift.top_speed = 2.0;
    lift.acceleration = 1.0;
    // 20 m: 2 s and 2 m to speed up, 16 m in 8 s, 2 s and 2 m to brake.
    CHECK(lift_travel_time(lift, 20.0) == Approx(12.0));
    // 4 m: full speed is reached in the middle; 1 m: 1 s up to 1 m/s, 1 s down.
    CHECK(lift_travel_time(lift, 4.0) == Approx(4.0));
    CHECK(lift_travel_time(lift, 1.0) == Approx(2.0));
    CHECK(lift_travel_time(lift, 0.0) == 0.0);
}

TEST_CASE("With jerk every start and stop takes a / j longer") {
    LiftMotion lift;
    lift.top_speed = 2.0;
    lift.acceleration = 1.0;
    lift.jerk = 1.0;
    // d / v + v / a + a / j
    CHECK(lift_travel_time(lift, 20.0) == Approx(13.0));
    // Full acceleration, not full speed: a / j + sqrt(4 d / a + (a / j)^2), from 2 m to 6 m.
    CHECK(lift_travel_time(lift, 3.75) == Approx(1.0 + 4.0));
    // Neither: (32 d / j)^(1/3)
    CHECK(lift_travel_time(lift, 2.0) == Approx(4.0));
    CHECK(lift_travel_time(lift, 0.25) == Approx(2.0));
}

TEST_CASE("A soft lift that reaches its speed before its acceleration") {
    LiftMotion lift;
    lift.top_speed = 1.0;
    lift.acceleration = 2.0;
    lift.jerk = 1.0;
    // d / v + 2 sqrt(v / j) from 2 v sqrt(v / j) = 2 m on.
    CHECK(lift_travel_time(lift, 10.0) == Approx(12.0));
    CHECK(lift_travel_time(lift, 2.0) == Approx(4.0));
}

TEST_CASE("Travel time grows with the distance without a jump") {
    for (const double jerk : {0.0, 0.4, 1.0, 5.0}) {
        LiftMotion lift;
        lift.jerk = jerk;
        double last = lift_travel_time(lift, 0.01);
        for (int i = 2; i < 2000; ++i) {
            const double time = lift_travel_time(lift, 0.01 * i);
            REQUIRE(time > last);
            REQUIRE(time < last + 0.3);
            last = time;
        }
    }
}

TEST_CASE("A trip has its doors, a stop its dwell") {
    LiftMotion lift;
    lift.top_speed = 2.0;
    lift.acceleration = 1.0;
    CHECK(lift_trip_time(lift, 20.0) == Approx(3.0 + 0.5 + 12.0 + 2.0));
    CHECK(lift_trip_time(lift, 0.0) == 0.0);
    CHECK(lift_stop_time(lift, 1.0) == Approx(5.0));
    CHECK(lift_stop_time(lift, 9.0) == Approx(11.0));
}
