#pragma once

#include <array>
#include <string_view>

namespace evac {

/// How pressing the crowd is. Nothing of the model changes with it but the time gap people keep.
enum class Motivation {
    leisurely,  ///< in no hurry, or going nowhere: round a ring
    calm,       ///< on the way somewhere, without haste
    drill,      ///< as a drill has them
    urgent      ///< pressing on
};

inline constexpr std::array motivations{Motivation::leisurely, Motivation::calm, Motivation::drill,
                                        Motivation::urgent};

/// The word for it in files.
std::string_view name_of(Motivation motivation);

/// MotionSettings::time_gap of such a crowd [s]. Calibrated: leisurely on the closed corridor, calm
/// on the open one, drill and urgent on the flow of wide openings (scenarios/verification).
double time_gap(Motivation motivation);

}  // namespace evac
