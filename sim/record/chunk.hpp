#pragma once

#include "sim/record/frame.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// What a replay keeps of a pose: centimetres, and a heading that is right within 2.2 degrees.
inline constexpr double replay_resolution = 0.01;  ///< [m]

/// Some successive frames as one block of bytes. Every person's stay becomes a track of
/// differences, every property a column of its own, and zlib swallows what does not change:
///
///     size | times | tracks: person, first frame, frames | x | y | heading | unit | activity
///
/// Persons may come and go between the frames. Poses must be sorted by person.
std::string encode_chunk(std::span<const Frame> frames);

/// The frames again; nothing if the bytes are not what `encode_chunk` writes.
std::optional<std::vector<Frame>> decode_chunk(std::string_view bytes);

}  // namespace evac
