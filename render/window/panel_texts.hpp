#pragma once

#include "render/footage/footage.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// Every text that may be written on a panel, in both languages, for the characters in it.
std::vector<std::string> panel_texts(const std::vector<Watched>& drills,
                                     const std::vector<Label>& names);

}  // namespace evac::render
