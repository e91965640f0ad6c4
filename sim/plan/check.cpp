#include "sim/plan/check.hpp"

#include <algorithm>
#include <cmath>

#include "sim/geometry/validity.hpp"
#include "sim/plan/check_parts.hpp"

namespace evac {

std::string shown(const Vec2& point) {
    return fmt::format("({:.2f}, {:.2f})", point.x(), point.y());
}

std::string shown(double metres) {
    return fmt::format("{:.2f}", metres);
}

bool sensible(const Vec2& point) {
    constexpr double farthest = 1e5;  // [m]; farther out someone has written degrees or millimetres
    return std::abs(point.x()) <= farthest && std::abs(point.y()) <= farthest;  // false for NaN
}

bool sensible_height(double elevation) {
    constexpr double highest = 1e4;  // [m]
    return std::abs(elevation) <= highest;
}

bool check_polygon(PlanCheck& check, const std::string& element, const Polygon& polygon) {
    const auto add = [&](MessageId what, MessageId remedy, const Vec2& place) {
        check.add(element, message(what, shown(place)), message(remedy));
        return false;
    };
    const PolygonValidity found = validity(polygon);
    switch (found.defect) {
        case PolygonDefect::none:
            break;
        case PolygonDefect::not_finite:
            return add(MessageId::plan_absurd_point, MessageId::plan_absurd_point_remedy,
                       found.place);
        case PolygonDefect::too_few_points:
            return add(MessageId::plan_few_points, MessageId::plan_few_points_remedy, found.place);
        case PolygonDefect::no_area:
            return add(MessageId::plan_no_area, MessageId::plan_no_area_remedy, found.place);
        case PolygonDefect::crosses_itself:
            return add(MessageId::plan_crosses_itself, MessageId::plan_crosses_itself_remedy,
                       found.place);
        case PolygonDefect::hole_outside:
            return add(MessageId::plan_hole_outside, MessageId::plan_hole_outside_remedy,
                       found.place);
        case PolygonDefect::holes_overlap:
            return add(MessageId::plan_holes_overlap, MessageId::plan_holes_overlap_remedy,
                       found.place);
        case PolygonDefect::falls_apart:
            return add(MessageId::plan_falls_apart, MessageId::plan_falls_apart_remedy,
                       found.place);
    }
    const auto absurd = std::find_if_not(polygon.outer.begin(), polygon.outer.end(), sensible);
    if (absurd != polygon.outer.end()) {
        return add(MessageId::plan_absurd_point, MessageId::plan_absurd_point_remedy, *absurd);
    }
    return true;
}

void check_levels(PlanCheck& check) {
    for (const Level& level : check.plan.levels) {
        if (!sensible_height(level.elevation)) {
            check.add(level.id, message(MessageId::plan_absurd_height, level.elevation),
                      message(MessageId::plan_absurd_height_remedy));
        }
    }
}

namespace {

std::vector<Problem> check_plan(const Plan& plan, bool whole) {
    PlanCheck check(plan);
    check_levels(check);
    check_units(check);
    check_overlaps(check);
    check_openings(check);
    if (whole) {
        if (std::none_of(plan.units.begin(), plan.units.end(), walkable)) {
            check.add("", message(MessageId::plan_empty), message(MessageId::plan_empty_remedy));
        }
        check_flights(check);
    }
    check_contents(check);
    return std::move(check.problems);
}

}  // namespace

std::vector<Problem> check_plan(const Plan& plan) {
    return check_plan(plan, true);
}

std::vector<Problem> check_what_is_there(const Plan& plan) {
    return check_plan(plan, false);
}

}  // namespace evac
