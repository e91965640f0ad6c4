#include "sim/crowd/people.hpp"

#include <utility>

namespace evac {

namespace {

using Shape = Distribution::Shape;

Distribution between(double low, double high) {
    return {Shape::uniform, low, high, low, high};
}

Distribution bell(double mean, double deviation, double low, double high) {
    return {Shape::normal, mean, deviation, low, high};
}

Distribution lognormal(double median, double deviation, double high) {
    return {Shape::lognormal, median, deviation, 0.0, high};
}

Profile profile(std::string id, std::string en, std::string zh) {
    Profile made;
    made.id = std::move(id);
    made.name.by_language = {{"en", std::move(en)}, {"zh", std::move(zh)}};
    return made;
}

// The defaults of `Profile` are those of an adult. Free speed: Weidmann 1993, 1.34 +- 0.26 m/s.
// Body: half the breadth of the shoulders, 0.20 to 0.27 m. Stairs: Fruin 1971, 0.76 m/s down, and
// Weidmann 1993, 0.61 m/s up, over 1.34 m/s.

Profile adult() {
    Profile made = profile("adult", "adult", "成人");
    // The test population of RiMEA 4.1.1 (test 5) and IMO MSC.1/Circ.1533: 10 to 100 s.
    made.pre_movement = between(10.0, 100.0);
    return made;
}

// A class reacts to its teacher. Medians of 15 to 25 s are our own assumption for announced drills
// (Lovreglio et al. 2019 give none for schools that we could check); 0.5 as for trained groups.
Distribution school_reaction() {
    return lognormal(20.0, 0.5, 120.0);
}

Profile primary_pupil() {
    Profile made = profile("pupil-primary", "primary pupil (6 to 11 years)", "小学生（6至11岁）");
    // Ono et al. 2024, 6 to 10 years: 1.02 m/s on landings, variation just above 20 %, 0.85 m/s on
    // flights down. Up: no source; slower than down in the ratio of adults, 0.61 / 0.76.
    made.free_speed = bell(1.02, 0.22, 0.5, 1.8);
    made.stairs_down = 0.83;
    made.stairs_up = 0.67;
    // FDS+Evac's child has 0.82 of its adult's radius (0.21 m against 0.255 m); so has ours.
    made.body_radius = bell(0.19, 0.010, 0.16, 0.22);
    made.pre_movement = school_reaction();
    return made;
}

Profile secondary_pupil() {
    Profile made =
        profile("pupil-secondary", "secondary pupil (12 to 18 years)", "中学生（12至18岁）");
    // Speeds of adults: Hashempour et al. 2024 find the stair speeds of 295 pupils comparable to
    // the literature. The body is half way between child and adult.
    made.body_radius = bell(0.21, 0.011, 0.18, 0.24);
    made.pre_movement = school_reaction();
    return made;
}

Profile any_pupil() {
    // A school without ages: speeds and bodies half way between the two above.
    Profile made = profile("pupil", "pupil", "学生");
    made.free_speed = bell(1.18, 0.24, 0.55, 1.95);
    made.body_radius = bell(0.20, 0.011, 0.17, 0.23);
    made.stairs_down = 0.70;
    made.stairs_up = 0.56;
    made.pre_movement = school_reaction();
    return made;
}

Profile teacher() {
    Profile made = profile("teacher", "teacher", "教师");
    made.pre_movement = school_reaction();
    return made;
}

Profile worker() {
    Profile made = profile("worker", "worker", "员工");
    // IMO MSC.1/Circ.1533, men of 30 to 50: flat 0.97 to 1.62, down 0.64 to 1.07, up 0.47 to 0.79.
    made.free_speed = between(0.97, 1.62);
    made.stairs_down = 0.66;
    made.stairs_up = 0.49;
    // Trained staff in an announced drill, median 30 to 40 s: our own assumption. Unannounced it is
    // that of a visitor.
    made.pre_movement = lognormal(35.0, 0.5, 180.0);
    return made;
}

Profile visitor() {
    Profile made = profile("visitor", "visitor", "访客");
    // FDS+Evac, adult: 1.25 +- 0.30 m/s, uniform.
    made.free_speed = between(0.95, 1.55);
    // Lovreglio et al. 2019, offices: lognormal(4.586, 0.967), a median of 98 s; cut off at 10 min.
    made.pre_movement = lognormal(98.0, 0.967, 600.0);
    return made;
}

Profile elderly() {
    Profile made = profile("elderly", "elderly person", "老年人");
    // FDS+Evac, elderly: 0.80 +- 0.30 m/s, uniform. Stairs: RiMEA, above 50 years: down 0.55 and up
    // 0.42 m/s over the 1.045 m/s in the middle of its range on the flat.
    made.free_speed = between(0.50, 1.10);
    made.stairs_down = 0.53;
    made.stairs_up = 0.40;
    made.pre_movement = lognormal(98.0, 0.967, 600.0);  // as visitors
    return made;
}

}  // namespace

std::vector<Profile> built_in_profiles() {
    return {adult(),   any_pupil(), primary_pupil(), secondary_pupil(),
            teacher(), worker(),    visitor(),       elderly()};
}

}  // namespace evac
