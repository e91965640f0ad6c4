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
        for (const auto& frames : frames_to_try(whole)) {
            for (const Frame& frame : frames) {
                auto layout = lay_out(chain, frame, half_rise);
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
    double doors_reach(const StairChain& chain, const Frame& frame) const {
        double reach = 0.0;
        for (const StairPlace& place : chain) {
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

    /// What stays floor of a stair polygon; empty when a door or the flights lose it.
    Polygon floor_beside(const StairPlace& place, const Frame& frame, const DogLeg& leg) const {
        // Remains narrower than this beside the flights are no floor; a way past is wider.
        constexpr double strip = 0.3;  // [m]
        const auto beside = [&](double side) {
            const Vec2 p = frame.point(0.5 * frame.length, side < 0.0 ? side : frame.width + side);
            return contains(place.footprint, p) ? 0.0 : strip;
        };
        const Polygon flights =
            frame.part(leg.flights_from, frame.length + strip, -beside(-2.0 * strip),
                       frame.width + beside(2.0 * strip));
        for (Polygon& piece : difference(place.footprint, flights)) {
            std::vector<Segment> lines = doors_of(place);
            lines.push_back(leg.storey.foot);
            lines.push_back(leg.storey.returns.front().head);
            const bool serves_all = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
                constexpr double touch = 0.03;  // [m]
                return edge_distance(piece, line.middle()) < touch;
            });
            if (serves_all) {
                return piece;
            }
        }
        return {};
    }

    std::optional<StairLayout> lay_out(const StairChain& chain, const Frame& frame,
                                       double half_rise) const {
        auto leg = lay_dog_leg(frame, doors_reach(chain, frame), half_rise);
        if (!leg) {
            return std::nullopt;
        }
        StairLayout layout{std::move(*leg), {}};
        for (const StairPlace& place : chain) {
            layout.floors.push_back(floor_beside(place, frame, layout.leg));
            if (layout.floors.back().outer.empty()) {
                return std::nullopt;
            }
        }
        return layout;
    }

    /// The frame itself, and narrower ones that leave a way past the flights for doors behind.
    static std::vector<std::vector<Frame>> frames_to_try(const Frame& whole) {
        constexpr double way_past = 1.2;   // [m]
        constexpr double slimmest = 1.95;  // [m]: two flights of 0.9 m and the handrail
        std::vector<std::vector<Frame>> tries(2);
        Frame side = whole;
        for (int quarter = 0; quarter < 4; ++quarter, side = side.turned()) {
            tries[0].push_back(side);
            if (side.width - way_past >= slimmest) {
                Frame slim = side;
                slim.width -= way_past;
                tries[1].push_back(slim);
                slim.corner += way_past * slim.across();
                tries[1].push_back(slim);
            }
        }
        return tries;
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
