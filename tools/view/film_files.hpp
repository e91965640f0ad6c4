#pragma once

#include "render/film/film.hpp"
#include "tools/view/source.hpp"
#include "tools/view/view.hpp"

#include <vector>

namespace evac {

/// Writes `--screenshot` or `--video` without any display. Throws InputError.
int write_film(const ViewOptions& options, std::vector<render::Watched>& sources);

/// The name a drill has on a film: its own, where two are called alike with the folder's.
std::vector<Label> film_names(const ViewOptions& options,
                              const std::vector<render::Watched>& sources);

}  // namespace evac
