#pragma once

#include "render/drawing/page.hpp"
#include "render/film/reel.hpp"

#include <vector>

namespace evac::render {

/// What the colours and signs of the picture mean: only of what there is. In the colours of the
/// night already where `options.dark`.
Block film_legend(const std::vector<const Reel*>& reels, const FilmOptions& options, double width);

}  // namespace evac::render
