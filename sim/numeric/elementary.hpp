#pragma once

namespace evac {

/// exp, log, sin and cos out of + - * / only: the same bits with every compiler and C library,
/// which libm does not promise. Relative error below 1e-14 in the ranges named.
double exact_exp(double x); ///< |x| <= 700
double exact_log(double x); ///< x > 0, normal numbers
double exact_sin(double x); ///< |x| <= 1e5 [rad]
double exact_cos(double x); ///< |x| <= 1e5 [rad]

} // namespace evac
