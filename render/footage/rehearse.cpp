#include "render/footage/footage.hpp"
#include "sim/drill/drill.hpp"
#include "sim/drill/exit_ahead.hpp"
#include "sim/findings/crowding_findings.hpp"
#include "sim/record/capture.hpp"
#include "sim/record/chunk.hpp"
#include "sim/record/density.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

/// Puts what a drill does on tape, second by second.
class Camera {
public:
    explicit Camera(const Drill& drill)
        : per_second_(std::llround(1.0 / drill.scenario.step)),
          per_frame_(std::llround(1.0 / (drill.scenario.step * drill.scenario.frames_per_second))),
          per_chunk_(static_cast<std::size_t>(
              std::max(1.0, std::round(drill.scenario.frames_per_second)))),
          aim_(drill.people.size(), -1),
          densities_(density_maps(drill.plan())),
          crowding_(watch_crowding(drill)) {}

    /// What is due at this step.
    void look(Tape& tape, const Drill& drill) {
        const bool frame_due = drill.steps % per_frame_ == 0;
        const bool second_due = drill.steps % per_second_ == 0;
        if (!frame_due && !second_due) {
            return;
        }
        Frame frame = capture(drill);
        if (second_due) {
            add_frame(densities_, drill.plan(), frame);
            observe(crowding_, drill);
        }
        if (frame_due) {
            frames_.push_back(std::move(frame));
            if (frames_.size() == per_chunk_) {
                store(tape, drill);
            }
        }
    }

    void finish(Tape& tape, const Drill& drill) {
        store(tape, drill);
        tape.write([&](TapeLog& log) {
            log.findings = crowding_findings(drill.plan(), crowding_, densities_);
            log.whole = true;
        });
    }

private:
    void store(Tape& tape, const Drill& drill) {
        if (!frames_.empty()) {
            tape.append(frames_.front().time, encode_chunk(frames_));
        }
        const Outcome& outcome = drill.outcome;
        std::vector<Aim> aims;
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            const int exit = exit_ahead(drill, slot);
            int& before = aim_[static_cast<std::size_t>(drill.crowd.id[slot])];
            if (exit >= 0 && exit != before) {
                before = exit;
                aims.push_back({drill.crowd.id[slot], exit});
            }
        }
        tape.write([&](TapeLog& log) {
            log.aims.insert(log.aims.end(), aims.begin(), aims.end());
            const auto add_new = [](auto& to, const auto& from) {
                to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(to.size()),
                          from.end());
            };
            add_new(log.events, outcome.happenings);
            add_new(log.curve, outcome.curve);
            log.departures = departures_of(outcome.people);
            log.end = frames_.empty() ? log.end : frames_.back().time;
        });
        frames_.clear();
    }

    std::int64_t per_second_;
    std::int64_t per_frame_;
    std::size_t per_chunk_;
    std::vector<Frame> frames_;
    std::vector<int> aim_;  ///< per person: the exit told last
    std::vector<DensityMap> densities_;
    Crowding crowding_;
};

}  // namespace

std::unique_ptr<Footage> rehearse(Scenario scenario, int threads) {
    return std::make_unique<Footage>(
        [scenario = std::move(scenario), threads](Footage& footage, const std::stop_token& stop) {
            Drill drill(scenario, threads);
            const auto tape = std::make_shared<Tape>(replay_info(drill.scenario, drill.people));
            footage.hand_over(tape);
            Camera camera(drill);
            camera.look(*tape, drill);
            while (!finished(drill) && !stop.stop_requested()) {
                step(drill);
                camera.look(*tape, drill);
            }
            if (!stop.stop_requested()) {
                conclude(drill);
                camera.finish(*tape, drill);
            }
        });
}

}  // namespace evac::render
