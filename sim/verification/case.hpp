#pragma once

#include "sim/text/label.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// A drill of a case, run once per seed: 1, 2, ... up to `seeds`.
struct CaseRun {
    std::string id;
    std::filesystem::path drill;  ///< beside the case file
    nlohmann::json patch;         ///< JSON Patch (RFC 6902) made to the drill first, or null
    int seeds = 1;
};

/// One quantity taken from a run or from other measures; case.schema.json explains every kind and
/// its parameters.
struct CaseMeasure {
    std::string id;
    std::string kind;
    std::vector<std::string> runs;  ///< one, or those that are pooled; none: of other measures
    std::string unit;
    Label name;
    nlohmann::json parameters;  ///< the whole entry
};

/// What a measure is expected to be, or how several are to follow one another.
struct CaseCheck {
    std::string measure;
    std::optional<double> at_least, at_most;
    std::vector<std::string> increasing;  ///< measures, each above the one before
    double slack = 0.0;                   ///< by which one may stay behind the one before
    Label says;                           ///< where it comes from
};

/// How a case is judged: against a number, by a direction, or not at all: its standard states no
/// threshold, or what it asks about is not modelled.
enum class CaseKind { threshold, direction, measure, not_modelled };

/// One case of a verification or validation suite: drills beside it, what is measured in them, and
/// what is expected.
struct VerificationCase {
    std::filesystem::path file;
    std::string id;
    std::string suite;
    Label title;
    std::string source;  ///< clause or paper
    Label setup;         ///< geometry and people
    bool fast = false;   ///< takes seconds: run by the tests
    Label not_modelled;  ///< what is missing; such a case has no runs
    std::vector<CaseRun> runs;
    std::vector<CaseMeasure> measures;
    std::vector<CaseCheck> checks;
};

CaseKind kind_of(const VerificationCase& one);

/// A text in several languages in an entry of a case; `otherwise` where there is none.
Label label_in(const nlohmann::json& entry, const char* key, const Label& otherwise = {});

/// Reads one `*.case.json`. Throws InputError with every defect.
VerificationCase read_case(const std::filesystem::path& file);

/// All cases below a folder, by suite and id with numbers in their order. Throws InputError: none
/// there, or a defect.
std::vector<VerificationCase> read_cases(const std::filesystem::path& folder);

}  // namespace evac
