#include "sim/crowd/packing.hpp"

#include "sim/crowd/neighbour_cells.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Every stage draws from its own range of numbers, so that none repeats another's choices.
constexpr std::uint32_t sequential_draws = 0;
constexpr std::uint32_t growing_draws = 1U << 30U;
constexpr std::uint32_t row_draws = 1U << 31U;

constexpr double pi = 3.141592653589793;

double widest_of(std::span<const double> radii) {
    return *std::max_element(radii.begin(), radii.end());
}

double mean_of(std::span<const double> radii) {
    double sum = 0.0;
    for (const double radius : radii) {
        sum += radius;
    }
    return sum / static_cast<double>(radii.size());
}

/// Share of the free floor that the bodies cover.
double coverage(const FreeFloor& floor, std::span<const double> radii) {
    double discs = 0.0;
    for (const double radius : radii) {
        discs += pi * radius * radius;
    }
    return discs / std::max(floor.free_area(), 1e-9);
}

bool add_from(const FreeFloor& floor, std::span<const double> radii, double scale, const Draw& draw,
              std::uint32_t number, bool off_doors, std::vector<Vec2>& places) {
    constexpr int attempts = 300;  // at 0.4 of the floor covered, one in about 20 succeeds
    places.clear();
    NeighbourCells cells(floor.box(), 2.0 * scale * widest_of(radii));
    for (std::size_t i = 0; i < radii.size(); ++i) {
        bool found = false;
        for (int attempt = 0; attempt < attempts && !found; ++attempt) {
            Vec2 place;
            if (!floor.random_place(draw, number, place)) {
                return false;
            }
            number += 3;
            const auto apart = [&](int other) {
                const auto o = static_cast<std::size_t>(other);
                const double gap = scale * (radii[i] + radii[o]);
                return (place - places[o]).squaredNorm() >= gap * gap;
            };
            if (cells.visit_near(place, apart) &&
                floor.has_room(place, scale * radii[i], off_doors)) {
                cells.add(static_cast<int>(i), place);
                places.push_back(place);
                found = true;
            }
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/// Bodies that overlap each other or a wall push themselves apart, one after the other, again and
/// again. True once nobody overlaps anything.
class Pushing {
public:
    Pushing(const FreeFloor& floor, std::span<const double> radii, bool off_doors,
            std::vector<Vec2>& places)
        : floor_(floor),
          radii_(radii),
          off_doors_(off_doors),
          places_(places),
          cells_(floor.box(), 2.0 * (widest_of(radii) + slack)) {}

    bool run() {
        constexpr int rounds = 400;  // a crowd that can come to rest does so within half of these
        for (int round = 0; round < rounds; ++round) {
            sort();
            if (at_rest()) {
                return true;
            }
            for (std::size_t i = 0; i < places_.size(); ++i) {
                const Vec2 before = places_[i];
                push_apart(i);
                push_off_walls(i);
                if (!floor_.on_floor(places_[i])) {
                    places_[i] = before;
                }
            }
        }
        sort();
        return at_rest();
    }

private:
    /// Bodies aim for this much more than they need, or they would approach it for ever [m].
    static constexpr double slack = 0.001;

    void sort() {
        cells_.clear();
        for (std::size_t i = 0; i < places_.size(); ++i) {
            cells_.add(static_cast<int>(i), places_[i]);
        }
    }

    bool at_rest() const {
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const auto apart = [&](int other) {
                const auto o = static_cast<std::size_t>(other);
                const double gap = radii_[i] + radii_[o];
                return o == i || (places_[i] - places_[o]).squaredNorm() >= gap * gap;
            };
            if (!cells_.visit_near(places_[i], apart) ||
                !floor_.has_room(places_[i], radii_[i], off_doors_)) {
                return false;
            }
        }
        return true;
    }

    void push_apart(std::size_t i) {
        cells_.visit_near(places_[i], [&](int other) {
            const auto o = static_cast<std::size_t>(other);
            const Vec2 offset = places_[o] - places_[i];
            const double gap = radii_[i] + radii_[o] + slack;
            if (o == i || offset.squaredNorm() >= gap * gap) {
                return true;
            }
            const double length = offset.norm();
            const Vec2 direction = length > 0.0 ? Vec2(offset / length) : Vec2(1.0, 0.0);
            // Half of the way; the other does its half when its turn comes.
            places_[i] -= 0.5 * (gap - length) * direction;
            return true;
        });
    }

    void push_off_walls(std::size_t i) {
        Vec2& place = places_[i];
        for (const std::int32_t index : floor_.lines_near(place)) {
            const FreeFloor::Line& line = floor_.lines()[static_cast<std::size_t>(index)];
            if (line.door && !off_doors_) {
                continue;
            }
            const double wanted = radii_[i] + slack + (line.door ? door_margin : 0.0);
            const Vec2 offset = place - closest_point(line.segment, place);
            const double length = offset.norm();
            if (length > 0.0 && length < wanted) {
                place += offset * ((wanted - length) / length);
            }
        }
    }

    const FreeFloor& floor_;
    std::span<const double> radii_;
    bool off_doors_;
    std::vector<Vec2>& places_;
    NeighbourCells cells_;
};

struct Lattice {
    double spacing = 0.0;       ///< [m]
    Vec2 along{1.0, 0.0};       ///< unit vector of the rows
    Vec2 shift = Vec2::Zero();  ///< of the lattice's origin, as shares of the spacing
};

std::vector<Vec2> lattice_places(const FreeFloor& floor, const Lattice& lattice, double radius,
                                 bool off_doors) {
    constexpr double row_height = 0.8660254037844386;  // sqrt(3) / 2
    const Vec2 across = left_of(lattice.along);
    const Vec2 middle = 0.5 * (floor.box().low + floor.box().high);
    const double half_diagonal = 0.5 * floor.box().size().norm();
    const int reach = static_cast<int>(half_diagonal / (row_height * lattice.spacing)) + 2;
    std::vector<Vec2> places;
    for (int row = -reach; row <= reach; ++row) {
        for (int step = -reach; step <= reach; ++step) {
            const double x = step + lattice.shift.x() + ((row & 1) != 0 ? 0.5 : 0.0);
            const double y = row_height * (row + lattice.shift.y());
            const Vec2 place = middle + lattice.spacing * (x * lattice.along + y * across);
            if (floor.has_room(place, radius, off_doors)) {
                places.push_back(place);
            }
        }
    }
    return places;
}

Vec2 direction_of_longest_wall(const FreeFloor& floor) {
    Segment longest;
    for (const Segment& edge : edges(floor.area())) {
        if (edge.length() > longest.length()) {
            longest = edge;
        }
    }
    return longest.length() > 0.0 ? Vec2((longest.b - longest.a) / longest.length())
                                  : Vec2(1.0, 0.0);
}

/// The fullest lattice of this spacing over some turns and shifts.
std::vector<Vec2> best_lattice(const FreeFloor& floor, double spacing, double radius,
                               bool off_doors) {
    const Vec2 along = direction_of_longest_wall(floor);
    constexpr int shifts = 4;
    std::vector<Vec2> best;
    for (const Vec2& rows : {along, left_of(along)}) {
        for (int shift = 0; shift < shifts * shifts; ++shift) {
            const Vec2 offset(shift % shifts / double(shifts), shift / shifts / double(shifts));
            std::vector<Vec2> places =
                lattice_places(floor, {spacing, rows, offset}, radius, off_doors);
            if (places.size() > best.size()) {
                best = std::move(places);
            }
        }
    }
    return best;
}

void shuffle(std::vector<Vec2>& places, const Draw& draw, std::uint32_t number) {
    for (std::size_t left = places.size(); left > 1; --left) {
        const double choice = draw.uniform(number++) * static_cast<double>(left);
        std::swap(places[left - 1], places[std::min(static_cast<std::size_t>(choice), left - 1)]);
    }
}

}  // namespace

bool add_one_by_one(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                    bool off_doors, std::vector<Vec2>& places) {
    return add_from(floor, radii, 1.0, draw, sequential_draws, off_doors, places);
}

bool grow_and_push(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                   bool off_doors, std::vector<Vec2>& places) {
    constexpr double easy = 0.35;  // what sequential addition manages everywhere
    const double scale = std::min(1.0, std::sqrt(easy / coverage(floor, radii)));
    return add_from(floor, radii, scale, draw, growing_draws, off_doors, places) &&
           Pushing(floor, radii, off_doors, places).run();
}

bool pack_in_rows(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                  bool off_doors, std::vector<Vec2>& places) {
    const double mean = mean_of(radii);
    // From the spacing at which the count would fill the free floor down to just below that of
    // touching bodies: pushing against the walls wins a little more than a rigid lattice.
    const double fullest = 1.97 * mean;
    double spacing = std::sqrt(floor.free_area() / (0.866 * static_cast<double>(radii.size())));
    for (spacing = std::max(spacing, fullest);; spacing = std::max(0.985 * spacing, fullest)) {
        places = best_lattice(floor, spacing, mean, off_doors);
        if (places.size() >= radii.size()) {
            break;
        }
        if (spacing == fullest) {
            return false;
        }
    }
    shuffle(places, draw, row_draws);
    places.resize(radii.size());
    return Pushing(floor, radii, off_doors, places).run();
}

bool place_bodies(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                  std::vector<Vec2>& places) {
    places.clear();
    if (radii.empty()) {
        return true;
    }
    const double covered = coverage(floor, radii);
    constexpr double hexagonal = 0.9069;  // pi / sqrt(12): no packing covers more
    if (covered > hexagonal) {
        return false;
    }
    for (const bool off_doors : {true, false}) {
        if (covered < 0.5 && add_one_by_one(floor, radii, draw, off_doors, places)) {
            return true;
        }
        if (covered < 0.85 && grow_and_push(floor, radii, draw, off_doors, places)) {
            return true;
        }
        if (pack_in_rows(floor, radii, draw, off_doors, places)) {
            return true;
        }
    }
    return false;
}

int how_many_fit(const FreeFloor& floor, std::span<const double> radii, const Draw& draw) {
    // `fits` did, `too_many` did not. Nobody knows whether one more than too many would.
    std::size_t fits = 0;
    std::size_t too_many = radii.size() + 1;
    while (too_many - fits > std::max<std::size_t>(1, too_many / 100)) {
        const std::size_t count = fits + (too_many - fits) / 2;
        std::vector<Vec2> places;
        // The last resort of place_bodies(): what it cannot pack, nothing can.
        if (pack_in_rows(floor, radii.first(count), draw, false, places)) {
            fits = count;
        } else {
            too_many = count;
        }
    }
    return static_cast<int>(fits);
}

}  // namespace evac
