#pragma once

#include "sim/findings/finding.hpp"
#include "sim/plan/plan.hpp"
#include "sim/record/read_results.hpp"
#include "sim/text/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// One number of two results.
struct Difference {
    std::string key;      ///< "clearing_time", "exit_use" ...: as it stands in files
    std::string element;  ///< id of the exit, level or opening; empty: the building
    Label what;
    MessageId unit = MessageId::compare_unit_s;
    int decimals = 1;
    std::optional<double> a, b;  ///< empty where it never happened or was not recorded

    std::optional<double> change() const {
        return a && b ? std::optional(*b - *a) : std::nullopt;
    }
};

/// All that is compared: the building, exits, levels, and the longest queues.
std::vector<Difference> differences(const Results& a, const Results& b);

/// What the reader must know before trusting the differences: incomplete results, other plans,
/// levels that only one of them has, other crowds, other settings, other seeds.
std::vector<Message> cautions(const Results& a, const Results& b);

/// differences.csv: key, element, unit, a, b, difference.
void write_differences_csv(const std::filesystem::path& file,
                           const std::vector<Difference>& differences);

/// comparison.json; null where something never happened or was not recorded.
nlohmann::ordered_json comparison_json(const Results& a, const Results& b,
                                       const std::vector<Difference>& differences);

}  // namespace evac
