#include "tools/import/openings.hpp"

#include "tools/import/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace evac {

namespace {

using Spans = std::vector<std::pair<double, double>>;

/// How far from its line an opening looks for its units: a thick wall [m].
constexpr double wall_thickness = 0.8;

/// Two edges nearer than this share one line; the checker allows touch_tolerance on each side [m].
constexpr double thin_wall = 0.08;

/// What counts as an opening at all [m]; narrower ones cannot be walked through.
constexpr double narrowest = 0.5;

/// Door leaves where a drawing gives a point only: the usual single leaf [m].
constexpr double usual_door = 0.9;

Spans merged(Spans spans) {
    std::sort(spans.begin(), spans.end());
    Spans result;
    constexpr double joint = 0.01;  // [m]: the same wall, drawn as two edges
    for (const auto& span : spans) {
        if (!result.empty() && span.first <= result.back().second + joint) {
            result.back().second = std::max(result.back().second, span.second);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

/// The longest stretch that both have.
std::pair<double, double> longest_common(const Spans& a, const Spans& b) {
    std::pair<double, double> best{0.0, 0.0};
    for (const auto& s : a) {
        for (const auto& t : b) {
            const double low = std::max(s.first, t.first);
            const double high = std::min(s.second, t.second);
            if (high - low > best.second - best.first) {
                best = {low, high};
            }
        }
    }
    return best;
}

Vec2 point_along(const Segment& line, double along, double to_left) {
    const Vec2 d = (line.b - line.a).normalized();
    return line.a + along * d + to_left * left_of(d);
}

Vec2 rounded(const Vec2& p) {
    return {std::round(p.x() * 1e3) / 1e3, std::round(p.y() * 1e3) / 1e3};
}

/// A unit beside an opening.
struct Side {
    int unit = outside;
    Contact contact;

    double worth() const { return contact.length - 2.0 * std::abs(contact.offset); }
};

std::string name_of(const Plan& plan, int unit) {
    const Unit& u = plan.units[static_cast<std::size_t>(unit)];
    const std::string name = u.name.in(Language::en);
    return name.empty() ? u.category : name;
}

class Placing {
public:
    Placing(const Drawing& drawing, Plan& plan, ImportReport& report)
        : drawing_(drawing), plan_(plan), report_(report) {}

    std::vector<Opening> run() {
        for (const DrawnOpening& drawn : drawing_.openings) {
            place(drawn);
        }
        return std::move(outward_);
    }

private:
    void tell(const char* kind, const DrawnOpening& drawn, Message text, Message suggestion) {
        report_.problems.push_back({kind, level_id(drawn), drawn.line.middle(), drawn.id,
                                    std::move(text), std::move(suggestion)});
    }

    std::string level_id(const DrawnOpening& drawn) const {
        return plan_.levels[static_cast<std::size_t>(drawn.level)].id;
    }

    /// A door drawn as a point gets a line along the wall it stands in.
    Segment line_of(const DrawnOpening& drawn) const {
        if (drawn.line.length() > 0.0) {
            return drawn.line;
        }
        const Vec2 p = drawn.line.a;
        double nearest = wall_thickness;
        Segment wall{p, p};
        for (const Unit& unit : plan_.units) {
            if (unit.level != drawn.level) {
                continue;
            }
            for (const Segment& edge : edges(unit.polygon)) {
                // Of edges equally near the longest tells the wall's direction best.
                const double far = distance(edge, p) - 1e-3 * std::min(edge.length(), 10.0);
                if (far < nearest && edge.length() > 0.0) {
                    nearest = far;
                    wall = edge;
                }
            }
        }
        const double length = wall.length();
        if (length == 0.0) {
            return wall;
        }
        const double width = drawn.width > 0.0 ? drawn.width : usual_door;
        const Vec2 d = (wall.b - wall.a) / length;
        // Kept within the wall where it is long enough, so that no jamb stands round the corner.
        double along = (p - wall.a).dot(d);
        if (length > width) {
            along = std::clamp(along, 0.5 * width, length - 0.5 * width);
        }
        const Vec2 middle = wall.a + along * d;
        return {middle - 0.5 * width * d, middle + 0.5 * width * d};
    }

    /// The best unit on one side of the line; also counts how many touch the line at all.
    Side side(const DrawnOpening& drawn, const Segment& line, bool on_left) const {
        Side best;
        for (std::size_t i = 0; i < plan_.units.size(); ++i) {
            const Unit& unit = plan_.units[i];
            if (unit.level != drawn.level) {
                continue;
            }
            Side here{static_cast<int>(i), contact(unit.polygon, line, on_left, wall_thickness)};
            const double needed = std::min(narrowest, 0.5 * line.length());
            if (here.contact.length >= needed &&
                (best.unit == outside || here.worth() > best.worth())) {
                best = std::move(here);
            }
        }
        return best;
    }

    std::vector<int> touching(const DrawnOpening& drawn, const Segment& line) const {
        std::vector<int> units;
        for (std::size_t i = 0; i < plan_.units.size(); ++i) {
            const Unit& unit = plan_.units[i];
            if (unit.level != drawn.level) {
                continue;
            }
            constexpr double touch = 0.02;
            const bool touches = edge_distance(unit.polygon, line.a) < touch ||
                                 edge_distance(unit.polygon, line.middle()) < touch ||
                                 edge_distance(unit.polygon, line.b) < touch;
            if (touches) {
                units.push_back(static_cast<int>(i));
            }
        }
        return units;
    }

    void place(const DrawnOpening& drawn) {
        const Segment line = line_of(drawn);
        if (line.length() == 0.0) {
            tell("opening_unplaced", drawn, message(MessageId::import_opening_unplaced),
                 message(MessageId::import_opening_unplaced_remedy));
            return;
        }
        Side left = side(drawn, line, true);
        Side right = side(drawn, line, false);
        if (left.unit == outside) {
            std::swap(left, right);
        }
        if (left.unit == outside || left.unit == right.unit) {
            tell("opening_unplaced", drawn, message(MessageId::import_opening_unplaced),
                 message(MessageId::import_opening_unplaced_remedy));
        } else if (right.unit == outside) {
            lead_outside(drawn, line, left);
        } else {
            join(drawn, line, left, right);
        }
    }

    Opening opening_of(const DrawnOpening& drawn, const Segment& line) const {
        Opening opening;
        opening.id = drawn.id;
        opening.name = drawn.name;
        opening.category = drawn.category.empty() ? "pedestrian" : drawn.category;
        opening.line = {rounded(line.a), rounded(line.b)};
        const double length = opening.line.length();
        opening.clear_width = drawn.width > 0.0 ? std::min(drawn.width, length) : length;
        opening.leaf = drawn.leaf;
        opening.swing = drawn.swing;
        opening.lock = drawn.lock;
        opening.elevation = plan_.levels[static_cast<std::size_t>(drawn.level)].elevation;
        opening.source = {drawing_.source.filename().string(), drawn.id, 1.0};
        return opening;
    }

    void lead_outside(const DrawnOpening& drawn, const Segment& line, const Side& inside) {
        const auto stretch = longest_common(inside.contact.spans, inside.contact.spans);
        Opening opening =
            opening_of(drawn, {point_along(line, stretch.first, inside.contact.offset),
                               point_along(line, stretch.second, inside.contact.offset)});
        opening.units = {inside.unit, outside};
        opening.exit = drawn.entrance;
        outward_.push_back(std::move(opening));
    }

    void join(const DrawnOpening& drawn, const Segment& line, Side& left, Side& right) {
        const auto touched = touching(drawn, line);
        if (touched.size() > 2) {
            std::string others;
            for (const int unit : touched) {
                if (unit != left.unit && unit != right.unit) {
                    others += (others.empty() ? "" : ", ") + name_of(plan_, unit);
                }
            }
            tell("opening_touches_more", drawn,
                 message(MessageId::import_opening_touches_more, name_of(plan_, left.unit),
                         name_of(plan_, right.unit), others),
                 message(MessageId::import_opening_touches_more_remedy));
        }
        const auto [from, to] = longest_common(left.contact.spans, right.contact.spans);
        if (to - from < std::min(narrowest, 0.5 * line.length())) {
            tell("opening_unplaced", drawn, message(MessageId::import_opening_unplaced),
                 message(MessageId::import_opening_unplaced_remedy));
            return;
        }
        constexpr double noticeable = 0.1;  // [m]
        if (line.length() - (to - from) > noticeable) {
            tell("opening_trimmed", drawn,
                 message(MessageId::import_opening_trimmed, fmt::format("{:.2f}", line.length()),
                         fmt::format("{:.2f}", to - from)),
                 message(MessageId::import_opening_trimmed_remedy));
        }
        const double gap = left.contact.offset - right.contact.offset;
        if (std::abs(gap) <= thin_wall) {
            const double middle = 0.5 * (left.contact.offset + right.contact.offset);
            Opening opening =
                opening_of(drawn, {point_along(line, from, middle), point_along(line, to, middle)});
            opening.units = {left.unit, right.unit};
            if (!merge_into_neighbour(drawn, opening)) {
                plan_.openings.push_back(std::move(opening));
            }
            return;
        }
        add_threshold(drawn, line, left, right, from, to);
    }

    /// Two leaves of a double door drawn as two doors: one opening over both.
    bool merge_into_neighbour(const DrawnOpening& drawn, const Opening& added) {
        for (Opening& other : plan_.openings) {
            const bool same_rooms = std::minmax(other.units[0], other.units[1]) ==
                                    std::minmax(added.units[0], added.units[1]);
            const double length = other.line.length();
            if (!same_rooms || length == 0.0) {
                continue;
            }
            const Vec2 d = (other.line.b - other.line.a) / length;
            const double a = (added.line.a - other.line.a).dot(d);
            const double b = (added.line.b - other.line.a).dot(d);
            const double low = std::min(a, b);
            const double high = std::max(a, b);
            const double off = std::abs(cross(d, added.line.middle() - other.line.a));
            if (off > thin_wall || high < 0.0 || low > length) {
                continue;
            }
            const Vec2 start = other.line.a;
            other.line = {rounded(start + std::min(low, 0.0) * d),
                          rounded(start + std::max(high, length) * d)};
            other.clear_width = other.line.length();
            other.leaf = other.leaf == Leaf::none ? Leaf::none : Leaf::double_leaf;
            tell("openings_merged", drawn,
                 message(MessageId::import_openings_merged,
                         fmt::format("{:.2f}", other.clear_width)),
                 message(MessageId::import_openings_merged_remedy));
            return true;
        }
        return false;
    }

    /// A door in a thick wall: a small unit between the two edges, the door on the right one.
    void add_threshold(const DrawnOpening& drawn, const Segment& line, const Side& left,
                       const Side& right, double from, double to) {
        const double near = right.contact.offset;
        const double far = left.contact.offset;
        const Segment door{point_along(line, from, near), point_along(line, to, near)};
        const Segment back{point_along(line, from, far), point_along(line, to, far)};
        Unit threshold;
        threshold.id = drawn.id + "/threshold";
        threshold.category = "walkway";
        threshold.kind = UnitKind::passage;
        threshold.level = drawn.level;
        threshold.elevation = plan_.levels[static_cast<std::size_t>(drawn.level)].elevation;
        threshold.polygon.outer = {rounded(door.a), rounded(door.b), rounded(back.b),
                                   rounded(back.a)};
        orient(threshold.polygon);
        threshold.source = {drawing_.source.filename().string(), drawn.id, 0.8};
        for (const Unit& unit : plan_.units) {
            if (unit.level == drawn.level && overlap_area(unit.polygon, threshold.polygon) > 1e-4) {
                tell("opening_unplaced", drawn, message(MessageId::import_opening_unplaced),
                     message(MessageId::import_opening_unplaced_remedy));
                return;
            }
        }
        const int index = static_cast<int>(plan_.units.size());
        plan_.units.push_back(std::move(threshold));
        Opening opening = opening_of(drawn, door);
        opening.units = {right.unit, index};
        Opening inner = opening_of(drawn, back);
        inner.id += "/threshold";
        inner.leaf = Leaf::none;
        inner.swing = Swing::none;
        inner.lock = Lock::none;
        inner.units = {index, left.unit};
        inner.clear_width = inner.line.length();
        plan_.openings.push_back(std::move(opening));
        plan_.openings.push_back(std::move(inner));
    }

    const Drawing& drawing_;
    Plan& plan_;
    ImportReport& report_;
    std::vector<Opening> outward_;
};

}  // namespace

Contact contact(const Polygon& polygon, const Segment& line, bool on_left, double reach) {
    struct Beside {
        double low, high, offset;
    };
    Contact result;
    const double length = line.length();
    if (length == 0.0) {
        return result;
    }
    const Vec2 d = (line.b - line.a) / length;
    const Vec2 n = left_of(d);
    std::vector<Beside> beside;
    double nearest = reach;
    for (const Segment& edge : edges(polygon)) {
        const Vec2 e = edge.b - edge.a;
        constexpr double parallel = 0.17;  // sine of 10 degrees
        const bool area_on_left = e.dot(d) > 0.0;
        if (std::abs(cross(d, e)) > parallel * e.norm() || area_on_left != on_left) {
            continue;
        }
        const double offset = (edge.middle() - line.a).dot(n);
        const double s = (edge.a - line.a).dot(d);
        const double t = (edge.b - line.a).dot(d);
        const double low = std::max(0.0, std::min(s, t));
        const double high = std::min(length, std::max(s, t));
        // A unit stands back from its opening, never across it.
        constexpr double drawing_error = 0.1;  // [m]
        const bool across = (on_left ? offset : -offset) < -drawing_error;
        constexpr double corner = 0.05;  // [m]: less is the end of an edge, not a contact
        if (std::abs(offset) > reach || across || high - low < std::min(corner, 0.5 * length)) {
            continue;
        }
        beside.push_back({low, high, offset});
        nearest = std::min(nearest, std::abs(offset));
    }
    // Edges farther off belong to the unit's other walls.
    constexpr double same_wall = 0.05;  // [m]
    double weighted = 0.0;
    double total = 0.0;
    for (const Beside& edge : beside) {
        if (std::abs(edge.offset) <= nearest + same_wall) {
            result.spans.emplace_back(edge.low, edge.high);
            weighted += edge.offset * (edge.high - edge.low);
            total += edge.high - edge.low;
        }
    }
    result.spans = merged(std::move(result.spans));
    for (const auto& [low, high] : result.spans) {
        result.length += high - low;
    }
    result.offset = total > 0.0 ? weighted / total : 0.0;
    return result;
}

std::vector<Opening> place_openings(const Drawing& drawing, Plan& plan, ImportReport& report) {
    return Placing(drawing, plan, report).run();
}

void open_corridors(const Drawing& drawing, Plan& plan, ImportReport& report) {
    const auto circulation = [](const Unit& unit) { return unit.kind == UnitKind::passage; };
    std::vector<int> openings_of(plan.units.size(), 0);
    std::set<std::pair<int, int>> joined;  // where a door is drawn, there is a wall round it
    for (const Opening& opening : plan.openings) {
        joined.insert(std::minmax(opening.units[0], opening.units[1]));
        for (const int unit : opening.units) {
            if (unit != outside) {
                ++openings_of[static_cast<std::size_t>(unit)];
            }
        }
    }
    const std::size_t count = plan.units.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            const Unit& first = plan.units[i];
            const Unit& second = plan.units[j];
            const bool wanted =
                drawing.corridors_join || openings_of[i] == 0 || openings_of[j] == 0;
            const bool has_door = joined.count({static_cast<int>(i), static_cast<int>(j)}) > 0;
            if (!wanted || has_door || first.level != second.level || !circulation(first) ||
                !circulation(second)) {
                continue;
            }
            // The longest stretch where an edge of the one runs along the other.
            Segment best;
            for (const Segment& edge : edges(first.polygon)) {
                const Contact other = contact(second.polygon, edge, false, 0.05);
                const auto [from, to] = longest_common(other.spans, other.spans);
                if (to - from > best.length()) {
                    best = {point_along(edge, from, 0.0), point_along(edge, to, 0.0)};
                }
            }
            constexpr double passable = 0.8;  // [m]: less is a corner that two corridors share
            if (best.length() < passable) {
                continue;
            }
            Opening opening;
            opening.id = fmt::format("{}+{}", first.id, second.id);
            opening.category = "pedestrian.principal";
            opening.line = {rounded(best.a), rounded(best.b)};
            opening.units = {static_cast<int>(i), static_cast<int>(j)};
            opening.clear_width = opening.line.length();
            opening.elevation = first.elevation;
            opening.source = {drawing.source.filename().string(), "", 0.7};
            report.problems.push_back(
                {"open_passage", plan.levels[static_cast<std::size_t>(first.level)].id,
                 best.middle(), opening.id,
                 message(MessageId::import_open_passage, name_of(plan, static_cast<int>(i)),
                         name_of(plan, static_cast<int>(j)),
                         fmt::format("{:.1f}", opening.clear_width)),
                 message(MessageId::import_open_passage_remedy)});
            plan.openings.push_back(std::move(opening));
        }
    }
}

}  // namespace evac
