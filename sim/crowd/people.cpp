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

Profile preschool_child() {
    Profile made = profile("pupil-preschool", "preschool child (3 to 6 years)", "幼儿（3至6岁）");
    // Fang et al. 2019, 84 Chinese children of 5 and 6 years: 0.81 +- 0.40 m/s in the corridor,
    // 0.63 on stairs. Cut off at 1.33 m/s, the fastest of 3 and 4 years that Najmanova and Ronchi
    // (2017) saw walk, and as far below the mean: those who run (1.9 m/s, 2023) are not what one
    // plans with. Up: as for primary pupils.
    made.free_speed = bell(0.81, 0.40, 0.29, 1.33);
    made.stairs_down = 0.78;
    made.stairs_up = 0.63;
    // The primary pupil's in the ratio of heights, 1.10 m at 5 years to 1.30 m at 8 1/2 (WHO growth
    // reference, from memory).
    made.body_radius = bell(0.16, 0.010, 0.14, 0.18);
    // Najmanova and Ronchi 2017: means of 46 s at 3 and 4 years and of 20 s at 5 and 6; 2023: 3 to
    // 59 s. A lognormal of this median and deviation has the mean of 33 s.
    made.pre_movement = lognormal(29.0, 0.5, 120.0);
    return made;
}

// One for all six years: Ono et al. (2024) find no effect of age on how primary pupils walk down.
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
    made.knows = Familiarity::way_in;
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

Profile staff() {
    Profile made = profile("staff", "member of staff with a duty", "引导员（值守人员）");
    // Who has a duty in the drill is told first and goes at once: own assumption, half the time of
    // trained workers.
    made.pre_movement = lognormal(15.0, 0.5, 60.0);
    return made;
}

// Those who walk with an aid. On the flat and on stairs: Boyce, Shields and Silcock 1999, as the
// SFPE Handbook has them (from memory): mean, deviation and range. Stair speeds are along the
// slope; with risers of 0.15 m and treads of 0.28 m the way in plan is 0.88 of it.

Profile wheelchair_user() {
    Profile made = profile("wheelchair", "wheelchair user", "轮椅使用者");
    made.free_speed = bell(0.69, 0.35, 0.13, 1.35);  // manual wheelchair; electric 0.89
    // ISO 7193 (from memory): not broader than 0.70 m. It is 1.20 m long, which a disc cannot show.
    made.body_radius = {Shape::constant, 0.35, 0.0, 0.35, 0.35};
    made.pre_movement = between(10.0, 100.0);  // as adults
    // Lifted by four, as in a carry chair or stretcher. Hunt et al. 2020: means of 0.60 m/s and
    // more down stairs with such devices, 0.53 in plan. Up: own assumption, half of that.
    made.carriers = 4;
    made.stairs_down = 0.77;
    made.stairs_up = 0.38;
    return made;
}

Profile on_crutches() {
    Profile made = profile("crutches", "person on crutches", "拄双拐者");
    made.free_speed = bell(0.94, 0.30, 0.63, 1.35);
    made.stairs_down = 0.21;  // 0.22 m/s along the slope, up and down
    made.stairs_up = 0.21;
    // Crutches stand beside the shoulders: own assumption.
    made.body_radius = bell(0.30, 0.012, 0.27, 0.33);
    made.pre_movement = between(10.0, 100.0);
    return made;
}

Profile with_a_stick() {
    Profile made = profile("walking-stick", "person with a walking stick", "持手杖者");
    made.free_speed = bell(0.81, 0.38, 0.26, 1.60);
    made.stairs_down = 0.35;                           // 0.32 m/s along the slope
    made.stairs_up = 0.38;                             // 0.35 m/s
    made.body_radius = bell(0.25, 0.012, 0.22, 0.28);  // own assumption
    made.pre_movement = between(10.0, 100.0);
    return made;
}

Profile rescuer() {
    Profile made = profile("rescuer", "rescuer with breathing apparatus", "消防救援人员");
    // On the flat and down as adults. Up, a fifth slower for the weight of the gear: own
    // assumption; Clapa et al. (2015) measured firefighters against a stream, but their numbers
    // were not at hand.
    made.stairs_up = 0.36;
    // The lane of 0.60 m that codes count one person with.
    made.body_radius = {Shape::constant, 0.30, 0.0, 0.30, 0.30};
    made.pre_movement = {Shape::constant, 0.0, 0.0, 0.0, 0.0};  // they go when the drill sends them
    made.dose_limit = 10.0;  // they bring their air; the most that a drill file may say
    made.enters_smoke = true;
    return made;
}

Profile rimea_population() {
    Profile made = profile("rimea", "default population of RiMEA", "RiMEA 默认人群");
    made.by_age = true;
    // Fruin's stair speeds by age as RiMEA has them, and the speeds on the flat, both in the mean
    // over this population: 0.62 down and 0.47 up over 1.33 m/s.
    made.stairs_down = 0.46;
    made.stairs_up = 0.35;
    made.pre_movement = between(10.0, 100.0);
    return made;
}

}  // namespace

std::vector<Profile> built_in_profiles() {
    return {adult(),           any_pupil(), primary_pupil(),   secondary_pupil(),
            teacher(),         worker(),    visitor(),         elderly(),
            preschool_child(), staff(),     wheelchair_user(), on_crutches(),
            with_a_stick(),    rescuer(),   rimea_population()};
}

double carried_speed(const Profile& profile, bool up) {
    const Distribution& speed = profile.free_speed;
    const double middle = speed.shape == Shape::uniform ? 0.5 * (speed.low + speed.high) : speed.a;
    return middle * (up ? profile.stairs_up : profile.stairs_down);
}

}  // namespace evac
