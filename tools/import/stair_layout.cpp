#include <algorithm>

#include "tools/import/overlay.hpp"
#include "tools/import/stair_chain.hpp"

namespace evac {

namespace {

class LayingOut {
public:
    LayingOut(const Plan& plan, const std::vector<Opening>& outward)
        : plan_(plan), outward_(outward) {}

    std::optional<StairLayout> best_layout(const StairChain& chain, double half_rise) const {
        Polygon common = chain.front().footprint;
        for (const StairPlace& place : chain) {
            const auto shared = intersection(common, place.footprint);
            if (shared.empty()) {
                return std::nullopt;
            }
            common = shared.front();
        }
        const Frame whole = frame_inside(common);
        std::optional<StairLayout> best;
        for (const auto& [frames, way_under] : frames_to_try(whole)) {
            for (const Frame& frame : frames) {
                auto layout = lay_out(chain, frame, half_rise, way_under);
                constexpr double better = 1e-3;  // [m]: not by rounding
                if (layout && (!best || layout->leg.storey.run > best->leg.storey.run + better)) {
                    best = std::move(layout);
                }
            }
            if (best) {
                return best;
            }
        }
        return best;
    }

private:
    /// Doors of a stair on one level, also those to the open air.
    std::vector<Segment> doors_of(const StairPlace& place) const {
        std::vector<Segment> doors;
        for (const std::vector<Opening>* openings : {&plan_.openings, &outward_}) {
            for (const Opening& opening : *openings) {
                if (opening.units[0] == place.unit || opening.units[1] == place.unit) {
                    doors.push_back(opening.line);
                }
            }
        }
        return doors;
    }

    /// How far along the frame doors beside it reach.
    double doors_reach(const StairChain& chain, const Frame& frame, bool way_under) const {
        double reach = 0.0;
        for (std::size_t i = way_under ? 1 : 0; i < chain.size(); ++i) {
            const StairPlace& place = chain[i];
            for (const Segment& door : doors_of(place)) {
                const Vec2 a = frame.local(door.a);
                const Vec2 b = frame.local(door.b);
                constexpr double clear = 0.1;  // [m]: a door here is beside the flights
                if (std::max(a.y(), b.y()) > -clear &&
                    std::min(a.y(), b.y()) < frame.width + clear) {
                    reach = std::max({reach, a.x() + 0.1, b.x() + 0.1});
                }
            }
        }
        return reach;
    }

    /// The piece of a stair polygon less `taken` that touches all `lines`; empty if none does.
    static Polygon piece_touching(const Polygon& polygon, const Polygon& taken,
                                  const std::vector<Segment>& lines) {
        for (Polygon& piece : difference(polygon, taken)) {
            const bool serves_all = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
                constexpr double touch = 0.03;  // [m]
                return edge_distance(piece, line.a) < touch &&
                       edge_distance(piece, line.middle()) < touch &&
                       edge_distance(piece, line.b) < touch;
            });
            if (serves_all) {
                return piece;
            }
        }
        return {};
    }

    /// What stays floor of a stair polygon; empty when a door or the flights lose it.
    Polygon floor_beside(const StairPlace& place, const Frame& frame, const DogLeg& leg,
                         bool way_under) const {
        // Remains narrower than this beside the flights are no floor; a way past is wider.
        constexpr double strip = 0.3;  // [m]
        const auto beside = [&](double side) {
            const Vec2 p = frame.point(0.5 * frame.length, side < 0.0 ? side : frame.width + side);
            return contains(place.footprint, p) ? 0.0 : strip;
        };
        std::vector<Segment> lines = doors_of(place);
        lines.push_back(leg.storey.foot);
        const double right = -beside(-2.0 * strip);
        if (way_under) {
            const double far = leg.flights_from + leg.storey.run;
            return piece_touching(
                place.footprint, frame.part(leg.flights_from, far, right, leg.flight_width), lines);
        }
        lines.push_back(leg.storey.returns.front().head);
        return piece_touching(place.footprint,
                              frame.part(leg.flights_from, frame.length + strip, right,
                                         frame.width + beside(2.0 * strip)),
                              lines);
    }

    std::optional<StairLayout> lay_out(const StairChain& chain, const Frame& frame,
                                       double half_rise, bool way_under) const {
        auto leg = lay_dog_leg(frame, doors_reach(chain, frame, way_under), half_rise);
        if (!leg) {
            return std::nullopt;
        }
        StairLayout layout{std::move(*leg), {}, way_under};
        for (std::size_t i = 0; i < chain.size(); ++i) {
            layout.floors.push_back(floor_beside(chain[i], frame, layout.leg, way_under && i == 0));
            if (layout.floors.back().outer.empty()) {
                return std::nullopt;
            }
        }
        return layout;
    }

    struct Try {
        std::vector<Frame> frames;
        bool way_under = false;
    };

    /// The frame itself; then with a way to doors at the back on the lowest level; then narrower
    /// ones that leave a way past the flights on all levels.
    static std::vector<Try> frames_to_try(const Frame& whole) {
        constexpr double way_past = 1.2;   // [m]
        constexpr double slimmest = 1.95;  // [m]: two flights of 0.9 m and the handrail
        Try full;
        Try slim;
        Frame side = whole;
        for (int quarter = 0; quarter < 4; ++quarter, side = side.turned()) {
            full.frames.push_back(side);
            if (side.width - way_past >= slimmest) {
                Frame narrow = side;
                narrow.width -= way_past;
                slim.frames.push_back(narrow);
                narrow.corner += way_past * narrow.across();
                slim.frames.push_back(narrow);
            }
        }
        Try under = full;
        under.way_under = true;
        Try slim_under = slim;
        slim_under.way_under = true;
        return {full, under, slim, slim_under};
    }

    const Plan& plan_;
    const std::vector<Opening>& outward_;
};

}  // namespace

std::optional<StairLayout> lay_out_stair(const Plan& plan, const std::vector<Opening>& outward,
                                         const StairChain& chain, double half_rise) {
    return LayingOut(plan, outward).best_layout(chain, half_rise);
}

}  // namespace evac
