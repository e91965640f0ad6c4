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

void Team::take_blocks() {
    for (;;) {
        const int begin = next_.fetch_add(block_, std::memory_order_relaxed);
        if (begin >= count_) {
            return;
        }
        (*work_)(begin, std::min(begin + block_, count_));
    }
}

void Team::serve() {
    std::uint64_t served = 0;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            start_.wait(lock, [&] { return stopping_ || round_ != served; });
            if (stopping_) {
                return;
            }
            served = round_;
        }
        take_blocks();
        {
            const std::lock_guard lock(mutex_);
            --busy_;
        }
        done_.notify_one();
    }
}

void Team::for_blocks(int count, int block, const std::function<void(int, int)>& work) {
    if (workers_.empty() || count <= block) {
        for (int begin = 0; begin < count; begin += block) {
            work(begin, std::min(begin + block, count));
        }
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        work_ = &work;
        count_ = count;
        block_ = block;
        next_.store(0, std::memory_order_relaxed);
        busy_ = static_cast<int>(workers_.size());
        ++round_;
    }
    start_.notify_all();
    take_blocks();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return busy_ == 0; });
}

}  // namespace evac
