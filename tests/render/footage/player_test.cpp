// Frames out of a tape: any moment of it, in any order, while it is still being filled.

#include "render/footage/player.hpp"
#include "sim/record/chunk.hpp"
#include "tests/render/footage/whole_tape.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <random>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

constexpr int people = 7;

/// So many seconds of people who march, ten frames a second.
fs::path replay_of(const fs::path& folder, int seconds) {
    ReplayWriter writer(folder / replay_file_name, info_of(people));
    for (int f = 0; f <= 10 * seconds; ++f) {
        writer.append(marching(0.1 * f, people));
    }
    writer.finish({});
    return folder;
}

void check_same(const Frame& a, const Frame& b) {
    CHECK(a.time == b.time);
    REQUIRE(a.poses.size() == b.poses.size());
    for (std::size_t i = 0; i < a.poses.size(); ++i) {
        CHECK(a.poses[i].person == b.poses[i].person);
        CHECK(a.poses[i].x == b.poses[i].x);
        CHECK(a.poses[i].y == b.poses[i].y);
    }
}

/// The second that begins at `time`, as a tape takes it.
std::string second_from(int time) {
    std::vector<Frame> frames;
    for (int f = 0; f < 10; ++f) {
        frames.push_back(marching(time + 0.1 * f, people));
    }
    return encode_chunk(frames);
}

}  // namespace

TEST_CASE("a player gives the frames of any moment, forwards, backwards and at random") {
    const TemporaryFolder folder;
    const fs::path result = replay_of(folder.path(), 30);
    Replay replay(result);
    render::Player player(replayed(result));
    std::vector<double> times;
    for (int f = 0; f <= 300; f += 7) {
        times.push_back(0.1 * f);
    }
    std::vector<double> order = times;
    order.insert(order.end(), times.rbegin(), times.rend());
    std::mt19937 random(1);
    std::shuffle(times.begin(), times.end(), random);
    order.insert(order.end(), times.begin(), times.end());
    for (const double time : order) {
        CAPTURE(time);
        const render::Interval interval = player.at_once(time);
        REQUIRE(interval.before != nullptr);
        check_same(*interval.before, replay.frame_at(time + 1e-6));
        CHECK(interval.share == Approx(0.0).margin(1e-3));
    }
    // Between two frames, before the first and after the last.
    const render::Interval between = player.at_once(12.94);
    check_same(*between.before, replay.frame(129));
    check_same(*between.after, replay.frame(130));
    CHECK(between.share == Approx(0.4).margin(1e-3));
    CHECK(player.at_once(1000.0).before->time == Approx(30.0));
    CHECK(player.at_once(1000.0).after->time == Approx(30.0));
    CHECK(player.at_once(-5.0).before->time == 0.0);
}

TEST_CASE("a player gives a trail of one frame a second, oldest first") {
    const TemporaryFolder folder;
    render::Player player(replayed(replay_of(folder.path(), 20)));
    const render::Interval interval = player.at_once(10.5, 4);
    REQUIRE(interval.trail.size() == 5);
    for (std::size_t i = 0; i < interval.trail.size(); ++i) {
        CHECK(interval.trail[i]->time == Approx(6.0 + static_cast<double>(i)));
    }
    CHECK(player.at_once(0.0, 4).trail.empty());
}

TEST_CASE("a player that never waits has the right frames soon") {
    using namespace std::chrono_literals;
    const TemporaryFolder folder;
    render::Player player(replayed(replay_of(folder.path(), 30)));
    for (const double time : {25.0, 3.0, 14.0}) {
        double seen = -1.0;
        for (int tries = 0; tries < 2000 && std::abs(seen - time) > 1e-6; ++tries) {
            const render::Interval& interval = player.at(time);
            seen = interval.before == nullptr ? -1.0 : interval.before->time;
            std::this_thread::sleep_for(5ms);
        }
        CHECK(seen == Approx(time));
    }
}

TEST_CASE("a tape is read while it grows") {
    constexpr int seconds = 60;
    const auto tape = std::make_shared<render::Tape>(info_of(people));
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int s = 0; s < seconds; ++s) {
            tape->append(s, second_from(s));
            tape->write([&](render::TapeLog& log) {
                log.curve.push_back({static_cast<double>(s), people, {people, 0}});
                log.end = s + 0.9;
                log.finished = s + 1 == seconds;
            });
            std::this_thread::yield();
        }
        done = true;
    });
    render::Player player(tape);
    render::TapeLog mine;
    double before = 0.0;
    // Catch2 is not to be asked a thousand times.
    int backwards = 0;
    int missing = 0;
    int elsewhere = 0;
    bool last_look = false;
    while (!last_look) {
        last_look = done;
        tape->catch_up(mine);
        backwards += mine.end < before || tape->chunks() < mine.curve.size() ? 1 : 0;
        before = mine.end;
        if (mine.end > 0.0) {
            const render::Interval interval = player.at_once(mine.end);
            if (interval.before == nullptr) {
                ++missing;
            } else if (std::abs(interval.before->time - mine.end) > 0.011) {
                ++elsewhere;
            }
        }
    }
    writer.join();
    CHECK(backwards == 0);
    CHECK(missing == 0);
    CHECK(elsewhere == 0);
    CHECK(mine.finished);
    REQUIRE(mine.curve.size() == seconds);
    for (int s = 0; s < seconds; ++s) {
        CHECK(mine.curve[static_cast<std::size_t>(s)].time == s);
    }
    CHECK(player.at_once(0.0).before->time == 0.0);
    CHECK_FALSE(tape->catch_up(mine));
}
