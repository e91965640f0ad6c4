#pragma once

#include <span>

namespace evac {

/// How far two evacuation curves lie apart. A curve is the list of times at which the first, the
/// second, ... person is out [s], ascending.
///
/// The three operators of functional analysis that fire models are judged by (Peacock, Reneke,
/// Davis and Jones 1999, Fire Safety Journal 33), taken to evacuation curves by Ronchi, Reneke and
/// Peacock 2014 (Fire Technology 50; NIST Technical Note 1822, section 4). With E the curve that is
/// compared with and m the other, both summed over people i:
///
///     ERD   = sqrt( sum (E_i - m_i)^2 / sum E_i^2 )          how far: 0 where they are the same
///     EPC   = sum E_i m_i / sum m_i^2                        which factor on m fits E best
///     SC(s) = sum dE_i dm_i / sqrt( sum dE_i^2 sum dm_i^2 )  same shape: 1
///             with dE_i = E_i - E_(i-s), dm_i = m_i - m_(i-s), over i > s
///
/// Two drills of the same 75 people through one door of 0.5 m lie ERD 0.13, EPC 1.12, SC(5) 0.95
/// apart: nobody should ask more of a simulation.
struct CurveDistance {
    int compared = 0;   ///< people who are out in both curves; all the rest is about them
    int unmatched = 0;  ///< people who are out in one of the two only
    // Not a number where nobody is compared.
    double erd = 0.0;
    double epc = 1.0;
    double sc = 1.0;  ///< 1 also where there are too few people for any shape
};

/// Over how many people SC looks, for a curve of `people`: a twentieth, at least 1. With 1 it would
/// see the noise between two people who leave, with many only the length of the drill.
int secant_span(int people);

/// Times that are `never` (people still inside) end a curve: they have no distance to anything, and
/// are counted as unmatched. `span` is s of SC; 0: secant_span() of the people compared.
CurveDistance curve_distance(std::span<const double> curve, std::span<const double> other,
                             int span = 0);

}  // namespace evac
