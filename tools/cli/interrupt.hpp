#pragma once

namespace evac {

/// While it lives, Ctrl-C does not end the program but is noted, so that a command can stop where
/// nothing is half-written. A second Ctrl-C ends the program at once. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Whether Ctrl-C was pressed.
    static bool asked();

    /// Exit code of a program ended by Ctrl-C, as the shell has it.
    static constexpr int exit_code = 130;
};

}  // namespace evac
