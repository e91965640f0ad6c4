#include "render/drawing/level_picture.hpp"

#include "render/drawing/level_layers.hpp"
#include "render/drawing/level_legend.hpp"
#include "render/drawing/page.hpp"

#include <utility>

namespace evac::render {

Sheet level_sheet(const LevelSubject& subject, const std::vector<int>& people_in_unit,
                  const MeasureText& measure, const std::vector<PlaceMark>& marks) {
    const Plan& plan = subject.plan;
    const LevelParts parts = level_parts(subject);
    const Box extent = level_extent(plan, parts);
    const PageFit fit = fit_page(extent);
    PlanPage page = plan_page(
        plan, extent,
        {subject.title.in(subject.language), level_line(plan, subject.level, subject.language)},
        legend_block(level_legend(subject, parts), footer_width(fit), measure), measure);
    LevelLayers layers = level_layers(subject, parts, page.view, page.plan_box,
                                      {people_in_unit, marks, false, {}}, measure);
    page.sheet.panes.push_back({std::move(layers.ground), page.view, page.plan_box});
    page.sheet.panes.push_back({std::move(layers.signs), page.view, {}});
    page.sheet.panes.push_back({std::move(layers.names), View{1.0, Vec2::Zero(), false}, {}});
    page.sheet.panes.push_back({std::move(layers.pins), page.view, {}});
    return page.sheet;
}

}  // namespace evac::render
