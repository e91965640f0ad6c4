#include "sim/crowd/precedence.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

Crowd one_person(double way_left) {
    Crowd crowd;
    add_person(crowd, 0, {0.0, 0.0}, 0.23, 1.3, 0);
    crowd.remaining[0] = way_left;
    return crowd;
}

}  // namespace

TEST_CASE("whoever stands for long counts as nearer to the target") {
    Crowd crowd = one_person(6.0);
    CHECK(claimed_way(crowd, 0) == 6.0);
    for (int second = 0; second < 13; ++second) {
        mind_waiting(crowd, 0, 1.0);
    }
    CHECK(claimed_way(crowd, 0) == Approx(5.5));
    // Somebody who is as near as that, and has just come, still leads.
    Neighbour other{};
    other.id = 1;
    other.mode = Mode::walking;
    crowd.mode[0] = Mode::walking;
    crowd.target[0] = other.target = 3;
    other.claimed_way = 5.4;
    CHECK(relation(crowd, 0, other, 1.0, 0.0, {}) == Relation::leads);
    other.claimed_way = 5.6;
    CHECK(relation(crowd, 0, other, 1.0, 0.0, {}) == Relation::nobody);

    // Half a metre on, it begins anew; a shuffle is not enough.
    crowd.x[0] = 0.4;
    mind_waiting(crowd, 0, 1.0);
    CHECK(claimed_way(crowd, 0) == Approx(5.45));
    crowd.x[0] = 0.6;
    mind_waiting(crowd, 0, 1.0);
    CHECK(claimed_way(crowd, 0) == 6.0);
}

TEST_CASE("nobody claims more than two bodies, and nothing just before the opening") {
    Crowd crowd = one_person(20.0);
    for (int second = 0; second < 600; ++second) {
        mind_waiting(crowd, 0, 1.0);
    }
    CHECK(claimed_way(crowd, 0) == Approx(19.0));
    double before = 20.0;
    for (double way = 8.0; way > -1.0; way -= 0.1) {
        crowd.remaining[0] = way;
        const double claimed = claimed_way(crowd, 0);
        CHECK(claimed < before);  // nearer is nearer
        CHECK(claimed <= way);
        before = claimed;
    }
    crowd.remaining[0] = 0.4;
    CHECK(claimed_way(crowd, 0) == 0.4);
}
