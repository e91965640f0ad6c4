#include "sim/passage/narrowing.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace evac {

namespace {

constexpr double noticeable = 1e-3;  // [m]; a smaller difference is rounding
constexpr double enough = 0.95;      // of the bare width

/// The unit's widths with some of the candidates taken away, each set measured once.
class Clearing {
public:
    Clearing(const Plan& plan, const Obstructions& obstructions, int unit, Candidates candidates)
        : plan_(plan),
          obstructions_(obstructions),
          unit_(unit),
          openings_(openings_by_unit(plan)[static_cast<std::size_t>(unit)]) {
        for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
            if (plan.fixtures[i].unit == unit && obstructions.fixtures[i] != 0 &&
                (plan.fixtures[i].movable || candidates == Candidates::all)) {
                candidates_.push_back(static_cast<int>(i));
            }
        }
    }

    const std::vector<int>& openings() const { return openings_; }
    const std::vector<int>& candidates() const { return candidates_; }

    /// `removed` in ascending order.
    const NarrowPlace& width(const std::vector<int>& removed, int from, int to) {
        auto known = measured_.find(removed);
        if (known == measured_.end()) {
            Obstructions rest = obstructions_;
            for (const int fixture : removed) {
                rest.fixtures[static_cast<std::size_t>(fixture)] = 0;
            }
            known = measured_.emplace(removed, measure_clear_widths(plan_, rest, unit_)).first;
        }
        const UnitWidths& widths = known->second;
        return from < 0 ? widths.from_inside[position(to)]
                        : widths.between[position(from) * openings_.size() + position(to)];
    }

private:
    std::size_t position(int opening) const {
        const auto place = std::find(openings_.begin(), openings_.end(), opening);
        assert(place != openings_.end());
        return static_cast<std::size_t>(place - openings_.begin());
    }

    const Plan& plan_;
    const Obstructions& obstructions_;
    int unit_;
    std::vector<int> openings_;
    std::vector<int> candidates_;
    std::map<std::vector<int>, UnitWidths> measured_;
};

std::vector<int> with(std::vector<int> set, int fixture) {
    set.push_back(fixture);
    std::sort(set.begin(), set.end());
    return set;
}

bool listed(const std::vector<int>& set, int fixture) {
    return std::find(set.begin(), set.end(), fixture) != set.end();
}

/// Takes away what helps most, again and again.
void find_remedy(Clearing& clearing, Narrowing& narrowing) {
    const double target = enough * narrowing.bare.width;
    std::vector<int> removed;
    NarrowPlace here = narrowing.standing;
    while (here.width < target && removed.size() < clearing.candidates().size()) {
        // Later, only what stands at the narrow place comes into question: few can be tried out.
        std::vector<int> candidates;
        for (const int fixture : clearing.candidates()) {
            if (!listed(removed, fixture) &&
                (removed.empty() || fixture == here.fixture_a || fixture == here.fixture_b)) {
                candidates.push_back(fixture);
            }
        }
        if (candidates.empty()) {
            for (const int fixture : clearing.candidates()) {
                if (!listed(removed, fixture)) {
                    candidates.push_back(fixture);
                }
            }
        }
        int best = candidates.front();
        double best_width = -1.0;
        for (const int fixture : candidates) {
            double width =
                clearing.width(with(removed, fixture), narrowing.from, narrowing.to).width;
            // Where none helps alone, what stands at the narrow place is taken first.
            if (fixture == here.fixture_a || fixture == here.fixture_b) {
                width += noticeable;
            }
            if (width > best_width) {
                best = fixture;
                best_width = width;
            }
        }
        removed = with(removed, best);
        narrowing.remedy.push_back(best);
        here = clearing.width(removed, narrowing.from, narrowing.to);
    }
    // What was taken early may have become needless.
    for (std::size_t i = 0; narrowing.remedy.size() > 1 && i < narrowing.remedy.size();) {
        std::vector<int> fewer;
        for (const int fixture : narrowing.remedy) {
            if (fixture != narrowing.remedy[i]) {
                fewer.push_back(fixture);
            }
        }
        std::vector<int> sorted = fewer;
        std::sort(sorted.begin(), sorted.end());
        const double width = clearing.width(sorted, narrowing.from, narrowing.to).width;
        if (width >= target) {
            narrowing.remedy = fewer;
            here.width = width;
        } else {
            ++i;
        }
    }
    narrowing.remedied = here.width;
}

std::optional<Narrowing> narrowing_of(Clearing& clearing, int unit, int from, int to) {
    Narrowing narrowing;
    narrowing.unit = unit;
    narrowing.from = from;
    narrowing.to = to;
    narrowing.bare = clearing.width(clearing.candidates(), from, to);
    narrowing.standing = clearing.width({}, from, to);
    if (narrowing.standing.width >= narrowing.bare.width - noticeable) {
        return std::nullopt;
    }
    narrowing.taken = 1.0 - narrowing.standing.width / narrowing.bare.width;
    for (const int fixture : clearing.candidates()) {
        narrowing.alone.push_back({fixture, clearing.width({fixture}, from, to).width});
    }
    find_remedy(clearing, narrowing);
    return narrowing;
}

}  // namespace

std::vector<Narrowing> find_narrowings(const Plan& plan, const Obstructions& obstructions, int unit,
                                       Candidates candidates) {
    std::vector<Narrowing> found;
    Clearing clearing(plan, obstructions, unit, candidates);
    if (!walkable(plan.units[static_cast<std::size_t>(unit)]) || clearing.candidates().empty()) {
        return found;
    }
    const auto look_at = [&](int from, int to) {
        if (const auto narrowing = narrowing_of(clearing, unit, from, to)) {
            found.push_back(*narrowing);
        }
    };
    const std::vector<int>& openings = clearing.openings();
    for (std::size_t i = 0; i < openings.size(); ++i) {
        for (std::size_t j = i + 1; j < openings.size(); ++j) {
            look_at(openings[i], openings[j]);
        }
    }
    for (const int opening : openings) {
        look_at(-1, opening);
    }
    return found;
}

std::optional<Narrowing> find_narrowing(const Plan& plan, const Obstructions& obstructions,
                                        int unit, int from, int to, Candidates candidates) {
    Clearing clearing(plan, obstructions, unit, candidates);
    if (!walkable(plan.units[static_cast<std::size_t>(unit)]) || clearing.candidates().empty()) {
        return std::nullopt;
    }
    return narrowing_of(clearing, unit, from, to);
}

}  // namespace evac
