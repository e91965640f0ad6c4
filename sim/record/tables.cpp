#include "sim/record/tables.hpp"

#include "sim/record/csv.hpp"
#include "sim/record/summary.hpp"

#include <string>

namespace evac {

namespace {

constexpr int to_centisecond = 2;
constexpr int to_millimetre = 3;
constexpr int fine = 4;  ///< of doses, which end at 1

/// Id of the element with that index, empty for -1.
template <class Element>
std::string id_of(const std::vector<Element>& elements, int index) {
    return index < 0 ? std::string() : elements[static_cast<std::size_t>(index)].id;
}

std::string level_of_unit(const Plan& plan, int unit) {
    return unit < 0 ? std::string()
                    : id_of(plan.levels, plan.units[static_cast<std::size_t>(unit)].level);
}

}  // namespace

void write_people_csv(const std::filesystem::path& file, const Scenario& scenario,
                      const std::vector<Person>& people, const Outcome& outcome) {
    const Plan& plan = scenario.plan;
    CsvFile csv(file,
                "id,group,profile,unit,level,x_m,y_m,free_speed_m_per_s,body_radius_m,"
                "pre_movement_s,start_time_s,exit,exit_time_s,assembled_time_s,walked_m,"
                "waited_s,turned_round,inside_reason,last_unit,last_x_m,last_y_m,"
                "in_smoke_s,fed_gases,fed_heat,incapacitated_s");
    for (std::size_t id = 0; id < people.size(); ++id) {
        const Person& person = people[id];
        const PersonOutcome& fate = outcome.people[id];
        csv.cell(static_cast<std::int64_t>(id))
            .cell(id_of(scenario.groups, person.group))
            .cell(id_of(scenario.profiles, person.profile))
            .cell(id_of(plan.units, person.unit))
            .cell(level_of_unit(plan, person.unit))
            .cell(person.position.x(), to_millimetre)
            .cell(person.position.y(), to_millimetre)
            .cell(person.free_speed, to_millimetre)
            .cell(person.body_radius, to_millimetre)
            .cell(person.pre_movement, to_centisecond)
            .cell(fate.start_time, to_centisecond)
            .cell(id_of(plan.openings, fate.exit_opening))
            .cell(fate.exit_time, to_centisecond)
            .cell(fate.assembled_time, to_centisecond)
            .cell(fate.walked, to_millimetre)
            .cell(fate.waited, to_centisecond)
            .cell(fate.turned_round)
            .cell(fate.inside == InsideReason::none ? std::string_view() : name_of(fate.inside))
            .cell(id_of(plan.units, fate.last_unit))
            .cell(fate.last_position.x(), to_millimetre)
            .cell(fate.last_position.y(), to_millimetre)
            .cell(fate.in_smoke, to_centisecond)
            .cell(fate.dose, fine)
            .cell(fate.heat, fine)
            .cell(fate.incapacitated_time, to_centisecond)
            .end_row();
    }
    csv.finish();
}

void write_openings_csv(const std::filesystem::path& file, const Plan& plan,
                        const Outcome& outcome) {
    CsvFile csv(file,
                "id,name,name_zh,level,from_unit,to_unit,exit,clear_width_m,forward,backward,"
                "first_time_s,last_time_s,peak_flow_per_s,longest_queue,queue_time_s,"
                "lost_person_s");
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const Opening& opening = plan.openings[i];
        const OpeningOutcome& passed = outcome.openings[i];
        csv.cell(opening.id)
            .cell(opening.name.in(Language::en))
            .cell(opening.name.in(Language::zh))
            .cell(level_of_unit(plan, opening.units[0]))
            .cell(id_of(plan.units, opening.units[0]))
            .cell(id_of(plan.units, opening.units[1]))
            .cell(opening.exit ? 1 : 0)
            .cell(opening.clear_width, to_millimetre)
            .cell(passed.forward)
            .cell(passed.backward)
            .cell(passed.first_time, to_centisecond)
            .cell(passed.last_time, to_centisecond)
            .cell(passed.peak_flow, to_millimetre)
            .cell(passed.longest_queue)
            .cell(passed.queue_time, to_centisecond)
            .cell(passed.lost_time, to_centisecond)
            .end_row();
    }
    csv.finish();
}

void write_curve_csv(const std::filesystem::path& file, const Plan& plan, const Outcome& outcome) {
    std::string header = "time_s,inside,out";
    for (const Level& level : plan.levels) {
        header += "," + csv_quoted("inside_" + level.id);
    }
    CsvFile csv(file, header);
    for (const CurvePoint& point : outcome.curve) {
        csv.cell(point.time, to_centisecond).cell(point.inside).cell(outcome.placed - point.inside);
        for (const int inside : point.by_level) {
            csv.cell(inside);
        }
        csv.end_row();
    }
    csv.finish();
}

}  // namespace evac
