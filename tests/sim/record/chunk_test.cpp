#include "sim/record/chunk.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>

using namespace evac;

namespace {

/// Reproducible numbers in [0, 1); any will do here.
class Numbers {
public:
    double next() {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state_ >> 11U) / 9007199254740992.0;
    }

private:
    std::uint64_t state_ = 1;
};

double turned(const Pose& a, const Pose& b) {
    const double dot = static_cast<double>(a.heading_x * b.heading_x + a.heading_y * b.heading_y);
    return std::acos(std::min(1.0, dot)) * 180.0 / 3.14159265358979;
}

/// People who stroll about: a crowd in which everybody changes direction and speed all the time,
/// which is harder to pack than any drill.
class Strollers {
public:
    explicit Strollers(int people) : poses_(static_cast<std::size_t>(people)) {
        for (int id = 0; id < people; ++id) {
            Pose& pose = poses_[static_cast<std::size_t>(id)];
            pose.person = id;
            pose.x = static_cast<float>(100.0 * numbers_.next());
            pose.y = static_cast<float>(50.0 * numbers_.next());
            pose.heading_x = 1.0F;
            pose.activity = Activity::walking;
        }
    }

    Frame next(double time) {
        for (Pose& pose : poses_) {
            const double angle = std::atan2(static_cast<double>(pose.heading_y),
                                            static_cast<double>(pose.heading_x)) +
                                 0.3 * (numbers_.next() - 0.5);
            const double stride = 0.13 + 0.04 * (numbers_.next() - 0.5);
            pose.heading_x = static_cast<float>(std::cos(angle));
            pose.heading_y = static_cast<float>(std::sin(angle));
            pose.x += static_cast<float>(stride) * pose.heading_x;
            pose.y += static_cast<float>(stride) * pose.heading_y;
        }
        return {time, poses_};
    }

private:
    Numbers numbers_;
    std::vector<Pose> poses_;
};

}  // namespace

TEST_CASE("a chunk gives positions back to half a centimetre and headings to 2.2 degrees") {
    Strollers strollers(200);
    std::vector<Frame> frames;
    for (int f = 0; f < 10; ++f) {
        frames.push_back(strollers.next(0.1 * f));
        for (Pose& pose : frames.back().poses) {
            pose.unit = static_cast<std::int16_t>(f / 4 + pose.person % 3);
            pose.activity = static_cast<Activity>((f + pose.person) % 5);
        }
    }
    const auto again = decode_chunk(encode_chunk(frames));
    REQUIRE(again);
    REQUIRE(again->size() == frames.size());
    for (std::size_t f = 0; f < frames.size(); ++f) {
        CHECK((*again)[f].time == Approx(frames[f].time).margin(1e-6));
        REQUIRE((*again)[f].poses.size() == frames[f].poses.size());
        for (std::size_t i = 0; i < frames[f].poses.size(); ++i) {
            const Pose& before = frames[f].poses[i];
            const Pose& after = (*again)[f].poses[i];
            REQUIRE(after.person == before.person);
            REQUIRE(after.x == Approx(before.x).margin(0.00501));
            REQUIRE(after.y == Approx(before.y).margin(0.00501));
            REQUIRE(turned(before, after) < 2.2);
            REQUIRE(after.unit == before.unit);
            REQUIRE(after.activity == before.activity);
        }
    }
}

TEST_CASE("people may come, go and come back within a chunk") {
    // Person 4 is there throughout, 7 leaves after the first frame, 2 comes with the second, and 9
    // is missing in the second.
    const auto pose = [](int person, float x) {
        return Pose{person, x, -3.0F, 0.0F, -1.0F, 1, Activity::queueing};
    };
    const std::vector<Frame> frames{{0.0, {pose(4, 1.0F), pose(7, 5.0F), pose(9, 8.0F)}},
                                    {0.1, {pose(2, 0.0F), pose(4, 2.0F)}},
                                    {0.2, {pose(2, 0.5F), pose(4, 3.0F), pose(9, 8.5F)}}};
    const auto again = decode_chunk(encode_chunk(frames));
    REQUIRE(again);
    REQUIRE(again->size() == 3);
    for (std::size_t f = 0; f < 3; ++f) {
        REQUIRE((*again)[f].poses.size() == frames[f].poses.size());
        for (std::size_t i = 0; i < frames[f].poses.size(); ++i) {
            CHECK((*again)[f].poses[i].person == frames[f].poses[i].person);
            CHECK((*again)[f].poses[i].x == frames[f].poses[i].x);
            CHECK((*again)[f].poses[i].y == -3.0F);
        }
    }
}

TEST_CASE("a chunk without people or without frames is a chunk") {
    CHECK(decode_chunk(encode_chunk({}))->empty());
    const std::vector<Frame> empty{{3.0, {}}, {3.1, {}}};
    const auto again = decode_chunk(encode_chunk(empty));
    REQUIRE(again);
    REQUIRE(again->size() == 2);
    CHECK((*again)[1].time == Approx(3.1));
    CHECK((*again)[1].poses.empty());
}

TEST_CASE("2,000 people for 10 minutes at 10 frames a second take less than 25 MB") {
    // 25 MB over 2,000 x 600 x 10 poses are 2.08 bytes per pose. Strollers who change their mind
    // every 0.1 s need 1.96, more than any drill, where most people wait, queue or walk straight.
    constexpr int people = 2000;
    Strollers strollers(people);
    std::size_t bytes = 0;
    for (int second = 0; second < 5; ++second) {
        std::vector<Frame> frames;
        for (int f = 0; f < 10; ++f) {
            frames.push_back(strollers.next(second + 0.1 * f));
        }
        bytes += encode_chunk(frames).size();
    }
    const double bytes_per_pose = static_cast<double>(bytes) / (people * 50.0);
    CAPTURE(bytes_per_pose);
    CHECK(bytes_per_pose < 25e6 / (2000.0 * 600.0 * 10.0));
}

TEST_CASE("bytes that are no chunk are recognised") {
    Strollers strollers(20);
    const std::vector<Frame> frames{strollers.next(0.0), strollers.next(0.1)};
    const std::string good = encode_chunk(frames);
    CHECK_FALSE(decode_chunk(""));
    CHECK_FALSE(decode_chunk("hello"));
    CHECK_FALSE(decode_chunk(good.substr(0, good.size() / 2)));
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x55);
        INFO("byte " << i);
        // zlib's checksum guards the content; a few bits of its header mean nothing.
        const auto again = decode_chunk(bad);
        CHECK((!again || again->size() == 2));
    }
}
