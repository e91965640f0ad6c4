#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace evac {

/// How smoke slows people down. Sources and limits: MODEL.md, section 1.
enum class SmokeLaw {
    frantzich_nilsson_fraction,  ///< the default of FDS+Evac: a share of one's own speed
    frantzich_nilsson,           ///< the tunnel's own speeds [m/s], the same for everybody
    jin_irritant,                ///< wood smoke that stings, Purser's fit
    jin_non_irritant,            ///< kerosene smoke, Purser's fit
    fridolf,                     ///< by visibility; one's own speed less a loss
    none                         ///< smoke slows nobody
};

/// The names by which a drill chooses a law, in the order of the enum: "frantzich-nilsson-fraction"
/// and so on.
std::span<const std::string> smoke_law_names();

/// The law of this name, or nothing.
std::optional<SmokeLaw> smoke_law(std::string_view name);

/// Walking speed in smoke [m/s] of somebody who walks at `free_speed` [m/s, >= 0] in clear air;
/// `extinction` [1/m, >= 0]. Never above `free_speed`, never zero unless that is, continuous.
double speed_in_smoke(SmokeLaw law, double free_speed, double extinction);

}  // namespace evac
