#pragma once
namespace evac {
double lift_travel_time(double way, double speed, double acceleration);
}
