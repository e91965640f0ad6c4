#include "tools/run/progress.hpp"

#include "sim/text/message.hpp"
#include "tools/cli/format.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace evac {

namespace {

constexpr double redraw_every = 0.1;  ///< of real time [s]; faster only flickers
constexpr double line_every = 30.0;   ///< of simulated time [s]
constexpr int bar_width = 24;         ///< columns

std::string bar(double share) {
    const int full = static_cast<int>(share * bar_width);
    std::string text;
    for (int column = 0; column < bar_width; ++column) {
        text += column < full ? "█" : "░";
    }
    return text;
}

}  // namespace

Progress::Progress(Language language, bool quiet, int people)
    : language_(language), quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0), people_(people) {}

void Progress::show(double simulated, int inside, int out, double wall) {
    if (quiet_) {
        return;
    }
    if (terminal_ ? wall - last_wall_ < redraw_every : simulated - last_line_ < line_every) {
        return;
    }
    last_wall_ = wall;
    last_line_ = simulated;
    const std::string speed = wall > 0.0 ? fmt::format("{:.0f}", simulated / wall) : "-";
    const std::string text = say(language_, MessageId::run_progress, clock_text(simulated),
                                 count_text(inside), count_text(out), speed);
    if (terminal_) {
        const double share = people_ > 0 ? static_cast<double>(out) / people_ : 1.0;
        fmt::print(stderr, "\r{} {}\x1b[K", bar(share), text);
        std::fflush(stderr);
        line_open_ = true;
    } else {
        fmt::print(stderr, "{}\n", text);
    }
}

void Progress::finish() {
    if (line_open_) {
        fmt::print(stderr, "\n");
        line_open_ = false;
    }
}

}  // namespace evac
