#include "tools/check/drill_parts.hpp"

#include "sim/findings/naming.hpp"
#include "sim/plan/name_or_id.hpp"
#include "tools/cli/format.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Whether somebody in this unit has a way by this policy, as the building is found.
bool leads_on(const Site& site, int unit, const RoutePolicy& policy) {
    const Plan& plan = site.plan();
    const RouteTable table =
        find_routes(plan, site.inspection.lengths, policy, RouteSpeeds{}, site.inspection.closed);
    const std::vector<int> openings = openings_by_unit(plan)[static_cast<std::size_t>(unit)];
    return std::any_of(openings.begin(), openings.end(), [&](int o) {
        const bool from_second = plan.openings[static_cast<std::size_t>(o)].units[1] == unit;
        return std::isfinite(table.time[static_cast<std::size_t>(passing(o, from_second))]);
    });
}

void look_at_lift(const Site& site, const Lift& lift, std::vector<Label>& doubts) {
    const std::vector<Group>& groups = site.scenario.groups;
    if (std::none_of(groups.begin(), groups.end(),
                     [](const Group& group) { return group.lifts; })) {
        doubts.push_back(label_of(MessageId::check_lift_unused, lift.id));
    }
    for (const int car : lift.units) {
        if (!leads_on(site, car, RoutePolicy{})) {
            doubts.push_back(in_each([&](Language language) {
                return say(language, MessageId::check_lift_cut_off, lift.id,
                           called(unit_at(site.plan(), car), language));
            }));
        }
    }
}

bool lies_on(const Plan& plan, const Opening& opening, int level) {
    return std::any_of(opening.units.begin(), opening.units.end(), [&](int unit) {
        return unit != outside && unit_at(plan, unit).level == level;
    });
}

void look_at_post(const Site& site, const Group& group, std::vector<Label>& doubts) {
    const Plan& plan = site.plan();
    const Duty& duty = *group.duty;
    const Visit& post = group.visits.back();
    const auto doubt = [&](MessageId id, const auto&... more) {
        doubts.push_back(in_each([&](Language language) {
            return say(language, id, name_or_id(group, language),
                       called(unit_at(plan, post.unit), language), more(language)...);
        }));
    };
    if (duty.kind == Duty::Kind::hold) {
        const Opening& held = plan.openings[static_cast<std::size_t>(duty.opening)];
        if (held.units[0] != post.unit && held.units[1] != post.unit) {
            doubt(MessageId::check_post_elsewhere,
                  [&](Language language) { return called(held, language); });
        }
        for (const int level : duty.until_clear) {
            if (lies_on(plan, held, level)) {
                doubt(
                    MessageId::check_post_circle,
                    [&](Language language) { return called(held, language); },
                    [&](Language language) {
                        return called(plan.levels[static_cast<std::size_t>(level)], language);
                    });
            }
        }
    } else {
        RoutePolicy told;
        told.exits = duty.exits;
        told.stairs = duty.stairs;
        if (!leads_on(site, post.unit, told)) {
            doubt(MessageId::check_post_no_way);
        }
    }
    if (post.stay <= 0.0 && duty.until_clear.empty()) {
        doubt(MessageId::check_post_over);
    }
}

void look_at_fire(const Site& site, const Fire& fire, std::vector<Label>& doubts) {
    const Unit& unit = unit_at(site.plan(), fire.unit);
    const auto doubt = [&](MessageId id) {
        doubts.push_back(in_each([&](Language language) {
            return say(language, id, called(unit, language), clock_text(fire.start),
                       clock_text(site.scenario.time_limit));
        }));
    };
    if (unit.kind == UnitKind::outdoors) {
        doubt(MessageId::check_fire_outdoors);
    }
    if (fire.start >= site.scenario.time_limit) {
        doubt(MessageId::check_fire_late);
    }
}

}  // namespace

DrillParts look_at_drill(const Site& site) {
    const Scenario& scenario = site.scenario;
    DrillParts parts;
    for (const Lift& lift : scenario.lifts) {
        ++parts.lifts;
        look_at_lift(site, lift, parts.doubts);
    }
    int before = -1;
    for (const Group& group : scenario.groups) {
        const bool another_part = group.number == before;  // of the same group, on another level
        before = group.number;
        if (group.lifts && scenario.lifts.empty() && !another_part) {
            parts.doubts.push_back(in_each([&](Language language) {
                return say(language, MessageId::check_no_lift, name_or_id(group, language));
            }));
        }
        if (group.duty && !group.visits.empty() && !another_part) {
            ++parts.posts;
            look_at_post(site, group, parts.doubts);
        }
    }
    for (const Fire& fire : scenario.hazards.fires) {
        ++parts.fires;
        look_at_fire(site, fire, parts.doubts);
    }
    return parts;
}

Label drill_line(const DrillParts& parts) {
    return label_of(MessageId::check_drill, parts.lifts, parts.posts, parts.fires);
}

nlohmann::ordered_json drill_json(const DrillParts& parts) {
    nlohmann::ordered_json json{
        {"lifts", parts.lifts}, {"posts", parts.posts}, {"fires", parts.fires}};
    json["doubts"] = nlohmann::ordered_json::array();
    for (const Label& doubt : parts.doubts) {
        json["doubts"].push_back(doubt.by_language);
    }
    return json;
}

}  // namespace evac
