#include "sim/text/nearest.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace evac;

TEST_CASE("Letters apart counts what must be typed to mend a word") {
    CHECK(letters_apart("hall", "hall") == 0);
    CHECK(letters_apart("hall", "halls") == 1);   // put in
    CHECK(letters_apart("hall", "hal") == 1);     // taken out
    CHECK(letters_apart("hall", "hell") == 1);    // changed
    CHECK(letters_apart("hall", "hlal") == 1);    // neighbours swapped
    CHECK(letters_apart("", "hall") == 4);
    CHECK(letters_apart("kitten", "sitting") == 3);
}

TEST_CASE("The nearest id is offered only when it can be a slip of the pen") {
    const std::vector<std::string> ids{"c-101", "c-203", "store"};
    CHECK(nearest("c-230", ids) == "c-203");
    CHECK(nearest("C-101", ids) == "c-101");
    CHECK(nearest("stoer", ids) == "store");
    CHECK_FALSE(nearest("kitchen", ids).has_value());
    CHECK_FALSE(nearest("c-101", std::vector<std::string>{}).has_value());
}
