#pragma once

#include "render/drawing/view.hpp"
#include "render/film/options.hpp"
#include "render/film/setting.hpp"

#include <optional>
#include <vector>

namespace evac::render {

/// One floor at its place on the page.
struct StageFloor {
    std::vector<int> levels;  ///< as Floor::levels
    int named = 0;            ///< the level whose name it bears
    View view;
    Box room;                      ///< what of the page is its own [px]
    Vec2 title_at = Vec2::Zero();  ///< left end of its name [px]
};

/// A building on the page of a film. All floors have the same scale.
struct Stage {
    Layout layout = Layout::sides;
    Box room;                        ///< everything is cut off outside [px]
    std::vector<StageFloor> floors;  ///< in the order in which they are painted
};

/// How somebody looks at a stage: enlarged by `zoom` about the middle of its room, then moved. So
/// two drills side by side are seen alike.
struct Camera {
    double zoom = 1.0;
    Vec2 offset = Vec2::Zero();  ///< [px]

    bool operator==(const Camera& other) const {
        return zoom == other.zoom && offset == other.offset;
    }
};

/// Places all floors of the setting in `room` [px], as large as they fit.
Stage lay_out(const Setting& setting, Layout layout, const Box& room);

/// The stage as the camera shows it.
Stage through(const Camera& camera, Stage stage);

/// The camera that shows this place of a level in the middle of the stage (laid out without a
/// camera), enlarged by `zoom`.
Camera centred_on(const Stage& stage, int level, const Vec2& place, double zoom);

/// Where somebody at `place` [m] of this unit is seen on the page; on a flight between two levels
/// of a stack, between these. Nothing if the level is not on the stage.
std::optional<Vec2> on_stage(const Stage& stage, const Setting& setting, const Plan& plan, int unit,
                             const Vec2& place);

/// What lies under a point of the page: the floor painted last of those whose own room it is in.
struct StagePoint {
    const StageFloor* floor = nullptr;
    Vec2 place = Vec2::Zero();  ///< [m]
};
std::optional<StagePoint> under(const Stage& stage, const Plan& plan, const Vec2& pixel);

/// The floor with this level, null if it is not shown.
const StageFloor* find_level_on(const Stage& stage, int level);

}  // namespace evac::render
