#pragma once

#include "render/drawing/page.hpp"
#include "render/film/reel.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// Height of the line above the picture [px].
inline constexpr double headline_height = 66.0;

/// Two drills compared at one moment, in words: how far one is behind the other; when both are
/// over, by how many seconds they differ.
std::string difference_words(const Reel& a, const Reel& b, double time, Language language);

/// How many seconds ago the quicker of two drills had as few people inside (as a share of all) as
/// the slower one has now; above zero where `b` is behind [s].
double lag(const Reel& a, const Reel& b, double time);

/// The line above the picture: names, people inside and out, the clock, the difference of two.
Drawing headline(const std::vector<const Reel*>& reels, double time, double width,
                 Language language);

}  // namespace evac::render
