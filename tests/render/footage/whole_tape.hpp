#pragma once

#include "render/footage/footage.hpp"
#include "tools/view/source.hpp"

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

/// A scenario, run to its end, or a result.
inline std::shared_ptr<const render::Tape> tape_of(const std::filesystem::path& source) {
    return whole_tape(*open_source(source, std::nullopt).footage);
}

}  // namespace evac::testing
