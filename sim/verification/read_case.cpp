#include "sim/verification/case.hpp"

#include "sim/drill/defects.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema.hpp"

#include <algorithm>
#include <tuple>

namespace evac {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view case_ending = ".case.json";

CaseRun run_from(const json& entry, const fs::path& folder) {
    CaseRun run;
    run.id = entry.at("id").get<std::string>();
    run.drill = (folder / entry.at("drill").get<std::string>()).lexically_normal();
    run.patch = entry.value("patch", json());
    run.seeds = entry.value("seeds", 1);
    return run;
}

CaseMeasure measure_from(const json& entry) {
    auto runs = entry.value("runs", std::vector<std::string>());
    if (entry.contains("run")) {
        runs.push_back(entry["run"].get<std::string>());
    }
    return {entry.at("id").get<std::string>(),
            entry.at("kind").get<std::string>(),
            std::move(runs),
            entry.value("unit", ""),
            label_in(entry, "name"),
            entry};
}

CaseCheck check_from(const json& entry) {
    CaseCheck check;
    check.measure = entry.value("measure", "");
    if (entry.contains("at_least")) {
        check.at_least = entry["at_least"].get<double>();
    }
    if (entry.contains("at_most")) {
        check.at_most = entry["at_most"].get<double>();
    }
    check.increasing = entry.value("increasing", std::vector<std::string>());
    check.slack = entry.value("slack", 0.0);
    check.says = label_in(entry, "says");
    return check;
}

/// Ids that the case names and does not have.
void check_names(const VerificationCase& one, Defects& defects) {
    const auto has_run = [&](const std::string& id) {
        return std::any_of(one.runs.begin(), one.runs.end(),
                           [&](const CaseRun& run) { return run.id == id; });
    };
    const auto has_measure = [&](const std::string& id) {
        return std::any_of(one.measures.begin(), one.measures.end(),
                           [&](const CaseMeasure& measure) { return measure.id == id; });
    };
    const auto there_are = [](const auto& entries) {
        std::string ids;
        for (const auto& entry : entries) {
            ids += (ids.empty() ? "" : ", ") + entry.id;
        }
        return message(MessageId::verify_unknown_remedy, ids);
    };
    for (std::size_t i = 0; i < one.measures.size(); ++i) {
        const CaseMeasure& measure = one.measures[i];
        const std::string pointer = "/measures/" + std::to_string(i);
        for (const std::string& run : measure.runs) {
            if (!has_run(run)) {
                defects.add(pointer + (measure.parameters.contains("run") ? "/run" : "/runs"),
                            measure.id, message(MessageId::verify_unknown_run, run),
                            there_are(one.runs));
            }
        }
        for (const std::string& of :
             measure.parameters.value("measures", std::vector<std::string>())) {
            if (!has_measure(of)) {
                defects.add(pointer + "/measures", measure.id,
                            message(MessageId::verify_unknown_measure, of),
                            there_are(one.measures));
            }
        }
    }
    for (std::size_t i = 0; i < one.checks.size(); ++i) {
        std::vector<std::string> named = one.checks[i].increasing;
        if (!one.checks[i].measure.empty()) {
            named.push_back(one.checks[i].measure);
        }
        for (const std::string& measure : named) {
            if (!has_measure(measure)) {
                defects.add("/checks/" + std::to_string(i), one.id,
                            message(MessageId::verify_unknown_measure, measure),
                            there_are(one.measures));
            }
        }
    }
}

/// "rimea-9" before "rimea-10": digits compare as numbers.
bool natural_less(const std::string& a, const std::string& b) {
    std::size_t i = 0;
    std::size_t j = 0;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            long left = 0;
            long right = 0;
            for (; i < a.size() && digit(a[i]); ++i) {
                left = 10 * left + (a[i] - '0');
            }
            for (; j < b.size() && digit(b[j]); ++j) {
                right = 10 * right + (b[j] - '0');
            }
            if (left != right) {
                return left < right;
            }
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

}  // namespace

CaseKind kind_of(const VerificationCase& one) {
    if (!one.not_modelled.by_language.empty()) {
        return CaseKind::not_modelled;
    }
    const bool judged =
        std::any_of(one.checks.begin(), one.checks.end(),
                    [](const CaseCheck& check) { return check.at_least || check.at_most; });
    return judged               ? CaseKind::threshold
           : one.checks.empty() ? CaseKind::measure
                                : CaseKind::direction;
}

Label label_in(const json& entry, const char* key, const Label& otherwise) {
    const auto found = entry.find(key);
    return found == entry.end() ? otherwise
                                : Label{found->get<std::map<std::string, std::string>>()};
}

VerificationCase read_case(const fs::path& file) {
    const json document = read_json(file);
    Defects defects{file.string(), check_schema(document, "case.schema.json", file.string())};
    if (!defects.problems.empty()) {
        throw InputError(std::move(defects.problems));
    }
    VerificationCase one;
    one.file = file;
    one.id = document.at("id").get<std::string>();
    one.suite = document.at("suite").get<std::string>();
    one.title = label_in(document, "title");
    one.source = document.at("source").get<std::string>();
    one.setup = label_in(document, "setup");
    one.fast = document.value("fast", false);
    one.not_modelled = label_in(document, "not_modelled");
    for (const json& entry : document.value("runs", json::array())) {
        one.runs.push_back(run_from(entry, file.parent_path()));
    }
    for (const json& entry : document.value("measures", json::array())) {
        one.measures.push_back(measure_from(entry));
    }
    for (const json& entry : document.value("checks", json::array())) {
        one.checks.push_back(check_from(entry));
    }
    check_names(one, defects);
    if (!defects.problems.empty()) {
        throw InputError(std::move(defects.problems));
    }
    return one;
}

std::vector<VerificationCase> read_cases(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; entry != end;
         entry.increment(error)) {
        if (error) {
            break;
        }
        if (entry->path().filename().string().ends_with(case_ending)) {
            files.push_back(entry->path());
        }
    }
    if (files.empty()) {
        throw InputError({{folder.string(), "", "", message(MessageId::verify_no_cases),
                           message(MessageId::verify_no_cases_remedy)}});
    }
    std::sort(files.begin(), files.end());
    std::vector<VerificationCase> cases;
    std::vector<Problem> problems;
    for (const fs::path& file : files) {
        try {
            cases.push_back(read_case(file));
        } catch (const InputError& wrong) {
            problems.insert(problems.end(), wrong.problems().begin(), wrong.problems().end());
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    std::stable_sort(cases.begin(), cases.end(),
                     [](const VerificationCase& a, const VerificationCase& b) {
                         return a.suite != b.suite ? a.suite < b.suite : natural_less(a.id, b.id);
                     });
    return cases;
}

}  // namespace evac
