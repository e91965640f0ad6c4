#include "tools/check/check.hpp"

#include "sim/findings/findings_file.hpp"
#include "sim/findings/naming.hpp"
#include "sim/findings/passage_findings.hpp"
#include "sim/findings/rules/audit.hpp"
#include "sim/findings/rules/merge_clauses.hpp"
#include "sim/record/csv.hpp"
#include "sim/record/results_folder.hpp"
#include "sim/study/critical_findings.hpp"
#include "sim/study/ledger_file.hpp"
#include "sim/study/price_by_drills.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tools/check/drill_parts.hpp"
#include "tools/check/ledger_table.hpp"
#include "tools/check/life_passages.hpp"
#include "tools/check/pictures.hpp"
#include "tools/check/report.hpp"
#include "tools/check/verdict.hpp"
#include "tools/cli/format.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <limits>
#include <thread>

namespace evac {

namespace {

/// A crowd of this size is simulated in seconds, so that the bound never stands there alone.
constexpr std::size_t quickly_simulated = 3000;
/// A crowd of this size is simulated in so short a time that every obstacle is priced by a drill.
constexpr std::size_t priced_by_drills = 600;

/// Set by Ctrl-C: no more drills are run, and what is done is written.
volatile std::sig_atomic_t interrupted = 0;

/// While it lives Ctrl-C ends the drills, not the program.
class DrillsCanBeStopped {
public:
    explicit DrillsCanBeStopped(bool wanted) {
        interrupted = 0;
        before_ = wanted ? std::signal(SIGINT, [](int) { interrupted = 1; }) : SIG_ERR;
    }
    ~DrillsCanBeStopped() {
        if (before_ != SIG_ERR) {
            std::signal(SIGINT, before_);
        }
    }
    DrillsCanBeStopped(const DrillsCanBeStopped&) = delete;
    DrillsCanBeStopped& operator=(const DrillsCanBeStopped&) = delete;

private:
    void (*before_)(int);
};

std::string rules_for(const CheckOptions& options, const Plan& plan) {
    if (!options.rules.empty()) {
        return options.rules;
    }
    switch (plan.building.use.value_or(BuildingUse::other)) {
        case BuildingUse::school:
        case BuildingUse::kindergarten:
            return "cn-school";
        default:
            return "cn-enterprise";
    }
}

void simulate_sweep(Sweep& sweep, const Site& site, const CheckOptions& options, int threads) {
    const bool terminal = isatty(STDERR_FILENO) != 0;
    int last_told = -1;  // a log gets a line for every ten drills, a terminal a bar
    simulate_losses(sweep, site.scenario, threads, [&](int done, int of) {
        const std::string text = say(options.language, MessageId::check_sweep_progress, done, of);
        if (terminal) {
            constexpr int width = 24;
            const int full = of > 0 ? width * done / of : width;
            std::string bar;
            for (int column = 0; column < width; ++column) {
                bar += column < full ? "█" : "░";
            }
            fmt::print(stderr, "\r{} {}\x1b[K", bar, text);
            std::fflush(stderr);
        } else if (of > 0 && done != last_told && (done % 10 == 0 || done == of)) {
            last_told = done;
            fmt::print(stderr, "{}\n", text);
        }
        return interrupted == 0;
    });
    if (terminal) {
        fmt::print(stderr, "\n");
    }
    if (sweep.simulated < sweep.asked) {
        fmt::print(stderr, "{}\n",
                   say(options.language, MessageId::check_sweep_stopped, sweep.simulated,
                       sweep.asked));
    }
}

/// Prices the ledger by as many drills as the crowd allows: all by drills, or only the choice of what
/// to clear next by the graph, or all by the graph. People times drills take the time.
LedgerPrices price_entries(const Site& site, const Ledger& ledger, const Pricing& pricing,
                           bool simulate) {
    const std::size_t entries = static_cast<std::size_t>(
        std::count_if(ledger.entries.begin(), ledger.entries.end(), [](const LedgerEntry& entry) {
            return !entry.cleared && (!entry.fixtures.empty() || !entry.openings.empty());
        }));
    const std::size_t people = site.people.size();
    if (simulate || people * entries * (entries + 1) / 2 <= quickly_simulated) {
        return price_ledger(site, ledger, pricing, pricing);
    }
    constexpr std::size_t told = 10 * quickly_simulated;
    const Pricing by_graph = price_by_graph(site);
    return price_ledger(site, ledger, people * entries <= told ? pricing : by_graph, by_graph);
}

void write_sweep(const std::filesystem::path& file, const Plan& plan, const Sweep& sweep) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    CsvFile csv(file,
                "rank,element,kind,level,x,y,cut_off,bound_s,bound_change_s,simulated_s,"
                "simulated_change_s,left_inside,unused");
    int rank = 0;
    for (const Loss& loss : sweep.losses) {
        csv.cell(++rank)
            .cell(loss.element)
            .cell(loss.kind == Loss::Kind::door   ? "door"
                  : loss.kind == Loss::Kind::gap  ? "gap"
                  : loss.kind == Loss::Kind::exit ? "exit"
                                                  : "stair")
            .cell(plan.levels[static_cast<std::size_t>(loss.level)].id)
            .cell(loss.place.x(), 3)
            .cell(loss.place.y(), 3)
            .cell(loss.cut_off)
            .cell(loss.bound.value_or(nothing), 1)
            .cell(loss.cut_off > 0 ? nothing : loss.bound_change, 1)
            .cell(loss.clearing_time.value_or(nothing), 1)
            .cell(loss.time_change.value_or(nothing), 1)
            .cell(loss.left_inside)
            .cell(loss.unused ? 1 : 0);
        csv.end_row();
    }
    csv.finish();
}

/// Refuses to replace a ledger.csv that somebody worked on since it was written.
void keep_edited_ledger(const std::filesystem::path& out, const std::filesystem::path& given) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path ledger = out / "ledger.csv";
    const auto edited = fs::last_write_time(ledger, error);
    if (error || (!given.empty() && fs::equivalent(ledger, given, error))) {
        return;
    }
    const auto written = fs::last_write_time(out / "contents.json", error);
    if (!error && edited > written) {  // contents.json is written last
        throw InputError({{ledger.string(), "", "", message(MessageId::ledger_edited),
                           message(MessageId::ledger_edited_remedy)}});
    }
}

/// Tells where the list and the drill disagree about what is closed.
void tell_contradictions(const Ledger& ledger, const Scenario& as_written, Language language) {
    const Course course = course_of(as_written);
    for (const LedgerEntry& entry : ledger.entries) {
        for (const int o : entry.openings) {
            if (entry.cleared && course.ever_closed[static_cast<std::size_t>(o)]) {
                fmt::print(
                    stderr, "{}\n",
                    say(language, MessageId::ledger_cleared_but_closed, entry.id,
                        called(as_written.plan.openings[static_cast<std::size_t>(o)], language)));
            }
        }
    }
}

std::vector<std::string> console_table(const std::vector<Finding>& findings, Language language) {
    constexpr std::size_t shown = 20;
    std::vector<std::string> lines = finding_lines(findings, shown, language);
    if (findings.empty()) {
        lines.push_back(say(language, MessageId::check_nothing));
    }
    lines.push_back(say(language, MessageId::check_counts, findings.size(),
                        count_of(findings, Severity::S1), count_of(findings, Severity::S2),
                        count_of(findings, Severity::S3), count_of(findings, Severity::S4)));
    return lines;
}

bool fails(const std::vector<Finding>& findings, const std::string& fail_on) {
    return !fail_on.empty() &&
           std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
               return name_of(finding.severity) <= fail_on;
           });
}

}  // namespace

int check_command(const CheckOptions& options) {
    const Language language = options.language;
    const int threads =
        options.threads > 0
            ? options.threads
            : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    Scenario scenario = read_scenario(options.source);
    Ledger ledger;
    if (!options.ledger.empty()) {
        ledger = read_ledger(options.ledger, scenario.plan);
        tell_contradictions(ledger, scenario, language);
        scenario = without_cleared(scenario, ledger);
    }
    add_entries_of_plan(ledger, scenario, language);
    const Site site(std::move(scenario));
    for (const Message& assumption : site.scenario.assumptions) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::check_assumed, say(language, assumption)));
    }
    if (site.course.changes()) {
        fmt::print(
            stderr, "{}\n",
            say(language, MessageId::check_assumed, say(language, MessageId::check_worst_hour)));
    }
    const RuleSet rules = read_rule_set(rules_for(options, site.plan()));
    fmt::print(stderr, "{}\n",
               say(language, MessageId::check_rules_chosen, rules.name.in(language)));
    const std::filesystem::path out =
        options.out.empty() ? std::filesystem::path("results") / ("check-" + site.scenario.id)
                            : options.out;
    keep_edited_ledger(out, options.ledger);
    ResultsFolder folder(out, "check");

    const DrillParts parts = look_at_drill(site);
    for (const Label& doubt : parts.doubts) {
        fmt::print(stderr, "{}\n", say(language, MessageId::run_warning, doubt.in(language)));
    }

    const DrillsCanBeStopped stoppable(options.simulate);
    const bool run_drills = options.simulate || site.people.size() <= quickly_simulated;
    const bool price_drills = options.simulate || site.people.size() <= priced_by_drills;
    const Pricing pricing =
        remembering(price_drills ? price_by_drills(site, threads, [] { return interrupted == 0; })
                                 : price_by_graph(site));
    std::vector<Finding> findings = passage_findings(site, pricing);
    const LedgerPrices ledger_prices = price_entries(site, ledger, pricing, options.simulate);
    add_hazards(site, ledger, ledger_prices, findings);
    const Audit audited = audit(rules, site.inspection);
    merge_clauses(findings, audited.findings);
    for (const Message& assumption : audited.assumptions) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::check_assumed, say(language, assumption)));
    }
    Sweep sweep = sweep_by_graph(site);
    if (options.simulate) {
        simulate_sweep(sweep, site, options, threads);
    }
    add_critical(site.plan(), sweep, findings);
    sort_by_weight(findings);
    const Verdict verdict = judge(site, run_drills && interrupted == 0, threads);

    constexpr std::size_t pictured = 40;
    const std::vector<PictureFile> pictures =
        check_pictures(site, findings, sweep, verdict, pictured);
    write_picture_files(folder.path(), pictures, language);
    write_findings(folder.path(), site.plan(), findings);
    write_sweep(folder.path() / "sweep.csv", site.plan(), sweep);
    write_life_passages(folder.path() / "passages.csv", site.plan(), site.passages);
    const nlohmann::ordered_json proof = verdict_json(site, verdict);
    write_text(folder.path() / "verdict.json", proof.dump(2) + "\n");
    render::ReportSubject report =
        check_report(site, findings, verdict, sweep, audited, parts, pictures);
    if (!ledger.entries.empty()) {
        write_text(folder.path() / "ledger.csv", ledger_csv(ledger, ledger_prices));
        report.tables.insert(report.tables.begin(),
                             ledger_table(site.plan(), ledger, ledger_prices));
    }
    write_text(folder.path() / "report.html", render::report_html(report, language));
    folder.finish();

    if (options.json) {
        nlohmann::ordered_json all = findings_json(site.plan(), findings);
        all["verdict"] = proof;
        all["drill"] = drill_json(parts);
        all["ledger"] = ledger_json(site.plan(), ledger, ledger_prices);
        fmt::print("{}\n", all.dump(2));
    } else {
        for (const std::string& line : console_table(findings, language)) {
            fmt::print("{}\n", line);
        }
        fmt::print("{}\n", drill_line(parts).in(language));
        for (const std::string& line :
             ledger_lines(site.plan(), ledger, ledger_prices, language)) {
            fmt::print("{}\n", line);
        }
        for (const Label& line : verdict_lines(site, verdict)) {
            fmt::print("{}\n", line.in(language));
        }
    }
    fmt::print(stderr, "{}\n", say(language, MessageId::run_written, folder.path().string()));
    return fails(findings, options.fail_on) ? 1 : 0;
}

}  // namespace evac
