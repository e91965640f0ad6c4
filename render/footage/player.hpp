#pragma once

#include "render/footage/tape.hpp"
#include "sim/record/frame.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace evac::render {

using Frames = std::shared_ptr<const std::vector<Frame>>;  ///< those of one chunk

/// Two recorded frames and where between them a moment lies. Both pointers are null where there is
/// nothing to show; they are the same before the first and after the last frame.
struct Interval {
    const Frame* before = nullptr;
    const Frame* after = nullptr;
    double share = 0.0;               ///< 0 at `before`, 1 at `after`
    std::vector<const Frame*> trail;  ///< one a second up to `before`, oldest first
    std::vector<Frames> keep;         ///< what the pointers point into
};

/// Gets the frames around any moment out of a tape. Chunks are unpacked on a thread of its own,
/// those ahead as well, so that whoever draws never waits.
class Player {
public:
    explicit Player(std::shared_ptr<const Tape> tape);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// The frames around `time`, with a trail of so many seconds; those around the moment asked for
    /// before where these are not unpacked yet. Never waits.
    const Interval& at(double time, int trail = 0);

    /// The same, but unpacks what is missing first: for films, where every frame must be right.
    Interval at_once(double time, int trail = 0);

private:
    Frames unpacked(std::size_t chunk) const;  ///< null if it is not there; mutex_ held
    bool complete(double time, int trail, Interval& interval) const;  ///< mutex_ held
    void show_nearest(double time);  ///< rather than a picture that stands still; mutex_ held
    void store(std::size_t chunk, Frames frames, std::size_t around);
    void work();

    std::shared_ptr<const Tape> tape_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::map<std::size_t, Frames> cache_;  ///< by chunk
    std::size_t wanted_ = 0;
    int trail_ = 0;
    bool asked_ = false;
    bool stop_ = false;
    Interval shown_;
    std::jthread worker_;
};

}  // namespace evac::render
