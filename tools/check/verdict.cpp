#include "tools/check/verdict.hpp"

#include "sim/findings/naming.hpp"

#include "tools/cli/format.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace evac {

namespace {

using Json = nlohmann::ordered_json;

template <class Elements>
Json ids(const Elements& elements, const std::vector<int>& indices) {
    Json list = Json::array();
    for (const int index : indices) {
        list.push_back(elements[static_cast<std::size_t>(index)].id);
    }
    return list;
}

double tenth(double value) {
    return std::round(10.0 * value) / 10.0;
}

/// What the drill takes longer because the openings of the proof were not used evenly [s].
double unevenness(const Plan& plan, const Verdict& verdict, const std::vector<int>& proof) {
    double slowest = 0.0;
    double people = 0.0;
    double flow = 0.0;
    for (const int o : proof) {
        const double passed = verdict.design_run->passed[static_cast<std::size_t>(o)];
        const double capacity =
            design_flow * plan.openings[static_cast<std::size_t>(o)].clear_width;
        slowest = std::max(slowest, passed / capacity);
        people += passed;
        flow += capacity;
    }
    return flow > 0.0 ? slowest - people / flow : 0.0;
}

}  // namespace

Verdict judge(const Site& site, bool simulate, int threads) {
    Verdict verdict;
    verdict.network = network_at_best(site);
    verdict.cut = minimum_cut(verdict.network);
    verdict.bound = clearing_bound(verdict.network);
    verdict.graph = judge_graph(site.plan(), site.zones, site.inspection.closed);
    if (simulate) {
        Scenario design = site.scenario;
        design.flow = Flow::design;
        verdict.design_run = run_drill(design, threads);
    }
    return verdict;
}

std::vector<int> openings_of(const FlowNetwork& network, const std::vector<int>& arcs) {
    std::set<int> openings;
    for (const int arc : arcs) {
        const int opening = network.arcs[static_cast<std::size_t>(arc)].opening;
        if (opening >= 0) {
            openings.insert(opening);
        }
    }
    return {openings.begin(), openings.end()};
}

std::vector<Label> verdict_lines(const Site& site, const Verdict& verdict) {
    const Plan& plan = site.plan();
    std::vector<Label> lines;
    if (verdict.network.total == 0) {
        lines.push_back(label_of(MessageId::verdict_nobody));
        return lines;
    }
    const std::vector<int> cut = openings_of(verdict.network, verdict.cut.arcs);
    lines.push_back(in_each([&](Language l) {
        return say(l, MessageId::verdict_cut, names_of(plan.openings, cut, l),
                   fmt::format("{:.1f}", verdict.cut.capacity), verdict.cut.behind);
    }));
    const std::vector<int> proof = openings_of(verdict.network, verdict.bound.arcs);
    const std::string bound = clock_text(verdict.bound.time);
    lines.push_back(in_each([&](Language l) {
        return proof.empty() ? say(l, MessageId::verdict_bound_walk, bound)
                             : say(l, MessageId::verdict_bound, bound, verdict.bound.behind,
                                   names_of(plan.openings, proof, l),
                                   fmt::format("{:.1f}", verdict.bound.capacity));
    }));
    if (!verdict.design_run) {
        lines.push_back(label_of(MessageId::verdict_not_run));
        return lines;
    }
    if (!verdict.design_run->clearing_time) {
        lines.push_back(label_of(MessageId::verdict_not_cleared, verdict.design_run->inside));
        return lines;
    }
    const double taken = *verdict.design_run->clearing_time;
    const auto gap = std::lround(taken - verdict.bound.time);
    lines.push_back(gap < 1 ? label_of(MessageId::verdict_no_gap, clock_text(taken))
                            : label_of(MessageId::verdict_gap, clock_text(taken), gap));
    const auto uneven = std::lround(unevenness(plan, verdict, proof));
    if (uneven >= 1 && uneven <= gap) {
        lines.push_back(in_each([&](Language l) {
            std::string use;
            for (const int o : proof) {
                const auto index = static_cast<std::size_t>(o);
                use +=
                    fmt::format("{}{} {}", use.empty() ? "" : ", ", called(plan.openings[index], l),
                                verdict.design_run->passed[index]);
            }
            return say(l, MessageId::verdict_uneven, uneven, use);
        }));
    }
    return lines;
}

nlohmann::ordered_json verdict_json(const Site& site, const Verdict& verdict) {
    const Plan& plan = site.plan();
    Json json;
    json["people"] = verdict.network.total + verdict.network.cut_off;
    json["cut_off"] = verdict.network.cut_off;
    json["minimum_cut"] = {
        {"openings", ids(plan.openings, openings_of(verdict.network, verdict.cut.arcs))},
        {"capacity_persons_per_s", std::round(100.0 * verdict.cut.capacity) / 100.0},
        {"people_behind", verdict.cut.behind}};
    json["bound"] = {
        {"clearing_time_s", tenth(verdict.bound.time)},
        {"walk_s", tenth(verdict.bound.walk)},
        {"openings", ids(plan.openings, openings_of(verdict.network, verdict.bound.arcs))},
        {"capacity_persons_per_s", std::round(100.0 * verdict.bound.capacity) / 100.0},
        {"people_behind", verdict.bound.behind}};
    json["design_run"] = nullptr;
    if (verdict.design_run) {
        const auto& time = verdict.design_run->clearing_time;
        json["design_run"] = {
            {"clearing_time_s", time ? Json(tenth(*time)) : Json(nullptr)},
            {"left_inside", verdict.design_run->inside},
            {"gap_s", time ? Json(tenth(*time - verdict.bound.time)) : Json(nullptr)}};
    }
    Json points = Json::array();
    for (const SinglePoint& point : verdict.graph.single_points) {
        std::vector<int> units;
        for (const int zone : point.behind) {
            const int unit = site.zones.zones[static_cast<std::size_t>(zone)].unit;
            if (std::find(units.begin(), units.end(), unit) == units.end()) {
                units.push_back(unit);
            }
        }
        int people = 0;
        for (const Departure& person : site.departures.people) {
            people += std::binary_search(point.behind.begin(), point.behind.end(), person.zone);
        }
        const bool opening = point.opening >= 0;
        points.push_back(
            {{"element", opening ? plan.openings[static_cast<std::size_t>(point.opening)].id
                                 : plan.units[static_cast<std::size_t>(point.unit)].id},
             {"people", people},
             {"units", ids(plan.units, units)}});
    }
    json["single_points"] = std::move(points);
    json["articulation_units"] = ids(plan.units, verdict.graph.articulation_units);
    json["bridge_openings"] = ids(plan.openings, verdict.graph.bridge_openings);
    return json;
}

}  // namespace evac
