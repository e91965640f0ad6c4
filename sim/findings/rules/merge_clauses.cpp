#include "sim/findings/rules/merge_clauses.hpp"

#include <algorithm>
#include <string>

namespace evac {

namespace {

/// Whether the clause is about what was measured: a locked exit, a thing in the way.
bool same_matter(const Finding& clause, const Finding& measured) {
    const auto is = [&](const char* rule) {
        return clause.id.starts_with(std::string("clause:") + rule);
    };
    if (is("CN-DOOR-lock") || is("MAJ-EXIT:") || is("IBC-LOCK")) {
        return measured.kind == FindingKind::blocked_exit && measured.element == clause.element;
    }
    return (is("CN-CLEAR") || is("CN-STAIR-CLR") || is("IBC-CLEAR")) &&
           measured.kind == FindingKind::obstacle &&
           (measured.element == clause.element ||
            std::find(measured.also.begin(), measured.also.end(), clause.element) !=
                measured.also.end());
}

}  // namespace

void merge_clauses(std::vector<Finding>& findings, const std::vector<Finding>& audited) {
    for (const Finding& clause : audited) {
        const auto told =
            std::find_if(findings.begin(), findings.end(),
                         [&](const Finding& measured) { return same_matter(clause, measured); });
        if (told == findings.end()) {
            findings.push_back(clause);
            continue;
        }
        told->severity = std::min(told->severity, clause.severity);
        if (told->clause != clause.clause) {
            told->clause = clause.clause;
            told->verified = clause.verified;
        }
    }
}

}  // namespace evac
