#include "sim/record/chunk.hpp"
#include "sim/record/replay.hpp"
#include "sim/record/replay_format.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace evac {

namespace {

/// The write-ahead log keeps every committed second through a kill, and lets others read meanwhile.
/// Without waiting for the disk: it is the program that may die, not the machine.
constexpr const char* surviving_a_kill =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 256;";

Database& with_head(Database& database, const ReplayInfo& info) {
    database.execute(surviving_a_kill);
    write_replay_head(database, info);
    return database;
}

}  // namespace

ReplayWriter::ReplayWriter(const std::filesystem::path& file, const ReplayInfo& info)
    : database_(file, Database::Mode::create),
      begin_(with_head(database_, info), "BEGIN"),
      commit_(database_, "COMMIT"),
      insert_chunk_(database_, "INSERT INTO chunk VALUES (?, ?, ?, ?)"),
      insert_event_(database_, "INSERT INTO event VALUES (?, ?, ?, ?)"),
      frames_per_chunk_(
          static_cast<std::size_t>(std::max(1.0, std::round(info.frames_per_second)))) {
    pending_.reserve(frames_per_chunk_);
}

void ReplayWriter::append(const Frame& frame) {
    assert(pending_.empty() || pending_.back().time < frame.time);
    pending_.push_back(frame);
    if (pending_.size() == frames_per_chunk_) {
        write_pending();
    }
}

void ReplayWriter::append_event(const Happening& event) {
    pending_events_.push_back(event);
}

void ReplayWriter::write_pending() {
    begin_.run();
    if (!pending_.empty()) {
        const std::string data = encode_chunk(pending_);
        const auto frames = static_cast<std::int64_t>(pending_.size());
        insert_chunk_.bind(1, frames_written_)
            .bind(2, pending_.front().time)
            .bind(3, frames)
            .bind_blob(4, data)
            .run();
        frames_written_ += frames;
    }
    for (const Happening& event : pending_events_) {
        insert_event_.bind(1, event.time)
            .bind(2, std::string_view(name_of(event.kind)))
            .bind(3, std::int64_t{event.person})
            .bind(4, std::int64_t{event.element})
            .run();
    }
    commit_.run();
    pending_.clear();
    pending_events_.clear();
}

void ReplayWriter::finish(const Outcome& outcome) {
    write_pending();
    write_replay_end(database_, outcome);
    database_.execute("PRAGMA journal_mode = DELETE");  // moves the log into the file, removes it
}

}  // namespace evac
