#include "sim/findings/exit_findings.hpp"

#include "sim/findings/naming.hpp"
#include "sim/findings/reach.hpp"
#include "sim/passage/flow_network.hpp"
#include "sim/passage/narrowing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace evac {

namespace {

constexpr const char* keep_exits_clear = "GB 55037-2022 12.0.6";
/// Breadth of a clothed adult [m]: who passes less turns sideways.
constexpr double body_breadth = 0.46;

/// The unit inside and what lies beyond (a unit in the open air or `outside`), however they are
/// drawn.
struct Sides {
    int inside = 0;
    int beyond = outside;
};

Sides sides_of(const Plan& plan, std::size_t o) {
    const auto& [first, second] = plan.openings[o].units;
    return open_air(plan, first) && !open_air(plan, second) ? Sides{second, first}
                                                            : Sides{first, second};
}

Finding about(const Plan& plan, std::size_t o, Severity severity) {
    const Opening& opening = plan.openings[o];
    Finding finding;
    finding.kind = FindingKind::blocked_exit;
    finding.severity = severity;
    finding.element = opening.id;
    finding.level = unit_at(plan, opening.units[0]).level;
    finding.place = opening.line.middle();
    return finding;
}

void set_price(Finding& finding, const Price& price) {
    finding.seconds_lost = price.seconds;
    if (price.people > 0) {
        finding.people = price.people;
    }
}

Finding closed_door(const Site& site, std::size_t o, const Price& price) {
    const Opening& opening = site.plan().openings[o];
    Finding finding = about(site.plan(), o, Severity::S1);
    finding.measured = 0.0;
    finding.limit = opening.clear_width;
    finding.unit = "m";
    finding.clause = keep_exits_clear;
    finding.verified = "read";
    set_price(finding, price);
    finding.text = in_each([&](Language l) {
        return say(l,
                   opening.exit ? MessageId::finding_closed_exit : MessageId::finding_closed_door,
                   called(opening, l), metres(opening.clear_width)) +
               (site.course.always_closed[o] ? std::string()
                                             : say(l, MessageId::finding_closed_for_a_time));
    });
    finding.remedy = in_each([&](Language l) {
        return say(l, MessageId::finding_closed_exit_remedy, called(opening, l),
                   gain_text(price, l));
    });
    return finding;
}

/// A finding whose sentences name the exit and nothing else.
Finding plain(const Plan& plan, std::size_t o, Severity severity, MessageId text,
              MessageId remedy) {
    const Opening& opening = plan.openings[o];
    Finding finding = about(plan, o, severity);
    finding.text = in_each([&](Language l) {
        return say(l, text, called(opening, l), metres(opening.clear_width));
    });
    finding.remedy = in_each([&](Language l) { return say(l, remedy, called(opening, l)); });
    return finding;
}

/// Things that leave no gap on the way to the exit from the inside of `unit`: those that can be
/// cleared away where that helps, else built-in ones.
std::vector<int> things_on_side(const Site& site, std::size_t o, int unit) {
    const Obstructions standing{site.inspection.fixture_present, false};
    for (const Candidates candidates : {Candidates::movable, Candidates::all}) {
        const auto narrowing =
            find_narrowing(site.plan(), standing, unit, -1, static_cast<int>(o), candidates);
        if (narrowing && narrowing->standing.width < narrowest_gap &&
            narrowing->remedied >= narrowest_gap) {
            return narrowing->remedy;
        }
    }
    return {};
}

/// Before the exit, or right behind it in the open air.
std::vector<int> things_before(const Site& site, std::size_t o) {
    const Sides sides = sides_of(site.plan(), o);
    std::vector<int> things = things_on_side(site, o, sides.inside);
    if (sides.beyond != outside) {
        const std::vector<int> behind = things_on_side(site, o, sides.beyond);
        things.insert(things.end(), behind.begin(), behind.end());
    }
    return things;
}

Finding covered_exit(const Site& site, std::size_t o, const std::vector<int>& things,
                     const Pricing& pricing) {
    const Plan& plan = site.plan();
    const Opening& opening = plan.openings[o];
    Finding finding = about(plan, o, Severity::S1);
    finding.measured = 0.0;
    finding.limit = opening.clear_width;
    finding.unit = "m";
    finding.clause = keep_exits_clear;
    finding.verified = "read";
    for (const int f : things) {
        finding.also.push_back(plan.fixtures[static_cast<std::size_t>(f)].id);
    }
    const Price price = pricing(things, {});
    set_price(finding, price);
    const auto names = [&](Language l) {
        return names_of(plan.fixtures, things, l);
    };
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_covered_exit, called(opening, l), names(l));
    });
    finding.remedy = in_each([&](Language l) {
        return say(l, MessageId::finding_covered_exit_remedy, called(opening, l), names(l),
                   gain_text(price, l));
    });
    return finding;
}

/// The closed gates of the yard behind an exit, if closed gates are all it has. A yard drawn without
/// any gate is taken for open ground.
std::vector<int> locked_gates(const Site& site, std::size_t exit) {
    const Plan& plan = site.plan();
    const int yard = sides_of(plan, exit).beyond;
    if (yard == outside || !open_air(plan, yard)) {
        return {};
    }
    std::set<int> reached{yard};
    std::vector<int> open{yard};
    std::vector<int> gates;
    while (!open.empty()) {
        const int unit = open.back();
        open.pop_back();
        for (std::size_t o = 0; o < plan.openings.size(); ++o) {
            const auto& [first, second] = plan.openings[o].units;
            if ((first != unit && second != unit) || !open_air(plan, first) ||
                !open_air(plan, second)) {
                continue;
            }
            if (site.inspection.closed[o]) {
                gates.push_back(static_cast<int>(o));
                continue;
            }
            const int next = first == unit ? second : first;
            if (next == outside) {
                return {};
            }
            if (reached.insert(next).second) {
                open.push_back(next);
            }
        }
    }
    // A closed gate between two parts of the yard that are joined elsewhere parts nothing.
    std::erase_if(gates, [&](int gate) {
        const auto& units = plan.openings[static_cast<std::size_t>(gate)].units;
        return reached.contains(units[0]) && reached.contains(units[1]);
    });
    std::sort(gates.begin(), gates.end());
    return gates;
}

/// People who have no way out but into closed yards, by unit: `exits` lead there.
std::vector<int> caught_in_yards(const Site& site, const FlowNetwork& found,
                                 const std::vector<int>& exits) {
    std::vector<char> closed = site.inspection.closed;
    for (const int o : exits) {
        closed[static_cast<std::size_t>(o)] = 1;
    }
    return newly_cut_off(found.cut_off_in, build_flow_network(site.flow_site(closed)).cut_off_in);
}

/// Those of them who can come to this exit.
int caught_behind(const Site& site, const std::vector<int>& caught, std::size_t exit) {
    const int inside = sides_of(site.plan(), exit).inside;
    std::map<int, bool> comes;
    return static_cast<int>(std::count_if(caught.begin(), caught.end(), [&](int unit) {
        const auto [at, added] = comes.emplace(unit, false);
        if (added) {
            at->second = units_reached(site, unit).contains(inside);
        }
        return at->second;
    }));
}

Finding locked_yard(const Plan& plan, std::size_t exit, const std::vector<int>& gates, int people) {
    const Opening& opening = plan.openings[exit];
    Finding finding = about(plan, exit, people > 0 ? Severity::S1 : Severity::S2);
    for (const int gate : gates) {
        finding.also.push_back(plan.openings[static_cast<std::size_t>(gate)].id);
    }
    if (people > 0) {
        finding.people = people;
    }
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_locked_yard, called(opening, l),
                   called(unit_at(plan, sides_of(plan, exit).beyond), l),
                   names_of(plan.openings, gates, l)) +
               (people > 0 ? say(l, MessageId::finding_locked_yard_people, people) : std::string());
    });
    finding.remedy = in_each([&](Language l) {
        return say(l, MessageId::finding_locked_yard_remedy, names_of(plan.openings, gates, l));
    });
    return finding;
}

/// People who get a way out when the opening may be passed in both directions.
int freed_from_one_way(const Site& site, const FlowNetwork& found, std::size_t o) {
    Plan plan = site.plan();
    plan.openings[o].one_way = 0;
    const FlowNetwork network =
        build_flow_network({plan, site.zones, site.walks, site.departures, site.inspection.closed});
    return found.cut_off - network.cut_off;
}

/// Doors inside the building that alone cut people off: closed, or one-way against the way out.
void add_inner_doors(const Site& site, const FlowNetwork& found, const Pricing& pricing,
                     std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    if (found.cut_off == 0) {
        return;
    }
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        if (opening.exit || opening.units[1] == outside) {
            continue;
        }
        if (site.inspection.closed[o]) {
            const Price price = pricing({}, {static_cast<int>(o)});
            if (price.people > 0) {
                findings.push_back(opening.clear_width < narrowest_gap
                                       ? plain(plan, o, Severity::S1, MessageId::finding_slit_exit,
                                               MessageId::finding_slit_exit_remedy)
                                       : closed_door(site, o, price));
                findings.back().people = price.people;
            }
        } else if (opening.one_way != 0) {
            if (const int people = freed_from_one_way(site, found, o); people > 0) {
                findings.push_back(plain(plan, o, Severity::S1, MessageId::finding_one_way_door,
                                         MessageId::finding_one_way_door_remedy));
                findings.back().people = people;
            }
        }
    }
}

}  // namespace

std::vector<Finding> exit_findings(const Site& site, const Pricing& pricing) {
    const Plan& plan = site.plan();
    const FlowNetwork found = build_flow_network(site.flow_site(site.inspection.closed));
    std::vector<Finding> findings;
    std::map<int, std::vector<int>> yards;  // exits into closed yards, with the gates
    std::set<int> gates;
    std::vector<int> into_yards;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        if (!plan.openings[o].exit || open_air(plan, sides_of(plan, o).inside)) {
            continue;
        }
        if (std::vector<int> closed = locked_gates(site, o); !closed.empty()) {
            gates.insert(closed.begin(), closed.end());
            into_yards.push_back(static_cast<int>(o));
            yards.emplace(static_cast<int>(o), std::move(closed));
        }
    }
    const std::vector<int> caught =
        into_yards.empty() ? std::vector<int>{} : caught_in_yards(site, found, into_yards);
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        const bool indoors = !open_air(plan, sides_of(plan, o).inside);
        if (!opening.exit) {
            if (indoors && opening.units[1] == outside) {
                findings.push_back(plain(plan, o, Severity::S4, MessageId::finding_nowhere,
                                         MessageId::finding_nowhere_remedy));
            }
            continue;
        }
        const bool against = opening.one_way != 0 &&
                             !leads_out(plan, passing(static_cast<int>(o), opening.one_way < 0));
        const std::vector<int> things = indoors ? things_before(site, o) : std::vector<int>{};
        if (opening.clear_width < body_breadth) {
            findings.push_back(plain(plan, o, Severity::S1, MessageId::finding_slit_exit,
                                     MessageId::finding_slit_exit_remedy));
        }
        const bool shut = site.inspection.closed[o] &&
                          (opening.clear_width >= narrowest_gap || opening.lock == Lock::locked);
        if (shut && !gates.contains(static_cast<int>(o))) {
            findings.push_back(closed_door(site, o, pricing({}, {static_cast<int>(o)})));
        } else if (against) {
            findings.push_back(plain(plan, o, Severity::S1, MessageId::finding_one_way_exit,
                                     MessageId::finding_one_way_exit_remedy));
        }
        if (!things.empty()) {
            findings.push_back(covered_exit(site, o, things, pricing));
        }
        if (const auto yard = yards.find(static_cast<int>(o)); yard != yards.end()) {
            findings.push_back(locked_yard(plan, o, yard->second, caught_behind(site, caught, o)));
        }
    }
    add_inner_doors(site, found, pricing, findings);
    return findings;
}

}  // namespace evac
