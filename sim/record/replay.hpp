#pragma once

#include "sim/record/database.hpp"
#include "sim/record/frame.hpp"
#include "sim/record/replay_info.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace evac {

/// Name of the replay in a results folder.
inline constexpr const char* replay_file_name = "replay.sqlite";

/// Writes a replay while the drill runs. Each simulated second is one transaction: after a kill
/// the file plays up to the last second written.
///
///     ReplayWriter writer(folder / replay_file_name, replay_info(scenario, people));
///     writer.append(frame); ... writer.append_event(happening); ...
///     writer.finish(outcome);
///
/// Throws InputError when the file cannot be written, for instance because the disk is full; what
/// was written before stays readable.
class ReplayWriter {
public:
    ReplayWriter(const std::filesystem::path& file, const ReplayInfo& info);
    ReplayWriter(const ReplayWriter&) = delete;
    ReplayWriter& operator=(const ReplayWriter&) = delete;

    /// Frames in order of time, poses sorted by person.
    void append(const Frame& frame);

    /// Reaches the file together with the frames of its second.
    void append_event(const Happening& event);

    /// Marks the replay as whole and leaves a single file behind.
    void finish(const Outcome& outcome);

private:
    void write_pending();

    Database database_;
    Statement begin_, commit_, insert_chunk_, insert_event_;
    std::size_t frames_per_chunk_;
    std::int64_t frames_written_ = 0;
    std::vector<Frame> pending_;
    std::vector<Happening> pending_events_;
};

/// The replay that a path means: a file, a results folder, or the NAME.incomplete beside a folder
/// that never came to be. Throws InputError if there is none.
std::filesystem::path find_replay(const std::filesystem::path& path);

/// Reads a replay, also while it is still being written or after its writer was killed. Any moment
/// costs the decoding of one second. Throws InputError if the file is missing, damaged, newer than
/// this program, or no replay.
class Replay {
public:
    explicit Replay(const std::filesystem::path& path);  ///< see find_replay
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    const std::filesystem::path& file() const { return database_.file(); }
    const ReplayInfo& info() const { return info_; }
    const std::vector<Happening>& events() const { return events_; }  ///< by time

    /// Whether the drill came to its end; otherwise the replay stops at the last second written.
    bool whole() const { return !hashes_.empty(); }

    /// State hashes at whole seconds from 0 on, and last that of the end; empty if not whole.
    const std::vector<std::uint64_t>& hashes() const { return hashes_; }

    /// One chunk as it lies in the file, packed (chunk.hpp), and the time of its first frame.
    struct Packed {
        double time = 0.0;  ///< [s]
        std::string bytes;
    };
    std::size_t chunk_count() const { return chunks_.size(); }
    Packed packed(std::size_t chunk);

    std::int64_t frame_count() const { return frame_count_; }
    double end_time() const { return end_time_; }  ///< of the last frame [s]

    /// One frame, 0 <= index < frame_count(). The reference is good until the next call; frames
    /// in order cost nothing extra.
    const Frame& frame(std::int64_t index);

    /// Index of the last frame not later than `time`, the first one before that; -1 if the replay
    /// has no frames.
    std::int64_t frame_index_at(double time);
    const Frame& frame_at(double time) { return frame(frame_index_at(time)); }

private:
    struct Chunk {
        std::int64_t first_frame = 0;
        double time = 0.0;
    };

    void load_chunk(std::size_t chunk);

    Database database_;
    ReplayInfo info_;
    Statement select_chunk_;
    std::vector<Happening> events_;
    std::vector<std::uint64_t> hashes_;
    std::vector<Chunk> chunks_;
    std::int64_t frame_count_ = 0;
    double end_time_ = 0.0;
    std::size_t loaded_ = static_cast<std::size_t>(-1);
    std::vector<Frame> frames_;  ///< of the chunk loaded
};

}  // namespace evac
