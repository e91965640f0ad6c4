#include "tools/import/flights.hpp"

#include "tools/import/overlay.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double narrowest_flight = 0.9;  // [m]: two cannot pass, one can
constexpr double shortest_flight = 1.5;   // [m]: steeper than a ladder for half a storey below that
constexpr double well = 0.1;              // [m] between two flights: the handrail
constexpr double shallowest_landing = 0.9;  // [m]
constexpr double floor_depth = 2.0;         // [m]: of a floor landing on a storey that is not drawn

/// Part of `polygon` on the far side (s > at) or near side of a line across the frame.
std::vector<Polygon> cut(const Polygon& polygon, const Frame& frame, double at, bool far) {
    constexpr double everything = 1e3;  // [m]: more than any stair
    // Crooked by less than this, the line would leave a thread that joins two arms.
    constexpr double crooked = 0.03;  // [m]
    const double from = far ? at + crooked : -everything;
    const double to = far ? everything : at - crooked;
    return intersection(polygon, frame.part(from, to, -everything, everything));
}

struct Extent {
    double s0, s1, t0, t1;
};

Extent extent(const Polygon& polygon, const Frame& frame) {
    Vec2 low = frame.local(polygon.outer.front());
    Vec2 high = low;
    for (const Vec2& p : polygon.outer) {
        low = low.cwiseMin(frame.local(p));
        high = high.cwiseMax(frame.local(p));
    }
    return {low.x(), high.x(), low.y(), high.y()};
}

bool fills(const Polygon& polygon, const Extent& e) {
    constexpr double nearly = 0.93;  // of the rectangle: a flight is one, but for drawing errors
    return area(polygon) >= nearly * (e.s1 - e.s0) * (e.t1 - e.t0);
}

}  // namespace

double usual_run(double rise) {
    constexpr double riser = 0.16;  // [m]
    constexpr double tread = 0.28;  // [m]
    return std::ceil(rise / riser - 1e-9) * tread;
}

std::optional<DogLeg> lay_dog_leg(const Frame& frame, double doors_reach, double half_rise) {
    const double flight = 0.5 * (frame.width - well);
    constexpr double shallowest_floor = 1.2;  // [m]: room to turn in front of the foot
    const double floor = std::max(doors_reach, shallowest_floor);
    if (flight < narrowest_flight) {
        return std::nullopt;
    }
    // Landings as deep as the flights are wide come first in the codes, a comfortable run second.
    double landing = flight;
    double run = std::min(usual_run(half_rise), frame.length - floor - landing);
    if (run < shortest_flight) {
        landing = std::max(shallowest_landing, frame.length - floor - shortest_flight);
        run = std::min(shortest_flight, frame.length - floor - landing);
        if (run < shortest_flight - 1e-9) {
            return std::nullopt;
        }
    }
    DogLeg result;
    const double far = frame.length - landing;  // where the mid landing begins
    const double near = far - run;              // where the flights begin
    const double width = frame.width;
    StairStorey& storey = result.storey;
    storey.first = frame.part(near, far, 0.0, flight);
    storey.foot = frame.line(near, 0.0, flight);
    storey.turn = frame.line(far, 0.0, flight);
    storey.landing = frame.part(far, frame.length, 0.0, width);
    storey.returns.push_back({frame.part(near, far, width - flight, width),
                              frame.line(far, width - flight, width),
                              frame.line(near, width - flight, width)});
    storey.floor = frame.part(near - std::min(near, floor_depth), near, 0.0, width);
    storey.run = run;
    result.flights_from = near;
    result.flight_width = flight;
    return result;
}

std::optional<ReturnStair> read_return_stair(const Polygon& first, const Polygon& surrounding,
                                             const Segment& turn) {
    if (turn.length() < narrowest_flight) {
        return std::nullopt;
    }
    // Along the first flight towards the turn, across to its left.
    Vec2 along = left_of((turn.b - turn.a).normalized());
    if ((turn.middle() - centroid(first)).dot(along) < 0.0) {
        along = -along;
    }
    Frame frame{turn.a, along, 0.0, 0.0};
    const Extent all = extent(surrounding, frame);
    const Extent flight = extent(first, frame);
    frame.corner += std::min(all.s0, flight.s0) * along + all.t0 * frame.across();
    frame.width = all.t1 - all.t0;
    frame.length = all.s1 - std::min(all.s0, flight.s0);
    const double turn_at = frame.local(turn.middle()).x();
    const Extent up = extent(first, frame);
    if (!fills(first, up) || up.t1 - up.t0 < narrowest_flight || up.s1 - up.s0 < shortest_flight) {
        return std::nullopt;
    }
    const std::vector<Polygon> beyond = cut(surrounding, frame, turn_at, true);
    if (beyond.size() != 1) {
        return std::nullopt;
    }
    ReturnStair result;
    result.frame = frame;
    result.turn_at = turn_at;
    StairStorey& storey = result.storey;
    storey.first = frame.part(up.s0, turn_at, up.t0, up.t1);
    storey.foot = frame.line(up.s0, up.t0, up.t1);
    storey.turn = frame.line(turn_at, up.t0, up.t1);
    const Extent deep = extent(beyond.front(), frame);
    storey.landing = fills(beyond.front(), deep) ? frame.part(turn_at, deep.s1, deep.t0, deep.t1)
                                                 : beyond.front();
    double head = 0.0;
    for (const Polygon& arm : cut(surrounding, frame, turn_at, false)) {
        const Extent e = extent(arm, frame);
        if (e.s1 - e.s0 < shortest_flight || e.t1 - e.t0 < narrowest_flight || !fills(arm, e)) {
            continue;
        }
        storey.returns.push_back({frame.part(e.s0, turn_at, e.t0, e.t1),
                                  frame.line(turn_at, e.t0, e.t1), frame.line(e.s0, e.t0, e.t1)});
        head = std::max(head, e.s0);
    }
    constexpr double level_ends = 0.3;  // [m]: all flights begin and end at the same floor
    if (storey.returns.empty() || storey.returns.size() > 2 || head > level_ends ||
        up.s0 > level_ends || deep.s1 - turn_at < shallowest_landing) {
        return std::nullopt;
    }
    storey.floor = frame.part(-floor_depth, 0.0, 0.0, frame.width);
    storey.run = turn_at;
    return result;
}

}  // namespace evac
