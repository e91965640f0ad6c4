#pragma once

#include "sim/crowd/distribution.hpp"
#include "sim/geometry/vec.hpp"
#include "sim/plan/plan.hpp"

#include <string>
#include <vector>

namespace evac {

/// What somebody knows of the ways out of a building.
enum class Familiarity {
    building,  ///< all of them: pupils, staff
    way_in     ///< the way they came in, and what signs and other people tell
};

/// A kind of person.
struct Profile {
    std::string id;
    Label name;
    Distribution free_speed{Distribution::Shape::normal, 1.34, 0.26, 0.6, 2.1};  ///< Weidmann [m/s]
    Distribution body_radius{Distribution::Shape::normal, 0.23, 0.012, 0.2,
                             0.27};  ///< half the
                                     ///< shoulders [m]
    Distribution pre_movement{};     ///< from the release to the first step [s]
    double stairs_down = 0.57;  ///< horizontal speed on flights over free speed; Fruin's 0.76 m/s
    double stairs_up = 0.45;    ///< Weidmann's 0.61 m/s over 1.34 m/s
    bool by_age = false;        ///< draw age and sex (demography.hpp); the speed follows from them
    Familiarity knows = Familiarity::building;
    int carriers = 0;         ///< helpers of the same group needed on every flight; 0: walks alone
    double dose_limit = 1.0;  ///< fractional effective dose that incapacitates
    bool enters_smoke = false;  ///< thick smoke turns nobody of this kind back; heat does
};

/// The profiles that every drill knows, listed with their sources in PROFILES.md. A drill may
/// override them.
std::vector<Profile> built_in_profiles();

/// How fast somebody of this profile is carried over flights: the speed of those who carry,
/// whatever the own one [m/s].
double carried_speed(const Profile& profile, bool up);

/// What is known of one person before the first step and never changes. The index in the vector
/// of people is the permanent id.
struct Person {
    int profile = 0;
    int group = 0;
    int unit = 0;  ///< where the person stands at the start
    Vec2 position = Vec2::Zero();
    double free_speed = 0.0;    ///< [m/s]
    double body_radius = 0.0;   ///< [m]
    double pre_movement = 0.0;  ///< from the release of the group to the first step [s]
    double age = 0.0;           ///< [years], 0 where nobody asked
    bool male = false;          ///< with an age only
};

}  // namespace evac
