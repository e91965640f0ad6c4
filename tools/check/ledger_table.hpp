#pragma once

#include "render/report/report.hpp"
#include "sim/study/price_ledger.hpp"

#include <string>
#include <vector>

namespace evac {

/// "Clear first": the priced entries in their order, then why others could not be priced.
std::vector<std::string> ledger_lines(const Plan& plan, const Ledger& ledger,
                                      const LedgerPrices& prices, Language language);

/// The whole ledger for the report: priced entries in their order, then the others.
render::ReportTable ledger_table(const Plan& plan, const Ledger& ledger,
                                 const LedgerPrices& prices);

}  // namespace evac
