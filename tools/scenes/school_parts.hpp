#pragma once

#include "sim/plan/plan.hpp"

#include <string>
#include <vector>

// What the building, the grounds and the drills of the school have to agree on.

namespace evac::drawing {

inline constexpr int storeys = 5;     // GB 50099-2011 4.3.2: secondary classrooms up to storey 5
inline constexpr int middle_bay = 3;  // entrance hall on the ground, a special room above
inline constexpr double building_length = 63.0;  // seven bays of 9 m [m]
inline constexpr double north_wall = 10.8;       // y of the north front [m]
inline constexpr double south_wall = -8.4;       // y of the south front [m]

/// One class: 初一（1）班 is class 1-1. Its classroom is the unit "class-1-1", its place on the
/// field the assembly area "box-1-1".
struct SchoolClass {
    int grade = 1;
    int number = 1;
    int storey = 0;  ///< from 0
    int bay = 0;     ///< from the west
    int pupils = 50;

    std::string key() const;
    Label name() const;
};

/// Six classes on each storey, the youngest at the bottom.
std::vector<SchoolClass> all_classes();

/// 初一 for grade 1.
std::string chinese_grade(int grade);

/// "L1" for storey 0, and 一层.
std::string level_id(int storey);
std::string chinese_storey(int storey);

/// The ground outside the doors of the building.
struct Grounds {
    int west = 0;
    int forecourt = 0;
    int east = 0;
};

/// Ways, forecourt and field with the boxes of the classes.
Grounds add_grounds(Plan& plan, int level);

}  // namespace evac::drawing
