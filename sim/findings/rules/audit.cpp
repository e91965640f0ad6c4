#include "sim/findings/rules/audit.hpp"

#include "sim/findings/rules/building_profile.hpp"
#include "sim/findings/rules/quantities.hpp"
#include "sim/findings/rules/wording.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace evac {

namespace {

/// Plans are drawn to the millimetre, walks measured to some: who is short by less is not short.
double tolerance(double limit) {
    return std::max(0.0005, 2e-4 * std::abs(limit));
}

/// The limit that `rule` sets for what was measured, exceptions left out; nothing where no row
/// fits.
std::optional<double> plain_limit(const Rule& rule, const Measurement& measurement) {
    const auto row = std::find_if(rule.limits.begin(), rule.limits.end(), [&](const LimitRow& r) {
        return r.when.hold_for(measurement.facts);
    });
    if (row == rule.limits.end()) {
        return std::nullopt;
    }
    double limit = row->limit;
    if (rule.per_people > 0.0) {
        limit *= measurement.people.value_or(0) / rule.per_people;
    }
    for (const Factor& factor : rule.factors) {
        limit += factor.when.hold_for(measurement.facts) ? factor.plus : 0.0;
    }
    for (const Factor& factor : rule.factors) {
        limit *= factor.when.hold_for(measurement.facts) ? factor.times : 1.0;
    }
    if (rule.round_to > 0.0) {
        limit = std::ceil(limit / rule.round_to - 1e-9) * rule.round_to;
    }
    return limit;
}

bool stricter(Comparison comparison, double a, double b) {
    return comparison == Comparison::at_most ? a < b : a > b;
}

bool judges(const Rule& rule, const Measurement& measurement) {
    return std::find(rule.quantities.begin(), rule.quantities.end(), measurement.quantity) !=
               rule.quantities.end() &&
           rule.applies.hold_for(measurement.facts);
}

std::optional<double> limit_of(const Rule& rule, const Measurement& measurement,
                               const RuleSet& set) {
    if (rule.share_of.empty()) {
        std::optional<double> limit = plain_limit(rule, measurement);
        for (const Exception& exception : rule.exceptions) {
            if (limit && exception.when.hold_for(measurement.facts) &&
                stricter(rule.comparison, *limit, exception.limit)) {
                limit = exception.limit;
            }
        }
        return limit;
    }
    std::optional<double> strictest;
    for (const Rule& other : set.rules) {
        if (std::find(rule.share_of.begin(), rule.share_of.end(), other.id) ==
                rule.share_of.end() ||
            !judges(other, measurement)) {
            continue;
        }
        const std::optional<double> limit = plain_limit(other, measurement);
        if (limit && (!strictest || stricter(rule.comparison, *limit, *strictest))) {
            strictest = limit;
        }
    }
    return strictest ? std::optional<double>(*strictest * rule.share) : std::nullopt;
}

bool kept(const Rule& rule, double measured, double limit) {
    switch (rule.comparison) {
        case Comparison::at_least:
            return measured >= limit - tolerance(limit);
        case Comparison::at_most:
            return measured <= limit + tolerance(limit);
        case Comparison::equal:
            return std::abs(measured - limit) <= tolerance(limit);
    }
    return false;
}


/// Minima of designs older than the code are to be mended by a date, not at once.
Severity severity_of(const Rule& rule, const RuleSet& set, const BuildingProfile& profile,
                     bool& ask_for_year) {
    ask_for_year = false;
    if (!rule.geometry) {
        return rule.severity;
    }
    int since = 0;
    for (const Code& code : set.codes) {
        if (code.code == rule.clause.code && code.edition == rule.clause.edition) {
            since = code.year;
        }
    }
    ask_for_year = !profile.year_known || profile.year < since;
    return ask_for_year ? std::max(rule.severity, Severity::S3) : rule.severity;
}

struct Judgement {
    const Rule* rule = nullptr;
    const Measurement* measurement = nullptr;
    double limit = 0.0;
    bool kept = true;
};

/// Whether the rule's successor judges the same.
bool superseded(const Judgement& one, const std::vector<Judgement>& group) {
    return std::any_of(group.begin(), group.end(), [&](const Judgement& other) {
        return other.rule->id == one.rule->superseded_by;
    });
}

/// Of those that judge one quantity of one element: the strictest that is not kept.
std::optional<Judgement> worst_of(const std::vector<Judgement>& judgements) {
    std::optional<Judgement> worst;
    for (const Judgement& j : judgements) {
        if (j.kept || superseded(j, judgements)) {
            continue;
        }
        const bool first =
            !worst || stricter(j.rule->comparison, j.limit, worst->limit) ||
            (j.limit == worst->limit && j.rule->severity < worst->rule->severity);
        if (first) {
            worst = j;
        }
    }
    return worst;
}

}  // namespace

Audit audit(const RuleSet& set, const Inspection& inspection) {
    Audit result;
    result.rule_set = set.id;
    result.name = set.name;
    result.codes = set.codes;

    const Layout layout = lay_out(inspection);
    const BuildingProfile profile = profile_of(inspection.plan, layout, set.usual_use);
    result.assumptions = profile.assumptions;
    std::vector<Measurement> measurements = measure_quantities(inspection, layout);
    for (Measurement& m : measurements) {
        m.facts.add(profile.facts);
    }

    // Judgements by element and topic, in the order in which they turn up.
    using Key = std::pair<std::string, std::string>;
    std::vector<Key> order;
    std::map<Key, std::vector<Judgement>> groups;
    for (const Rule& rule : set.rules) {
        RuleOutcome outcome{rule.id, rule.clause.text(), rule.verified, rule.superseded_by, 0, 0};
        for (const Measurement& m : measurements) {
            if (!judges(rule, m)) {
                continue;
            }
            const std::optional<double> limit = limit_of(rule, m, set);
            if (!limit) {
                continue;
            }
            const bool ok = kept(rule, m.value, *limit);
            outcome.judged += 1;
            outcome.failed += ok ? 0 : 1;
            // Minima and maxima of one quantity are different questions.
            const Key key{m.element, (rule.topic.empty() ? m.quantity : rule.topic) +
                                         (rule.comparison == Comparison::at_most ? "<" : ">")};
            std::vector<Judgement>& group = groups[key];
            if (group.empty()) {
                order.push_back(key);
            }
            group.push_back({&rule, &m, *limit, ok});
        }
        if (outcome.judged > 0) {
            result.judged.push_back(outcome);
        } else {
            const bool signs = std::find(rule.quantities.begin(), rule.quantities.end(),
                                         "sign_spacing") != rule.quantities.end();
            Unjudged unjudged{
                rule.id,
                outcome.clause,
                rule.verified,
                {},
                label_of(signs ? MessageId::rules_no_signs : MessageId::rules_nothing_to_judge)};
            (signs ? result.not_checked : result.not_applicable).push_back(std::move(unjudged));
        }
    }
    for (const NotChecked& rule : set.not_checked) {
        result.not_checked.push_back(
            {rule.id, rule.clause.text(), rule.verified, rule.what, rule.reason});
    }

    std::set<std::string> ids;
    for (const Key& key : order) {
        const std::vector<Judgement>& group = groups[key];
        const std::optional<Judgement> worst = worst_of(group);
        if (!worst) {
            continue;
        }
        std::vector<std::string> others;
        for (const Judgement& j : group) {
            const std::string name = j.rule->clause.text();
            if (j.rule != worst->rule && name != worst->rule->clause.text() &&
                std::find(others.begin(), others.end(), name) == others.end()) {
                others.push_back(name);
            }
        }
        bool ask_for_year = false;
        const Severity severity = severity_of(*worst->rule, set, profile, ask_for_year);
        Finding finding = finding_of(*worst->rule, *worst->measurement, worst->limit, others,
                                     inspection.plan, ask_for_year);
        finding.severity = severity;
        // A milder limit may be the graver matter: its severity holds for the strictest, too.
        for (const Judgement& j : group) {
            bool unused = false;
            if (!j.kept && !superseded(j, group)) {
                finding.severity =
                    std::min(finding.severity, severity_of(*j.rule, set, profile, unused));
            }
        }
        if (ids.insert(finding.id).second) {
            result.findings.push_back(std::move(finding));
        }
    }
    return result;
}

}  // namespace evac
