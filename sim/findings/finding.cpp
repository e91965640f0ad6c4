#include "sim/findings/finding.hpp"

#include <algorithm>
#include <array>

namespace evac {

std::string_view name_of(FindingKind kind) {
    constexpr std::array<std::string_view, 14> names{
        "cut_off",      "blocked_exit", "narrow_passage", "obstacle", "open_leaf",
        "single_point", "weakest_cut",  "critical",       "queue",    "density",
        "at_capacity",  "lost_time",    "clause",         "hazard"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Severity severity) {
    constexpr std::array<std::string_view, 4> names{"S1", "S2", "S3", "S4"};
    return names[static_cast<std::size_t>(severity) - 1];
}

void sort_by_weight(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.severity != b.severity) {
            return a.severity < b.severity;
        }
        if (a.seconds_lost.value_or(0.0) != b.seconds_lost.value_or(0.0)) {
            return a.seconds_lost.value_or(0.0) > b.seconds_lost.value_or(0.0);
        }
        if (a.people.value_or(0) != b.people.value_or(0)) {
            return a.people.value_or(0) > b.people.value_or(0);
        }
        return a.id < b.id;
    });
}

}  // namespace evac
