#include "sim/plan/plan.hpp"

namespace evac {

namespace {

template <class Element>
int find_by_id(const std::vector<Element>& elements, const std::string& id) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].id == id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

}  // namespace

Segment Opening::clear_line() const {
    const double length = line.length();
    if (length <= clear_width) {
        return line;
    }
    const Vec2 half = (line.b - line.a) * (0.5 * clear_width / length);
    return {line.middle() - half, line.middle() + half};
}

int beyond(const Opening& opening, int unit) {
    return opening.units[0] == unit ? opening.units[1] : opening.units[0];
}

std::vector<std::vector<int>> openings_by_unit(const Plan& plan) {
    std::vector<std::vector<int>> by_unit(plan.units.size());
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        for (const int unit : plan.openings[i].units) {
            if (unit != outside) {
                by_unit[static_cast<std::size_t>(unit)].push_back(static_cast<int>(i));
            }
        }
    }
    return by_unit;
}

int find_level(const Plan& plan, const std::string& id) {
    return find_by_id(plan.levels, id);
}

int find_unit(const Plan& plan, const std::string& id) {
    return find_by_id(plan.units, id);
}

int find_opening(const Plan& plan, const std::string& id) {
    return find_by_id(plan.openings, id);
}

int find_fixture(const Plan& plan, const std::string& id) {
    return find_by_id(plan.fixtures, id);
}

int find_assembly_area(const Plan& plan, const std::string& id) {
    return find_by_id(plan.assembly_areas, id);
}

}  // namespace evac
