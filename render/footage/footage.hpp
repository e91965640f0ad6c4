#pragma once

#include "render/footage/tape.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/record/replay.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace evac::render {

/// A drill to be watched, filled into a tape on a thread of its own: from a replay as fast as the
/// disk gives it, or by running the drill as fast as the machine can. Ends with the object.
class Footage {
public:
    /// The work of the thread: it makes the tape, hands it over and fills it. Whatever it throws as
    /// InputError becomes the tape's problem, or problems() where there is no tape yet.
    using Work = std::function<void(Footage&, const std::stop_token&)>;

    explicit Footage(Work work);
    Footage(const Footage&) = delete;
    Footage& operator=(const Footage&) = delete;
    ~Footage() = default;

    /// Null while people are still being placed.
    std::shared_ptr<const Tape> tape() const;
    /// Why there will be no tape; empty if there is or may be one.
    std::vector<Problem> problems() const;

    void hand_over(std::shared_ptr<Tape> tape);  ///< for the work

private:
    mutable std::mutex mutex_;
    std::shared_ptr<Tape> tape_;
    std::vector<Problem> problems_;
    std::jthread worker_;  ///< last: it ends before the rest goes
};

/// A drill to be watched and what is known of where it comes from.
struct Watched {
    std::unique_ptr<Footage> footage;
    Label name;                        ///< of the drill
    std::filesystem::path drill_file;  ///< what can be changed and run again; may be gone
    std::uint64_t seed = 1;
    double time_limit = 0.0;  ///< of a drill that runs [s]
};

/// Plays a replay with the findings that lie beside it. The replay is open already, so that what is
/// wrong with its head was told.
std::unique_ptr<Footage> play(std::unique_ptr<Replay> replay);

/// Runs a drill with so many threads.
std::unique_ptr<Footage> rehearse(Scenario scenario, int threads);

/// Ends what need not be waited for (a drill that still runs, a future) on a thread of its own.
template <class Thing>
void let_go(Thing thing) {
    std::thread([held = std::move(thing)] {}).detach();
}

/// A building without people: one moment, in which nothing happens.
std::unique_ptr<Footage> show_plan(Plan plan, std::string id, Label name);

}  // namespace evac::render
