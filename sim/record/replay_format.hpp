#pragma once

#include "sim/record/database.hpp"
#include "sim/record/replay_info.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace evac {

/// "EVAC" as a number, at byte 68 of every replay (PRAGMA application_id): tells a replay from
/// other SQLite files.
inline constexpr std::int64_t replay_application = 0x45564143;

/// Makes the tables of a replay and writes what is known before the first frame.
void write_replay_head(Database& database, const ReplayInfo& info);

/// Reads it again. Throws InputError if the file is no replay, or newer than this program.
ReplayInfo read_replay_head(Database& database);

/// How the kinds of events are called in the table `event`.
const char* name_of(Happening::Kind kind);
std::vector<Happening> read_events(Database& database);

/// Writes what is known after the last frame, above all that there is no more to come.
void write_replay_end(Database& database, const Outcome& outcome);

/// The state hashes at whole seconds and, last, that of the end; nothing if the drill was cut off.
std::optional<std::vector<std::uint64_t>> read_hashes(Database& database);

}  // namespace evac
