#include "sim/crowd/demography.hpp"

#include <algorithm>
#include <array>

namespace evac {

namespace {

struct Point {
    double age = 0.0;    ///< [years]
    double speed = 0.0;  ///< [m/s]
};

// Read off the figure that RiMEA repeats (test 7); the bands that others read off it are 1.60 to
// 1.64 at 20, 1.52 to 1.56 at 30, 1.46 to 1.50 at 40, 1.39 to 1.43 at 50, 1.27 at 60, 1.07 at 70.
constexpr std::array<Point, 10> weidmann{{{5.0, 0.6},
                                          {10.0, 1.2},
                                          {15.0, 1.5},
                                          {20.0, 1.61},
                                          {30.0, 1.54},
                                          {40.0, 1.48},
                                          {50.0, 1.41},
                                          {60.0, 1.27},
                                          {70.0, 1.07},
                                          {80.0, 0.7}}};

}  // namespace

double speed_at_age(double age) {
    // The curve goes on to fall beyond 80 and ends at 85.
    constexpr Point oldest{85.0, 0.55};
    if (age <= weidmann.front().age) {
        return weidmann.front().speed;
    }
    if (age >= oldest.age) {
        return oldest.speed;
    }
    const auto above = std::find_if(weidmann.begin(), weidmann.end(),
                                    [age](const Point& point) { return point.age >= age; });
    const Point& high = above == weidmann.end() ? oldest : *above;
    const Point& low = *(above - 1);
    return low.speed + (high.speed - low.speed) * ((age - low.age) / (high.age - low.age));
}

double speed_at_age(double age, Sex sex, const Population& population) {
    const double women = speed_at_age(age) / (1.0 + population.men * population.men_faster);
    return sex == Sex::man ? women * (1.0 + population.men_faster) : women;
}

Demography sample(const Population& population, const Draw& draw, std::uint32_t first) {
    Demography person;
    person.sex = draw.uniform(first) < population.men ? Sex::man : Sex::woman;
    person.age = sample(population.age, draw, first + 1);
    person.free_speed = speed_at_age(person.age, person.sex, population);
    return person;
}

}  // namespace evac
