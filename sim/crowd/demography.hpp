#pragma once

#include "sim/crowd/distribution.hpp"

namespace evac {

enum class Sex { woman, man };

/// Who somebody is, as far as it tells how fast he or she walks.
struct Demography {
    Sex sex = Sex::woman;
    double age = 0.0;         ///< [years]
    double free_speed = 0.0;  ///< on level floor [m/s]
};

/// The default population of RiMEA 4: as many women as men, ages normal about 50 with deviation
/// 20, from 10 to 85.
struct Population {
    double men = 0.5;  ///< share
    Distribution age{Distribution::Shape::normal, 50.0, 20.0, 10.0, 85.0};
    double men_faster = 0.109;  ///< speed of men over that of women of the same age, less 1
};

/// Mean speed of both sexes at this age on level floor [m/s]: Weidmann's curve (1993), read off the
/// figure at every ten years and straight between; held beyond 5 and 85 years.
double speed_at_age(double age);

/// The same for one sex; women and men in the shares of `population` have the mean of both.
double speed_at_age(double age, Sex sex, const Population& population = {});

/// One person. Uses draws `first` to `first + draws_per_sample` of `draw`: sex, then age.
Demography sample(const Population& population, const Draw& draw, std::uint32_t first);

}  // namespace evac
