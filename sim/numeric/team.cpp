#include "sim/numeric/team.hpp"

#include <algorithm>

namespace evac {

Team::Team(int threads) {
    for (int i = 1; i < threads; ++i) {
        workers_.emplace_back([this] { serve(); });
    }
}

Team::~Team() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    start_.notify_all();
    for (std::thread& worker : workers_) {
        worker.join();
    }
}

void Team::take_blocks(std::unique_lock<std::mutex>& lock) {
    while (next_ < count_) {
        const int begin = next_;
        const int end = std::min(begin + block_, count_);
        next_ = end;
        lock.unlock();
        (*work_)(begin, end);
        lock.lock();
        finished_ += end - begin;
    }
}

void Team::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        start_.wait(lock, [&] { return stopping_ || next_ < count_; });
        if (stopping_) {
            return;
        }
        take_blocks(lock);
        if (finished_ == count_) {
            done_.notify_one();
        }
    }
}

void Team::for_blocks(int count, int block, const std::function<void(int, int)>& work) {
    if (workers_.empty() || count <= block) {
        for (int begin = 0; begin < count; begin += block) {
            work(begin, std::min(begin + block, count));
        }
        return;
    }
    std::unique_lock lock(mutex_);
    work_ = &work;
    count_ = count;
    block_ = block;
    next_ = 0;
    finished_ = 0;
    start_.notify_all();
    take_blocks(lock);
    done_.wait(lock, [&] { return finished_ == count_; });
    count_ = next_ = 0;
}

}  // namespace evac
