#include "sim/findings/crowding_findings.hpp"

#include "sim/findings/naming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

// What is worth a line. A crowd of a dozen for some seconds is how doors work.
constexpr int noticed_queue = 10;            ///< people
constexpr double noticed_seconds = 10.0;     ///< of a queue, or of an opening at capacity [s]
/// Congestion is significant where it lasts longer than this share of the drill (IMO
/// MSC.1/Circ.1533).
constexpr double noticed_share = 0.1;
constexpr double noticed_crowding = 5.0;     ///< area x time above 3.5 persons/m2 [m2 s]
constexpr double noticed_loss = 60.0;        ///< person-seconds in one unit
constexpr double noticed_loss_each = 5.0;    ///< per person who walked there [s]
constexpr double noticed_loss_share = 0.02;  ///< of all that was lost

std::string one_decimal(double value) {
    return fmt::format("{:.1f}", value);
}

Finding at_opening(const Plan& plan, std::size_t o, FindingKind kind) {
    const Opening& opening = plan.openings[o];
    Finding finding;
    finding.kind = kind;
    finding.id = fmt::format("{}:{}", name_of(kind), opening.id);
    finding.element = opening.id;
    finding.level = plan.units[static_cast<std::size_t>(opening.units[0])].level;
    finding.place = opening.line.middle();
    return finding;
}

Finding in_unit(const Plan& plan, std::size_t u, FindingKind kind) {
    Finding finding;
    finding.kind = kind;
    finding.id = fmt::format("{}:{}", name_of(kind), plan.units[u].id);
    finding.element = plan.units[u].id;
    finding.level = plan.units[u].level;
    return finding;
}

void add_queue(const Plan& plan, std::size_t o, const QueueLog& log, double lasting,
               std::vector<Finding>& findings) {
    if (log.longest < noticed_queue || log.seconds < lasting) {
        return;
    }
    const Opening& opening = plan.openings[o];
    const Unit& tail = plan.units[static_cast<std::size_t>(log.tail_unit)];
    Finding finding = at_opening(plan, o, FindingKind::queue);
    finding.measured = log.longest;
    finding.unit = "persons";
    finding.people = log.longest;
    finding.time = log.at;
    if (tail.id != finding.element) {
        finding.also.push_back(tail.id);
    }
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_queue, called(opening, l), log.longest,
                   std::lround(log.at), std::lround(log.seconds), called(tail, l),
                   one_decimal((log.tail - opening.line.middle()).norm()));
    });
    // An opening that lets fewer through than it could is held up by what is behind it.
    finding.remedy =
        label_of(log.at_capacity >= 0.5 * log.seconds ? MessageId::finding_queue_full_remedy
                                                      : MessageId::finding_queue_held_up_remedy);
    findings.push_back(std::move(finding));
}

/// The thing that stands where a queue begins, -1 for none.
int thing_at(const Plan& plan, std::size_t u, const Vec2& head) {
    constexpr double beside = 1.5;  // m
    int nearest = -1;
    double least = beside;
    for (std::size_t f = 0; f < plan.fixtures.size(); ++f) {
        if (plan.fixtures[f].unit != static_cast<int>(u)) {
            continue;
        }
        for (const Segment& side : edges(plan.fixtures[f].polygon)) {
            if (distance(side, head) < least) {
                least = distance(side, head);
                nearest = static_cast<int>(f);
            }
        }
    }
    return nearest;
}

void add_queue_inside(const Plan& plan, std::size_t u, const QueueLog& log, double lasting,
                      std::vector<Finding>& findings) {
    if (log.longest < noticed_queue || log.seconds < lasting) {
        return;
    }
    const Unit& tail = plan.units[static_cast<std::size_t>(log.tail_unit)];
    const int thing = thing_at(plan, u, log.head);
    Finding finding = in_unit(plan, u, FindingKind::queue);
    if (thing >= 0) {
        finding.element = plan.fixtures[static_cast<std::size_t>(thing)].id;
        finding.also.push_back(plan.units[u].id);
    }
    finding.place = log.head;
    finding.measured = log.longest;
    finding.unit = "persons";
    finding.people = log.longest;
    finding.time = log.at;
    finding.text = in_each([&](Language l) {
        const std::string where =
            thing >= 0 ? called(plan.fixtures[static_cast<std::size_t>(thing)], l)
                       : called(plan.units[u], l);
        return say(l,
                   thing >= 0 ? MessageId::finding_queue_at_thing
                              : MessageId::finding_queue_inside,
                   where, log.longest, std::lround(log.at), std::lround(log.seconds),
                   called(tail, l), one_decimal((log.tail - log.head).norm()));
    });
    finding.remedy = in_each([&](Language l) {
        return thing >= 0
                   ? say(l, MessageId::finding_queue_thing_remedy,
                         called(plan.fixtures[static_cast<std::size_t>(thing)], l))
                   : say(l, MessageId::finding_queue_held_up_remedy);
    });
    findings.push_back(std::move(finding));
}

void add_at_capacity(const Plan& plan, std::size_t o, const QueueLog& log, double lasting,
                     std::vector<Finding>& findings) {
    if (log.at_capacity < lasting) {
        return;
    }
    const Opening& opening = plan.openings[o];
    Finding finding = at_opening(plan, o, FindingKind::at_capacity);
    finding.measured = log.at_capacity;
    finding.unit = "s";
    finding.people = log.longest;
    finding.time = log.first;
    finding.text = in_each([&](Language l) {
        return say(l, MessageId::finding_at_capacity, called(opening, l),
                   fmt::format("{:.2f}", opening.clear_width),
                   one_decimal(design_flow * opening.clear_width), std::lround(log.at_capacity),
                   log.longest);
    });
    finding.remedy = label_of(MessageId::finding_at_capacity_remedy);
    findings.push_back(std::move(finding));
}

void add_density(const Plan& plan, const std::vector<DensityMap>& densities,
                 std::vector<Finding>& findings) {
    struct Sum {
        double crowded = 0.0, dense = 0.0;  // [m2 s]
        float longest = 0.0F, peak = 0.0F;
        Vec2 place = Vec2::Zero();
    };
    std::vector<Sum> sums(plan.units.size());
    for (const DensityMap& map : densities) {
        for (std::size_t cell = 0; cell < map.unit.size(); ++cell) {
            if (map.unit[cell] < 0) {
                continue;
            }
            Sum& sum = sums[static_cast<std::size_t>(map.unit[cell])];
            const double area = map.cell * map.cell;
            sum.crowded += area * static_cast<double>(map.crowded[cell]);
            sum.dense += area * static_cast<double>(map.dense[cell]);
            sum.peak = std::max(sum.peak, map.peak[cell]);
            if (map.crowded[cell] > sum.longest) {
                sum.longest = map.crowded[cell];
                sum.place = cell_middle(map, cell);
            }
        }
    }
    for (std::size_t u = 0; u < sums.size(); ++u) {
        const Sum& sum = sums[u];
        if (sum.crowded < noticed_crowding || plan.units[u].kind == UnitKind::outdoors) {
            continue;
        }
        Finding finding = in_unit(plan, u, FindingKind::density);
        finding.severity = sum.dense >= noticed_crowding ? Severity::S3 : Severity::S4;
        finding.place = sum.place;
        finding.measured = sum.crowded;
        finding.limit = 0.0;
        finding.unit = "m2 s";
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_density, called(plan.units[u], l),
                       one_decimal(static_cast<double>(sum.peak)), std::lround(sum.crowded),
                       std::lround(sum.dense), std::lround(static_cast<double>(sum.longest)));
        });
        finding.remedy = label_of(MessageId::finding_density_remedy);
        findings.push_back(std::move(finding));
    }
}

void add_lost_time(const Plan& plan, const Crowding& crowding, std::vector<Finding>& findings) {
    double total = 0.0;
    for (const LossLog& log : crowding.losses) {
        total += log.person_seconds;
    }
    for (std::size_t u = 0; u < crowding.losses.size(); ++u) {
        const LossLog& log = crowding.losses[u];
        if (log.person_seconds < noticed_loss ||
            log.person_seconds < noticed_loss_each * log.walkers ||
            log.held_up < 0.5 * log.person_seconds ||  // slowed in company, but nobody stood
            log.person_seconds < noticed_loss_share * total) {
            continue;
        }
        const auto worst = std::max_element(
            log.by_square.begin(), log.by_square.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
        Finding finding = in_unit(plan, u, FindingKind::lost_time);
        finding.place = Vec2(worst->first.first + 0.5, worst->first.second + 0.5);
        finding.measured = log.person_seconds;
        finding.unit = "person s";
        finding.people = log.walkers;
        finding.text = in_each([&](Language l) {
            return say(l, MessageId::finding_lost_time, called(plan.units[u], l), log.walkers,
                       one_decimal(log.person_seconds / 60.0),
                       std::lround(log.person_seconds / log.walkers),
                       std::lround(100.0 * log.person_seconds / total));
        });
        finding.remedy = label_of(MessageId::finding_lost_time_remedy);
        findings.push_back(std::move(finding));
    }
}

}  // namespace

std::vector<Finding> crowding_findings(const Plan& plan, const Crowding& crowding,
                                       const std::vector<DensityMap>& densities) {
    const double lasting = std::max(noticed_seconds, noticed_share * crowding.until);
    std::vector<Finding> findings;
    for (std::size_t o = 0; o < crowding.queues.size(); ++o) {
        add_queue(plan, o, crowding.queues[o], lasting, findings);
        add_at_capacity(plan, o, crowding.queues[o], lasting, findings);
    }
    for (std::size_t u = 0; u < crowding.inside.size(); ++u) {
        add_queue_inside(plan, u, crowding.inside[u], lasting, findings);
    }
    add_density(plan, densities, findings);
    add_lost_time(plan, crowding, findings);
    sort_by_weight(findings);
    return findings;
}

}  // namespace evac
