#include "render/footage/player.hpp"

#include "sim/record/chunk.hpp"

#include <algorithm>
#include <utility>

namespace evac::render {

namespace {

constexpr std::size_t ahead = 2;  ///< chunks unpacked before they are asked for

Frames unpack(const Tape& tape, std::size_t chunk) {
    const auto bytes = tape.chunk(chunk);
    if (!bytes) {
        return nullptr;
    }
    // Bytes that are no frames were told when the tape was filled; here they are an empty second.
    auto frames = decode_chunk(*bytes);
    return std::make_shared<const std::vector<Frame>>(frames ? std::move(*frames)
                                                             : std::vector<Frame>());
}

std::size_t first_of_trail(std::size_t chunk, int trail) {
    const auto back = static_cast<std::size_t>(std::max(0, trail));
    return chunk > back ? chunk - back : 0;
}

}  // namespace

Player::Player(std::shared_ptr<const Tape> tape)
    : tape_(std::move(tape)), worker_([this] { work(); }) {}

Player::~Player() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
}

Frames Player::unpacked(std::size_t chunk) const {
    const auto found = cache_.find(chunk);
    return found == cache_.end() ? nullptr : found->second;
}

bool Player::complete(double time, int trail, Interval& interval) const {
    const std::size_t count = tape_->chunks();
    if (count == 0) {
        return true;
    }
    const std::size_t chunk = tape_->chunk_at(time);
    const Frames here = unpacked(chunk);
    const Frames next = chunk + 1 < count ? unpacked(chunk + 1) : nullptr;
    if (!here || (chunk + 1 < count && !next)) {
        return false;
    }
    Interval found;
    found.keep = {here, next};
    for (std::size_t i = first_of_trail(chunk, trail); trail > 0 && i < chunk; ++i) {
        const Frames earlier = unpacked(i);
        if (!earlier) {
            return false;
        }
        if (!earlier->empty()) {
            found.trail.push_back(&earlier->front());
            found.keep.push_back(earlier);
        }
    }
    if (here->empty()) {
        return true;
    }
    const auto later =
        std::upper_bound(here->begin(), here->end(), time + 1e-6,
                         [](double t, const Frame& frame) { return t < frame.time; });
    found.before = later == here->begin() ? &*later : &*(later - 1);
    found.after = later != here->end() ? &*later : found.before;
    if (later == here->end() && next && !next->empty()) {
        found.after = &next->front();
    }
    if (trail > 0 && found.before != &here->front()) {
        found.trail.push_back(&here->front());
    }
    const double length = found.after->time - found.before->time;
    found.share = length > 0.0 ? std::clamp((time - found.before->time) / length, 0.0, 1.0) : 0.0;
    interval = std::move(found);
    return true;
}

const Interval& Player::at(double time, int trail) {
    bool there = false;
    {
        const std::lock_guard lock(mutex_);
        there = complete(time, trail, shown_);
        if (!there) {
            show_nearest(time);
        }
        wanted_ = tape_->chunk_at(time);
        trail_ = trail;
        asked_ = asked_ || !there || unpacked(wanted_ + ahead) == nullptr;
    }
    wake_.notify_one();
    return shown_;
}

void Player::show_nearest(double time) {
    const std::size_t wanted = tape_->chunk_at(time);
    const auto distance = [&](std::size_t chunk) {
        return chunk > wanted ? chunk - wanted : wanted - chunk;
    };
    const auto nearest = std::min_element(
        cache_.begin(), cache_.end(),
        [&](const auto& a, const auto& b) { return distance(a.first) < distance(b.first); });
    if (nearest == cache_.end() || nearest->second->empty()) {
        return;
    }
    const std::vector<Frame>& frames = *nearest->second;
    const Frame* const frame = nearest->first < wanted ? &frames.back() : &frames.front();
    shown_ = {frame, frame, 0.0, {}, {nearest->second}};
}

Interval Player::at_once(double time, int trail) {
    Interval interval;
    while (true) {  // once more where the tape has grown meanwhile
        const std::size_t chunk = tape_->chunk_at(time);
        for (std::size_t i = first_of_trail(chunk, trail); i <= chunk + 1; ++i) {
            bool missing = false;
            {
                const std::lock_guard lock(mutex_);
                trail_ = trail;
                missing = unpacked(i) == nullptr;
            }
            if (missing) {
                store(i, unpack(*tape_, i), chunk);
            }
        }
        const std::lock_guard lock(mutex_);
        if (complete(time, trail, interval)) {
            return interval;
        }
    }
}

void Player::store(std::size_t chunk, Frames frames, std::size_t around) {
    if (!frames) {
        return;
    }
    const std::lock_guard lock(mutex_);
    cache_[chunk] = std::move(frames);
    // What lies far from the moment shown goes, the farthest first.
    const std::size_t most = 6 + static_cast<std::size_t>(std::max(0, trail_));
    while (cache_.size() > most) {
        const auto first = cache_.begin();
        const auto last = std::prev(cache_.end());
        const std::size_t before = around > first->first ? around - first->first : 0;
        const std::size_t after = last->first > around ? last->first - around : 0;
        cache_.erase(before > after ? first : last);
    }
}

void Player::work() {
    std::unique_lock lock(mutex_);
    while (!stop_) {
        wake_.wait(lock, [&] { return stop_ || asked_; });
        asked_ = false;
        const std::size_t wanted = wanted_;
        const std::size_t first = first_of_trail(wanted, trail_);
        // The moment itself first, then what comes, then the trail.
        std::vector<std::size_t> order;
        for (std::size_t i = wanted; i <= wanted + ahead; ++i) {
            order.push_back(i);
        }
        for (std::size_t i = wanted; i-- > first;) {
            order.push_back(i);
        }
        for (const std::size_t chunk : order) {
            if (stop_ || wanted_ != wanted) {
                asked_ = true;  // somebody has moved on
                break;
            }
            if (unpacked(chunk) == nullptr) {
                lock.unlock();
                store(chunk, unpack(*tape_, chunk), wanted);
                lock.lock();
            }
        }
    }
}

}  // namespace evac::render
