#include "sim/drill/route_book.hpp"

#include <algorithm>

namespace evac {

namespace {

template <class T>
int number_of(std::vector<T>& all, const T& one) {
    const auto found = std::find(all.begin(), all.end(), one);
    const int number = static_cast<int>(found - all.begin());
    if (found == all.end()) {
        all.push_back(one);
    }
    return number;
}

const Knowledge& of(const RouteBook& book, int known) {
    return book.knowledge[static_cast<std::size_t>(known)];
}

}  // namespace

int policy_number(RouteBook& book, const RoutePolicy& policy) {
    return number_of(book.policies, policy);
}

int learn_closed(RouteBook& book, int known, int opening) {
    Knowledge more = of(book, known);
    const auto at = std::lower_bound(more.closed.begin(), more.closed.end(), opening);
    if (at != more.closed.end() && *at == opening) {
        return known;
    }
    more.closed.insert(at, opening);
    return number_of(book.knowledge, more);
}

int learn_opened(RouteBook& book, int known, int opening) {
    Knowledge less = of(book, known);
    std::erase(less.closed, opening);
    return number_of(book.knowledge, less);
}

int learn_changed(RouteBook& book, int known, int unit, int version) {
    Knowledge more = of(book, known);
    std::erase_if(more.changed, [&](const auto& change) { return change.first == unit; });
    more.changed.emplace_back(unit, version);
    std::sort(more.changed.begin(), more.changed.end());
    return number_of(book.knowledge, more);
}

int known_version(const RouteBook& book, int known, int unit) {
    for (const auto& [changed, version] : of(book, known).changed) {
        if (changed == unit) {
            return version;
        }
    }
    return 0;
}

bool known_closed(const RouteBook& book, int known, int opening) {
    const std::vector<int>& closed = of(book, known).closed;
    return book.locked[static_cast<std::size_t>(opening)] ||
           std::binary_search(closed.begin(), closed.end(), opening);
}

WalkLengths known_lengths(const RouteBook& book, const Plan& plan, int known) {
    WalkLengths lengths = book.lengths.front();
    for (const auto& [changed, version] : of(book, known).changed) {
        const auto unit = static_cast<std::size_t>(changed);
        const WalkLengths& then = book.lengths[static_cast<std::size_t>(version)];
        lengths.between_openings[unit] = then.between_openings[unit];
        lengths.farthest[unit] = then.farthest[unit];
        for (std::size_t area = 0; area < plan.assembly_areas.size(); ++area) {
            if (plan.assembly_areas[area].unit == changed) {
                lengths.to_assembly_area[area] = then.to_assembly_area[area];
            }
        }
    }
    return lengths;
}

const RouteTable& route_table(RouteBook& book, const Plan& plan, int policy, int known) {
    const auto [entry, missing] = book.tables.try_emplace({policy, known});
    if (missing) {
        std::vector<char> closed = book.locked;
        for (const int opening : of(book, known).closed) {
            closed[static_cast<std::size_t>(opening)] = 1;
        }
        entry->second =
            find_routes(plan, known_lengths(book, plan, known),
                        book.policies[static_cast<std::size_t>(policy)], book.speeds, closed);
    }
    return entry->second;
}

}  // namespace evac
