#include "sim/findings/obstacle_findings.hpp"

#include "sim/findings/naming.hpp"
#include "sim/passage/narrowing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace evac {

namespace {

/// Clear width of a life passage in a public building (GB 55037-2022, 7.1.4) [m].
constexpr double least_width = 1.10;
/// A way that loses less than this share of its width is not worth a line.
constexpr double noticeable_share = 0.05;

/// Whether an exit that they cover was told of already.
bool cover_an_exit(const Plan& plan, const std::vector<int>& things,
                   const std::vector<Finding>& findings) {
    std::vector<std::string> ids;
    for (const int f : things) {
        ids.push_back(plan.fixtures[static_cast<std::size_t>(f)].id);
    }
    std::sort(ids.begin(), ids.end());
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        std::vector<std::string> also = finding.also;
        std::sort(also.begin(), also.end());
        return finding.kind == FindingKind::blocked_exit && also == ids;
    });
}

void add_obstacle(const Site& site, const Pricing& pricing, const Narrowing& narrowing,
                  std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    if (narrowing.standing.width < narrowest_gap &&
        cover_an_exit(plan, narrowing.remedy, findings)) {
        return;
    }
    const Unit& unit = unit_at(plan, narrowing.unit);
    const double width = narrowing.standing.width;
    const bool movable = plan.fixtures[static_cast<std::size_t>(narrowing.remedy.front())].movable;
    Finding finding;
    finding.kind = FindingKind::obstacle;
    finding.severity = width < narrowest_gap ? Severity::S1
                       : width < least_width ? Severity::S2
                       : movable             ? Severity::S3
                                             : Severity::S4;
    finding.element = plan.fixtures[static_cast<std::size_t>(narrowing.remedy.front())].id;
    for (std::size_t i = 1; i < narrowing.remedy.size(); ++i) {
        finding.also.push_back(plan.fixtures[static_cast<std::size_t>(narrowing.remedy[i])].id);
    }
    finding.also.push_back(unit.id);
    finding.level = unit.level;
    if (width > 0.0) {
        finding.place = narrowing.standing.across.middle();
        finding.dimension = Dimension{narrowing.standing.across, width};
    } else {
        finding.place =
            label_point(plan.fixtures[static_cast<std::size_t>(narrowing.remedy.front())].polygon);
    }
    finding.measured = width;
    finding.limit = narrowing.bare.width;
    finding.unit = "m";
    finding.clause = "GB 55037-2022 7.1.5";
    finding.verified = "read";
    const Price price = pricing(narrowing.remedy, {});
    finding.seconds_lost = price.seconds;
    if (price.people > 0) {
        finding.people = price.people;
    }
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_obstacle, names_of(plan.fixtures, narrowing.remedy, l),
                   std::lround(100.0 * narrowing.taken), called(unit, l), metres(width),
                   metres(narrowing.bare.width));
    });
    finding.remedy = in_each([&](Language l) {
        return say(l,
                   movable ? MessageId::finding_obstacle_remedy
                           : MessageId::finding_obstacle_remedy_built_in,
                   names_of(plan.fixtures, narrowing.remedy, l), metres(narrowing.remedied),
                   metres(width), gain_text(price, l));
    });
    findings.push_back(std::move(finding));
}

/// Of the ways of a unit that the same things narrow, the one that is left narrowest speaks for
/// all.
std::vector<Narrowing> worst_narrowings(const std::vector<Narrowing>& all) {
    std::map<std::vector<int>, Narrowing> worst;
    for (const Narrowing& one : all) {
        if (one.taken < noticeable_share || one.remedy.empty()) {
            continue;
        }
        Narrowing listed = one;
        std::sort(listed.remedy.begin(), listed.remedy.end());
        const auto [at, added] = worst.emplace(listed.remedy, listed);
        if (!added && one.standing.width < at->second.standing.width) {
            at->second = listed;
        }
    }
    std::vector<Narrowing> kept;
    for (auto& [things, narrowing] : worst) {
        kept.push_back(std::move(narrowing));
    }
    return kept;
}

}  // namespace

void add_obstacles(const Site& site, const FlowNetwork& network, const Pricing& pricing,
                   std::vector<Finding>& findings) {
    const Plan& plan = site.plan();
    std::set<int> with_goods;
    std::set<int> with_built_in;
    std::vector<char> built_in = site.inspection.fixture_present;
    for (std::size_t f = 0; f < plan.fixtures.size(); ++f) {
        if (!site.inspection.fixture_present[f]) {
            continue;
        }
        const Fixture& fixture = plan.fixtures[f];
        const UnitKind kind = unit_at(plan, fixture.unit).kind;
        if (fixture.movable) {
            with_goods.insert(fixture.unit);
            built_in[f] = 0;
        } else if (kind != UnitKind::outdoors) {
            with_built_in.insert(fixture.unit);
        }
    }
    for (const int unit : with_goods) {
        for (const Narrowing& one : worst_narrowings(
                 find_narrowings(plan, {site.inspection.fixture_present, false}, unit))) {
            add_obstacle(site, pricing, one, findings);
        }
    }
    for (const int unit : with_built_in) {
        if (unit_at(plan, unit).kind == UnitKind::room &&
            std::find(network.cut_off_in.begin(), network.cut_off_in.end(), unit) ==
                network.cut_off_in.end()) {
            continue;
        }
        for (const Narrowing& one :
             worst_narrowings(find_narrowings(plan, {built_in, false}, unit, Candidates::all))) {
            add_obstacle(site, pricing, one, findings);
        }
    }
}

}  // namespace evac
