#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/pricing.hpp"
#include "sim/study/ledger.hpp"

#include <optional>
#include <vector>

namespace evac {

/// What clearing one entry of the inspection list is worth.
struct EntryPrice {
    enum class Status {
        priced,
        cleared,    ///< done already, and gone from the building that was checked
        no_place,   ///< the list does not say where
        only_room,  ///< the place is a room: which thing in it is not known
        not_there   ///< the things are not there in this drill, the openings neither locked nor blocked
    } status = Status::priced;

    std::optional<double> width_now;      ///< at the narrowest of the ways it narrows [m]; 0: closed
    std::optional<double> width_cleared;  ///< there, once it alone is cleared [m]
    std::optional<Dimension> dimension;   ///< where `width_now` was measured
    int level = -1;                       ///< index into Plan::levels
    std::optional<Vec2> spot;
    Price gain;                       ///< when it alone is cleared
    int rank = 0;                     ///< 1: clear this first; 0: not priced
    std::optional<Price> cumulative;  ///< when all down to this rank are cleared
};

struct LedgerPrices {
    std::vector<EntryPrice> entries;  ///< as Ledger::entries
    std::vector<int> order;           ///< indices of the priced ones, the one to clear first in front
    bool in_turn = false;  ///< each gains most when those before it are cleared; else alone
};

/// So many entries are ranked in turn, which takes n (n - 1) / 2 trials; more are ranked by what each
/// gains alone.
inline constexpr std::size_t most_in_turn = 12;

/// Prices every open entry the other way round than a sweep: what is gained when it is cleared. Ranks
/// by people reconnected, then seconds, width gained, date due and place in the list; up to
/// `most_in_turn` entries are ranked in turn, because two locked doors one behind the other gain
/// nothing alone. `trial` chooses what comes after the first, where `pricing` would take too long for
/// so many trials; what is told is always by `pricing`. `site` is the building without what was
/// cleared (without_cleared).
LedgerPrices price_ledger(const Site& site, const Ledger& ledger, const Pricing& pricing,
                          const Pricing& trial);

/// Tells of every open entry: where a finding of an obstacle or a closed exit is about the same
/// things, its text gets the entry's id, owner and date; else the entry becomes a finding of kind
/// hazard, S1 where people are cut off or the way is closed by things, S2 where a door is closed or
/// the way is narrower than 1.10 m (GB 55037-2022, 7.1.4), else S3.
void add_hazards(const Site& site, const Ledger& ledger, const LedgerPrices& prices,
                 std::vector<Finding>& findings);

}  // namespace evac
