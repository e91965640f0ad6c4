#pragma once

#include "sim/plan/plan.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace evac::drawing {

/// One folder below scenarios/: `id`/`id`.drill.json and, where the scenario does not borrow its
/// sibling's, `id`/`id`.plan.json.
struct Shipped {
    std::string id;
    std::optional<Plan> plan;
    nlohmann::json drill;
};

/// All scenarios that this program draws.
std::vector<Shipped> shipped();

}  // namespace evac::drawing
