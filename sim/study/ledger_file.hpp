#pragma once

#include "sim/study/price_ledger.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace evac {

/// The list as it was read, with its rows in their order and the columns of added_headers() behind:
/// UTF-8 with byte order mark and commas, whatever it came in. Entries of the plan follow as rows.
std::string ledger_csv(const Ledger& ledger, const LedgerPrices& prices);

/// The entries as a list, each with what it names, its state and what clearing it gains.
nlohmann::ordered_json ledger_json(const Plan& plan, const Ledger& ledger,
                                   const LedgerPrices& prices);

}  // namespace evac
