#pragma once

#include "sim/crowd/people.hpp"
#include "sim/drill/defects.hpp"

#include <nlohmann/json_fwd.hpp>

namespace evac {

// Values outside these are slips of the pen (km/h, cm), not people.
inline constexpr double slowest_speed = 0.05;        ///< [m/s]
inline constexpr double fastest_speed = 5.0;         ///< [m/s]
inline constexpr double thinnest_body = 0.1;         ///< radius [m]
inline constexpr double widest_body = 0.5;           ///< radius [m]
inline constexpr double longest_reaction = 86400.0;  ///< [s]

/// What values of one property may be.
struct ValueRange {
    double low = 0.0;
    double high = 0.0;
    const char* unit = "";
};

/// Reads a distribution that keeps to the schema. Notes what no schema can see: negative
/// deviations, limits in the wrong order, values out of range. Distributions that have no limits of
/// their own are cut off at those of `range`.
Distribution read_distribution(const nlohmann::json& value, const ValueRange& range,
                               const std::string& pointer, const std::string& element,
                               Defects& defects);

/// A pre-movement time.
Distribution read_pre_movement(const nlohmann::json& value, const std::string& pointer,
                               const std::string& element, Defects& defects);

/// The built-in profiles, changed and completed by `profiles` of a drill file (a list, or null).
std::vector<Profile> read_profiles(const nlohmann::json& profiles, Defects& defects);

}  // namespace evac
