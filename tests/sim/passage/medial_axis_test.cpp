// The Voronoi diagram that clear widths rest on.

#include "sim/passage/medial_axis.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>

using namespace evac;

namespace {

constexpr double spacing = 1e-4;

/// The vertex nearest to a place.
AxisVertex vertex_near(const MedialAxis& axis, const Vec2& p) {
    return *std::min_element(axis.vertices.begin(), axis.vertices.end(),
                             [&](const AxisVertex& a, const AxisVertex& b) {
                                 return (a.place - p).norm() < (b.place - p).norm();
                             });
}

}  // namespace

TEST_CASE("no vertex touches a segment beyond its end, where the library's predicates see one") {
    // Two jambs below the end of a wall, from an imported plan. The circle through both jambs that
    // touches the wall's line to the right of its end is none of the diagram.
    const GridPoint end{71230, 95670};
    const std::vector<GridSite> sites{
        {end, {9530, 95840}}, {{71220, 83620}, {71220, 83620}}, {{71227, 92620}, {71227, 92620}}};
    const MedialAxis axis = medial_axis(sites, spacing);
    CHECK(axis.defects == 0);
    const AxisVertex left = vertex_near(axis, {6.5, 8.8});
    CHECK(left.place.x() == Approx(6.5146).margin(1e-3));
    CHECK(left.clearance == Approx(0.7562).margin(1e-3));
    const AxisVertex right = vertex_near(axis, {7.7271, 8.8115});
    CHECK((right.place - Vec2(7.7271, 8.8115)).norm() > 0.5);
}

TEST_CASE("in a rectangle the axis is its middle line and the bisectors of its corners") {
    const std::vector<GridPoint> corners{{0, 0}, {60000, 0}, {60000, 20000}, {0, 20000}};
    std::vector<GridSite> sites;
    for (std::size_t i = 0; i < 4; ++i) {
        sites.push_back({corners[i], corners[(i + 1) % 4]});
    }
    const MedialAxis axis = medial_axis(sites, spacing);
    CHECK(axis.defects == 0);
    CHECK(vertex_near(axis, {1, 1}).clearance == Approx(1.0));
    CHECK((vertex_near(axis, {1, 1}).place - Vec2(1, 1)).norm() == Approx(0.0).margin(1e-9));
    CHECK((vertex_near(axis, {5, 1}).place - Vec2(5, 1)).norm() == Approx(0.0).margin(1e-9));
}

TEST_CASE("diagrams of many short walls on a coarse grid have no defects") {
    // Few different coordinates: parallel, collinear and touching lines in plenty.
    std::uint32_t state = 1;
    const auto draw = [&state](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::int32_t>((state >> 8) % below);
    };
    for (int plan = 0; plan < 200; ++plan) {
        std::vector<GridSite> sites;
        for (std::int32_t column = 0; column < 6; ++column) {
            for (std::int32_t row = 0; row < 6; ++row) {
                // One wall per cell of the raster, inside it: they cannot cross.
                const auto at = [&] {
                    return GridPoint{10000 * column + 1000 * draw(10) + draw(3),
                                     10000 * row + 1000 * draw(10) + draw(3)};
                };
                const GridPoint a = at();
                const GridPoint b = at();
                sites.push_back({a, b});
            }
        }
        const MedialAxis axis = medial_axis(sites, spacing);
        INFO("plan " << plan);
        CHECK(axis.defects == 0);
        CHECK(axis.vertices.size() > sites.size());
    }
}
