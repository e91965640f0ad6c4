#include "tools/scenes/draft.hpp"
#include "tools/scenes/school_parts.hpp"

#include <fmt/format.h>

#include <array>

namespace evac::drawing {

std::string SchoolClass::key() const {
    return fmt::format("{}-{}", grade, number);
}

Label SchoolClass::name() const {
    return both(fmt::format("Class {}-{}", grade, number),
                fmt::format("{}（{}）班", chinese_grade(grade), number));
}

std::vector<SchoolClass> all_classes() {
    std::vector<SchoolClass> classes;
    for (int storey = 0; storey < storeys; ++storey) {
        for (const int place : {0, 1, 2, 4, 5, 6}) {
            const int index = static_cast<int>(classes.size());
            // No two schools fill all classes alike: 48 to 50 pupils.
            const int pupils = index % 10 == 9 ? 48 : index % 5 == 3 ? 49 : 50;
            classes.push_back({index / 10 + 1, index % 10 + 1, storey, place, pupils});
        }
    }
    return classes;
}

std::string chinese_grade(int grade) {
    constexpr std::array<const char*, 3> names{"初一", "初二", "初三"};
    return names[static_cast<std::size_t>(grade - 1)];
}

std::string level_id(int storey) {
    return fmt::format("L{}", storey + 1);
}

std::string chinese_storey(int storey) {
    constexpr std::array<const char*, storeys> names{"一层", "二层", "三层", "四层", "五层"};
    return names[static_cast<std::size_t>(storey)];
}

}  // namespace evac::drawing
