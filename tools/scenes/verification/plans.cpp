#include "tools/scenes/verification/drafting.hpp"

namespace evac::drawing {

namespace {

constexpr double run_up = 2.0;  // before and behind a track [m]

double rise_of(double run, const Steps& steps) {
    return run / steps.tread * steps.riser;
}

}  // namespace

Plan track(const std::string& id, double length, double width, const std::string& category) {
    Plan plan = bare_plan(id, "A straight way", "直线走道");
    const int before = add_floor(plan, "before", {0.0, 0.0, run_up, width});
    const int way = add_floor(plan, "way", {run_up, 0.0, run_up + length, width}, 0.0, category);
    const double end = 2.0 * run_up + length;
    const int behind = add_floor(plan, "behind", {run_up + length, 0.0, end, width});
    add_way(plan, "begin", before, way, upright(run_up, 0.0, width));
    add_way(plan, "end", way, behind, upright(run_up + length, 0.0, width));
    add_way_out(plan, "exit-before", before, upright(0.0, 0.0, width));
    add_way_out(plan, "exit-behind", behind, upright(end, 0.0, width));
    return plan;
}

Plan stair_track(const std::string& id, double length, double width, const Steps& steps) {
    Plan plan = bare_plan(id, "A straight flight", "直跑楼梯");
    const double rise = rise_of(length, steps);
    const int before = add_floor(plan, "before", {0.0, 0.0, run_up, width});
    const int way = add_flight(plan, "way", {run_up, 0.0, run_up + length, width}, 0.0, steps);
    const double end = 2.0 * run_up + length;
    const int behind = add_floor(plan, "behind", {run_up + length, 0.0, end, width}, rise);
    add_way(plan, "begin", before, way, upright(run_up, 0.0, width));
    add_way(plan, "end", behind, way, upright(run_up + length, 0.0, width));
    add_way_out(plan, "exit-before", before, upright(0.0, 0.0, width));
    add_way_out(plan, "exit-behind", behind, upright(end, 0.0, width));
    return plan;
}

Plan small_room(const std::string& id) {
    Plan plan = bare_plan(id, "A room of 8 m by 5 m", "8米×5米房间");
    const int room = add_floor(plan, "room", {0.0, 0.0, 8.0, 5.0}, 0.0, "room");
    add_way_out(plan, "exit", room, upright(8.0, 2.0, 3.0));
    return plan;
}

Plan corner_2m(const std::string& id) {
    Plan plan = bare_plan(id, "A corner of two corridors", "走廊转角");
    const int start = add_floor(plan, "start", {0.0, 0.0, 6.0, 2.0});
    const int corner = add_floor(plan, "corner",
                                 {Vec2(6.0, 0.0), Vec2(12.0, 0.0), Vec2(12.0, 12.0),
                                  Vec2(10.0, 12.0), Vec2(10.0, 2.0), Vec2(6.0, 2.0)});
    add_way(plan, "on", start, corner, upright(6.0, 0.0, 2.0));
    add_way_out(plan, "exit", corner, level_line(12.0, 10.0, 12.0));
    return plan;
}

Plan ring(const std::string& id, double width, double length, double apart) {
    Plan plan = bare_plan(id, "A corridor that is closed in itself", "环形走廊");
    const double north_arm = width + apart;
    const double top = north_arm + width;
    const int south = add_floor(plan, "south", {0.0, 0.0, length, width});
    const int east = add_floor(plan, "east", {length, 0.0, length + width, top});
    const int north = add_floor(plan, "north", {0.0, north_arm, length, top});
    const int west = add_floor(plan, "west", {-width, 0.0, 0.0, top});
    add_one_way(plan, "south-east", south, east, upright(length, 0.0, width));
    add_one_way(plan, "east-north", east, north, upright(length, north_arm, top));
    add_one_way(plan, "north-west", north, west, upright(0.0, north_arm, top));
    add_one_way(plan, "west-south", west, south, upright(0.0, 0.0, width));
    add_way_out(plan, "exit", west, upright(-width, 0.5 * top - 0.4, 0.5 * top + 0.4));
    return plan;
}

double ring_length(double width, double length, double apart) {
    return 2.0 * (length + width) + 2.0 * (apart + width);
}

Plan narrows(const std::string& id, const Narrows& size) {
    Plan plan = bare_plan(id, "A bottleneck", "瓶颈");
    const double wall = size.room_length;
    const double middle = 0.5 * size.room_width;
    const double low = middle - 0.5 * size.width;
    const double high = middle + 0.5 * size.width;
    const double from = wall + size.length;
    const int room =
        add_floor(plan, "room", {0.0, 0.0, size.room_length, size.room_width}, 0.0, "room");
    const int beyond = add_floor(plan, "beyond", {from, 0.0, from + size.beyond, size.room_width});
    if (size.length > 0.0) {
        const int neck = add_floor(plan, "neck", {wall, low, from, high});
        add_way(plan, "narrows", room, neck, upright(wall, low, high));
        add_way(plan, "narrows-end", neck, beyond, upright(from, low, high));
    } else {
        add_way(plan, "narrows", room, beyond, upright(wall, low, high));
    }
    add_way_out(plan, "exit", beyond, upright(from + size.beyond, 0.0, size.room_width));
    return plan;
}

Plan stair_between_rooms(const std::string& id, const Rect& room, double width, double run,
                         const Steps& steps) {
    Plan plan = bare_plan(id, "Two rooms joined by a flight", "以直跑楼梯相连的两个房间");
    const double rise = rise_of(run, steps);
    const double low = 0.5 * (room.south + room.north - width);
    const double high = low + width;
    const double foot = room.east + run_up;
    const double head = foot + run;
    const double upper = head + run_up;
    const int from = add_floor(plan, "room-low", room, 0.0, "room");
    const int approach = add_floor(plan, "approach", {room.east, low, foot, high});
    const int flight = add_flight(plan, "flight", {foot, low, head, high}, 0.0, steps);
    const int departure = add_floor(plan, "departure", {head, low, upper, high}, rise);
    const int to =
        add_floor(plan, "room-high", {upper, room.south, upper + room.east - room.west, room.north},
                  rise, "room");
    add_way(plan, "low-door", from, approach, upright(room.east, low, high));
    add_way(plan, "foot", approach, flight, upright(foot, low, high));
    add_way(plan, "head", departure, flight, upright(head, low, high));
    add_way(plan, "high-door", departure, to, upright(upper, low, high));
    add_way_out(plan, "exit-low", from, upright(room.west, room.south, room.north));
    add_way_out(plan, "exit-high", to,
                upright(upper + room.east - room.west, room.south, room.north));
    return plan;
}

Plan room_corridor_stair(const std::string& id, double room_length, double room_width,
                         double corridor) {
    Plan plan = bare_plan(id, "Room, corridor and flight up", "房间、走廊与上行楼梯");
    constexpr double width = 2.0;
    const Steps steps{0.17, 0.25};
    constexpr double run = 8.0;
    const double rise = rise_of(run, steps);
    const double low = 0.5 * (room_width - width);
    const double high = low + width;
    const double foot = room_length + corridor;
    const double head = foot + run;
    const int room = add_floor(plan, "room", {0.0, 0.0, room_length, room_width}, 0.0, "room");
    const int way = add_floor(plan, "corridor", {room_length, low, foot, high});
    const int flight = add_flight(plan, "flight", {foot, low, head, high}, 0.0, steps);
    const int top = add_floor(plan, "top", {head, low, head + run_up, high}, rise);
    // The door of IMO's drawing is 1 m wide: it is there that people queue first.
    add_way(plan, "door", room, way,
            upright(room_length, 0.5 * room_width - 0.5, 0.5 * room_width + 0.5));
    add_way(plan, "foot", way, flight, upright(foot, low, high));
    add_way(plan, "head", top, flight, upright(head, low, high));
    add_way_out(plan, "exit", top, upright(head + run_up, low, high));
    return plan;
}

}  // namespace evac::drawing
