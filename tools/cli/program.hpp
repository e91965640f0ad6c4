#pragma once

namespace evac {

/// The whole program behind main(): reads the command line, runs one subcommand, tells what went
/// wrong. Exit codes: 0 fine, 1 findings, 2 bad input or usage, 3 our own fault.
int run_program(int argument_count, const char* const* arguments);

}  // namespace evac
