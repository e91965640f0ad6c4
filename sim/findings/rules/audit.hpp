#pragma once

#include "sim/findings/inspection.hpp"
#include "sim/findings/finding.hpp"
#include "sim/findings/rules/rule_set.hpp"

#include <string>
#include <vector>

namespace evac {

/// What became of one rule.
struct RuleOutcome {
    std::string id;
    std::string clause;
    std::string verified;
    std::string superseded_by;
    int judged = 0;  ///< elements it was held against
    int failed = 0;  ///< of these, before the strictest rule of each was chosen
};

/// A rule that nothing can be said about, and why.
struct Unjudged {
    std::string id;
    std::string clause;
    std::string verified;
    Label what;    ///< for not_checked entries: what the clause asks
    Label reason;
};

/// A building held against a rule set.
struct Audit {
    std::string rule_set;
    Label name;
    std::vector<Finding> findings;     ///< kind clause, in the order of the rules
    std::vector<Message> assumptions;  ///< what the plan does not say and was supposed
    std::vector<RuleOutcome> judged;
    std::vector<Unjudged> not_applicable;  ///< the plan holds nothing they speak of
    std::vector<Unjudged> not_checked;     ///< the program cannot look at them
    std::vector<Code> codes;               ///< editions, with their status
};

/// Holds a building against a rule set. Where several rules judge the same quantity of the same
/// element, one finding names the strictest of those that are not kept and mentions the others;
/// rules whose successor judges the element too are left out.
Audit audit(const RuleSet& rules, const Inspection& inspection);

}  // namespace evac
