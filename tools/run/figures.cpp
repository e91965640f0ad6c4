#include "tools/run/figures.hpp"

#include "sim/findings/naming.hpp"
#include "sim/record/summary.hpp"
#include "tools/cli/format.hpp"

#include <fmt/format.h>

namespace evac {

namespace {

std::string people_or_nobody(int count, Language language) {
    return count == 0 ? say(language, MessageId::nobody) : people_text(count, language);
}

/// "Fire in Store (store) from 0:00, Lab (lab) from 2:00".
std::string what_burns(const Scenario& scenario, Language language) {
    if (scenario.hazards.fires.empty()) {
        return say(language, MessageId::run_air);
    }
    std::string fires;
    for (const Fire& fire : scenario.hazards.fires) {
        fires += fires.empty() ? "" : language == Language::zh ? "、" : ", ";
        fires += say(language, MessageId::run_fire_from,
                     called(unit_at(scenario.plan, fire.unit), language), clock_text(fire.start));
    }
    return say(language, MessageId::run_fires, fires);
}

}  // namespace

std::vector<RunFigure> run_figures(const Outcome& outcome) {
    const int inside = outcome.placed - outcome.out - outcome.incapacitated;
    std::vector<RunFigure> figures{{MessageId::table_people, count_text(outcome.placed)},
                                   {MessageId::table_out, count_text(outcome.out)},
                                   {MessageId::table_inside, count_text(inside), inside > 0},
                                   {MessageId::table_first_out, clock_text(first_out(outcome))},
                                   {MessageId::table_last_out, clock_text(clearing_time(outcome))}};
    if (outcome.incapacitated > 0) {
        figures.push_back(
            {MessageId::reason_incapacitated, count_text(outcome.incapacitated), true});
    }
    return figures;
}

std::optional<Label> hazard_line(const Scenario& scenario, const Outcome& outcome) {
    if (!scenario.hazards.any()) {
        return std::nullopt;
    }
    const SmokeToll toll = smoke_toll(outcome);
    return in_each([&](Language language) {
        return say(language, MessageId::run_toll, what_burns(scenario, language),
                   people_or_nobody(toll.in_smoke, language),
                   fmt::format("{:.2f}", toll.worst_dose), fmt::format("{:.2f}", toll.worst_heat),
                   people_or_nobody(outcome.incapacitated, language));
    });
}

}  // namespace evac
