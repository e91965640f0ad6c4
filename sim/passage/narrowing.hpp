#pragma once

#include "sim/passage/clear_width.hpp"

#include <optional>
#include <vector>

namespace evac {

/// Which things may be taken away: those that the plan calls movable (Fixture::movable), or all.
enum class Candidates { movable, all };

/// A way inside one unit that is narrower with things standing there than without, and which of
/// them to clear away.
struct Narrowing {
    int unit = 0;
    int from = -1;  ///< opening; -1: from the roomiest place of the unit
    int to = 0;     ///< opening
    NarrowPlace bare;      ///< with none of the candidates there
    NarrowPlace standing;  ///< with everything there
    double taken = 0.0;    ///< share of the bare width that is taken, 0 to 1

    /// The width when one thing alone is cleared away.
    struct Without {
        int fixture = 0;
        double width = 0.0;  ///< [m]
    };
    std::vector<Without> alone;  ///< every candidate of the unit that stands there

    /// What to clear away, in this order, to get 95 % of the bare width back; the best single one
    /// if that is enough.
    std::vector<int> remedy;
    double remedied = 0.0;  ///< the width then [m]
};

/// All narrowed ways of one unit: between any two of its openings (from the earlier to the later in
/// plan order) and from its inside to each. `obstructions` says what stands there.
std::vector<Narrowing> find_narrowings(const Plan& plan, const Obstructions& obstructions, int unit,
                                       Candidates candidates = Candidates::movable);

/// The same for one way; empty when no candidate narrows it.
std::optional<Narrowing> find_narrowing(const Plan& plan, const Obstructions& obstructions,
                                        int unit, int from, int to,
                                        Candidates candidates = Candidates::movable);

}  // namespace evac
