#pragma once

#include "render/drawing/view.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// A label that wants to stand inside an area: the ways to write it, the best first.
struct LabelWish {
    std::vector<Ring> rings;  ///< the area, on the page [px]
    std::string name;
    std::string detail;  ///< second line, smaller and softer; may be empty
    Colour colour;
    std::optional<Colour> halo;  ///< where the floor is hatched
    double rim = 0.0;            ///< half the thickness of the walls [px]
};

/// A label that found its place.
struct PlacedLabel {
    std::size_t wish = 0;  ///< index of the wish
    Box box;               ///< what it covers on the page [px]
    std::vector<std::string> lines;
    bool has_detail = false;  ///< the last line is the detail
    double size = 0.0;        ///< [px]
    bool upright = false;
};

/// Finds a place for every label, in order: inside its area, clear of its edges, of `taken` and of
/// each other. What does not fit is written smaller, in two lines, upright, shortened and at last
/// not at all. `avoid` is kept clear where that leaves a place at all.
std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, std::vector<Box> taken,
                                      const std::vector<Box>& avoid, const MeasureText& measure);

/// The placed labels as texts on the page [px, y downwards].
Drawing label_drawing(const std::vector<PlacedLabel>& labels, const std::vector<LabelWish>& wishes);

/// A shorter form of a name: its number if it has one ("Classroom 3-2" -> "3-2"), else its
/// beginning and an ellipsis; the name itself if that is short already.
std::string shortened(const std::string& name);

/// The name in two lines of about the same length, or one where it cannot be split.
std::vector<std::string> in_two_lines(const std::string& name);

bool overlap(const Box& a, const Box& b);

}  // namespace evac::render
