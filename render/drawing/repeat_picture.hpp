#pragma once

#include "render/drawing/view.hpp"
#include "sim/study/repetition.hpp"

namespace evac::render {

/// The evacuation curves of many runs of one drill: the mean, the band that nine runs of ten are
/// in, a tick where each run had its last one out, and marks at the mean and the 95th percentile of
/// those times (with few runs, at the slowest). Where people stay inside, it says in how many runs.
/// Made to be read from the back of a room: less wide than other pages, with the same letters.
Sheet repeat_sheet(const Scenario& scenario, const Repetition& repetition, Language language,
                   const MeasureText& measure);

}  // namespace evac::render
