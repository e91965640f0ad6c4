#include "sim/findings/route_findings.hpp"

#include "sim/findings/naming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace evac {

namespace {

/// Least clear width of a door on an escape route (GB 55037-2022, 7.1.4) [m].
constexpr double least_door = 0.80;
/// Least clear width of an escape route inside (GB 55037-2022, 7.1.4) [m].
constexpr double least_way = 1.10;
/// Plans are drawn, and widths measured, to 2 cm [m].
constexpr double accuracy = 0.02;
/// What loses less than this share is not worth a line.
constexpr double noticeable_share = 0.05;

/// A place on the line of a door is that door, also where the outline is drawn a little beside it.
double least_at(const Plan& plan, const NarrowPlace& place) {
    const bool at_door =
        place.opening >= 0 ||
        std::any_of(plan.openings.begin(), plan.openings.end(), [&](const Opening& opening) {
            return (opening.units[0] == place.unit || opening.units[1] == place.unit) &&
                   distance(opening.line, place.across.middle()) < 0.05 &&
                   std::abs(opening.clear_width - place.width) < accuracy;
        });
    return at_door ? least_door : least_way;
}

void set_place(Finding& finding, const Plan& plan, const NarrowPlace& place) {
    finding.level = unit_at(plan, place.unit).level;
    finding.place = place.across.middle();
    finding.measured = place.width;
    finding.unit = "m";
    finding.dimension = Dimension{place.across, place.width};
}

/// The same place is narrow for many units: told once, for the one with most people by name.
struct Shared {
    NarrowPlace place;
    int people = 0;
    int most = 0;
    int unit = -1;

    void add(const LifePassage& passage) {
        people += passage.people;
        if (passage.people > most) {
            most = passage.people;
            unit = passage.unit;
        }
    }
};

void add_narrow(const Plan& plan, const std::vector<LifePassage>& passages,
                std::vector<Finding>& findings) {
    std::map<std::tuple<int, int, int>, Shared> shared;  // opening, or place in centimetres
    for (const LifePassage& passage : passages) {
        const NarrowPlace& place = passage.bare.narrowest;
        if (passage.bare.passings.empty() || place.width >= least_at(plan, place) - accuracy) {
            continue;
        }
        const Vec2 middle = 100.0 * place.across.middle();
        const auto key = place.opening >= 0 ? std::tuple(place.opening, 0, 0)
                                            : std::tuple(-1 - place.unit,
                                                         static_cast<int>(middle.x()),
                                                         static_cast<int>(middle.y()));
        Shared& one = shared[key];
        one.place = place;
        one.add(passage);
    }
    for (const auto& [key, one] : shared) {
        Finding finding;
        finding.kind = FindingKind::narrow_passage;
        finding.severity = one.place.width < narrowest_gap ? Severity::S1 : Severity::S2;
        const Unit& where = unit_at(plan, one.place.unit);
        finding.element =
            one.place.opening >= 0
                ? plan.openings[static_cast<std::size_t>(one.place.opening)].id
                : where.id;
        set_place(finding, plan, one.place);
        finding.limit = least_at(plan, one.place);
        finding.clause = "GB 55037-2022 7.1.4";
        finding.verified = "read";
        finding.people = one.people;
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_narrow_way, called(unit_at(plan, one.unit), l),
                       metres(one.place.width), one.people, place_name(plan, one.place, l));
        });
        finding.remedy =
            label_of(MessageId::finding_narrow_way_remedy, metres(least_at(plan, one.place)));
        findings.push_back(std::move(finding));
    }
}

void add_leaves(const Site& site, const std::vector<LifePassage>& passages,
                std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    struct Narrowed : Shared {
        double before = 0.0;
    };
    std::map<int, Narrowed> by_leaf;
    for (const LifePassage& passage : passages) {
        const RouteWidth open = width_along(plan, site.inspection.leaves_open, passage.unit,
                                            passage.standing.passings);
        for (std::size_t i = 0; i < open.places.size(); ++i) {
            const NarrowPlace& place = open.places[i];
            const int leaf = place.leaf_a >= 0 ? place.leaf_a : place.leaf_b;
            const double before = passage.standing.places[i].width;
            if (leaf < 0 || place.width >= least_way - accuracy ||
                place.width > (1.0 - noticeable_share) * before) {
                continue;
            }
            Narrowed& one = by_leaf[leaf];
            if (one.people == 0 || place.width < one.place.width) {
                one.place = place;
                one.before = before;
            }
            one.add(passage);
        }
    }
    for (const auto& [leaf, one] : by_leaf) {
        const Opening& door = plan.openings[static_cast<std::size_t>(leaf)];
        Finding finding;
        finding.kind = FindingKind::open_leaf;
        finding.severity = Severity::S3;
        finding.element = door.id;
        set_place(finding, plan, one.place);
        finding.limit = least_way;
        finding.people = one.people;
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_open_leaf, called(door, l), metres(one.place.width),
                       metres(one.before), called(unit_at(plan, one.unit), l));
        });
        finding.remedy = in_each([&](Language l) {
            return say(l, MessageId::finding_open_leaf_remedy, called(door, l));
        });
        findings.push_back(std::move(finding));
    }
}

}  // namespace

std::vector<Finding> route_findings(const Site& site) {
    std::vector<Finding> findings;
    add_narrow(site.plan(), site.passages, findings);
    add_leaves(site, site.passages, findings);
    return findings;
}

std::string place_name(const Plan& plan, const NarrowPlace& place, Language language) {
    return place.opening >= 0
               ? called(plan.openings[static_cast<std::size_t>(place.opening)], language)
               : called(unit_at(plan, place.unit), language);
}

}  // namespace evac
