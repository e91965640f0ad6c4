#include "sim/drill/phases.hpp"

#include <array>
#include <cmath>

namespace evac {

namespace {

/// The air changes slowly: it is looked at once a second [s].
constexpr double air_step = 1.0;
/// Smoke through which one sees no farther than this is smoke to speak of [m].
constexpr double smoke_sight = 10.0;

/// People who see no farther than this into a space look for another way [m]: Jin (1976) found that
/// those who know a building need 3 to 5 m to go on.
constexpr double turn_back_sight = 3.0;
/// Air too hot to walk into [C], and radiation that hurts within seconds [kW/m2] (SFPE Handbook,
/// chapter 63: saturated air).
constexpr double turn_back_temperature = 60.0;
constexpr double turn_back_radiation = 2.5;

/// Which leaves stand open for the smoke: none that is locked, and all others unless they fall shut
/// behind people.
std::vector<char> open_leaves(const Drill& drill) {
    std::vector<char> open(drill.plan().openings.size(), 0);
    for (std::size_t o = 0; o < open.size(); ++o) {
        open[o] = drill.doors.open[o] && !drill.scenario.hazards.doors_shut ? 1 : 0;
    }
    return open;
}

/// 0: clear, 1: smoke to speak of, 2: so thick that people turn back.
int smoke_grade(const Atmosphere& air) {
    const double sight = visibility(air);
    return sight < turn_back_sight ? 2 : sight <= smoke_sight ? 1 : 0;
}

void change_air(Drill& drill) {
    const double now = drill.time();
    if (drill.smoke) {
        spread(*drill.smoke, open_leaves(drill), now, air_step);
    }
    for (std::size_t unit = 0; unit < drill.air.size(); ++unit) {
        const int index = static_cast<int>(unit);
        const int before = smoke_grade(drill.air[unit]);
        drill.air[unit] = drill.smoke ? atmosphere_in(*drill.smoke, index)
                                      : at(*drill.scenario.hazards.air, index, now);
        if (const int grade = smoke_grade(drill.air[unit]); grade != before) {
            constexpr std::array kinds{Happening::Kind::smoke_gone, Happening::Kind::smoke,
                                       Happening::Kind::thick_smoke};
            drill.outcome.happenings.push_back(
                {kinds[static_cast<std::size_t>(grade)], now, index, -1});
        }
    }
}

/// Brings somebody down where he is: he stays there, in the way of others.
void bring_down(Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    PersonOutcome& outcome = drill.outcome.people[static_cast<std::size_t>(person)];
    outcome.incapacitated_time = drill.time();
    if (outcome.exit_time == never) {
        ++drill.outcome.incapacitated;
    }
    drill.outcome.happenings.push_back(
        {Happening::Kind::incapacitated, drill.time(), drill.crowd.unit[slot], person});
    drill.crowd.mode[slot] = Mode::down;
    stand(drill, slot);
}

void breathe(Drill& drill) {
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        if (drill.crowd.mode[slot] == Mode::down) {
            continue;
        }
        const auto person = static_cast<std::size_t>(drill.crowd.id[slot]);
        const auto unit = static_cast<std::size_t>(drill.crowd.unit[slot]);
        const double radiation =
            drill.smoke ? radiant_flux_in(*drill.smoke, static_cast<int>(unit)) : 0.0;
        Dose& dose = drill.doses[person];
        accumulate(dose, drill.air[unit], air_step, radiation);
        PersonOutcome& outcome = drill.outcome.people[person];
        outcome.dose = dose.toxic;
        outcome.heat = dose.heat;
        if (smoke_grade(drill.air[unit]) > 0 && outcome.exit_time == never) {
            outcome.in_smoke += air_step;
        }
        const double limit = profile_of(drill, drill.crowd.id[slot]).dose_limit;
        if (incapacitated(dose, {limit, limit})) {
            bring_down(drill, slot);
        }
    }
}

}  // namespace

double seen_through_smoke(const Drill& drill, int unit) {
    return drill.air.empty() ? never
                             : visibility(drill.air[static_cast<std::size_t>(unit)], lit_sign);
}

double slowed_by_smoke(const Drill& drill, int unit, double speed) {
    return drill.air.empty() ? speed
                             : speed_in_smoke(drill.scenario.hazards.law, speed,
                                              drill.air[static_cast<std::size_t>(unit)].extinction);
}

bool drives_people_out(const Drill& drill, int unit) {
    return !drill.air.empty() && (smoke_grade(drill.air[static_cast<std::size_t>(unit)]) > 0 ||
                                  turns_people_back(drill, unit));
}

bool turns_people_back(const Drill& drill, int unit) {
    return visibility(drill.air[static_cast<std::size_t>(unit)]) < turn_back_sight ||
           heat_turns_people_back(drill, unit);
}

bool heat_turns_people_back(const Drill& drill, int unit) {
    return drill.air[static_cast<std::size_t>(unit)].temperature > turn_back_temperature ||
           (drill.smoke && radiant_flux_in(*drill.smoke, unit) > turn_back_radiation);
}

void suffer(Drill& drill) {
    const auto per_second =
        static_cast<std::int64_t>(std::floor(air_step / drill.scenario.step + 0.5));
    if (drill.air.empty() || drill.steps % per_second != 0) {
        return;
    }
    if (drill.steps > 0) {
        breathe(drill);
    }
    change_air(drill);
}

}  // namespace evac
