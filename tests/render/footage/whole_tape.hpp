#pragma once

#include "render/footage/footage.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

namespace evac::testing {

/// The tape when nothing more comes on it; throws what kept it from being made.
inline std::shared_ptr<const render::Tape> whole_tape(const render::Footage& footage) {
    using namespace std::chrono_literals;
    render::TapeLog log;
    while (true) {
        const auto tape = footage.tape();
        if (tape) {
            tape->catch_up(log);
        }
        if (log.finished) {
            return tape;
        }
        if (const auto problems = footage.problems(); !problems.empty()) {
            throw InputError(problems);
        }
        std::this_thread::sleep_for(2ms);
    }
}

/// A scenario, run to its end.
inline std::shared_ptr<const render::Tape> rehearsed(const std::filesystem::path& scenario) {
    return whole_tape(*render::rehearse(read_scenario(scenario), 1));
}

/// A result, read to its end.
inline std::shared_ptr<const render::Tape> replayed(const std::filesystem::path& result) {
    return whole_tape(*render::play(std::make_unique<Replay>(result)));
}

}  // namespace evac::testing
