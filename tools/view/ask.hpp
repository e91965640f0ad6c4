#pragma once

#include "render/film/film.hpp"
#include "tools/view/view.hpp"

namespace evac {

/// Width and height [px].
struct PixelSize {
    int width = 0;
    int height = 0;
};

// What was typed, understood. Each throws InputError that says how it should be written.

double time_asked(const ViewOptions& options);
PixelSize size_asked(const ViewOptions& options, const PixelSize& usual);
/// What was not asked for is as in `usual`.
render::FilmOptions film_options(const ViewOptions& options, const render::FilmOptions& usual);

}  // namespace evac
