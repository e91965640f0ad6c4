#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace evac::render {

/// Makes something slow on a thread of its own, always for the latest order; whoever draws takes
/// what is ready. An order that has been overtaken by a newer one before it was begun is dropped.
template <class Order, class Work>
class Studio {
public:
    using Make = std::function<std::shared_ptr<const Work>(const Order&)>;

    explicit Studio(Make make) : make_(std::move(make)), worker_([this] { work(); }) {}
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;
    ~Studio() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        wake_.notify_all();
    }

    void order(Order order) {
        {
            const std::lock_guard lock(mutex_);
            waiting_ = std::move(order);
        }
        wake_.notify_one();
    }

    /// The newest work that is ready, null before the first.
    std::shared_ptr<const Work> ready() const {
        const std::lock_guard lock(mutex_);
        return ready_;
    }

    bool busy() const {
        const std::lock_guard lock(mutex_);
        return working_ || waiting_;
    }

    /// Makes it here and now, for films where every frame must be right.
    std::shared_ptr<const Work> at_once(const Order& order) {
        auto work = make_(order);
        const std::lock_guard lock(mutex_);
        ready_ = work;
        return work;
    }

private:
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            wake_.wait(lock, [&] { return stop_ || waiting_; });
            if (stop_) {
                return;
            }
            const Order order = std::move(*waiting_);
            waiting_.reset();
            working_ = true;
            lock.unlock();
            auto work = make_(order);
            lock.lock();
            working_ = false;
            ready_ = std::move(work);
        }
    }

    Make make_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Order> waiting_;
    std::shared_ptr<const Work> ready_;
    bool working_ = false;
    bool stop_ = false;
    std::jthread worker_;  // last: it ends before the rest goes
};

}  // namespace evac::render
