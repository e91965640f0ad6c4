#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace evac {

/// Threads that share out the blocks of one phase of a step.
///
/// Work is cut by data, never by the number of threads: a block is always the same people, and it
/// writes only their own places. So which thread takes a block, and when, cannot change a bit.
class Team {
public:
    /// `threads` includes the caller; at least 1.
    explicit Team(int threads);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    int threads() const { return static_cast<int>(workers_.size()) + 1; }

    /// Calls `work(begin, end)` for consecutive blocks of at most `block` items out of `count`, and
    /// returns when all are done. The call order is unspecified; `work` must not throw.
    void for_blocks(int count, int block, const std::function<void(int, int)>& work);

private:
    void serve();
    void take_blocks(std::unique_lock<std::mutex>& lock);

    std::vector<std::thread> workers_;
    std::mutex mutex_;  ///< guards all below; a block is worth far more than a lock
    std::condition_variable start_;
    std::condition_variable done_;
    bool stopping_ = false;
    const std::function<void(int, int)>* work_ = nullptr;
    int count_ = 0;
    int block_ = 1;
    int next_ = 0;      ///< first item not yet taken
    int finished_ = 0;  ///< items done; a worker that wakes up late holds nobody up
};

}  // namespace evac
