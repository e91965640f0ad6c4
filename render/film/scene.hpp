#pragma once

#include "render/drawing/trajectories_picture.hpp"
#include "render/film/options.hpp"
#include "render/film/stage.hpp"
#include "render/film/state.hpp"
#include "render/footage/tape.hpp"
#include "render/picture/image.hpp"
#include "sim/findings/finding.hpp"

#include <memory>
#include <vector>

namespace evac::render {

/// The area of smoke in a unit: grey, darker where it is thick; the same by day and by night.
inline Area smoke_area(std::vector<Ring> rings, bool thick) {
    return Area{std::move(rings), with_alpha(rgb(0x3A3A3A), thick ? 0.62 : 0.34), {}, {}};
}

/// All that the standing parts of a film's picture depend on: the building, not the people.
struct SceneOrder {
    std::shared_ptr<const Tape> tape;  ///< for its plan
    std::shared_ptr<const Setting> setting;
    Stage stage;  ///< as the camera shows it
    Camera camera;
    BuildingState state;
    std::shared_ptr<const std::vector<Finding>> findings;  ///< pinned where options.pins; not null
    std::shared_ptr<const std::vector<char>>
        cut;                                  ///< per opening: limits the building; may be null
    std::shared_ptr<const Trajectory> route;  ///< of the person followed; may be null
    FilmOptions options;
    int width = 0;  ///< of the picture [px]
    int height = 0;

    /// Whether a scene made for the other order looks the same, the camera aside.
    bool same_but_camera(const SceneOrder& other) const;
};

/// Something on a scene at a fixed place of the page.
struct ScenePlace {
    int index = 0;               ///< exit: into Plan::openings; pin: into the findings
    Vec2 middle = Vec2::Zero();  ///< on the page [px of the drawings]
};

/// The standing parts of a film's picture, painted: people move between the two images.
struct Scene {
    SceneOrder order;
    Image ground;                      ///< floors, walls, doors, names
    Image top;                         ///< signs, pins, graph; transparent elsewhere
    std::vector<ScenePlace> counters;  ///< room for a number outside each exit
    std::vector<ScenePlace> pins;
};

std::shared_ptr<const Scene> paint_scene(const SceneOrder& order);

/// The colour of the paper.
Colour ground_colour(bool dark);

}  // namespace evac::render
