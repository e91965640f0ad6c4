#pragma once

#include "render/drawing/page.hpp"
#include "render/film/options.hpp"
#include "render/picture/image.hpp"

#include <functional>
#include <map>
#include <string>

namespace evac::render {

/// Small painted things (numbers, captions, the clock) by what they say, so that a picture a
/// sixtieth of a second later need not set its type again.
class Plates {
public:
    /// The plate called `key`, painted by `make` when it is new. The drawing lies on a page of its
    /// own, `size` pixels large.
    struct Made {
        Drawing drawing;
        Vec2 size = Vec2::Zero();  ///< [px of drawings]
    };
    const Image& get(const std::string& key, const FilmOptions& options,
                     const std::function<Made()>& make);

private:
    std::map<std::string, Image> images_;
};

/// How many people left by an exit: dark figures on white, rimmed in safety green.
Plates::Made counter_plate(int people);

/// How many wait at an opening: on amber, pointed downwards to it.
Plates::Made queue_plate(const std::string& words);

/// A caption: light words on a dark ground, with a bar in the colour of its kind; no wider than
/// `width` [px].
Plates::Made caption_plate(const std::string& clock, const std::string& words, const Colour& colour,
                           double width);

}  // namespace evac::render
