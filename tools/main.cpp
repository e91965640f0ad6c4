#include <fmt/core.h>

#include <string_view>

#include "tools/cli/version_text.hpp"

int main(int argument_count, char** arguments) {
    if (argument_count == 2 && std::string_view(arguments[1]) == "--version") {
        fmt::print("{}\n", evac::version_text());
        return 0;
    }
    fmt::print(stderr, "usage: evac --version\n");
    return 2;
}
