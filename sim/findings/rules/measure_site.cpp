#include "sim/findings/rules/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace evac {

namespace {

/// Least width of the polygon over the directions of its edges [m]: exact for convex ones.
double least_width(const Polygon& polygon) {
    double least = std::numeric_limits<double>::infinity();
    for (const Segment& edge : edges(polygon)) {
        const Vec2 normal = left_of((edge.b - edge.a).normalized());
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (const Vec2& corner : polygon.outer) {
            low = std::min(low, normal.dot(corner));
            high = std::max(high, normal.dot(corner));
        }
        least = std::min(least, high - low);
    }
    return least;
}

bool is_sign(const Amenity& amenity) {
    return amenity.category == "exitsign" || amenity.category == "exit_sign";
}

/// Longest stretch of each corridor along its longest edge without a sign; the ends and the ways
/// out count as signed only if a sign stands there.
void measure_signs(Measuring& measuring) {
    constexpr double on_wall = 0.6;  // a sign on a wall may be drawn inside it [m]
    const Plan& plan = measuring.plan();
    if (std::none_of(plan.amenities.begin(), plan.amenities.end(), is_sign)) {
        return;
    }
    for (int u = 0; u < static_cast<int>(plan.units.size()); ++u) {
        if (!measuring.corridor(u)) {
            continue;
        }
        const Polygon& polygon = measuring.unit(u).polygon;
        Segment longest;
        for (const Segment& edge : edges(polygon)) {
            longest = edge.length() > longest.length() ? edge : longest;
        }
        const Vec2 axis = (longest.b - longest.a).normalized();
        std::vector<double> stations;
        for (const Amenity& amenity : plan.amenities) {
            const bool here = contains(polygon, amenity.position) ||
                              edge_distance(polygon, amenity.position) <= on_wall;
            if (is_sign(amenity) && amenity.level == measuring.unit(u).level && here) {
                stations.push_back(axis.dot(amenity.position));
            }
        }
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (const Vec2& corner : polygon.outer) {
            low = std::min(low, axis.dot(corner));
            high = std::max(high, axis.dot(corner));
        }
        std::sort(stations.begin(), stations.end());
        double gap = stations.empty() ? high - low : 0.0;
        for (std::size_t i = 1; i < stations.size(); ++i) {
            gap = std::max(gap, stations[i] - stations[i - 1]);
        }
        if (!stations.empty()) {
            // Towards an end one walks away from the last sign: half a spacing is seen from it.
            gap = std::max({gap, stations.front() - low, high - stations.back()});
        }
        const std::size_t ways =
            ways_out_of(measuring.inspection, measuring.layout, u).size();
        measure_unit(measuring, "sign_spacing", u, gap, "m").facts.words["position"] =
            ways >= 2 ? "between" : "dead_end";
    }
}

}  // namespace

void measure_site(Measuring& measuring) {
    const Plan& plan = measuring.plan();
    for (int u = 0; u < static_cast<int>(plan.units.size()); ++u) {
        const std::string& category = measuring.unit(u).category;
        if (category == "firelane" || category == "fire_lane") {
            const double width = std::min(least_width(measuring.unit(u).polygon),
                                          narrowest_of(measuring.inspection.bare, u).width);
            measure_unit(measuring, "fire_lane_width", u, width, "m");
        }
    }
    const int people =
        std::accumulate(measuring.inspection.people.begin(), measuring.inspection.people.end(), 0);
    double ground = 0.0;
    for (const AssemblyArea& area_of : plan.assembly_areas) {
        ground += area(area_of.polygon);
    }
    if (people > 0 && !plan.assembly_areas.empty()) {
        Measurement m;
        m.quantity = "assembly_area_per_person";
        m.element = plan.assembly_areas.front().id;
        m.level = measuring.unit(plan.assembly_areas.front().unit).level;
        m.place = label_point(plan.assembly_areas.front().polygon);
        m.value = ground / people;
        m.unit = "m2";
        m.people = people;
        m.facts.numbers["people"] = people;
        measuring.out.push_back(std::move(m));
    }
    measure_signs(measuring);
}

}  // namespace evac
