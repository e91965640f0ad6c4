// Catch2's own main function takes seconds to compile; alone in its file, it does so only once.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
