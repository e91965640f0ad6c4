#include "sim/verification/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

const Measured& find(const std::vector<Measured>& measured, const std::string& id) {
    return *std::find_if(measured.begin(), measured.end(),
                         [&](const Measured& one) { return one.id == id; });
}

std::string unit_of(const VerificationCase& one, const std::string& measure) {
    const auto found =
        std::find_if(one.measures.begin(), one.measures.end(),
                     [&](const CaseMeasure& candidate) { return candidate.id == measure; });
    return found->unit.empty() ? "" : " " + found->unit;
}

CheckVerdict judge_range(const CaseCheck& check, const VerificationCase& one,
                         const std::vector<Measured>& measured) {
    const double value = find(measured, check.measure).value;
    const std::string unit = unit_of(one, check.measure);
    CheckVerdict verdict;
    verdict.measured = fmt::format("{} = {}{}", check.measure, number_text(value), unit);
    if (check.at_least && check.at_most) {
        verdict.expected =
            *check.at_least == *check.at_most
                ? fmt::format("{} = {}{}", check.measure, number_text(*check.at_least), unit)
                : fmt::format("{} ≤ {} ≤ {}{}", number_text(*check.at_least), check.measure,
                              number_text(*check.at_most), unit);
    } else if (check.at_least) {
        verdict.expected =
            fmt::format("{} ≥ {}{}", check.measure, number_text(*check.at_least), unit);
    } else {
        verdict.expected =
            fmt::format("{} ≤ {}{}", check.measure, number_text(*check.at_most), unit);
    }
    // Comparisons with what could not be measured are false.
    verdict.pass = !std::isnan(value) && (!check.at_least || value >= *check.at_least) &&
                   (!check.at_most || value <= *check.at_most);
    return verdict;
}

CheckVerdict judge_order(const CaseCheck& check, const VerificationCase& one,
                         const std::vector<Measured>& measured) {
    CheckVerdict verdict;
    verdict.pass = true;
    double before = -std::numeric_limits<double>::infinity();
    for (const std::string& id : check.increasing) {
        const double value = find(measured, id).value;
        const bool first = verdict.expected.empty();
        verdict.expected += (first ? "" : check.slack > 0.0 ? " ≲ " : " < ") + id;
        verdict.measured += (first ? "" : ", ") + number_text(value);
        verdict.pass = verdict.pass && value > before - check.slack && std::isfinite(value);
        before = value;
    }
    verdict.measured += unit_of(one, check.increasing.back());
    return verdict;
}

const char* name_of(CaseKind kind) {
    return kind == CaseKind::threshold   ? "threshold"
           : kind == CaseKind::direction ? "direction"
           : kind == CaseKind::measure   ? "measure"
                                         : "not_modelled";
}

nlohmann::ordered_json number_json(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json points_json(const std::vector<Vec2>& points) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Vec2& point : points) {
        list.push_back({point.x(), point.y()});
    }
    return list;
}

nlohmann::ordered_json measured_json(const Measured& one) {
    nlohmann::ordered_json by_seed = nlohmann::ordered_json::array();
    for (const double value : one.by_seed) {
        by_seed.push_back(number_json(value));
    }
    nlohmann::ordered_json entry = {{"value", number_json(one.value)}, {"by_seed", by_seed}};
    if (!one.series.points.empty()) {
        entry["points"] = points_json(one.series.points);
    }
    return entry;
}

}  // namespace

std::string number_text(double value) {
    if (std::isnan(value)) {
        return "-";
    }
    if (std::isinf(value)) {
        return "never";
    }
    const double size = std::abs(value);
    if (value == std::floor(value) && size < 1e6) {
        return fmt::format("{:.0f}", value);
    }
    return size >= 100.0  ? fmt::format("{:.1f}", value)
           : size >= 10.0 ? fmt::format("{:.2f}", value)
                          : fmt::format("{:.3f}", value);
}

CheckVerdict judge(const CaseCheck& check, const VerificationCase& one,
                   const std::vector<Measured>& measured) {
    return check.increasing.empty() ? judge_range(check, one, measured)
                                    : judge_order(check, one, measured);
}

CaseVerdict verify(const VerificationCase& one, const TrialOptions& options) {
    CaseVerdict verdict;
    verdict.kind = kind_of(one);
    for (const CaseRun& run : one.runs) {
        for (int seed = 0; seed < run.seeds; ++seed) {
            verdict.trials[run.id].push_back(run_trial(run, seed, options));
        }
    }
    verdict.measured = take_measures(one, verdict.trials, options);
    for (const CaseCheck& check : one.checks) {
        verdict.checks.push_back(judge(check, one, verdict.measured));
    }
    if (!verdict.checks.empty()) {
        verdict.pass = std::all_of(verdict.checks.begin(), verdict.checks.end(),
                                   [](const CheckVerdict& check) { return check.pass; });
    }
    for (auto& [run, trials] : verdict.trials) {
        trials.resize(1);  // one is enough for the pictures
    }
    return verdict;
}

nlohmann::ordered_json verdict_json(const VerificationCase& one, const CaseVerdict& verdict) {
    nlohmann::ordered_json measured = nlohmann::ordered_json::object();
    for (const Measured& measure : verdict.measured) {
        measured[measure.id] = measured_json(measure);
    }
    nlohmann::ordered_json expected = nlohmann::ordered_json::array();
    nlohmann::ordered_json tolerance = nlohmann::ordered_json::array();
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
        const CaseCheck& check = one.checks[i];
        const CheckVerdict& judged = verdict.checks[i];
        expected.push_back(judged.expected);
        if (check.at_least && check.at_most) {
            tolerance.push_back(0.5 * (*check.at_most - *check.at_least));
        } else {
            tolerance.push_back(check.slack);
        }
        checks.push_back({{"expected", judged.expected},
                          {"measured", judged.measured},
                          {"says", check.says.by_language},
                          {"pass", judged.pass}});
    }
    nlohmann::ordered_json entry = {{"id", one.id},
                                    {"suite", one.suite},
                                    {"title", one.title.by_language},
                                    {"source", one.source},
                                    {"geometry", one.setup.by_language},
                                    {"kind", name_of(verdict.kind)},
                                    {"measured", measured},
                                    {"expected", expected},
                                    {"tolerance", tolerance},
                                    {"checks", checks}};
    if (verdict.kind == CaseKind::not_modelled) {
        entry["not_modelled"] = one.not_modelled.by_language;
    }
    entry["pass"] =
        verdict.pass ? nlohmann::ordered_json(*verdict.pass) : nlohmann::ordered_json(nullptr);
    return entry;
}

}  // namespace evac
