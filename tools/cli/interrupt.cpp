#include "tools/cli/interrupt.hpp"

#include <csignal>

namespace evac {

namespace {

volatile std::sig_atomic_t pressed = 0;

void note(int) {
    pressed = 1;
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
    pressed = 0;
    std::signal(SIGINT, note);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
}

bool Interrupt::asked() {
    return pressed != 0;
}

}  // namespace evac
