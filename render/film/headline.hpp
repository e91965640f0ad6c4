#pragma once

#include "render/drawing/page.hpp"
#include "render/film/reel.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// Height of the line above the picture [px].
inline constexpr double headline_height = 66.0;

/// How the second of two drills is spoken of.
enum class Pair {
    two_drills,  ///< A and B
    what_if      ///< a plan and the same with changes
};

/// Two drills compared at one moment, in words: how far one is behind the other; when both are
/// over, by how many seconds they differ.
std::string difference_words(const Reel& a, const Reel& b, Pair pair, double time,
                             Language language);

/// How many seconds ago the quicker of two drills had as few people inside (as a share of all) as
/// the slower one has now; above zero where `b` is behind [s].
double lag(const Reel& a, const Reel& b, double time);

/// The line above the picture: the clock, the difference of two drills, and, where one alone is
/// shown (`alone`, else null), its name and its people inside and out.
Drawing headline(const std::vector<const Reel*>& reels, const Reel* alone, Pair pair, double time,
                 double width, Language language);

}  // namespace evac::render
