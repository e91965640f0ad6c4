#include "sim/drill/company.hpp"

#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

// Keeping together is a matter of pace: whoever is too far ahead of the last one slows down. Nobody
// stops altogether, or a family in a doorway would wait for a member whom it keeps out itself.
constexpr double ahead_at_ease = 1.5;   ///< nobody slows down for less [m]
constexpr double ahead_too_far = 4.0;   ///< slowest from here on [m]
constexpr double slowest_share = 0.15;  ///< of the pace of the last one
/// Room that one person takes in a file [m]; two files walk side by side.
constexpr double file_spacing = 0.8;
constexpr int files = 2;
/// So many walk as a cluster; the file that more of them make at a door is longer by their room.
constexpr std::size_t cluster = 5;
/// Nobody passes the leader: nearer than this behind, one slows down [m].
constexpr double behind_leader = 0.5;
/// A leader who walks slower than this share of the own pace is held up.
constexpr double held_up_below = 0.8;
/// Nobody waits any longer for a leader who gets nowhere for so long [s].
constexpr double leader_stands = 3.0;

/// A member on the way, and how far it still has to go.
struct Walker {
    int person;
    std::size_t slot;
    double left;  ///< [m]
};

/// Members on the way, the one nearest to the end first.
std::vector<Walker> walkers(Drill& drill, const Company& company) {
    std::vector<Walker> walking;
    for (const int person : company.members) {
        const std::int32_t slot = drill.slot_of[static_cast<std::size_t>(person)];
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        mind.pace = never;
        mind.follow = -1;
        if (slot >= 0 && drill.crowd.mode[static_cast<std::size_t>(slot)] == Mode::walking &&
            drill.crowd.target[static_cast<std::size_t>(slot)] >= 0 &&
            drill.outcome.people[static_cast<std::size_t>(person)].exit_time == never) {
            const double left = way_left(drill, static_cast<std::size_t>(slot));
            if (left < unreachable) {
                walking.push_back({person, static_cast<std::size_t>(slot), left});
            }
        }
    }
    std::stable_sort(walking.begin(), walking.end(),
                     [](const Walker& a, const Walker& b) { return a.left < b.left; });
    return walking;
}

double free_pace(const Drill& drill, const Walker& walker) {
    return ground_speed(drill, walker.slot);
}

/// The least that company leaves of the last one's pace. On stairs, all of it: who stopped there
/// would hold up everybody behind, and with them, perhaps, the very member waited for. Only those
/// who carry somebody must not get ahead.
double least_share(const Drill& drill, const Company& company, const Walker& walker) {
    const bool on_stair = !unit_at(drill.plan(), drill.crowd.unit[walker.slot]).stair.empty();
    return on_stair && !company.carries ? 1.0 : slowest_share;
}

/// Slows those down who are more than `ease` ahead of the last.
void wait_for_the_last(Drill& drill, const Company& company, const std::vector<Walker>& walking,
                       double ease) {
    const Walker& last = walking.back();
    const double pace = free_pace(drill, last);
    for (const Walker& walker : walking) {
        const double ahead = last.left - walker.left;
        if (ahead <= ease) {
            continue;
        }
        const double share = std::min(1.0, (ahead - ease) / (ahead_too_far - ahead_at_ease));
        drill.minds[static_cast<std::size_t>(walker.person)].pace =
            pace * (1.0 - (1.0 - least_share(drill, company, walker)) * share);
    }
}

/// Whether something keeps the leader back: those of the class who came before, as a rule.
bool held_up(const Drill& drill, const Walker& leader, double pace) {
    const Crowd& crowd = drill.crowd;
    const double wished = std::min(pace, drill.minds[static_cast<std::size_t>(leader.person)].pace);
    const Vec2 velocity(crowd.vx[leader.slot], crowd.vy[leader.slot]);
    return velocity.norm() < held_up_below * wished;
}

/// Two files behind the leader: each walks behind the one two places before. Whoever has got before
/// the leader slows down to be passed, but not where there is no passing: a class that crept along
/// before its leader would hold up the very one it waits for.
void walk_in_files(Drill& drill, const Company& company, const std::vector<Walker>& walking) {
    const int leader = company.members.front();
    const auto lead = std::find_if(walking.begin(), walking.end(),
                                   [&](const Walker& walker) { return walker.person == leader; });
    if (lead == walking.end()) {
        return;  // out, or not yet on the way
    }
    const double leader_pace = free_pace(drill, *lead);
    const bool in_the_way = held_up(drill, *lead, leader_pace);
    std::vector<int> order{leader};
    for (const Walker& walker : walking) {
        if (walker.person == leader) {
            continue;
        }
        const std::size_t before = order.size() < files ? 0 : order.size() - files;
        Mind& mind = drill.minds[static_cast<std::size_t>(walker.person)];
        mind.follow = order[before];
        order.push_back(walker.person);
        const double behind = walker.left - lead->left;
        if (behind < behind_leader) {
            const double least = in_the_way ? 1.0 : least_share(drill, company, walker);
            const double share = std::max(least, 1.0 + (behind - behind_leader));
            mind.pace = std::min(mind.pace, leader_pace * std::min(1.0, share));
        }
    }
}

/// Whether the leader is on the way out of the room that this one stands in, and not yet before it.
bool lets_the_leader_pass(const Drill& drill, const Company& company, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const std::int32_t at = drill.slot_of[static_cast<std::size_t>(company.members.front())];
    if (at < 0 || static_cast<std::size_t>(at) == slot) {
        return false;
    }
    const auto leader = static_cast<std::size_t>(at);
    return crowd.unit[leader] == crowd.unit[slot] && crowd.mode[leader] == Mode::walking &&
           crowd.field[leader] >= 0 && crowd.stood_for[leader] < leader_stands &&
           crowd.remaining[leader] > heading_at(drill.ground, drill.plan(), crowd.unit[slot],
                                                crowd.field[leader], crowd.position(slot))
                                         .distance;
}

}  // namespace

std::vector<Company> companies_of(const Scenario& scenario, const std::vector<Person>& people) {
    int count = 0;
    for (const Group& group : scenario.groups) {
        count = std::max(count, group.number + 1);
    }
    std::vector<Company> all(static_cast<std::size_t>(count));
    for (std::size_t person = 0; person < people.size(); ++person) {
        const Group& group = scenario.groups[static_cast<std::size_t>(people[person].group)];
        const auto& profile = scenario.profiles[static_cast<std::size_t>(people[person].profile)];
        Company& company = all[static_cast<std::size_t>(group.number)];
        // Whoever must be carried has the helpers near.
        company.together = group.together == Cohesion::none && profile.carriers > 0
                               ? Cohesion::close
                           : group.together == Cohesion::none ? company.together
                                                              : group.together;
        company.carries = company.carries || profile.carriers > 0;
        company.members.push_back(static_cast<int>(person));
    }
    std::erase_if(all, [](const Company& company) {
        return company.together == Cohesion::none || company.members.size() < 2;
    });
    return all;
}

bool waits_for_company(const Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    const int number = drill.company_of[static_cast<std::size_t>(person)];
    if (number < 0 || group_of(drill, person).together == Cohesion::none) {
        return false;
    }
    const Company& company = drill.companies[static_cast<std::size_t>(number)];
    if (company.together == Cohesion::files && lets_the_leader_pass(drill, company, slot)) {
        return true;
    }
    return std::any_of(company.members.begin(), company.members.end(), [&](int member) {
        const auto other = static_cast<std::size_t>(member);
        const std::int32_t at = drill.slot_of[other];
        const bool near =
            at >= 0 && drill.crowd.unit[static_cast<std::size_t>(at)] == drill.crowd.unit[slot];
        return near && drill.crowd.mode[static_cast<std::size_t>(at)] != Mode::down &&
               drill.outcome.people[other].start_time == never &&
               drill.minds[other].start > drill.time();
    });
}

void keep_company(Drill& drill) {
    if (!glance_due(drill)) {
        return;
    }
    for (const Company& company : drill.companies) {
        const std::vector<Walker> walking = walkers(drill, company);
        if (walking.size() < 2) {
            continue;
        }
        const bool in_files = company.together == Cohesion::files;
        const std::size_t in_file =
            in_files ? walking.size() : walking.size() - std::min(walking.size(), cluster);
        const double file = file_spacing * static_cast<double>(in_file) / files;
        wait_for_the_last(drill, company, walking, ahead_at_ease + file);
        if (in_files) {
            walk_in_files(drill, company, walking);
        }
    }
}

}  // namespace evac
