#pragma once

#include "sim/findings/rules/audit.hpp"
#include "sim/findings/route_findings.hpp"
#include "tools/check/pictures.hpp"

namespace evac {

/// The page for the principal: verdict and worst findings first, then all else that was found.
render::ReportSubject check_report(const Site& site, const std::vector<Finding>& findings,
                                   const Verdict& verdict, const Sweep& sweep, const Audit& audit,
                                   const std::vector<PictureFile>& pictures);

/// How many findings have this severity.
int count_of(const std::vector<Finding>& findings, Severity severity);

}  // namespace evac
