#include "tools/cli/program.hpp"

int main(int argument_count, char** arguments) {
    return evac::run_program(argument_count, arguments);
}
