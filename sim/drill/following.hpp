#pragma once

namespace evac {

/// Once this share of those who stood in a room at the start has set out, the others there follow
/// whose group follows others (Group::follows_others).
inline constexpr double share_followed = 0.5;

}  // namespace evac
