#include "render/footage/tape.hpp"

#include <algorithm>
#include <utility>

namespace evac::render {

namespace {

template <class Entry>
void take_new(std::vector<Entry>& mine, const std::vector<Entry>& all) {
    if (mine.size() < all.size()) {
        mine.insert(mine.end(), all.begin() + static_cast<std::ptrdiff_t>(mine.size()), all.end());
    }
}

}  // namespace

Tape::Tape(ReplayInfo info, double expected_end)
    : info_(std::move(info)), expected_end_(expected_end) {}

void Tape::append(double time, std::string bytes) {
    auto shared = std::make_shared<const std::string>(std::move(bytes));
    const std::lock_guard lock(mutex_);
    chunks_.push_back({time, std::move(shared)});
}

void Tape::write(const std::function<void(TapeLog&)>& entry) {
    const std::lock_guard lock(mutex_);
    entry(log_);
}

bool Tape::catch_up(TapeLog& mine) const {
    const std::lock_guard lock(mutex_);
    const bool news =
        mine.end != log_.end || mine.finished != log_.finished ||
        mine.events.size() != log_.events.size() || mine.curve.size() != log_.curve.size() ||
        mine.departures != log_.departures || mine.findings.size() != log_.findings.size();
    take_new(mine.events, log_.events);
    take_new(mine.curve, log_.curve);
    mine.departures = log_.departures;
    take_new(mine.aims, log_.aims);
    take_new(mine.findings, log_.findings);
    take_new(mine.problems, log_.problems);
    mine.end = log_.end;
    mine.finished = log_.finished;
    mine.whole = log_.whole;
    return news;
}

std::size_t Tape::chunks() const {
    const std::lock_guard lock(mutex_);
    return chunks_.size();
}

std::size_t Tape::chunk_at(double time) const {
    const std::lock_guard lock(mutex_);
    // A frame at 0.3 s was kept as 300000 us; whoever asks for 3 * 0.1 s means that one.
    constexpr double same_moment = 1e-6;
    const auto after =
        std::upper_bound(chunks_.begin(), chunks_.end(), time + same_moment,
                         [](double t, const Chunk& chunk) { return t < chunk.time; });
    return after == chunks_.begin() ? 0 : static_cast<std::size_t>(after - chunks_.begin()) - 1;
}

std::shared_ptr<const std::string> Tape::chunk(std::size_t index) const {
    const std::lock_guard lock(mutex_);
    return index < chunks_.size() ? chunks_[index].bytes : nullptr;
}

}  // namespace evac::render
