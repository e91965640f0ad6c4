#include "render/film/stage.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

// Room that a plan leaves around itself on the page for exit signs and their numbers [px].
constexpr double margin_x = 112.0;
constexpr double margin_y = 52.0;
constexpr double title_room = 38.0;      // above each level [px]
constexpr double largest_scale = 110.0;  // a single room is not blown up further [px/m]

constexpr double title_column = 180.0;  // left of a stack [px]

// The stack is seen from the south-west and from above.
const Vec2 stack_turn(0.97029572627599647, 0.24192189559966773);  // 14 degrees
constexpr double stack_squash = 0.48;
/// Storeys stand so far above one another, as a share of their depth on the page: apart enough
/// that nobody disappears behind the floor above.
constexpr double stack_pitch = 0.94;

struct Row {
    std::vector<std::size_t> items;
    double width = 0.0;   // [px]
    double height = 0.0;  // [px]
};

/// The levels in rows at this scale, the highest first; empty if they do not fit.
std::vector<Row> rows_at(double scale, const std::vector<Vec2>& sizes, const Vec2& room) {
    std::vector<Row> rows;
    double height = 0.0;
    for (std::size_t i = sizes.size(); i-- > 0;) {
        const double w = scale * sizes[i].x() + 2.0 * margin_x;
        const double h = scale * sizes[i].y() + 2.0 * margin_y + title_room;
        if (w > room.x()) {
            return {};
        }
        if (rows.empty() || rows.back().width + w > room.x()) {
            rows.emplace_back();
        }
        Row& row = rows.back();
        row.items.push_back(i);
        row.width += w;
        row.height = std::max(row.height, h);
    }
    for (const Row& row : rows) {
        height += row.height;
    }
    return height <= room.y() ? rows : std::vector<Row>();
}

/// The largest scale that fits, found by halving.
template <class Fits>
double largest(const Fits& fits) {
    double low = 1e-3;
    double high = largest_scale;
    if (fits(high)) {
        return high;
    }
    for (int i = 0; i < 40; ++i) {
        const double middle = std::sqrt(low * high);
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

Stage in_rows(const Setting& setting, const Box& room) {
    Stage stage{Layout::sides, room, {}};
    std::vector<Vec2> sizes;
    for (const Floor& floor : setting.floors) {
        sizes.push_back(floor.extent.size());
    }
    const Vec2 space = room.size();
    const double scale = largest([&](double s) { return !rows_at(s, sizes, space).empty(); });
    std::vector<Row> rows = rows_at(scale, sizes, space);
    double height = 0.0;
    for (const Row& row : rows) {
        height += row.height;
    }
    const double spare = std::max(0.0, space.y() - height) / (static_cast<double>(rows.size()) + 1);
    double top = room.low.y() + spare;
    for (const Row& row : rows) {
        double left = room.low.x() + 0.5 * (space.x() - row.width);
        for (const std::size_t i : row.items) {
            const Box& extent = setting.floors[i].extent;
            const double width = scale * sizes[i].x() + 2.0 * margin_x;
            StageFloor place;
            place.levels = setting.floors[i].levels;
            place.named = setting.floors[i].named;
            place.room = {Vec2(left, top), Vec2(left + width, top + row.height)};
            place.view.scale = scale;
            place.view.origin = Vec2(left + margin_x - scale * extent.low.x(),
                                     top + title_room + margin_y + scale * extent.high.y());
            place.title_at = Vec2(left + margin_x, top + 0.5 * title_room + 8.0);
            stage.floors.push_back(place);
            left += width;
        }
        top += row.height + spare;
    }
    return stage;
}

bool is_on(const StageFloor& floor, int level) {
    return std::find(floor.levels.begin(), floor.levels.end(), level) != floor.levels.end();
}

Box projected(const View& view, const Box& extent) {
    Box box{Vec2(1e30, 1e30), Vec2(-1e30, -1e30)};
    for (const Vec2& corner : {extent.low, extent.high, Vec2(extent.low.x(), extent.high.y()),
                               Vec2(extent.high.x(), extent.low.y())}) {
        const Vec2 p = view.to_page(corner);
        box.low = box.low.cwiseMin(p);
        box.high = box.high.cwiseMax(p);
    }
    return box;
}

/// One above the other at scale 1, the lowest at the origin.
std::vector<View> stacked(const Setting& setting) {
    std::vector<View> views;
    double rise = 0.0;
    for (std::size_t i = 0; i < setting.floors.size(); ++i) {
        View view;
        view.turn = stack_turn;
        view.squash = stack_squash;
        const auto size = [&](std::size_t k) { return projected(view, setting.floors[k].extent); };
        if (i > 0) {
            // Clear of the one below: what counts is where the outlines meet, which for plans of
            // the same shape is their depth.
            const double depth = 0.5 * (size(i).size().y() + size(i - 1).size().y());
            rise += stack_pitch * std::min(depth, 1.2 * size(i).size().y());
        }
        view.origin = Vec2(0.0, -rise);
        views.push_back(view);
    }
    return views;
}

Stage in_stack(const Setting& setting, const Box& room) {
    Stage stage{Layout::stack, room, {}};
    const std::vector<View> views = stacked(setting);
    Box all{Vec2(1e30, 1e30), Vec2(-1e30, -1e30)};
    for (std::size_t i = 0; i < views.size(); ++i) {
        const Box box = projected(views[i], setting.floors[i].extent);
        all.low = all.low.cwiseMin(box.low);
        all.high = all.high.cwiseMax(box.high);
    }
    const Vec2 space = (room.size() - Vec2(2.0 * margin_x + title_column, 2.0 * margin_y))
                           .cwiseMax(Vec2(10.0, 10.0));
    const Vec2 size = all.size().cwiseMax(Vec2(0.1, 0.1));
    const double scale = std::min({largest_scale, space.x() / size.x(), space.y() / size.y()});
    const Vec2 middle = 0.5 * (room.low + room.high) + Vec2(0.5 * title_column, 0.0);
    const Vec2 shift = middle - scale * 0.5 * (all.low + all.high);
    for (std::size_t i = 0; i < views.size(); ++i) {
        StageFloor place;
        place.levels = setting.floors[i].levels;
        place.named = setting.floors[i].named;
        place.view = views[i];
        place.view.scale = scale;
        place.view.origin = scale * views[i].origin + shift;
        const Box box = projected(place.view, setting.floors[i].extent);
        place.room = {box.low - Vec2(margin_x, margin_y), box.high + Vec2(margin_x, margin_y)};
        place.title_at = Vec2(box.low.x(), box.low.y() + 0.25 * box.size().y());
        stage.floors.push_back(place);
    }
    return stage;
}

}  // namespace

Stage lay_out(const Setting& setting, Layout layout, const Box& room) {
    return layout == Layout::sides ? in_rows(setting, room) : in_stack(setting, room);
}

Stage through(const Camera& camera, Stage stage) {
    const Vec2 middle = 0.5 * (stage.room.low + stage.room.high);
    const auto move = [&](const Vec2& p) {
        return Vec2(middle + camera.zoom * (p - middle) + camera.offset);
    };
    for (StageFloor& place : stage.floors) {
        place.view.scale *= camera.zoom;
        place.view.origin = move(place.view.origin);
        place.room = {move(place.room.low), move(place.room.high)};
        place.title_at = move(place.title_at);
    }
    return stage;
}

Camera centred_on(const Stage& stage, int level, const Vec2& place, double zoom) {
    const StageFloor* const shown = find_level_on(stage, level);
    if (shown == nullptr) {
        return {};
    }
    const Vec2 middle = 0.5 * (stage.room.low + stage.room.high);
    return {zoom, -zoom * (shown->view.to_page(place) - middle)};
}

std::optional<Vec2> on_stage(const Stage& stage, const Setting& setting, const Plan& plan, int unit,
                             const Vec2& place) {
    const StageFloor* const own = find_level_on(stage, unit_at(plan, unit).level);
    if (own == nullptr) {
        return std::nullopt;
    }
    const auto& climb = setting.climbs[static_cast<std::size_t>(unit)];
    if (stage.layout == Layout::sides || !climb) {
        return own->view.to_page(place);
    }
    const StageFloor* const lower = find_level_on(stage, climb->lower);
    const StageFloor* const upper = find_level_on(stage, climb->upper);
    if (lower == nullptr || upper == nullptr) {
        return own->view.to_page(place);
    }
    const double done = std::clamp(
        (place - climb->line.foot).dot(climb->line.up()) / climb->line.length(), 0.0, 1.0);
    return Vec2((1.0 - done) * lower->view.to_page(place) + done * upper->view.to_page(place));
}

std::optional<StagePoint> under(const Stage& stage, const Plan& plan, const Vec2& pixel) {
    if (!stage.room.contains(pixel)) {
        return std::nullopt;
    }
    for (std::size_t i = stage.floors.size(); i-- > 0;) {
        const StageFloor& place = stage.floors[i];
        if (!place.room.contains(pixel)) {
            continue;
        }
        const Vec2 p = place.view.to_drawing(pixel);
        const bool on_floor =
            std::any_of(plan.units.begin(), plan.units.end(), [&](const Unit& unit) {
                return is_on(place, unit.level) && contains(unit.polygon, p);
            });
        if (on_floor || stage.layout == Layout::sides) {
            return StagePoint{&place, p};
        }
    }
    return std::nullopt;
}

const StageFloor* find_level_on(const Stage& stage, int level) {
    for (const StageFloor& place : stage.floors) {
        if (is_on(place, level)) {
            return &place;
        }
    }
    return nullptr;
}

}  // namespace evac::render
