#pragma once

#include "render/footage/departures.hpp"
#include "sim/findings/finding.hpp"
#include "sim/record/replay_info.hpp"
#include "sim/text/problem.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace evac::render {

/// Somebody has chosen an exit to walk to.
struct Aim {
    int person = 0;  ///< permanent id
    int exit = -1;   ///< index into Plan::openings
};

/// What is known of a drill on tape besides where people are. The lists only ever grow, but for
/// that of those who are out.
struct TapeLog {
    std::vector<Happening> events;
    std::vector<CurvePoint> curve;      ///< at whole seconds
    std::vector<Departure> departures;  ///< as last known, in order of time
    std::vector<Aim> aims;              ///< of a drill that runs; the later one counts
    std::vector<Finding> findings;      ///< there at the end
    double end = 0.0;                   ///< of the last frame [s]
    bool finished = false;              ///< nothing more will come
    bool whole = false;                 ///< the drill came to its end
    std::vector<Problem> problems;      ///< what cut the tape short, if anything did
};

/// A drill on record in memory: one thread fills it, from a file or from a drill that runs, while
/// others read. So a replay and a live drill are watched in the same way, any moment of them.
class Tape {
public:
    /// `expected_end`: when the last frame will be, as far as that is known [s].
    explicit Tape(ReplayInfo info, double expected_end = 0.0);

    const ReplayInfo& info() const { return info_; }
    double expected_end() const { return expected_end_; }

    // ---- for the thread that fills it ----

    /// The next frames, as encode_chunk (sim/record/chunk.hpp) packs them; `time` of the first.
    void append(double time, std::string bytes);
    void write(const std::function<void(TapeLog&)>& entry);

    // ---- for everybody ----

    /// Adds to `mine` what has come since; false if nothing has.
    bool catch_up(TapeLog& mine) const;

    std::size_t chunks() const;
    /// The last chunk that begins no later than `time`; 0 before that.
    std::size_t chunk_at(double time) const;
    std::shared_ptr<const std::string> chunk(std::size_t index) const;

private:
    struct Chunk {
        double time = 0.0;
        std::shared_ptr<const std::string> bytes;
    };

    ReplayInfo info_;
    double expected_end_;
    mutable std::mutex mutex_;
    std::vector<Chunk> chunks_;
    TapeLog log_;
};

}  // namespace evac::render
