#include "render/film/scene.hpp"

#include "render/drawing/level_layers.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/wrap.hpp"
#include "render/film/graph_overlay.hpp"
#include "render/picture/text.hpp"

#include <algorithm>
#include <utility>

namespace evac::render {

namespace {

LevelSubject subject_at(const SceneOrder& order, int level) {
    const ReplayInfo& info = order.tape->info();
    LevelSubject subject{
        info.plan, level, info.scenario_name, order.state.fixtures, order.options.language, {}};
    for (std::size_t o = 0; o < order.state.doors.size(); ++o) {
        if (order.state.doors[o] != BuildingState::Door::open) {
            subject.closures.push_back(
                {static_cast<int>(o), order.state.doors[o] == BuildingState::Door::locked});
        }
    }
    return subject;
}

/// What the plan locks and an event has opened is open.
LevelParts parts_at(const SceneOrder& order, const LevelSubject& subject) {
    LevelParts parts = level_parts(subject);
    std::erase_if(parts.closures, [&](const Closure& closure) {
        return order.state.doors[static_cast<std::size_t>(closure.opening)] ==
               BuildingState::Door::open;
    });
    return parts;
}

std::vector<PlaceMark> pins_on(const SceneOrder& order, int level, std::vector<int>& indices) {
    std::vector<PlaceMark> marks;
    if (!order.options.pins) {
        return marks;
    }
    // They are sorted by weight; more pins than these would hide the plan.
    constexpr std::size_t most = 15;
    for (std::size_t i = 0; i < std::min(most, order.findings->size()); ++i) {
        const Finding& finding = (*order.findings)[i];
        if (finding.level == level && finding.place) {
            marks.push_back({*finding.place, finding.severity, std::to_string(i + 1), true, ""});
            indices.push_back(static_cast<int>(i));
        }
    }
    return marks;
}

/// Smoke in the units of this level, as grey as it is thick.
Drawing smoke_on(const SceneOrder& order, int level) {
    Drawing drawing;
    const Plan& plan = order.tape->info().plan;
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const BuildingState::Smoke smoke = order.state.smoke[u];
        if (plan.units[u].level == level && smoke != BuildingState::Smoke::none) {
            drawing.add(
                smoke_area(rings_of(plan.units[u].polygon), smoke == BuildingState::Smoke::thick));
        }
    }
    return drawing;
}

/// The stairs that rise from this level, drawn from storey to storey.
Drawing rising_stairs(const SceneOrder& order, int level) {
    Drawing drawing;
    if (order.stage.layout != Layout::stack) {
        return drawing;
    }
    const Plan& plan = order.tape->info().plan;
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const auto& climb = order.setting->climbs[u];
        if (!climb || climb->lower != level) {
            continue;
        }
        Ring ring;
        for (const Vec2& p : plan.units[u].polygon.outer) {
            if (const auto seen =
                    on_stage(order.stage, *order.setting, plan, static_cast<int>(u), p)) {
                ring.push_back(*seen);
            }
        }
        drawing.add(Area{{ring},
                         with_alpha(theme::flight, 0.72),
                         {},
                         Pen{with_alpha(theme::soft_ink, 0.7), 0.0, 1.6, {}, true}});
    }
    return drawing;
}

/// Signs keep within the floor's own room or, in a stack, within the stage; they may reach a margin
/// further to the sides than they are told, which is taken off here.
Box sign_room(const Stage& stage, const StageFloor& place) {
    const Box& room = stage.layout == Layout::sides ? place.room : stage.room;
    const Vec2 reach(theme::margin - 16.0, 0.0);
    const Box inside{room.low.cwiseMax(stage.room.low) + reach,
                     room.high.cwiseMin(stage.room.high) - reach};
    return inside;
}

/// Names stand on floors full of things, under people who walk over them.
Drawing readable(Drawing names) {
    for (Shape& shape : names.shapes) {
        if (Text* const text = std::get_if<Text>(&shape)) {
            text->style.halo = with_alpha(theme::paper, 0.8);
            text->style.colour = mix(text->style.colour, theme::soft_ink, 0.6);
        }
    }
    return names;
}

Drawing level_title(const SceneOrder& order, const StageFloor& place) {
    Drawing drawing;
    const TextStyle style{24.0, theme::ink, true, theme::paper};
    Vec2 at = place.title_at;
    double width = place.room.high.x() - at.x();
    if (order.stage.layout == Layout::stack) {
        // In a column at the left, whatever each floor looks like.
        constexpr double side = 28.0;
        at.x() = order.stage.room.low.x() + side;
        width = std::max(340.0, place.title_at.x() - 60.0 - at.x());
    }
    const std::string words =
        level_line(order.tape->info().plan, place.named, order.options.language);
    drawing.add(Text{at, cut_to_width(words, style, width, text_width), style, Align::left, false});
    return drawing;
}

/// The way of the person followed, as far as it lies on this level.
Drawing route_on(const Trajectory& route, int level) {
    Drawing drawing;
    for (const Trajectory::Leg& leg : route.legs) {
        if (leg.level == level && leg.points.size() > 1) {
            drawing.add(
                Line{leg.points, Pen{with_alpha(theme::paper, 0.9), 0.0, 9.0, {}, true}, false});
            drawing.add(Line{leg.points, Pen{pointer_colour, 0.0, 4.0, {12.0, 7.0}, true}, false});
        }
    }
    return drawing;
}

}  // namespace

bool SceneOrder::same_but_camera(const SceneOrder& other) const {
    return tape == other.tape && state == other.state && findings == other.findings &&
           cut == other.cut && route == other.route && options == other.options &&
           width == other.width && height == other.height && stage.layout == other.stage.layout &&
           stage.room.low == other.stage.room.low && stage.room.high == other.stage.room.high;
}

Colour ground_colour(bool dark) {
    return dark ? at_night(theme::paper) : theme::paper;
}

std::shared_ptr<const Scene> paint_scene(const SceneOrder& order) {
    auto scene = std::make_shared<Scene>();
    scene->order = order;
    scene->ground = Image(order.width, order.height, pixel_of(ground_colour(order.options.dark)));
    scene->top = Image(order.width, order.height);
    const Plan& plan = order.tape->info().plan;
    const auto lit = [&](Drawing drawing) {
        return order.options.dark ? at_night(std::move(drawing)) : drawing;
    };
    const View page{1.0, Vec2::Zero(), false};
    const Box& clip = order.stage.room;
    Sheet ground{0.0, 0.0, {}};
    Sheet top{0.0, 0.0, {}};
    std::size_t first = 0;  // of the panes of the floor
    for (const StageFloor& place : order.stage.floors) {
        const bool seen = place.room.low.x() < clip.high.x() &&
                          clip.low.x() < place.room.high.x() &&
                          place.room.low.y() < clip.high.y() && clip.low.y() < place.room.high.y();
        if (!seen) {
            continue;
        }
        std::vector<Box> taken;
        std::vector<char> signed_already(plan.openings.size(), 0);
        Sheet names{0.0, 0.0, {}};
        // From the storey to the open air around it: its signs come first.
        for (std::size_t i = place.levels.size(); i-- > 0;) {
            const int level = place.levels[i];
            const LevelSubject subject = subject_at(order, level);
            LevelParts parts = parts_at(order, subject);
            if (place.levels.size() > 1) {
                parts.buildings.clear();  // they are drawn themselves
            }
            LevelParts shown = parts;
            std::erase_if(shown.openings, [&](int o) {
                return std::exchange(signed_already[static_cast<std::size_t>(o)], 1) != 0;
            });
            std::erase_if(shown.closures, [&](const Closure& closure) {
                return std::find(shown.openings.begin(), shown.openings.end(), closure.opening) ==
                       shown.openings.end();
            });
            std::vector<int> pinned;
            const std::vector<int> nobody(plan.units.size(), 0);  // no areas below the names
            LevelLayers layers =
                level_layers(subject, shown, place.view, sign_room(order.stage, place),
                             {nobody, pins_on(order, level, pinned), true, taken}, text_width);
            taken = layers.taken;
            ground.panes.insert(ground.panes.begin() + static_cast<std::ptrdiff_t>(first),
                                {lit(std::move(layers.ground)), place.view, clip});
            ground.panes.insert(ground.panes.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                {smoke_on(order, level), place.view, clip});
            if (order.options.names) {
                names.panes.push_back({lit(readable(std::move(layers.names))), page, clip});
            }
            names.panes.push_back({lit(rising_stairs(order, level)), page, clip});
            if (order.options.graph) {
                top.panes.push_back({lit(graph_overlay(plan, parts, order.cut.get(), order.state,
                                                       place.view.scale)),
                                     place.view, clip});
            }
            if (order.route) {
                top.panes.push_back({lit(route_on(*order.route, level)), place.view, clip});
            }
            top.panes.push_back({lit(std::move(layers.signs)), place.view, clip});
            top.panes.push_back({std::move(layers.pins), place.view, clip});
            for (std::size_t k = 0; k < pinned.size(); ++k) {
                scene->pins.push_back({pinned[k], layers.pin_middles[k]});
            }
            for (const ExitNumber& number : layers.exit_numbers) {
                scene->counters.push_back({number.opening, number.middle});
            }
        }
        for (Pane& pane : names.panes) {
            ground.panes.push_back(std::move(pane));
        }
        ground.panes.push_back({lit(level_title(order, place)), page, clip});
        first = ground.panes.size();
    }
    paint(scene->ground, ground, order.options.type_scale);
    paint(scene->top, top, order.options.type_scale);
    return scene;
}

}  // namespace evac::render
