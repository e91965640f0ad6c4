#include "tools/verify/verify.hpp"

#include "sim/numeric/team.hpp"
#include "sim/record/results_folder.hpp"
#include "sim/text/file.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/problem.hpp"
#include "tools/cli/format.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/verify/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

namespace evac {

namespace {

std::string joined(const std::set<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

/// What to do about a name that is not there: what was meant, or all there are.
Message remedy_for(const std::string& name, const std::set<std::string>& there) {
    constexpr std::size_t few = 10;
    if (there.size() <= few) {
        return message(MessageId::verify_unknown_remedy, joined(there));
    }
    const std::vector<std::string> choices(there.begin(), there.end());
    const auto meant = nearest(name, choices);
    return meant ? message(MessageId::verify_unknown_near_remedy, *meant)
                 : message(MessageId::verify_unknown_case_remedy);
}

/// Every name that was asked for must be there.
void check_asked(const std::vector<std::string>& asked, const std::set<std::string>& there,
                 MessageId what, const std::filesystem::path& folder) {
    std::vector<Problem> problems;
    for (const std::string& name : asked) {
        if (there.count(name) == 0) {
            problems.push_back(
                {folder.string(), "", "", message(what, name), remedy_for(name, there)});
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
}

/// Nothing runs before all that it needs has been found whole.
void check_files(const std::vector<VerificationCase>& cases) {
    std::vector<Problem> problems;
    for (const VerificationCase& one : cases) {
        const std::vector<Problem> more = problems_of_files(one);
        problems.insert(problems.end(), more.begin(), more.end());
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
}

bool asked_for(const std::vector<std::string>& asked, const std::string& name) {
    return asked.empty() || std::find(asked.begin(), asked.end(), name) != asked.end();
}

std::vector<VerificationCase> chosen_cases(const VerifyOptions& options) {
    std::vector<VerificationCase> cases = read_cases(options.folder);
    std::set<std::string> suites;
    std::set<std::string> ids;
    for (const VerificationCase& one : cases) {
        suites.insert(one.suite);
        ids.insert(one.id);
    }
    check_asked(options.suites, suites, MessageId::verify_unknown_suite, options.folder);
    check_asked(options.cases, ids, MessageId::verify_unknown_case, options.folder);
    std::erase_if(cases, [&](const VerificationCase& one) {
        return !asked_for(options.suites, one.suite) || !asked_for(options.cases, one.id) ||
               (options.tier == "fast" && !one.fast);
    });
    if (cases.empty()) {
        throw InputError({{options.folder.string(), "", "", message(MessageId::verify_none_left),
                           message(MessageId::verify_none_left_remedy)}});
    }
    return cases;
}

TrialOptions trial_options(const VerifyOptions& options) {
    TrialOptions trial;
    trial.seed = static_cast<std::uint64_t>(options.seed);
    trial.placing = {options.turn, options.mirror};
    if (!options.model.empty()) {
        trial.model = options.model == "hydraulic" ? MotionModel::hydraulic : MotionModel::headway;
    }
    return trial;
}

/// Measures as text, with their units.
std::vector<std::pair<std::string, std::string>> texts_of(const VerificationCase& one,
                                                          const CaseVerdict& verdict) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (std::size_t i = 0; i < one.measures.size(); ++i) {
        const std::string& unit = one.measures[i].unit;
        texts.emplace_back(one.measures[i].id, number_text(verdict.measured[i].value) +
                                                   (unit.empty() ? "" : " " + unit));
    }
    return texts;
}

/// Runs one case and draws it; what it held in memory is let go.
Judged judged_case(const VerificationCase& one, const TrialOptions& trial,
                   const std::filesystem::path& folder, Language language) {
    const CaseVerdict verdict = verify(one, trial);
    Judged judged;
    judged.one = &one;
    judged.json = verdict_json(one, verdict);
    judged.pass = verdict.pass;
    judged.kind = verdict.kind;
    judged.checks = verdict.checks;
    judged.measured = texts_of(one, verdict);
    judged.pictures = draw_case(folder, one, verdict, language);
    return judged;
}

/// The error of the first case that has one of its own, not that it was stopped for another's.
void rethrow_first(const std::vector<std::exception_ptr>& failed) {
    for (const std::exception_ptr& error : failed) {
        try {
            if (error) {
                std::rethrow_exception(error);
            }
        } catch (const TrialStopped&) {
            continue;
        }
    }
}

/// All cases, several at once; results in their order. Throws TrialStopped after Ctrl-C; a defect
/// that only shows in a run ends the others, too.
std::vector<Judged> run_all(const std::vector<VerificationCase>& cases,
                            const VerifyOptions& options, const std::filesystem::path& folder) {
    std::vector<Judged> all(cases.size());
    std::vector<std::exception_ptr> failed(cases.size());
    std::mutex telling;
    std::size_t done = 0;  // guarded by `telling`
    std::atomic<bool> stop = false;
    TrialOptions trial = trial_options(options);
    trial.stop = [&] { return stop || Interrupt::asked(); };
    Team team(options.threads > 0
                  ? options.threads
                  : std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    team.for_blocks(static_cast<int>(cases.size()), 1, [&](int begin, int end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            if (trial.stop()) {
                return;
            }
            try {
                all[i] = judged_case(cases[i], trial, folder, options.language);
            } catch (...) {
                failed[i] = std::current_exception();
                stop = true;
                return;
            }
            const std::lock_guard<std::mutex> lock(telling);
            ++done;
            if (!options.quiet) {
                fmt::print(stderr, "{}\n",
                           say(options.language, MessageId::verify_progress, done, cases.size(),
                               cases[i].id,
                               say(options.language, verdict_word(all[i].kind, all[i].pass))));
            }
        }
    });
    if (Interrupt::asked()) {
        fmt::print(stderr, "{}\n",
                   say(options.language, MessageId::verify_interrupted, done, cases.size()));
        throw TrialStopped();
    }
    rethrow_first(failed);
    return all;
}

nlohmann::ordered_json verify_json(const std::vector<Judged>& all) {
    nlohmann::ordered_json cases = nlohmann::ordered_json::array();
    for (const Judged& judged : all) {
        cases.push_back(judged.json);
    }
    const Tally tally = tally_of(all);
    return {{"passed", tally.passed},
            {"failed", tally.failed},
            {"measured", tally.measured},
            {"not_applicable", tally.not_applicable},
            {"cases", cases}};
}

void print_table(const std::vector<Judged>& all, Language language) {
    std::vector<std::vector<std::string>> rows;
    for (const Judged& judged : all) {
        const MessageId word = verdict_word(judged.kind, judged.pass);
        rows.push_back(
            {judged.one->id + "  " + judged.one->title.in(language), say(language, word)});
    }
    for (const std::string& line : table_lines(rows)) {
        fmt::print("{}\n", line);
    }
    fmt::print("\n{}\n", tally_text(tally_of(all), language));
    for (const std::string& line : failure_lines(all, language)) {
        fmt::print("  {}\n", line);
    }
}

void list(const std::vector<VerificationCase>& cases, const VerifyOptions& options) {
    if (options.json) {
        nlohmann::ordered_json entries = nlohmann::ordered_json::array();
        for (const VerificationCase& one : cases) {
            entries.push_back({{"id", one.id},
                               {"suite", one.suite},
                               {"title", one.title.by_language},
                               {"source", one.source},
                               {"fast", one.fast}});
        }
        fmt::print("{}\n", nlohmann::ordered_json{{"cases", entries}}.dump(2));
        return;
    }
    std::size_t width = 0;
    bool slow = false;
    for (const VerificationCase& one : cases) {
        width = std::max(width, one.id.size());
        slow = slow || !one.fast;
    }
    for (const VerificationCase& one : cases) {
        fmt::print("{:{}}  {}{}\n", one.id, width, one.title.in(options.language),
                   one.fast ? "" : " *");
    }
    if (slow) {
        fmt::print("\n{}\n", say(options.language, MessageId::verify_list_note));
    }
}

/// Runs, writes, prints. Returns the exit code.
int verify_into(ResultsFolder& results, const std::vector<VerificationCase>& cases,
                const VerifyOptions& options) {
    const std::vector<Judged> all = run_all(cases, options, results.path());
    const nlohmann::ordered_json json = verify_json(all);
    write_text(results.path() / "verify.json", json.dump(2) + "\n");
    write_text(results.path() / "results.md", results_markdown(all));
    write_text(results.path() / "report.html",
               render::report_html(verification_report(results.path(), all), options.language));
    results.finish();
    if (options.json) {
        fmt::print("{}\n", json.dump(2));
    } else {
        print_table(all, options.language);
        if (!options.quiet) {
            fmt::print(stderr, "{}\n",
                       say(options.language, MessageId::run_written, results.path().string()));
        }
    }
    return tally_of(all).failed > 0 ? 1 : 0;
}

}  // namespace

int verify_command(const VerifyOptions& options) {
    const std::vector<VerificationCase> cases = chosen_cases(options);
    if (options.list) {
        list(cases, options);
        return 0;
    }
    check_files(cases);
    ResultsFolder results(options.out, "verify");
    const Interrupt interrupt;
    try {
        return verify_into(results, cases, options);
    } catch (const TrialStopped&) {
        results.discard();
        return Interrupt::exit_code;
    } catch (...) {
        results.discard();
        throw;
    }
}

}  // namespace evac
