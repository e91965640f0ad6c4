#pragma once

#include "render/drawing/view.hpp"

#include <cairo/cairo.h>

namespace evac::render {

/// Paints the panes of the sheet in order, over what is there. The only place that knows how a
/// shape becomes pixels: files and moving pictures go through it.
void paint(cairo_t* cairo, const Sheet& sheet);

}  // namespace evac::render
