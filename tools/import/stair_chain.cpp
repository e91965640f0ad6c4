#include "tools/import/stair_chain.hpp"

#include <algorithm>

#include "tools/import/openings.hpp"
#include "tools/import/overlay.hpp"

namespace evac {

namespace {

/// Stair polygons on two levels are one staircase when they share this part of the smaller.
constexpr double same_stair = 0.5;

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

/// Reads the stairs of all levels, each unit once.
class Finding {
public:
    Finding(const Plan& plan, ImportReport& report) : plan_(plan), report_(report) {}

    std::vector<StairPlace> places() {
        std::vector<StairPlace> result;
        taken_.assign(plan_.units.size(), 0);
        for (const Opening& opening : plan_.openings) {
            const auto [a, b] = opening.units;
            if (b != outside && is_free_stair(a) && is_free_stair(b) &&
                !add_return_stair(a, b, opening.line, result)) {
                add_return_stair(b, a, opening.line, result);
            }
        }
        const int count = static_cast<int>(plan_.units.size());
        for (int a = 0; a < count; ++a) {
            for (int b = 0; b < count; ++b) {
                if (a != b && is_free_stair(a) && is_free_stair(b)) {
                    add_where_turn_is_missing(a, b, result);
                }
            }
        }
        for (int u = 0; u < count; ++u) {
            if (is_free_stair(u)) {
                result.push_back(
                    {u, outside, std::nullopt, unit(u).polygon, unit(u).elevation, unit(u).level});
            }
        }
        std::stable_sort(result.begin(), result.end(),
                         [](const auto& a, const auto& b) { return a.elevation < b.elevation; });
        return result;
    }

private:
    const Unit& unit(int i) const { return plan_.units[index(i)]; }

    bool add_return_stair(int first, int around, const Segment& turn,
                          std::vector<StairPlace>& places) {
        auto shape = read_return_stair(unit(first).polygon, unit(around).polygon, turn);
        if (!shape) {
            return false;
        }
        const auto whole = unite({unit(first).polygon, unit(around).polygon});
        places.push_back({first, around, std::move(shape), whole.front(), unit(first).elevation,
                          unit(first).level});
        taken_[index(first)] = taken_[index(around)] = 1;
        return true;
    }

    /// Some drawings forget the opening between the first flight and the landing.
    void add_where_turn_is_missing(int first, int around, std::vector<StairPlace>& places) {
        if (unit(first).level != unit(around).level) {
            return;
        }
        Frame frame = smallest_frame(unit(first).polygon);
        for (int quarter = 0; quarter < 4; ++quarter, frame = frame.turned()) {
            const Segment side = frame.line(frame.length, 0.0, frame.width);
            const bool along =
                contact(unit(around).polygon, side, false, 0.05).length > 0.9 * side.length();
            if (along && add_return_stair(first, around, side, places)) {
                report_.problems.push_back(
                    {"stair_turn_assumed", plan_.levels[index(unit(first).level)].id, side.middle(),
                     unit(first).id, message(MessageId::import_stair_turn_assumed),
                     message(MessageId::import_stair_turn_assumed_remedy)});
                return;
            }
        }
    }

    bool is_free_stair(int u) { return is_stair(u) && taken_[index(u)] == 0; }

    bool is_stair(int u) { return unit(u).category == "stairs"; }

    const Plan& plan_;
    ImportReport& report_;
    std::vector<char> taken_;  ///< stairs already understood, per unit
};

}  // namespace

std::vector<StairChain> find_stairs(const Plan& plan, ImportReport& report) {
    const std::vector<StairPlace> places = Finding(plan, report).places();
    std::vector<StairChain> result;
    std::vector<char> taken(places.size(), 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (taken[i]) {
            continue;
        }
        StairChain chain{places[i]};
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const StairPlace& below = chain.back();
            const double smaller = std::min(area(below.footprint), area(places[j].footprint));
            if (!taken[j] && places[j].elevation > below.elevation + 0.1 &&
                overlap_area(below.footprint, places[j].footprint) >= same_stair * smaller) {
                chain.push_back(places[j]);
                taken[j] = 1;
            }
        }
        result.push_back(std::move(chain));
    }
    return result;
}

}  // namespace evac
