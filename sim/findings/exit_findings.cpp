#include "sim/findings/exit_findings.hpp"

#include "sim/findings/naming.hpp"
#include "sim/passage/narrowing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace evac {

namespace {

constexpr const char* keep_exits_clear = "GB 55037-2022 12.0.6";

bool in_the_open(const Plan& plan, int unit) {
    return unit == outside || unit_at(plan, unit).kind == UnitKind::outdoors;
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

Finding closed_exit(const Site& site, std::size_t o, const Pricing& pricing) {
    const Opening& opening = site.plan().openings[o];
    Finding finding = about(site.plan(), o, Severity::S1);
    finding.measured = 0.0;
    finding.limit = opening.clear_width;
    finding.unit = "m";
    finding.clause = keep_exits_clear;
    finding.verified = "read";
    const Price price = pricing({}, {static_cast<int>(o)});
    set_price(finding, price);
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_closed_exit, called(opening, l),
                   metres(opening.clear_width));
    });
    finding.remedy = in_each([&](Language l) {
        return say(l, MessageId::finding_closed_exit_remedy, opening.id, gain_text(price, l));
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
    finding.remedy = label_of(remedy, opening.id);
    return finding;
}

/// Movable things that leave no gap on the way to the exit from the inside of its unit.
std::vector<int> things_before(const Site& site, std::size_t o) {
    const int unit = site.plan().openings[o].units[0];
    const auto narrowing =
        find_narrowing(site.plan(), {site.inspection.fixture_present, false}, unit, -1,
                       static_cast<int>(o));
    if (!narrowing || narrowing->standing.width >= narrowest_gap) {
        return {};
    }
    return narrowing->remedy;
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
        return say(l, MessageId::finding_covered_exit_remedy, opening.id, names(l),
                   gain_text(price, l));
    });
    return finding;
}

/// The closed gates of the yard behind an exit, if closed gates are all it has. A yard drawn without
/// any gate is taken for open ground.
std::vector<int> locked_gates(const Site& site, std::size_t exit) {
    const Plan& plan = site.plan();
    const int yard = plan.openings[exit].units[1];
    if (yard == outside || !in_the_open(plan, yard)) {
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
            if ((first != unit && second != unit) || !in_the_open(plan, first) ||
                !in_the_open(plan, second)) {
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

Finding locked_yard(const Plan& plan, std::size_t exit, const std::vector<int>& gates) {
    const Opening& opening = plan.openings[exit];
    Finding finding = about(plan, exit, Severity::S2);
    std::string ids;
    for (const int gate : gates) {
        const std::string& id = plan.openings[static_cast<std::size_t>(gate)].id;
        finding.also.push_back(id);
        ids += (ids.empty() ? "" : ", ") + id;
    }
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_locked_yard, called(opening, l),
                   called(unit_at(plan, opening.units[1]), l), ids);
    });
    finding.remedy = label_of(MessageId::finding_locked_yard_remedy, ids);
    return finding;
}

}  // namespace

std::vector<Finding> exit_findings(const Site& site, const Pricing& pricing) {
    const Plan& plan = site.plan();
    std::vector<Finding> findings;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        const bool indoors = !in_the_open(plan, opening.units[0]);
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
        if (site.inspection.closed[o]) {
            findings.push_back(closed_exit(site, o, pricing));
        } else if (against) {
            findings.push_back(plain(plan, o, Severity::S1, MessageId::finding_one_way_exit,
                                     MessageId::finding_one_way_exit_remedy));
        } else if (opening.clear_width < narrowest_gap) {
            findings.push_back(plain(plan, o, Severity::S1, MessageId::finding_slit_exit,
                                     MessageId::finding_slit_exit_remedy));
        }
        if (!things.empty()) {
            findings.push_back(covered_exit(site, o, things, pricing));
        }
        const std::vector<int> gates = locked_gates(site, o);
        if (!gates.empty() && indoors) {
            findings.push_back(locked_yard(plan, o, gates));
        }
    }
    return findings;
}

}  // namespace evac
