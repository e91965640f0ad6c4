#pragma once

#include "sim/crowd/free_floor.hpp"

#include <span>
#include <vector>

namespace evac {

/// Places discs of these radii on the floor one after the other where chance wants them, none
/// overlapping (random sequential addition): the natural look of people standing about. False, with
/// `places` incomplete, if someone finds no room; from about 0.5 of the floor covered on nobody
/// does.
bool add_one_by_one(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                    bool off_doors, std::vector<Vec2>& places);

/// Starts from smaller discs in random places and lets them grow and push each other apart: a
/// disordered crowd, up to about 0.8 of the floor covered. False if they do not come to rest.
bool grow_and_push(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                   bool off_doors, std::vector<Vec2>& places);

/// Starts from the hexagonal lattice, turned along the longest wall, shifted and as wide as the
/// number allows, and pushes overlaps away: the densest that we can do. False if it does not fit.
bool pack_in_rows(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                  bool off_doors, std::vector<Vec2>& places);

/// Places by the first of the three that succeeds, at first clear of the doors. False if none does.
bool place_bodies(const FreeFloor& floor, std::span<const double> radii, const Draw& draw,
                  std::vector<Vec2>& places);

/// How many of `radii`, from the first on, place_bodies() gets in; within 1 % and never too many.
int how_many_fit(const FreeFloor& floor, std::span<const double> radii, const Draw& draw);

}  // namespace evac
