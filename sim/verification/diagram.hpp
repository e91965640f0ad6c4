#pragma once

namespace evac {

/// One bin of a table of speeds by density.
struct DiagramBin {
    double density = 0.0;                      ///< [1/m2], single file [1/m]
    double mean = 0.0, low = 0.0, high = 0.0;  ///< speeds; low and high: 10 % and 90 % [m/s]
};

/// Slower is standing [m/s]: half of the slowest mean of the tables. The bands of some experiments
/// reach down to 0 and below, where their people were not seen to move; a jam that has locked is no
/// such crowd.
inline constexpr double standstill = 0.005;

/// Whether a mean speed is between the 10 % and the 90 % of its bin or within 20 % of the mean. A
/// standstill never is.
bool agrees(double speed, const DiagramBin& bin);

}  // namespace evac
