#pragma once

#include "render/film/heat.hpp"
#include "render/film/palette.hpp"
#include "render/film/scene.hpp"
#include "render/film/studio.hpp"
#include "render/film/walkers.hpp"
#include "sim/findings/moments.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace evac::render {

/// A person on the page, for whoever clicks there.
struct SeenWalker {
    int person = 0;
    int unit = 0;
    Vec2 place = Vec2::Zero();  ///< [m]
    Vec2 seen = Vec2::Zero();   ///< on the page [px]
};

/// One drill as a film shows it: its tape, what is known of it, and how it is drawn.
class Reel {
public:
    Reel(std::shared_ptr<const Tape> tape, Label name);

    const Plan& plan() const { return tape->info().plan; }
    int people() const { return static_cast<int>(tape->info().people.size()); }

    /// Takes in what the tape has learned; whether there was anything.
    bool catch_up();

    /// Its name; of a record that breaks off, with the time until which it goes.
    std::string shown_name(Language language) const;

    /// People inside at `time` by the curve.
    int inside_at(double time) const;
    /// Per Plan::openings: how many have left by it until `time`.
    std::vector<int> left_by(double time) const;
    /// When the last person left; nothing while somebody is inside or may still come.
    std::optional<double> cleared() const;
    /// Until then the tape plays; of one that still grows, what is expected [s].
    double end() const;

    std::shared_ptr<const Tape> tape;
    Label name;
    std::shared_ptr<const Setting> setting;
    TapeLog log;
    std::vector<Moment> moments;
    std::shared_ptr<const std::vector<Finding>> findings;
    std::vector<int> exits;  ///< by use
    Palette palette;
    std::shared_ptr<const std::vector<char>> cut;  ///< per opening, when it has been asked for
    std::shared_ptr<const Trajectory> route;       ///< of the person followed

    Player player;
    Studio<SceneOrder, Scene> scenes;
    Studio<HeatOrder, Heat> heats;
    SceneOrder ordered;
    HeatOrder ordered_heat;
    Stage base;                    ///< without the camera
    Stage stage;                   ///< with it
    std::vector<SeenWalker> seen;  ///< in the last picture
    std::vector<ScenePlace> pins;  ///< in the last picture
};

/// Everything a person walked on tape, a leg per level, for drawing; reads the whole tape.
std::shared_ptr<const Trajectory> way_of(const Tape& tape, int person);

}  // namespace evac::render
