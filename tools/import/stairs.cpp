#include "tools/import/stairs.hpp"

#include "sim/plan/check.hpp"
#include "tools/import/overlay.hpp"
#include "tools/import/stair_chain.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace evac {

namespace {

/// Units that one storey of a staircase was made of.
struct BuiltStorey {
    int first = 0;
    int landing = 0;
    std::vector<int> returns;
    StairStorey shape;
};

/// An opening belongs to a line of the stair when its middle is this near [m].
constexpr double at_line = 0.3;

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

class Joining {
public:
    Joining(Plan& plan, std::vector<Opening>& outward, double storey_height, ImportReport& report)
        : plan_(plan), outward_(outward), storey_height_(storey_height), report_(report) {}

    void run() {
        for (const StairChain& chain : find_stairs(plan_, report_)) {
            if (chain.size() == 1) {
                tell_alone(chain.front());
                continue;
            }
            const bool all_shaped = std::all_of(chain.begin(), chain.end(), [](const auto& place) {
                return place.shape.has_value();
            });
            const bool any_shaped = std::any_of(chain.begin(), chain.end(), [](const auto& place) {
                return place.shape.has_value();
            });
            name_ = fmt::format("stair-{}", report_.stairs + 1);
            const bool joined = all_shaped   ? join_return_stair(chain)
                                : any_shaped ? false
                                             : join_dog_leg(chain);
            if (joined) {
                ++report_.stairs;
            } else {
                for (const StairPlace& place : chain) {
                    tell("stair_not_joined", place, message(MessageId::import_stair_not_joined),
                         message(MessageId::import_stair_not_joined_remedy));
                }
            }
        }
        remove_gone();
    }

private:
    Unit& unit(int i) { return plan_.units[index(i)]; }

    void tell(const char* kind, const StairPlace& place, Message text, Message suggestion) {
        report_.problems.push_back({kind, plan_.levels[index(place.level)].id,
                                    label_point(place.footprint), unit(place.unit).id,
                                    std::move(text), std::move(suggestion)});
    }

    void tell_alone(const StairPlace& place) {
        tell("stair_alone", place, message(MessageId::import_stair_alone),
             message(MessageId::import_stair_alone_remedy));
    }

    // ---- making units and openings -------------------------------------------------------------

    int add_unit(Polygon polygon, const char* category, UnitKind kind, int level, double elevation,
                 const std::string& part) {
        Unit made;
        made.id = name_ + "/" + part;
        made.name = stair_label();
        made.category = category;
        made.kind = kind;
        made.level = level;
        made.polygon = beside_others(std::move(polygon), level);
        made.elevation = elevation;
        made.stair = name_;
        made.source = {report_.source, "", 0.5};
        plan_.units.push_back(std::move(made));
        return static_cast<int>(plan_.units.size()) - 1;
    }

    /// Walls are drawn a little crooked, flights are laid out straight: what sticks into a
    /// neighbour is cut off.
    Polygon beside_others(Polygon polygon, int level) {
        gone_.resize(plan_.units.size(), 0);
        orient(polygon);
        for (std::size_t i = 0; i < plan_.units.size(); ++i) {
            const Unit& other = plan_.units[i];
            if (gone_[i] == 0 && other.level == level &&
                overlap_area(polygon, other.polygon) > 0.1 * overlap_tolerance) {
                const auto left = difference(polygon, other.polygon);
                polygon = left.empty() ? polygon : left.front();
            }
        }
        return polygon;
    }

    Label stair_label() const { return label_of(MessageId::import_stair_name, report_.stairs + 1); }

    void add_opening(const Segment& line, int from, int to, double elevation) {
        Opening made;
        made.id = fmt::format("{}/opening-{}", name_, ++openings_made_);
        made.category = "pedestrian.principal";
        made.line = line;
        made.units = {from, to};
        made.clear_width = line.length();
        made.elevation = elevation;
        made.source = {report_.source, "", 0.5};
        plan_.openings.push_back(std::move(made));
    }

    void set_steps(int flight, double rise, double run) {
        constexpr double usual_riser = 0.165;  // [m]
        const double risers = std::ceil(rise / usual_riser - 1e-9);
        unit(flight).steps = Steps{rise / risers, run / risers};
    }

    /// A sheet at this height on which nothing lies under these polygons, made when there is none.
    int sheet_at(double elevation, const std::vector<Polygon>& polygons) {
        constexpr double crooked = 0.1;  // [m2]: a wall not quite straight, see beside_others()
        const auto is_free = [&](int level) {
            for (const Unit& other : plan_.units) {
                for (const Polygon& polygon : polygons) {
                    if (other.level == level && overlap_area(other.polygon, polygon) > crooked) {
                        return false;
                    }
                }
            }
            return true;
        };
        constexpr double same_height = 0.1;  // [m]
        for (std::size_t i = 0; i < plan_.levels.size(); ++i) {
            const Level& level = plan_.levels[i];
            if (!level.outdoors && std::abs(level.elevation - elevation) < same_height &&
                is_free(static_cast<int>(i))) {
                return static_cast<int>(i);
            }
        }
        Level level;
        level.elevation = elevation;
        level.ordinal = static_cast<int>(std::floor(elevation / storey_height_ + 1e-6));
        level.id = fmt::format("stairs-only-{}", ++sheets_made_);
        level.name =
            label_of(MessageId::import_stairs_only_level, fmt::format("{:+.1f}", elevation));
        plan_.levels.push_back(std::move(level));
        return static_cast<int>(plan_.levels.size()) - 1;
    }

    static std::vector<Polygon> upper_half_of(const StairStorey& shape) {
        std::vector<Polygon> half{shape.landing};
        for (const ReturnFlight& back : shape.returns) {
            half.push_back(back.polygon);
        }
        return half;
    }

    static std::vector<Polygon> polygons_of(const StairStorey& shape) {
        std::vector<Polygon> all = upper_half_of(shape);
        all.push_back(shape.first);
        all.push_back(shape.floor);
        return all;
    }

    /// The flights of one storey; foot and heads are still open. The first flight lies on `level`,
    /// the mid landing and the flights back where they are told.
    BuiltStorey build(const StairStorey& shape, int level, int landing_level, int return_level,
                      double elevation, double rise, const std::string& storey) {
        const double half = elevation + 0.5 * rise;
        BuiltStorey built;
        built.shape = shape;
        built.first = add_unit(shape.first, "stairs", UnitKind::flight, level, elevation,
                               storey + "/first-flight");
        set_steps(built.first, 0.5 * rise, shape.run);
        built.landing = add_unit(shape.landing, "stairs", UnitKind::passage, landing_level, half,
                                 storey + "/mid-landing");
        add_opening(shape.turn, built.first, built.landing, half);
        for (std::size_t i = 0; i < shape.returns.size(); ++i) {
            const ReturnFlight& back = shape.returns[i];
            const int flight = add_unit(back.polygon, "stairs", UnitKind::flight, return_level,
                                        half, fmt::format("{}/return-flight-{}", storey, i + 1));
            set_steps(flight, 0.5 * rise, shape.run);
            add_opening(back.foot, built.landing, flight, half);
            built.returns.push_back(flight);
        }
        return built;
    }

    /// All storeys between two drawn levels. `shape_of(storey, storeys)` gives each its flights;
    /// `floor` is the unit from which the first one rises, or outside when that is joined later;
    /// `way_under`: see StairLayout.
    /// Answers the lowest and the highest.
    template <class ShapeOf>
    std::pair<BuiltStorey, BuiltStorey> build_between(const StairPlace& low, const StairPlace& high,
                                                      int floor, bool way_under, ShapeOf shape_of) {
        const double climb = high.elevation - low.elevation;
        const int storeys = std::max(1, static_cast<int>(std::lround(climb / storey_height_)));
        const double rise = climb / storeys;
        std::optional<BuiltStorey> lowest;
        std::optional<BuiltStorey> last;
        for (int s = 0; s < storeys; ++s) {
            const StairStorey& shape = shape_of(s, storeys);
            const double elevation = low.elevation + s * rise;
            const int level = s == 0 ? low.level : sheet_at(elevation, polygons_of(shape));
            // Doors drawn on the upper level may open on the last mid landing: keep it there.
            const bool has_doors_above = high.shape && s > 0 && s == storeys - 1;
            // Over a floor that goes on under it, the upper half of the storey needs a sheet.
            const int upper = way_under && s == 0
                                  ? sheet_at(elevation + 0.5 * rise, upper_half_of(shape))
                                  : level;
            const int landing_level = has_doors_above ? high.level : upper;
            const std::string storey = fmt::format("{:+.1f}", elevation);
            if (s > 0) {
                floor = add_unit(shape.floor, "stairs", UnitKind::passage, level, elevation,
                                 storey + "/floor-landing");
                for (std::size_t i = 0; i < last->returns.size(); ++i) {
                    add_opening(last->shape.returns[i].head, last->returns[i], floor, elevation);
                }
            }
            last = build(shape, level, landing_level, upper, elevation, rise, storey);
            if (floor != outside) {
                add_opening(shape.foot, floor, last->first, elevation);
            }
            if (!lowest) {
                lowest = last;
            }
        }
        tell("stair_joined", low,
             message(MessageId::import_stair_joined, stair_label().in(Language::en),
                     fmt::format("{:.1f}", climb), storeys,
                     fmt::format("{:.2f}", last->shape.returns.front().head.length()),
                     fmt::format("{:.2f}", last->shape.run)),
             message(MessageId::import_stair_joined_remedy));
        return {*lowest, *last};
    }

    // ---- a stair drawn as one polygon ----------------------------------------------------------

    bool join_dog_leg(const StairChain& chain) {
        const auto layout = lay_out_stair(plan_, outward_, chain, 0.5 * storey_height_);
        if (!layout) {
            return false;
        }
        for (std::size_t i = 0; i < chain.size(); ++i) {
            Unit& floor = unit(chain[i].unit);
            floor.polygon = layout->floors[i];
            floor.stair = name_;
        }
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
            const auto built =
                build_between(chain[i], chain[i + 1], chain[i].unit, layout->way_under && i == 0,
                              [&](int, int) -> const StairStorey& { return layout->leg.storey; });
            add_opening(built.second.shape.returns.front().head, built.second.returns.front(),
                        chain[i + 1].unit, chain[i + 1].elevation);
        }
        return true;
    }

    // ---- a stair drawn as a flight and its surroundings ----------------------------------------

    bool join_return_stair(const StairChain& chain) {
        gone_.resize(plan_.units.size(), 0);
        for (const StairPlace& place : chain) {
            gone_[index(place.unit)] = gone_[index(place.around)] = 1;
        }
        std::optional<BuiltStorey> arriving;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const StairPlace& place = chain[i];
            std::optional<BuiltStorey> rising;
            std::optional<BuiltStorey> next_arriving;
            if (i + 1 < chain.size()) {
                const auto built = build_between(place, chain[i + 1], outside, false,
                                                 [&](int s, int storeys) -> const StairStorey& {
                                                     const bool last = s > 0 && s == storeys - 1;
                                                     return last ? chain[i + 1].shape->storey
                                                                 : place.shape->storey;
                                                 });
                rising = built.first;
                next_arriving = built.second;
            }
            attach_doors(place, rising, arriving);
            arriving = next_arriving;
        }
        return true;
    }

    /// Openings drawn at the stair's polygons go to the flights and landings made of them.
    void attach_doors(const StairPlace& place, const std::optional<BuiltStorey>& rising,
                      const std::optional<BuiltStorey>& arriving) {
        bool foot_joined = false;
        std::vector<char> head_joined(arriving ? arriving->returns.size() : 0, 0);
        for (auto* openings : {&plan_.openings, &outward_}) {
            for (Opening& opening : *openings) {
                const bool first = opening.units[0] == place.unit || opening.units[1] == place.unit;
                const bool around =
                    opening.units[0] == place.around || opening.units[1] == place.around;
                if (first == around) {
                    continue;  // neither, or the turn, which build() has made
                }
                int owner = outside;
                if (first && rising &&
                    distance(rising->shape.foot, opening.line.middle()) < at_line) {
                    owner = rising->first;
                    foot_joined = true;
                } else if (around) {
                    owner = owner_around(opening, place, rising, arriving, head_joined);
                }
                const int old = first ? place.unit : place.around;
                if (owner == outside) {
                    tell_lost(opening, place);
                    continue;
                }
                (opening.units[0] == old ? opening.units[0] : opening.units[1]) = owner;
                opening.elevation = sill(opening);
                tell_step(opening, place);
            }
        }
        if (rising && !foot_joined) {
            join_to_neighbour(rising->shape.foot, rising->first, place);
        }
        for (std::size_t i = 0; i < head_joined.size(); ++i) {
            if (!head_joined[i]) {
                join_to_neighbour(arriving->shape.returns[i].head, arriving->returns[i], place);
            }
        }
    }

    int owner_around(const Opening& opening, const StairPlace& place,
                     const std::optional<BuiltStorey>& rising,
                     const std::optional<BuiltStorey>& arriving, std::vector<char>& head_joined) {
        const Vec2 middle = opening.line.middle();
        for (std::size_t i = 0; arriving && i < arriving->returns.size(); ++i) {
            if (distance(arriving->shape.returns[i].head, middle) < at_line) {
                head_joined[i] = 1;
                return arriving->returns[i];
            }
        }
        if (place.shape->frame.local(middle).x() > place.shape->turn_at - 0.05) {
            for (const auto& storey : {rising, arriving}) {
                if (storey && unit(storey->landing).level == place.level) {
                    return storey->landing;
                }
            }
        }
        return outside;
    }

    /// The sill at a landing: that of the higher floor where two meet.
    double sill(const Opening& opening) {
        double height = opening.elevation;
        for (const int u : opening.units) {
            if (u != outside && unit(u).kind == UnitKind::passage) {
                height = std::max(height, unit(u).elevation);
            }
        }
        return height;
    }

    /// A room drawn on a storey whose door opens on a mid landing.
    void tell_step(const Opening& opening, const StairPlace& place) {
        const auto [a, b] = opening.units;
        if (b == outside || unit(a).kind == UnitKind::flight || unit(b).kind == UnitKind::flight) {
            return;
        }
        const double step = std::abs(unit(a).elevation - unit(b).elevation);
        constexpr double noticeable = 0.3;  // [m]
        if (step > noticeable) {
            report_.problems.push_back(
                {"door_between_heights", plan_.levels[index(place.level)].id, opening.line.middle(),
                 opening.id,
                 message(MessageId::import_door_between_heights, fmt::format("{:.1f}", step)),
                 message(MessageId::import_door_between_heights_remedy)});
        }
    }

    void tell_lost(const Opening& opening, const StairPlace& place) {
        report_.problems.push_back({"opening_unplaced", plan_.levels[index(place.level)].id,
                                    opening.line.middle(), opening.id,
                                    message(MessageId::import_stair_door_lost),
                                    message(MessageId::import_stair_door_lost_remedy)});
    }

    /// Opens the end of a flight to the corridor that lies before it, where nothing is drawn.
    void join_to_neighbour(const Segment& line, int flight, const StairPlace& place) {
        const Vec2 n = left_of((line.b - line.a).normalized());
        for (const double side : {0.3, -0.3}) {
            const Vec2 probe = line.middle() + side * n;
            for (std::size_t i = 0; i < plan_.units.size(); ++i) {
                const Unit& other = plan_.units[i];
                const bool gone = i < gone_.size() && gone_[i];
                if (!gone && other.level == place.level && other.kind == UnitKind::passage &&
                    contains(other.polygon, probe)) {
                    add_opening(line, static_cast<int>(i), flight, place.elevation);
                    return;
                }
            }
        }
        tell("stair_not_joined", place, message(MessageId::import_stair_end_closed),
             message(MessageId::import_stair_end_closed_remedy));
    }

    /// Units that were replaced leave the plan, with the openings that still refer to them.
    void remove_gone() {
        gone_.resize(plan_.units.size(), 0);
        std::vector<int> new_index(plan_.units.size(), outside);
        std::vector<Unit> kept;
        for (std::size_t i = 0; i < plan_.units.size(); ++i) {
            if (!gone_[i]) {
                new_index[i] = static_cast<int>(kept.size());
                kept.push_back(std::move(plan_.units[i]));
            }
        }
        plan_.units = std::move(kept);
        for (auto* openings : {&plan_.openings, &outward_}) {
            std::erase_if(*openings, [&](const Opening& opening) {
                return gone_[index(opening.units[0])] ||
                       (opening.units[1] != outside && gone_[index(opening.units[1])]);
            });
            for (Opening& opening : *openings) {
                for (int& u : opening.units) {
                    u = u == outside ? outside : new_index[index(u)];
                }
            }
        }
    }

    Plan& plan_;
    std::vector<Opening>& outward_;
    double storey_height_;
    ImportReport& report_;
    std::string name_;  ///< of the staircase being joined
    int openings_made_ = 0;
    int sheets_made_ = 0;
    std::vector<char> gone_;  ///< units replaced by flights and landings
};

}  // namespace

void join_stairs(Plan& plan, std::vector<Opening>& outward, double storey_height,
                 ImportReport& report) {
    Joining(plan, outward, storey_height, report).run();
}

}  // namespace evac
