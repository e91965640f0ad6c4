#include "render/footage/footage.hpp"
#include "sim/findings/findings_file.hpp"
#include "sim/record/chunk.hpp"
#include "sim/record/curve_point.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <system_error>
#include <utility>

namespace evac::render {

namespace {

/// The exit nearest to where somebody was last seen inside.
int nearest_exit(const Plan& plan, const Pose& pose) {
    const Vec2 here(static_cast<double>(pose.x), static_cast<double>(pose.y));
    int best = -1;
    double least = never;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        const bool of_unit = opening.units[0] == pose.unit || opening.units[1] == pose.unit;
        if (opening.exit && of_unit && distance(opening.line, here) < least) {
            least = distance(opening.line, here);
            best = static_cast<int>(o);
        }
    }
    return best;
}

/// A replay that was cut off does not say who left where and when: it is seen in the frames, right
/// within the second between two looks.
class DepartureWatch {
public:
    explicit DepartureWatch(std::size_t people) : fates_(people), inside_(people) {}

    void look(const Plan& plan, const Frame& frame) {
        std::vector<std::optional<Pose>> inside(fates_.size());
        for (const Pose& pose : frame.poses) {
            if (pose.activity != Activity::outdoors) {
                inside[static_cast<std::size_t>(pose.person)] = pose;
            }
        }
        for (std::size_t person = 0; person < fates_.size(); ++person) {
            if (inside[person]) {
                fates_[person] = {};
            } else if (inside_[person]) {
                fates_[person] = {frame.time, nearest_exit(plan, *inside_[person])};
            } else if (first_) {
                fates_[person] = {frame.time, -1};  // in the open from the start
            }
        }
        inside_ = std::move(inside);
        first_ = false;
    }

    std::vector<Departure> departures() const { return departures_of(fates_); }

private:
    struct Fate {
        double exit_time = never;  ///< [s]
        int exit_opening = -1;
    };

    std::vector<Fate> fates_;                  ///< per person
    std::vector<std::optional<Pose>> inside_;  ///< per person: at the last look
    bool first_ = true;
};

/// Results of older versions, and replays on their own, have no findings.
std::vector<Finding> findings_beside(const Replay& replay) {
    const std::filesystem::path file = replay.file().parent_path() / "findings.json";
    std::error_code error;
    try {
        return std::filesystem::exists(file, error) ? read_findings(file, replay.info().plan)
                                                    : std::vector<Finding>();
    } catch (const InputError&) {
        return {};  // that the replay can be watched does not depend on them
    }
}

void fill(Tape& tape, Replay& replay, const std::stop_token& stop) {
    const Plan& plan = tape.info().plan;
    DepartureWatch watch(tape.info().people.size());
    double last = -1.0;
    const std::size_t count = replay.chunk_count();
    for (std::size_t chunk = 0; chunk < count && !stop.stop_requested(); ++chunk) {
        Replay::Packed packed = replay.packed(chunk);
        const auto frames = decode_chunk(packed.bytes);
        if (!frames || frames->empty()) {
            throw InputError({{replay.file().string(), "", "", message(MessageId::record_damaged),
                               message(MessageId::record_damaged_remedy)}});
        }
        tape.append(packed.time, std::move(packed.bytes));
        std::vector<CurvePoint> points;
        for (const Frame& frame : *frames) {
            const double second = std::floor(frame.time + 1e-6);
            if (second > last) {
                points.push_back(curve_point(plan, frame));
            }
            // At whole seconds, and to the last frame of a record that breaks off.
            if (!replay.whole() && (second > last || chunk + 1 == count)) {
                watch.look(plan, frame);
            }
            last = std::max(last, second);
        }
        tape.write([&](TapeLog& log) {
            log.curve.insert(log.curve.end(), points.begin(), points.end());
            if (!replay.whole()) {
                log.departures = watch.departures();
            }
            log.end = frames->back().time;
        });
    }
}

}  // namespace

std::unique_ptr<Footage> play(std::unique_ptr<Replay> replay) {
    // std::function copies what it holds, a replay cannot be copied.
    const std::shared_ptr<Replay> shared = std::move(replay);
    return std::make_unique<Footage>([shared](Footage& footage, const std::stop_token& stop) {
        auto tape = std::make_shared<Tape>(shared->info(), shared->end_time());
        tape->write([&](TapeLog& log) {
            log.events = shared->events();
            log.findings = findings_beside(*shared);
            if (shared->whole()) {
                log.departures = departures_of(shared->info().people);
            }
        });
        footage.hand_over(tape);
        fill(*tape, *shared, stop);
        tape->write([&](TapeLog& log) { log.whole = shared->whole(); });
    });
}

std::unique_ptr<Footage> show_plan(Plan plan, std::string id, Label name) {
    ReplayInfo info;
    info.plan = std::move(plan);
    info.fixture_present.assign(info.plan.fixtures.size(), 1);
    info.scenario_id = std::move(id);
    info.scenario_name = std::move(name);
    info.frames_per_second = 1.0;
    return std::make_unique<Footage>(
        [info = std::move(info)](Footage& footage, const std::stop_token&) {
            auto tape = std::make_shared<Tape>(info);
            tape->append(0.0, encode_chunk(std::vector<Frame>(1)));
            tape->write([](TapeLog& log) { log.whole = true; });
            footage.hand_over(tape);
        });
}

}  // namespace evac::render
