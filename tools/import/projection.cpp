#include "tools/import/projection.hpp"

#include "sim/text/problem.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace evac {

namespace {

constexpr double radians = std::numbers::pi / 180.0;

/// Metres per degree on the WGS84 ellipsoid at one latitude.
struct Scale {
    double east;
    double north;
};

Scale scale_at(double latitude) {
    constexpr double equator = 6378137.0;               // semi-major axis [m]
    constexpr double eccentricity2 = 0.00669437999014;  // squared
    const double sine = std::sin(latitude * radians);
    const double w2 = 1.0 - eccentricity2 * sine * sine;
    const double prime_vertical = equator / std::sqrt(w2);
    const double meridian = prime_vertical * (1.0 - eccentricity2) / w2;
    return {prime_vertical * std::cos(latitude * radians) * radians, meridian * radians};
}

template <class Move>
void move_polygon(Polygon& polygon, Move move) {
    for (Vec2& p : polygon.outer) {
        p = move(p);
    }
    for (Ring& hole : polygon.holes) {
        for (Vec2& p : hole) {
            p = move(p);
        }
    }
}

template <class Move>
void move_all(Drawing& drawing, Move move) {
    for (DrawnLevel& level : drawing.levels) {
        for (Polygon& polygon : level.outline) {
            move_polygon(polygon, move);
        }
    }
    for (DrawnUnit& unit : drawing.units) {
        move_polygon(unit.polygon, move);
    }
    for (DrawnOpening& opening : drawing.openings) {
        opening.line = {move(opening.line.a), move(opening.line.b)};
    }
    for (DrawnFixture& fixture : drawing.fixtures) {
        move_polygon(fixture.polygon, move);
    }
    for (DrawnPoint& point : drawing.points) {
        point.position = move(point.position);
    }
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The middle unit, in the sense that one absurd unit does not move it.
Vec2 middle_of(const Drawing& drawing) {
    std::vector<double> x;
    std::vector<double> y;
    for (const DrawnUnit& unit : drawing.units) {
        x.push_back(unit.polygon.outer.front().x());
        y.push_back(unit.polygon.outer.front().y());
    }
    return {median(x), median(y)};
}

/// The direction most wall length follows, modulo a right angle [rad], in [0, pi/2).
double wall_direction(const Drawing& drawing) {
    constexpr int bins = 90;
    std::array<double, bins> length{};
    std::array<double, bins> moment{};  // of the angle within the bin
    for (const DrawnUnit& unit : drawing.units) {
        for (const Segment& edge : edges(unit.polygon)) {
            const Vec2 d = edge.b - edge.a;
            double angle = std::atan2(d.y(), d.x()) / radians;  // [deg]
            angle -= 90.0 * std::floor(angle / 90.0);
            const auto bin = std::min<std::size_t>(static_cast<std::size_t>(angle), bins - 1);
            length[bin] += d.norm();
            moment[bin] += d.norm() * (angle - static_cast<double>(bin));
        }
    }
    std::size_t best = 0;
    double most = -1.0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double here = length[bin] + length[(bin + 1) % bins];
        if (here > most) {
            most = here;
            best = bin;
        }
    }
    const std::size_t next = (best + 1) % bins;
    const double weight = length[best] + length[next];
    if (weight == 0.0) {
        return 0.0;
    }
    const double angle =
        static_cast<double>(best) + (moment[best] + moment[next] + length[next]) / weight;
    return (angle >= 90.0 ? angle - 90.0 : angle) * radians;
}

Vec2 turned(const Vec2& p, double angle) {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {c * p.x() - s * p.y(), s * p.x() + c * p.y()};
}

Box bounds(const Drawing& drawing) {
    const double far = std::numeric_limits<double>::infinity();
    Box box{Vec2(far, far), Vec2(-far, -far)};
    for (const DrawnUnit& unit : drawing.units) {
        const Box here = bounding_box(unit.polygon);
        box.low = box.low.cwiseMin(here.low);
        box.high = box.high.cwiseMax(here.high);
    }
    return box;
}

/// No building or campus is larger; what lies farther away is a slip in the coordinates.
constexpr double largest_site = 5000.0;  // [m]

void demand_one_site(const Drawing& drawing, const Vec2& middle, const Scale& scale) {
    std::vector<Problem> problems;
    for (const DrawnUnit& unit : drawing.units) {
        double farthest = 0.0;
        for (const Vec2& p : unit.polygon.outer) {
            const Vec2 d((p.x() - middle.x()) * scale.east, (p.y() - middle.y()) * scale.north);
            farthest = std::max(farthest, d.norm());
        }
        if (farthest > largest_site) {
            problems.push_back({drawing.source.string(), "", unit.id,
                                message(MessageId::import_far_away, std::round(farthest / 1000.0)),
                                message(MessageId::import_far_away_remedy)});
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
}

}  // namespace

void project(Drawing& drawing) {
    const Vec2 middle = middle_of(drawing);
    demand_one_site(drawing, middle, scale_at(middle.y()));

    // Once about the middle, to learn the directions of the walls and where the corner lies ...
    Drawing trial = drawing;
    Scale scale = scale_at(middle.y());
    move_all(trial, [&](const Vec2& p) {
        return Vec2((p.x() - middle.x()) * scale.east, (p.y() - middle.y()) * scale.north);
    });
    double angle = wall_direction(trial);
    move_all(trial, [&](const Vec2& p) { return turned(p, -angle); });
    Box box = bounds(trial);
    const auto turn_axes = [&](double by) {
        move_all(trial, [&](const Vec2& p) { return turned(p, -by); });
        angle += by;
        box = bounds(trial);
    };
    constexpr double quarter = std::numbers::pi / 2.0;
    if (box.size().y() > box.size().x()) {  // the longer side along x
        turn_axes(angle > 0.0 ? -quarter : quarter);
    }
    constexpr double margin = 1.0;  // [m]: openings and outlines may stand out a little
    const Vec2 corner = turned(box.low - Vec2(margin, margin), angle);

    // ... then about that corner, to the seventh decimal (1 cm), which the plan's origin tells.
    const auto rounded = [](double degrees) { return std::round(degrees * 1e7) / 1e7; };
    const Vec2 origin(rounded(middle.x() + corner.x() / scale.east),
                      rounded(middle.y() + corner.y() / scale.north));
    scale = scale_at(origin.y());
    drawing.rotation = std::round(angle / radians * 1e4) / 1e4;
    drawing.origin = {origin.x(), origin.y()};
    move_all(drawing, [&](const Vec2& p) {
        const Vec2 plane((p.x() - origin.x()) * scale.east, (p.y() - origin.y()) * scale.north);
        return turned(plane, -drawing.rotation * radians);
    });
}

}  // namespace evac
