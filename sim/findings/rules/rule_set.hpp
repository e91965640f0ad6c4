#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/rules/facts.hpp"

#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// Demands on facts, all of which must hold: a word out of a list, a number within bounds, a flag.
/// A demand on something that is not known does not hold.
struct Conditions {
    struct Bounds {
        double min = -std::numeric_limits<double>::infinity();  ///< included
        double max = std::numeric_limits<double>::infinity();   ///< included
    };
    std::map<std::string, std::vector<std::string>> words;
    std::map<std::string, Bounds> numbers;
    std::map<std::string, bool> flags;

    bool hold_for(const Facts& facts) const;
};

/// Where a rule stands.
struct Clause {
    std::string code;     ///< "GB 50099"
    std::string edition;  ///< "2011"
    std::string number;   ///< "8.2.3"

    /// "GB 50099-2011 8.2.3"
    std::string text() const;
};

enum class Comparison { at_least, at_most, equal };

/// One row of a limit that depends on something.
struct LimitRow {
    Conditions when;
    double limit = 0.0;
};

/// A correction of the limit: what note 1 to table 5.5.17 is to the table.
struct Factor {
    Conditions when;
    double times = 1.0;
    double plus = 0.0;
};

/// An exception: under these conditions another limit is enough.
struct Exception {
    Conditions when;
    double limit = 0.0;
    Label note;
};

/// One demand of a code on one measured quantity.
struct Rule {
    std::string id;
    Clause clause;
    std::string verified;       ///< "read", "secondary" or "memory": how well we know its text
    std::string note;           ///< for whoever mends the file
    std::string superseded_by;  ///< a rule of the set, or the code that replaced it
    Conditions applies;
    std::vector<std::string> quantities;  ///< names out of quantity_names()
    Comparison comparison = Comparison::at_least;
    std::vector<LimitRow> limits;  ///< the first that fits; a plain limit is one row
    double per_people = 0.0;       ///< > 0: the limit is for so many people
    double round_to = 0.0;         ///< > 0: the product is rounded up to this much
    std::vector<Factor> factors;   ///< applied in order: first all `times`, then all `plus`
    std::vector<Exception> exceptions;
    /// With `share`: the limit is this share of the strictest limit that these rules set here.
    std::vector<std::string> share_of;
    double share = 1.0;
    bool geometry = false;  ///< set by the design: old buildings are asked for their year
    std::string topic;      ///< rules of one topic compete; empty: the quantity
    Severity severity = Severity::S3;
    Label text;
    Label remedy;
};

/// A demand that the program cannot look at, so that nobody believes it was kept.
struct NotChecked {
    std::string id;
    Clause clause;
    std::string verified;
    Label what;
    Label reason;
};

/// A code that rules come from.
struct Code {
    std::string code;
    std::string edition;
    Label name;
    int year = 0;  ///< from which designs had to keep it
    Label status;  ///< "in force", "superseded 2025-11-01" ...
};

struct RuleSet {
    std::string id;
    Label name;
    std::string usual_use = "other";  ///< of a building whose plan states none
    std::vector<std::string> includes;
    std::vector<Code> codes;
    std::vector<Rule> rules;
    std::vector<NotChecked> not_checked;
};

/// Reads a rule set and what it includes. `name_or_path` is a shipped name ("cn-school") or a file
/// of the user (it has a folder or ends with ".json"), whose includes are shipped names or files
/// beside it. Throws InputError with every defect, or listing the shipped names.
RuleSet read_rule_set(const std::string& name_or_path);

/// The names of the rule sets that the program carries, for lists and help.
std::vector<std::string> rule_set_names();

}  // namespace evac
