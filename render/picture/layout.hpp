#pragma once

#include "render/drawing/shape.hpp"

#include <pango/pango.h>
#include <memory>
#include <string>

namespace evac::render {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

using Layout = std::unique_ptr<PangoLayout, Unref>;

/// The words set in our face: Noto Sans CJK SC for Chinese and Latin alike, with the language tag
/// zh-Hans, so that characters take the forms of the mainland (the plain "Noto Sans CJK" of many
/// machines draws Japanese ones).
Layout make_layout(const std::string& words, const TextStyle& style);

/// Height of the baseline below the middle of the letters, as a share of the size: in Noto Sans CJK
/// capitals are 0.73 em high and ideographs reach from -0.12 to 0.88 em, both centred near 0.37 em.
inline constexpr double middle_above_baseline = 0.37;

}  // namespace evac::render
