#pragma once

#include "render/drawing/colour.hpp"
#include "sim/geometry/polygon.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace evac::render {

/// How a line is drawn: `metres` wide in the plan, but on no surface thinner than `pixels`.
struct Pen {
    Colour colour;
    double metres = 0.0;
    double pixels = 1.0;
    std::vector<double> dashes;  ///< lengths of dash and gap [px], empty for a full line
    bool round = false;          ///< round ends and corners instead of square-cut ones
};

/// Slanting lines across an area.
struct Hatch {
    Colour colour;
    double spacing = 10.0;  ///< [px]
    double width = 1.0;     ///< [px]
    bool crossed = false;   ///< in both directions
};

/// A filled or hatched area: everything inside an odd number of rings.
struct Area {
    std::vector<Ring> rings;
    std::optional<Colour> fill;
    std::optional<Hatch> hatch;
    std::optional<Pen> outline;
};

struct Line {
    std::vector<Vec2> points;
    Pen pen;
    bool closed = false;
};

enum class Align { left, centre, right };

struct TextStyle {
    double size = 20.0;  ///< height of the letters' square [px], whatever the scale of the plan
    Colour colour;
    bool bold = false;
    std::optional<Colour> halo;  ///< drawn around the letters where the ground is busy
};

/// One line of words. `at` is the middle of its height; left end, middle or right end by `align`.
struct Text {
    Vec2 at = Vec2::Zero();
    std::string words;
    TextStyle style;
    Align align = Align::centre;
    bool upright = false;  ///< turned to read from below to above
};

/// Small things of a fixed size in pixels (signs, locks, arrow heads) standing at a point of the
/// plan: the coordinates of `parts` are pixels from `at`, x to the right, y upwards on any surface.
struct Mark {
    Vec2 at = Vec2::Zero();
    std::vector<std::variant<Area, Line, Text>> parts;
};

/// Square cells of colour, row by row from the lower left, seen only inside `clip`.
struct Lattice {
    Vec2 origin = Vec2::Zero();
    double cell = 0.5;  ///< [m]
    int columns = 0;
    int rows = 0;
    std::vector<Colour> colours;
    std::vector<Ring> clip;
};

using Shape = std::variant<Area, Line, Text, Mark, Lattice>;

/// What to draw, in plan metres (or in pixels for what belongs to the page), first things first.
struct Drawing {
    std::vector<Shape> shapes;

    void add(Shape shape) { shapes.push_back(std::move(shape)); }
    void add(Drawing drawing) {
        for (Shape& shape : drawing.shapes) {
            shapes.push_back(std::move(shape));
        }
    }
};

/// The drawing `by` further right and up (on the page: down).
Drawing moved(Drawing drawing, const Vec2& by);

/// A rectangle with rounded corners as a ring.
Ring rounded_rectangle(const Vec2& centre, const Vec2& size, double radius);

/// A circle as a ring.
Ring circle(const Vec2& centre, double radius);

/// Points from `from` a quarter of a turn about `centre` towards `to`; both lie on the circle.
std::vector<Vec2> quarter_arc(const Vec2& centre, const Vec2& from, const Vec2& to);

/// All rings of a polygon.
std::vector<Ring> rings_of(const Polygon& polygon);

}  // namespace evac::render
