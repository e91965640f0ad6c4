#include "sim/record/chunk.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace evac {

namespace {

constexpr double microseconds = 1e6;  // frame times are kept as whole microseconds
constexpr int heading_sectors = 256;  // one byte
constexpr int heading_slack = 1;      // sectors a heading may be off before it is written anew
constexpr int zlib_level = 4;  // beyond it files shrink by 3 %, and writing takes twice as long
constexpr std::size_t largest_chunk = std::size_t{1} << 30U;  // more is no replay of ours

// ---- whole numbers as bytes: 7 bits each, the sign in the lowest bit ----

void put(std::string& column, std::int64_t value) {
    auto bits = (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
    while (bits >= 0x80U) {
        column.push_back(static_cast<char>((bits & 0x7fU) | 0x80U));
        bits >>= 7U;
    }
    column.push_back(static_cast<char>(bits));
}

/// Reads what `put` wrote. After the first thing that is wrong it only gives zeros.
class ColumnReader {
public:
    ColumnReader() = default;
    explicit ColumnReader(std::string_view bytes) : rest_(bytes) {}

    std::int64_t number() {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) {
                break;
            }
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            bits |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) {
                return static_cast<std::int64_t>(bits >> 1U) ^
                       -static_cast<std::int64_t>(bits & 1U);
            }
        }
        good_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view take(std::int64_t size) {
        if (size < 0 || static_cast<std::uint64_t>(size) > rest_.size()) {
            good_ = false;
            return {};
        }
        const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view rest() const { return rest_; }
    bool good() const { return good_; }
    bool read_out() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

// ---- poses as whole numbers ----

std::int64_t centimetres(float metres) {
    return std::llround(static_cast<double>(metres) / replay_resolution);
}

int sector_of(const Pose& pose) {
    const double angle =
        std::atan2(static_cast<double>(pose.heading_y), static_cast<double>(pose.heading_x));
    const auto sector =
        static_cast<int>(std::lround(angle * heading_sectors / (2 * std::numbers::pi)));
    return (sector + heading_sectors) % heading_sectors;
}

/// `to - from` on the circle, in [-128, 127].
int turn(int from, int to) {
    return (to - from + 3 * heading_sectors / 2) % heading_sectors - heading_sectors / 2;
}

struct Direction {
    float x;
    float y;
};

const std::array<Direction, heading_sectors>& directions() {
    static const auto table = [] {
        std::array<Direction, heading_sectors> all{};
        for (int i = 0; i < heading_sectors; ++i) {
            const double angle = 2 * std::numbers::pi * i / heading_sectors;
            all[static_cast<std::size_t>(i)] = {static_cast<float>(std::cos(angle)),
                                                static_cast<float>(std::sin(angle))};
        }
        return all;
    }();
    return table;
}

enum Column { times, tracks, xs, ys, headings, units, activities, column_count };

/// What the next pose of a track is compared with. A steady walk foretells its next position, so
/// what is left to write is mostly -1, 0 or 1 cm.
struct Last {
    std::int64_t x = 0, y = 0, step_x = 0, step_y = 0;
    int sector = 0;
    std::int64_t unit = 0, activity = 0;
    bool first = true;
};

void put_pose(std::array<std::string, column_count>& columns, Last& last, const Pose& pose) {
    const std::int64_t x = centimetres(pose.x);
    const std::int64_t y = centimetres(pose.y);
    put(columns[xs], x - last.x - last.step_x);
    put(columns[ys], y - last.y - last.step_y);
    last.step_x = last.first ? 0 : x - last.x;
    last.step_y = last.first ? 0 : y - last.y;
    last.x = x;
    last.y = y;

    const int turned = turn(last.sector, sector_of(pose));
    const int written = last.first || std::abs(turned) > heading_slack ? turned : 0;
    put(columns[headings], written);
    last.sector = (last.sector + written + heading_sectors) % heading_sectors;

    put(columns[units], pose.unit - last.unit);
    put(columns[activities], static_cast<std::int64_t>(pose.activity) - last.activity);
    last.unit = pose.unit;
    last.activity = static_cast<std::int64_t>(pose.activity);
    last.first = false;
}

Pose take_pose(std::array<ColumnReader, column_count>& columns, Last& last, std::int64_t person) {
    const std::int64_t x = last.x + last.step_x + columns[xs].number();
    const std::int64_t y = last.y + last.step_y + columns[ys].number();
    last.step_x = last.first ? 0 : x - last.x;
    last.step_y = last.first ? 0 : y - last.y;
    last.x = x;
    last.y = y;
    last.sector =
        static_cast<int>((last.sector + columns[headings].number()) & (heading_sectors - 1));
    last.unit += columns[units].number();
    last.activity += columns[activities].number();
    last.first = false;

    const Direction& direction = directions()[static_cast<std::size_t>(last.sector)];
    return {static_cast<std::int32_t>(person),
            static_cast<float>(static_cast<double>(x) * replay_resolution),
            static_cast<float>(static_cast<double>(y) * replay_resolution),
            direction.x,
            direction.y,
            static_cast<std::int16_t>(last.unit),
            static_cast<Activity>(last.activity)};
}

std::string deflated(const std::string& raw) {
    uLongf size = compressBound(raw.size());
    std::string packed(size, '\0');
    [[maybe_unused]] const int result =
        compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(raw.data()), raw.size(), zlib_level);
    assert(result == Z_OK);
    packed.resize(size);
    return packed;
}

std::optional<std::string> inflated(std::string_view packed, std::int64_t size) {
    if (size < 0 || static_cast<std::uint64_t>(size) > largest_chunk) {
        return std::nullopt;
    }
    std::string raw(static_cast<std::size_t>(size), '\0');
    uLongf length = raw.size();
    const int result = uncompress(reinterpret_cast<Bytef*>(raw.data()), &length,
                                  reinterpret_cast<const Bytef*>(packed.data()), packed.size());
    if (result != Z_OK || length != raw.size()) {
        return std::nullopt;
    }
    return raw;
}

}  // namespace

std::string encode_chunk(std::span<const Frame> frames) {
    std::array<std::string, column_count> columns;
    put(columns[times], static_cast<std::int64_t>(frames.size()));
    std::int64_t last_time = 0;
    for (const Frame& frame : frames) {
        const std::int64_t time = std::llround(frame.time * microseconds);
        put(columns[times], time - last_time);
        last_time = time;
        assert(std::is_sorted(frame.poses.begin(), frame.poses.end(),
                              [](const Pose& a, const Pose& b) { return a.person < b.person; }));
    }

    // All frames are walked side by side, person by person; a stay without a gap is one track.
    std::vector<std::size_t> next(frames.size(), 0);
    const auto is_next = [&](std::size_t f, std::int32_t person) {
        return next[f] < frames[f].poses.size() && frames[f].poses[next[f]].person == person;
    };
    std::int32_t last_person = 0;
    for (;;) {
        std::optional<std::int32_t> person;
        for (std::size_t f = 0; f < frames.size(); ++f) {
            if (next[f] < frames[f].poses.size()) {
                const std::int32_t candidate = frames[f].poses[next[f]].person;
                person = person ? std::min(*person, candidate) : candidate;
            }
        }
        if (!person) {
            break;
        }
        for (std::size_t f = 0; f < frames.size();) {
            if (!is_next(f, *person)) {
                ++f;
                continue;
            }
            const std::size_t first = f;
            Last last;
            for (; f < frames.size() && is_next(f, *person); ++f) {
                put_pose(columns, last, frames[f].poses[next[f]++]);
            }
            put(columns[tracks], *person - last_person);
            put(columns[tracks], static_cast<std::int64_t>(first));
            put(columns[tracks], static_cast<std::int64_t>(f - first));
            last_person = *person;
        }
    }

    std::string raw;
    for (const std::string& column : columns) {
        put(raw, static_cast<std::int64_t>(column.size()));
        raw += column;
    }
    std::string bytes;
    put(bytes, static_cast<std::int64_t>(raw.size()));
    return bytes + deflated(raw);
}

std::optional<std::vector<Frame>> decode_chunk(std::string_view bytes) {
    ColumnReader packed(bytes);
    const std::int64_t size = packed.number();
    const std::optional<std::string> raw = inflated(packed.rest(), size);
    if (!packed.good() || !raw) {
        return std::nullopt;
    }
    ColumnReader all(*raw);
    std::array<ColumnReader, column_count> columns;
    for (ColumnReader& column : columns) {
        column = ColumnReader(all.take(all.number()));
    }
    const std::int64_t count = columns[times].number();
    if (!all.read_out() || count < 0 || static_cast<std::uint64_t>(count) > raw->size()) {
        return std::nullopt;
    }

    std::vector<Frame> frames(static_cast<std::size_t>(count));
    std::int64_t time = 0;
    for (Frame& frame : frames) {
        time += columns[times].number();
        frame.time = static_cast<double>(time) / microseconds;
    }
    std::int64_t person = 0;
    while (columns[tracks].good() && !columns[tracks].read_out()) {
        person += columns[tracks].number();
        const std::int64_t first = columns[tracks].number();
        const std::int64_t stay = columns[tracks].number();
        if (first < 0 || stay < 1 || first > count || stay > count - first) {
            return std::nullopt;
        }
        Last last;
        for (std::int64_t f = first; f < first + stay; ++f) {
            frames[static_cast<std::size_t>(f)].poses.push_back(take_pose(columns, last, person));
        }
    }
    const bool whole = std::all_of(columns.begin(), columns.end(),
                                   [](const ColumnReader& column) { return column.read_out(); });
    return whole ? std::optional(std::move(frames)) : std::nullopt;
}

}  // namespace evac
