#include "sim/study/price_ledger.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac {

namespace {

/// Less than this is noise of measuring [m].
constexpr double noticeable_width = 0.01;

/// What clearing these things would change, without repeats.
struct Things {
    std::vector<int> fixtures;
    std::vector<int> openings;

    void add(const Things& other) {
        for (const auto& [into, from] : {std::pair(&fixtures, &other.fixtures),
                                         std::pair(&openings, &other.openings)}) {
            into->insert(into->end(), from->begin(), from->end());
            std::sort(into->begin(), into->end());
            into->erase(std::unique(into->begin(), into->end()), into->end());
        }
    }
};

/// What of the entry stands or is closed in the building as found.
Things present_things(const Site& site, const LedgerEntry& entry) {
    Things there;
    Things things;
    for (const int f : entry.fixtures) {
        if (site.inspection.fixture_present[static_cast<std::size_t>(f)]) {
            there.fixtures.push_back(f);
        }
    }
    for (const int o : entry.openings) {
        if (site.inspection.closed[static_cast<std::size_t>(o)]) {
            there.openings.push_back(o);
        }
    }
    things.add(there);
    return things;
}

EntryPrice::Status status_of(const LedgerEntry& entry, const Things& things) {
    if (entry.cleared) {
        return EntryPrice::Status::cleared;
    }
    if (entry.fixtures.empty() && entry.openings.empty()) {
        return entry.units.empty() ? EntryPrice::Status::no_place : EntryPrice::Status::only_room;
    }
    return things.fixtures.empty() && things.openings.empty() ? EntryPrice::Status::not_there
                                                              : EntryPrice::Status::priced;
}

/// The way that the fixtures narrow most to the bone: of those that get wider without them the one
/// that is narrowest now; where none does, the narrowest of the unit.
void measure_fixtures(const Site& site, const std::vector<int>& fixtures, EntryPrice& price) {
    std::vector<char> present = site.inspection.fixture_present;
    std::vector<int> units;
    for (const int f : fixtures) {
        present[static_cast<std::size_t>(f)] = 0;
        const int unit = site.plan().fixtures[static_cast<std::size_t>(f)].unit;
        if (std::find(units.begin(), units.end(), unit) == units.end()) {
            units.push_back(unit);
        }
    }
    bool wider = false;
    const auto look_at = [&](const NarrowPlace& now, const NarrowPlace& cleared) {
        if (!std::isfinite(now.width) || !std::isfinite(cleared.width)) {
            return;
        }
        const bool gains = cleared.width > now.width + noticeable_width;
        if (price.width_now) {
            if (wider && !gains) {
                return;
            }
            if (wider == gains && (now.width > *price.width_now ||
                                   (now.width == *price.width_now &&
                                    cleared.width <= *price.width_cleared))) {
                return;
            }
        }
        wider = gains;
        price.width_now = now.width;
        price.width_cleared = cleared.width;
        price.dimension.reset();
        if (now.width > 0.0) {
            price.dimension = Dimension{now.across, now.width};
            price.spot = now.across.middle();
        }
    };
    for (const int unit : units) {
        const UnitWidths& now = site.inspection.standing.units[static_cast<std::size_t>(unit)];
        const UnitWidths cleared = measure_clear_widths(site.plan(), {present, false}, unit);
        for (std::size_t i = 0; i < std::min(now.between.size(), cleared.between.size()); ++i) {
            look_at(now.between[i], cleared.between[i]);
        }
        for (std::size_t i = 0; i < std::min(now.from_inside.size(), cleared.from_inside.size());
             ++i) {
            look_at(now.from_inside[i], cleared.from_inside[i]);
        }
    }
}

void locate(const Site& site, const LedgerEntry& entry, EntryPrice& price) {
    const Plan& plan = site.plan();
    const auto unit_level = [&](int unit) {
        return plan.units[static_cast<std::size_t>(unit)].level;
    };
    if (!entry.openings.empty()) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(entry.openings.front())];
        price.level = unit_level(opening.units[0]);
        price.spot = opening.line.middle();
    } else if (!entry.fixtures.empty()) {
        const Fixture& fixture = plan.fixtures[static_cast<std::size_t>(entry.fixtures.front())];
        price.level = unit_level(fixture.unit);
        price.spot = label_point(fixture.polygon);
    } else if (!entry.units.empty()) {
        price.level = unit_level(entry.units.front());
        price.spot = label_point(plan.units[static_cast<std::size_t>(entry.units.front())].polygon);
    }
}

void measure(const Site& site, const Things& things, EntryPrice& price) {
    // A closed door is 0 m wide, and nothing is narrower.
    double widest = -1.0;
    for (const int o : things.openings) {
        widest = std::max(widest, site.plan().openings[static_cast<std::size_t>(o)].clear_width);
    }
    if (widest >= 0.0) {
        price.width_now = 0.0;
        price.width_cleared = widest;
    } else {
        measure_fixtures(site, things.fixtures, price);
    }
}

/// Which of two gains comes first; what is alike is decided by what each gains alone, width, date
/// and place in the list.
class Order {
public:
    Order(const Ledger& ledger, const std::vector<EntryPrice>& prices)
        : ledger_(ledger), prices_(prices) {}

    bool before(int a, const Price& gain_a, int b, const Price& gain_b) const {
        if (gain_a.people != gain_b.people) {
            return gain_a.people > gain_b.people;
        }
        if (gain_a.seconds != gain_b.seconds) {
            return gain_a.seconds > gain_b.seconds;
        }
        if (alone(a) != alone(b)) {
            return alone(a) > alone(b);
        }
        if (width(a) != width(b)) {
            return width(a) > width(b);
        }
        const std::string& due_a = ledger_.entries[static_cast<std::size_t>(a)].due;
        const std::string& due_b = ledger_.entries[static_cast<std::size_t>(b)].due;
        if (due_a != due_b) {
            return due_b.empty() || (!due_a.empty() && due_a < due_b);  // ISO dates sort as text
        }
        return a < b;
    }

private:
    double alone(int entry) const {
        return prices_[static_cast<std::size_t>(entry)].gain.seconds;
    }
    double width(int entry) const {
        const EntryPrice& price = prices_[static_cast<std::size_t>(entry)];
        return price.width_cleared.value_or(0.0) - price.width_now.value_or(0.0);
    }

    const Ledger& ledger_;
    const std::vector<EntryPrice>& prices_;
};

/// Clears again and again what gains most now. The first is known from the prices of each alone.
void rank_in_turn(const std::vector<Things>& things, const Pricing& pricing, const Pricing& trial,
                  const Order& order, LedgerPrices& prices) {
    std::vector<int> left = prices.order;
    prices.order.clear();
    Things cleared;
    while (!left.empty()) {
        const Pricing& price = prices.order.empty() ? pricing : trial;
        int best = -1;
        Price best_gain;
        for (const int entry : left) {
            Things with = cleared;
            with.add(things[static_cast<std::size_t>(entry)]);
            const Price gain = left.size() > 1 ? price(with.fixtures, with.openings) : Price{};
            if (best < 0 || order.before(entry, gain, best, best_gain)) {
                best = entry;
                best_gain = gain;
            }
        }
        cleared.add(things[static_cast<std::size_t>(best)]);
        prices.entries[static_cast<std::size_t>(best)].cumulative =
            pricing(cleared.fixtures, cleared.openings);
        prices.order.push_back(best);
        std::erase(left, best);
    }
}

}  // namespace

LedgerPrices price_ledger(const Site& site, const Ledger& ledger, const Pricing& pricing,
                          const Pricing& trial) {
    const Pricing priced = remembering(pricing);
    LedgerPrices prices;
    std::vector<Things> things;
    for (const LedgerEntry& entry : ledger.entries) {
        things.push_back(present_things(site, entry));
        EntryPrice price;
        price.status = status_of(entry, things.back());
        locate(site, entry, price);
        if (price.status == EntryPrice::Status::priced) {
            measure(site, things.back(), price);
            price.gain = priced(things.back().fixtures, things.back().openings);
            prices.order.push_back(static_cast<int>(prices.entries.size()));
        }
        prices.entries.push_back(price);
    }
    const Order order(ledger, prices.entries);
    prices.in_turn = prices.order.size() <= most_in_turn;
    if (prices.in_turn) {
        rank_in_turn(things, priced, remembering(trial), order, prices);
    } else {
        const auto alone = [&](int entry) {
            return prices.entries[static_cast<std::size_t>(entry)].gain;
        };
        std::sort(prices.order.begin(), prices.order.end(),
                  [&](int a, int b) { return order.before(a, alone(a), b, alone(b)); });
    }
    for (std::size_t i = 0; i < prices.order.size(); ++i) {
        prices.entries[static_cast<std::size_t>(prices.order[i])].rank = static_cast<int>(i) + 1;
    }
    return prices;
}

}  // namespace evac
