#pragma once

#include "render/film/options.hpp"

#include <optional>

namespace evac::render {

/// What the window remembers from one time to the next.
struct WindowMemory {
    FilmOptions options;  ///< without language, type and the person followed
    int width = 1280;     ///< [px]
    int height = 800;
    double type = 1.0;  ///< size of the type against the usual one
    bool panel = true;
};

/// Nothing where nothing was remembered yet, or the file cannot be understood: a lost memory is no
/// reason to stop.
std::optional<WindowMemory> remembered();
void remember(const WindowMemory& memory);

}  // namespace evac::render
