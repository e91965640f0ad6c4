#pragma once

#include "render/drawing/colour.hpp"

/// The colours and sizes that all pictures share. Restrained on purpose: safety green is kept for
/// exits and assembly areas (GB 2894, ISO 7010), red for what is shut.
namespace evac::render::theme {

inline constexpr Colour ink = rgb(0x202124);        ///< titles and names
inline constexpr Colour soft_ink = rgb(0x5F6368);   ///< everything said beside
inline constexpr Colour faint_ink = rgb(0x9AA0A6);  ///< door arcs, treads
inline constexpr Colour paper = rgb(0xFFFFFF);
inline constexpr Colour hairline = rgb(0xDADCE0);
inline constexpr Colour wall = rgb(0x3C4043);

inline constexpr Colour room = rgb(0xFBF6EC);
inline constexpr Colour passage = rgb(0xE8F0F8);
inline constexpr Colour flight = rgb(0xE9E4F3);
inline constexpr Colour ramp = rgb(0xF1E8F1);
inline constexpr Colour outdoors = rgb(0xF0F6EA);
inline constexpr Colour unwalkable = rgb(0xF1F3F4);

inline constexpr Colour building = rgb(0xE3E5E9);  ///< seen from outside

inline constexpr Colour safety_green = rgb(0x00823F);
inline constexpr Colour shut_red = rgb(0xC5221F);
inline constexpr Colour goods = rgb(0xA0611A);
inline constexpr Colour goods_fill = rgb(0xF3DDBF);
inline constexpr Colour furniture = rgb(0x80868B);
inline constexpr Colour furniture_fill = rgb(0xE3E5E8);

inline constexpr double title_size = 40.0;     ///< [px]
inline constexpr double subtitle_size = 26.0;  ///< [px]
inline constexpr double legend_size = 22.0;    ///< [px]
inline constexpr double margin = 64.0;         ///< white around everything [px]

}  // namespace evac::render::theme
