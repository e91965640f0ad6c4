#include "sim/findings/passage_findings.hpp"

#include "sim/findings/exit_findings.hpp"
#include "sim/findings/naming.hpp"
#include "sim/findings/obstacle_findings.hpp"
#include "sim/findings/reach.hpp"
#include "sim/findings/route_findings.hpp"
#include "sim/passage/minimum_cut.hpp"
#include "sim/passage/single_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace evac {

namespace {

/// More people than this should not hang on one opening (GB 55037-2022, 7.4.1: a single exit serves
/// 50 at most).
constexpr int many_people = 50;

void add_cut_off(const Site& site, const FlowNetwork& network, const Pricing& pricing,
                 std::vector<Finding>& findings) {
    std::map<int, int> people;
    for (const int unit : network.cut_off_in) {
        ++people[unit];
    }
    for (const auto& [index, count] : people) {
        const Unit& unit = unit_at(site.plan(), index);
        Finding finding;
        finding.kind = FindingKind::cut_off;
        finding.severity = Severity::S1;
        finding.element = unit.id;
        finding.level = unit.level;
        finding.place = label_point(unit.polygon);
        finding.measured = count;
        finding.limit = 0.0;
        finding.unit = "persons";
        finding.people = count;
        const int number = count;
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_cut_off, called(unit, l), number);
        });
        const std::vector<int> doors = closed_on_the_way(site, index);
        const Price price = doors.empty() ? Price{} : pricing({}, doors);
        for (const int door : doors) {
            finding.also.push_back(site.plan().openings[static_cast<std::size_t>(door)].id);
        }
        finding.remedy = in_each([&](Language l) {
            return doors.empty() ? say(l, MessageId::finding_cut_off_remedy)
                                 : say(l, MessageId::finding_cut_off_remedy_doors,
                                       names_of(site.plan().openings, doors, l)) +
                                       (price.people > 0 ? gain_text(price, l) : std::string());
        });
        findings.push_back(std::move(finding));
    }
}

void add_single_points(const Site& site, std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    std::vector<int> in_zone(site.zones.count(), 0);
    for (const Departure& person : site.departures.people) {
        if (person.zone >= 0) {
            ++in_zone[static_cast<std::size_t>(person.zone)];
        }
    }
    const GraphVerdict verdict = judge_graph(plan, site.zones, site.inspection.closed);
    // The doors of one stair all hold up the same people: they are one matter.
    std::map<std::vector<int>, std::vector<int>> openings;  // occupied zones behind -> which
    for (const SinglePoint& point : verdict.single_points) {
        if (point.opening >= 0) {
            std::vector<int> occupied = point.behind;
            std::erase_if(occupied,
                          [&](int zone) { return in_zone[static_cast<std::size_t>(zone)] == 0; });
            openings[occupied].push_back(point.opening);
        }
    }
    for (const auto& [behind, which] : openings) {
        int people = 0;
        for (const int zone : behind) {
            people += in_zone[static_cast<std::size_t>(zone)];
        }
        if (people <= many_people) {
            continue;
        }
        const Opening& opening = plan.openings[static_cast<std::size_t>(which.front())];
        Finding finding;
        finding.kind = FindingKind::single_point;
        finding.severity = Severity::S3;
        finding.element = opening.id;
        for (std::size_t i = 1; i < which.size(); ++i) {
            finding.also.push_back(plan.openings[static_cast<std::size_t>(which[i])].id);
        }
        finding.level = unit_at(plan, opening.units[0]).level;
        finding.place = opening.line.middle();
        finding.measured = people;
        finding.limit = many_people;
        finding.unit = "persons";
        finding.people = people;
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_single_point, called(opening, l), people);
        });
        finding.remedy = label_of(MessageId::finding_single_point_remedy);
        findings.push_back(std::move(finding));
    }
}

/// The openings that prove the bound; none where starting and walking do.
void add_weakest_cut(const Site& site, const FlowNetwork& network,
                     std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    const ClearingBound bound = clearing_bound(network);
    std::set<int> openings;
    for (const int a : bound.arcs) {
        openings.insert(network.arcs[static_cast<std::size_t>(a)].opening);
    }
    openings.erase(-1);
    if (openings.empty()) {
        return;
    }
    Finding finding;
    finding.kind = FindingKind::weakest_cut;
    finding.severity = Severity::S4;
    const Opening& first = plan.openings[static_cast<std::size_t>(*openings.begin())];
    finding.element = first.id;
    finding.level = unit_at(plan, first.units[0]).level;
    finding.place = first.line.middle();
    for (const int o : openings) {
        if (o != *openings.begin()) {
            finding.also.push_back(plan.openings[static_cast<std::size_t>(o)].id);
        }
    }
    finding.measured = bound.capacity;
    finding.unit = "persons/s";
    finding.people = bound.behind;
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_weakest_cut, names_of(plan.openings, openings, l),
                   fmt::format("{:.1f}", bound.capacity), bound.behind);
    });
    finding.remedy = label_of(openings.size() > 1 ? MessageId::finding_weakest_cut_remedy
                                                  : MessageId::finding_weakest_one_remedy);
    findings.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> passage_findings(const Site& site, const Pricing& pricing) {
    std::vector<Finding> findings = exit_findings(site, pricing);
    const std::vector<Finding> routes = route_findings(site);
    findings.insert(findings.end(), routes.begin(), routes.end());
    const FlowNetwork network = build_flow_network(site.flow_site(site.inspection.closed));
    add_cut_off(site, network, pricing, findings);
    add_obstacles(site, network, pricing, findings);
    add_single_points(site, findings);
    add_weakest_cut(site, network, findings);
    std::map<std::string, int> uses;
    for (Finding& finding : findings) {
        finding.id = fmt::format("{}:{}", name_of(finding.kind), finding.element);
        const int use = ++uses[finding.id];
        finding.id += use > 1 ? fmt::format(":{}", use) : std::string();
    }
    sort_by_weight(findings);
    return findings;
}

}  // namespace evac
