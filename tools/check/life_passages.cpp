#include "tools/check/life_passages.hpp"

#include "sim/findings/naming.hpp"
#include "sim/record/csv.hpp"
#include "tools/cli/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace evac {

namespace {

void add_width(CsvFile& csv, const Plan& plan, const RouteWidth& route) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    const NarrowPlace& place = route.narrowest;
    if (route.passings.empty() || place.unit < 0) {
        csv.cell(0.0, 2).cell("").cell("").cell(nothing, 2).cell(nothing, 2);
        return;
    }
    const Vec2 middle = place.across.middle();
    csv.cell(place.width, 2)
        .cell(place.opening >= 0 ? plan.openings[static_cast<std::size_t>(place.opening)].id
                                 : unit_at(plan, place.unit).id)
        .cell(plan.levels[static_cast<std::size_t>(unit_at(plan, place.unit).level)].id)
        .cell(middle.x(), 2)
        .cell(middle.y(), 2);
}

std::string width_text(const RouteWidth& route) {
    return route.passings.empty() ? "–" : fmt::format("{:.2f}", route.narrowest.width);
}

}  // namespace

void write_life_passages(const std::filesystem::path& file, const Plan& plan,
                         const std::vector<LifePassage>& passages) {
    CsvFile csv(file,
                "unit,level,people,width_m,at,at_level,x,y,"
                "cleared_width_m,cleared_at,cleared_level,cleared_x,cleared_y,"
                "leaves_open_width_m,leaves_open_at,leaves_open_level,leaves_open_x,leaves_open_y");
    for (const LifePassage& passage : passages) {
        const Unit& unit = unit_at(plan, passage.unit);
        csv.cell(unit.id)
            .cell(plan.levels[static_cast<std::size_t>(unit.level)].id)
            .cell(passage.people);
        add_width(csv, plan, passage.standing);
        add_width(csv, plan, passage.bare);
        add_width(csv, plan, passage.leaves_open);
        csv.end_row();
    }
    csv.finish();
}

render::ReportTable life_passage_table(const Plan& plan, std::vector<LifePassage> passages) {
    const auto width = [](const RouteWidth& route) {
        return route.passings.empty() ? 0.0 : route.narrowest.width;
    };
    std::stable_sort(passages.begin(), passages.end(),
                     [&](const LifePassage& a, const LifePassage& b) {
                         return width(a.standing) < width(b.standing);
                     });
    render::ReportTable table;
    table.title = label_of(MessageId::check_passages_title);
    table.header = {
        label_of(MessageId::check_passages_unit),   label_of(MessageId::check_figure_people),
        label_of(MessageId::check_passages_width),  label_of(MessageId::check_passages_cleared),
        label_of(MessageId::check_passages_leaves), label_of(MessageId::check_passages_at)};
    table.numbers = {false, true, true, true, true, false};
    table.note = label_of(MessageId::check_passages_note);
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(shown, passages.size()); ++i) {
        const LifePassage& passage = passages[i];
        const auto at = in_each([&](Language l) {
            return passage.standing.passings.empty()
                       ? std::string("–")
                       : place_name(plan, passage.standing.narrowest, l);
        });
        const std::string people = count_text(passage.people);
        table.rows.push_back(
            {in_each([&](Language l) { return called(unit_at(plan, passage.unit), l); }),
             untranslated(people), untranslated(width_text(passage.standing)),
             untranslated(width_text(passage.bare)), untranslated(width_text(passage.leaves_open)),
             at});
    }
    return table;
}

}  // namespace evac
