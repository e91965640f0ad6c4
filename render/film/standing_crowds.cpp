#include "render/film/standing_crowds.hpp"

#include "sim/findings/crowding.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

using Square = std::array<int, 3>;  // level, column, row

struct Standing {
    Square square{};
    const Walker* walker = nullptr;
};

StandingCrowd crowd_of(const std::vector<const Walker*>& members) {
    Vec2 mean = Vec2::Zero();
    for (const Walker* const walker : members) {
        mean += walker->place / static_cast<double>(members.size());
    }
    const Walker* nearest = members.front();
    for (const Walker* const walker : members) {
        if ((walker->place - mean).squaredNorm() < (nearest->place - mean).squaredNorm()) {
            nearest = walker;
        }
    }
    return {static_cast<int>(members.size()), nearest->unit, nearest->place};
}

}  // namespace

std::vector<StandingCrowd> standing_crowds(const Plan& plan, const std::vector<Walker>& walkers) {
    std::vector<Standing> standing;
    for (const Walker& walker : walkers) {
        if (walker.activity == Activity::queueing) {
            const auto cell = [](double x) { return static_cast<int>(std::floor(x / queue_gap)); };
            standing.push_back(
                {{unit_at(plan, walker.unit).level, cell(walker.place.x()), cell(walker.place.y())},
                 &walker});
        }
    }
    std::stable_sort(standing.begin(), standing.end(),
                     [](const Standing& a, const Standing& b) { return a.square < b.square; });
    const auto first_in = [&](const Square& square) {
        return static_cast<std::size_t>(
            std::lower_bound(standing.begin(), standing.end(), square,
                             [](const Standing& one, const Square& s) { return one.square < s; }) -
            standing.begin());
    };
    std::vector<char> taken(standing.size(), 0);
    std::vector<StandingCrowd> crowds;
    for (std::size_t i = 0; i < standing.size(); ++i) {
        if (taken[i] != 0) {
            continue;
        }
        std::vector<const Walker*> members;
        std::vector<Square> open{standing[i].square};
        while (!open.empty()) {
            const Square square = open.back();
            open.pop_back();
            bool fresh = false;
            for (std::size_t k = first_in(square);
                 k < standing.size() && standing[k].square == square; ++k) {
                fresh = fresh || taken[k] == 0;
                if (taken[k] == 0) {
                    taken[k] = 1;
                    members.push_back(standing[k].walker);
                }
            }
            for (int dx = -1; fresh && dx <= 1; ++dx) {
                for (int dy = -1; dy <= 1; ++dy) {
                    open.push_back({square[0], square[1] + dx, square[2] + dy});
                }
            }
        }
        if (static_cast<int>(members.size()) >= least_crowd) {
            crowds.push_back(crowd_of(members));
        }
    }
    return crowds;
}

}  // namespace evac::render
