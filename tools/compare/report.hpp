#pragma once

#include "render/report/report.hpp"
#include "tools/compare/differences.hpp"
#include "tools/compare/pictures.hpp"

#include <vector>

namespace evac {

/// What compare.html shows.
render::ReportSubject comparison_report(const Results& a, const Results& b,
                                        const std::vector<Difference>& differences,
                                        const std::vector<ComparedPicture>& pictures);

/// A number as it stands in tables: "12.5", "+3" with a sign, a dash for none.
std::string number_text(std::optional<double> value, int decimals, bool with_sign = false);

}  // namespace evac
