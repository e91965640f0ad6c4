#pragma once

#include "sim/findings/route_findings.hpp"
#include "sim/findings/rules/audit.hpp"
#include "tools/check/drill_parts.hpp"
#include "tools/check/pictures.hpp"

namespace evac {

/// The page for the principal: verdict and worst findings first, then all else that was found.
render::ReportSubject check_report(const Site& site, const std::vector<Finding>& findings,
                                   const Verdict& verdict, const Sweep& sweep, const Audit& audit,
                                   const DrillParts& parts,
                                   const std::vector<PictureFile>& pictures);

/// How many findings have this severity.
int count_of(const std::vector<Finding>& findings, Severity severity);

}  // namespace evac
