#include "sim/findings/moments.hpp"

#include "sim/findings/moment_words.hpp"
#include "sim/findings/spot.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace evac {

namespace {

std::string count_of(std::size_t count) {
    return std::to_string(count);
}

/// A moment with nothing to look at.
Moment plain(double time, Moment::Kind kind, Label text) {
    Moment moment;
    moment.time = time;
    moment.kind = kind;
    moment.text = std::move(text);
    return moment;
}

/// The moment of what happened in one second at these spots: one is named and shown, more are
/// counted.
Moment moment_at(double time, Moment::Kind kind, const std::vector<Spot>& spots, MomentWords one,
                 MomentWords many) {
    Moment moment;
    moment.time = time;
    moment.kind = kind;
    moment.level = spots.front().level;
    if (spots.size() == 1) {
        moment.text = caption_of(one, spots.front().name);
        moment.place = spots.front().place;
    } else {
        moment.text = caption(many, {count_of(spots.size())});
        for (const Spot& spot : spots) {
            moment.level = spot.level == moment.level ? moment.level : -1;
        }
    }
    return moment;
}

// ---- happenings -------------------------------------------------------------------------------

using Second = std::int64_t;

Second second_of(double time) {
    return static_cast<Second>(std::floor(time));
}

/// What is told together when it happens in the same second.
enum class Topic { none, alarm, closed, found_closed, opened, thing };

Topic topic_of(Happening::Kind kind) {
    switch (kind) {
        case Happening::Kind::alarm:
            return Topic::alarm;
        case Happening::Kind::opened:
            return Topic::opened;
        case Happening::Kind::locked:
        case Happening::Kind::blocked:
            return Topic::closed;
        case Happening::Kind::put_down:
        case Happening::Kind::removed:
            return Topic::thing;
        case Happening::Kind::turned_round:
            return Topic::found_closed;
        case Happening::Kind::stuck:
        case Happening::Kind::level_clear:
        case Happening::Kind::incapacitated:
        case Happening::Kind::smoke:
        case Happening::Kind::thick_smoke:
        case Happening::Kind::smoke_gone:
        case Happening::Kind::held:
        case Happening::Kind::let_go:
            break;
    }
    return Topic::none;
}

/// Happenings of one topic in one second.
struct Group {
    double time = 0.0;             ///< of the first [s]
    std::map<int, bool> elements;  ///< each once: whether it was blocked (else locked) or put down
};

bool all(const Group& group, bool value) {
    return std::all_of(group.elements.begin(), group.elements.end(),
                       [&](const auto& element) { return element.second == value; });
}

Moment told(const Plan& plan, Topic topic, const Group& group) {
    std::vector<Spot> spots;
    for (const auto& [element, unused] : group.elements) {
        const auto index = static_cast<std::size_t>(element);
        spots.push_back(topic == Topic::thing ? spot_of(plan, plan.fixtures[index])
                                              : spot_of(plan, plan.openings[index]));
    }
    const bool yes = all(group, true);
    const bool no = all(group, false);
    switch (topic) {
        case Topic::closed:
            return moment_at(group.time, Moment::Kind::closed, spots,
                             yes ? MomentWords::blocked : MomentWords::locked,
                             yes  ? MomentWords::doors_blocked
                             : no ? MomentWords::doors_locked
                                  : MomentWords::doors_closed);
        case Topic::found_closed:
            return moment_at(group.time, Moment::Kind::closed, spots,
                             yes ? MomentWords::found_blocked : MomentWords::found_locked,
                             MomentWords::doors_found_closed);
        case Topic::opened:
            return moment_at(group.time, Moment::Kind::opened, spots, MomentWords::opened,
                             MomentWords::doors_opened);
        case Topic::thing:
            return moment_at(group.time, Moment::Kind::thing, spots,
                             yes ? MomentWords::put_down : MomentWords::removed,
                             yes  ? MomentWords::things_put_down
                             : no ? MomentWords::things_removed
                                  : MomentWords::things_moved);
        case Topic::alarm:
        case Topic::none:
            break;
    }
    return {};  // never: add_happenings() has none of these here
}

void add_happenings(const MomentSource& source, std::vector<Moment>& moments) {
    std::map<std::pair<Second, Topic>, Group> groups;
    std::set<int> blocked;  // openings that are so at the time
    std::set<int> found;    // openings of which it has been told that they are closed
    for (const Happening& happening : source.happenings) {
        const Topic topic = topic_of(happening.kind);
        const std::size_t elements =
            topic == Topic::thing ? source.plan.fixtures.size() : source.plan.openings.size();
        const bool known =
            happening.element >= 0 && static_cast<std::size_t>(happening.element) < elements;
        if (topic == Topic::none || (topic != Topic::alarm && !known)) {
            continue;
        }
        if (happening.kind == Happening::Kind::blocked) {
            blocked.insert(happening.element);
        } else if (happening.kind == Happening::Kind::locked) {
            blocked.erase(happening.element);
        } else if (topic == Topic::found_closed && !found.insert(happening.element).second) {
            continue;
        }
        Group& group = groups[{second_of(happening.time), topic}];
        if (group.elements.empty()) {
            group.time = happening.time;
        }
        group.elements[happening.element] = topic == Topic::thing
                                                ? happening.kind == Happening::Kind::put_down
                                                : blocked.count(happening.element) > 0;
    }
    for (const auto& [key, group] : groups) {
        moments.push_back(key.second == Topic::alarm
                              ? plain(group.time, Moment::Kind::alarm, caption(MomentWords::alarm))
                              : told(source.plan, key.second, group));
    }
}

// ---- jams -------------------------------------------------------------------------------------

/// A finding to be told of, with its spot.
struct Noted {
    int finding = -1;
    Spot spot;
};

/// For every place the finding of this kind with the most people, in the order of seconds; places
/// in `told` are left out, those noted are added.
std::map<Second, std::vector<Noted>> noted(const MomentSource& source, FindingKind kind,
                                           std::set<std::string>& told) {
    const auto people = [&](int finding) {
        return source.findings[static_cast<std::size_t>(finding)].people.value_or(0);
    };
    std::map<std::string, Noted> by_place;
    for (std::size_t f = 0; f < source.findings.size(); ++f) {
        const Finding& finding = source.findings[f];
        if (finding.kind != kind || !finding.time || !finding.people) {
            continue;
        }
        Noted next{static_cast<int>(f), spot_of(source.plan, finding)};
        if (told.count(next.spot.key) > 0) {
            continue;
        }
        const auto [at, added] = by_place.emplace(next.spot.key, next);
        if (!added && people(next.finding) > people(at->second.finding)) {
            at->second = next;
        }
    }
    std::map<Second, std::vector<Noted>> by_second;
    for (const auto& [key, place] : by_place) {
        told.insert(key);
        const double time = *source.findings[static_cast<std::size_t>(place.finding)].time;
        by_second[second_of(time)].push_back(place);
    }
    for (auto& [second, places] : by_second) {
        std::stable_sort(places.begin(), places.end(), [&](const Noted& a, const Noted& b) {
            return people(a.finding) > people(b.finding);
        });
    }
    return by_second;
}

/// The longest queue of a second is named and shown, others at their longest then are counted.
void add_jams(const MomentSource& source, std::set<std::string>& told,
              std::vector<Moment>& moments) {
    for (const auto& [second, places] : noted(source, FindingKind::queue, told)) {
        const Noted& longest = places.front();
        const Finding& finding = source.findings[static_cast<std::size_t>(longest.finding)];
        Moment moment;
        moment.time = *finding.time;
        moment.kind = Moment::Kind::jam;
        moment.text =
            caption_of(places.size() == 1 ? MomentWords::jam : MomentWords::jams, longest.spot.name,
                       {std::to_string(*finding.people), count_of(places.size() - 1)});
        moment.level = longest.spot.level;
        moment.place = longest.spot.place;
        moment.finding = longest.finding;
        moments.push_back(std::move(moment));
    }
}

void add_at_capacity(const MomentSource& source, std::set<std::string>& told,
                     std::vector<Moment>& moments) {
    for (const auto& [second, places] : noted(source, FindingKind::at_capacity, told)) {
        std::vector<Spot> spots;
        for (const Noted& place : places) {
            spots.push_back(place.spot);
        }
        const int first = places.front().finding;
        moments.push_back(moment_at(*source.findings[static_cast<std::size_t>(first)].time,
                                    Moment::Kind::finding, spots, MomentWords::at_capacity,
                                    MomentWords::doors_at_capacity));
        moments.back().finding = first;
    }
}

// ---- people -----------------------------------------------------------------------------------

/// How many are inside at the end, empty where that is not known.
std::optional<int> inside_at_end(const MomentSource& source) {
    if (source.left_inside) {
        return source.left_inside;
    }
    if (source.curve.empty()) {
        return std::nullopt;
    }
    const CurvePoint& last = source.curve.back();
    const bool some_left_since = source.last_out && *source.last_out > last.time;
    return last.inside > 0 && some_left_since ? std::nullopt : std::optional(last.inside);
}

/// When the last of all got out; empty where somebody did not.
std::optional<double> time_all_out(const MomentSource& source) {
    if (source.people == 0 || inside_at_end(source) != 0) {
        return std::nullopt;
    }
    if (source.last_out) {
        return source.last_out;
    }
    // A record that breaks off has no times of persons.
    double time = source.end;
    for (auto point = source.curve.rbegin(); point != source.curve.rend() && point->inside == 0;
         ++point) {
        time = point->time;
    }
    return time;
}

/// When the curve shows the level empty for good, if there was somebody at the start.
std::optional<double> time_clear(const std::vector<CurvePoint>& curve, std::size_t level) {
    if (curve.empty() || curve.front().by_level[level] == 0 || curve.back().by_level[level] > 0) {
        return std::nullopt;
    }
    double time = 0.0;
    for (auto point = curve.rbegin(); point->by_level[level] == 0; ++point) {
        time = point->time;
    }
    return time;
}

/// Levels that are clear before the building is: of the last one "all out" says it.
void add_levels(const MomentSource& source, std::optional<double> all_out,
                std::vector<Moment>& moments) {
    std::map<Second, std::vector<Spot>> spots;
    std::map<Second, double> times;
    for (std::size_t l = 0; l < source.plan.levels.size(); ++l) {
        const Level& level = source.plan.levels[l];
        std::optional<double> time = time_clear(source.curve, l);
        for (const Happening& happening : source.happenings) {
            if (time && happening.kind == Happening::Kind::level_clear &&
                happening.element == static_cast<int>(l)) {
                time = happening.time;  // exact, and the last one is for good
            }
        }
        if (!time || level.outdoors || (all_out && second_of(*time) >= second_of(*all_out))) {
            continue;
        }
        const Second second = second_of(*time);
        spots[second].push_back({level.id, short_name(level), static_cast<int>(l), std::nullopt});
        times[second] = times.count(second) > 0 ? std::min(times[second], *time) : *time;
    }
    for (const auto& [second, levels] : spots) {
        moments.push_back(moment_at(times[second], Moment::Kind::level_clear, levels,
                                    MomentWords::level_clear, MomentWords::levels_clear));
    }
}

/// First, half and all, each only where it is not the same second as the next.
void add_people(const MomentSource& source, std::vector<Moment>& moments) {
    const std::optional<double> all_out = time_all_out(source);
    const auto half =
        std::find_if(source.curve.begin(), source.curve.end(),
                     [&](const CurvePoint& point) { return 2 * point.inside <= source.people; });
    const auto before_all = [&](double time) {
        return !all_out || second_of(time) < second_of(*all_out);
    };
    if (source.first_out && before_all(*source.first_out)) {
        moments.push_back(
            plain(*source.first_out, Moment::Kind::first_out, caption(MomentWords::first_out)));
    }
    if (source.people > 0 && half != source.curve.end() && before_all(half->time)) {
        moments.push_back(
            plain(half->time, Moment::Kind::half_out,
                  caption(MomentWords::half_out, {std::to_string(source.people - half->inside),
                                                  std::to_string(source.people)})));
    }
    add_levels(source, all_out, moments);
    if (all_out) {
        moments.push_back(plain(
            *all_out, Moment::Kind::all_out,
            source.people == 1 ? caption(MomentWords::only_one_out)
                               : caption(MomentWords::all_out, {std::to_string(source.people)})));
    } else if (const int inside = inside_at_end(source).value_or(0); source.whole && inside > 0) {
        moments.push_back(plain(source.end, Moment::Kind::left_inside,
                                caption(MomentWords::left_inside, {std::to_string(inside)})));
    }
}

}  // namespace

std::vector<Moment> moments(const MomentSource& source) {
    std::vector<Moment> found;
    std::set<std::string> jammed;
    add_happenings(source, found);
    add_jams(source, jammed, found);
    add_at_capacity(source, jammed, found);
    add_people(source, found);
    std::stable_sort(found.begin(), found.end(), [](const Moment& a, const Moment& b) {
        return std::pair(a.time, a.kind) < std::pair(b.time, b.kind);
    });
    return found;
}

}  // namespace evac
