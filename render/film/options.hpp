#pragma once

#include "sim/text/language.hpp"

#include <cstddef>

namespace evac::render {

/// How the levels of a building lie on the page.
enum class Layout {
    sides,  ///< beside one another, from straight above
    stack   ///< above one another, from aslant, joined by their stairs
};

/// What the colour of a person says.
enum class ColourBy { exit, group, speed, waiting, profile };

/// What a film shows and how.
struct FilmOptions {
    Language language = Language::en;
    Layout layout = Layout::sides;
    ColourBy colour = ColourBy::exit;
    bool dark = false;
    /// Pixels of the film per pixel of the drawings, whose type is meant for pages 2400 px wide.
    double type_scale = 0.62;
    bool names = true;
    bool heat = false;  ///< density at this moment
    bool peak = false;  ///< highest density so far
    bool traces = false;
    bool graph = false;
    bool pins = false;
    bool queues = true;
    bool captions = true;
    bool legend = true;
    int followed = -1;            ///< permanent id of a person to be marked; -1 nobody
    std::size_t followed_in = 0;  ///< of which reel

    bool operator==(const FilmOptions&) const = default;
};

}  // namespace evac::render
