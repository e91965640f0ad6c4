#pragma once

#include "render/drawing/page.hpp"
#include "render/film/options.hpp"
#include "render/film/walkers.hpp"
#include "render/footage/tape.hpp"

#include <vector>

namespace evac::render {

/// Colours of people and what they mean.
struct Palette {
    FilmOptions options;
    std::vector<std::uint32_t> of_person;  ///< by exit, group or profile; else empty
    std::vector<std::uint32_t> scale;      ///< by speed or activity
    std::vector<LegendItem> legend;
};

/// Per person the exit used, else the one walked to, else -1.
std::vector<int> exit_of_person(const ReplayInfo& info, const TapeLog& log);

/// Exits by number of people in `exit_of_person`, the most used first; ties in plan order.
std::vector<int> exits_by_use(const Plan& plan, const std::vector<int>& exit_of_person);

/// Colours by what is known so far. `exits`: from exits_by_use(), so that two drills shown side by
/// side give the same colour to the same exit.
Palette palette_of(const ReplayInfo& info, const TapeLog& log, const std::vector<int>& exits,
                   const FilmOptions& options);

std::uint32_t colour_of(const Palette& palette, const Walker& walker);

/// The name of an exit, or its number where it has none.
std::string exit_label(const Plan& plan, int exit, Language language);

}  // namespace evac::render
