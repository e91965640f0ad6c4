#include "tools/run/run.hpp"

#include "sim/drill/drill.hpp"
#include "sim/findings/crowding_findings.hpp"
#include "sim/findings/findings_file.hpp"
#include "sim/record/capture.hpp"
#include "sim/record/density.hpp"
#include "sim/record/replay.hpp"
#include "sim/record/results_folder.hpp"
#include "sim/record/roll_call.hpp"
#include "sim/record/summary.hpp"
#include "sim/record/tables.hpp"
#include "sim/study/repeat_files.hpp"
#include "sim/text/file.hpp"
#include "tools/cli/format.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/findings/picture_files.hpp"
#include "tools/run/page.hpp"
#include "tools/run/pictures.hpp"
#include "tools/run/progress.hpp"
#include "tools/run/repeat.hpp"
#include "tools/run/report.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <thread>
#include <utility>

namespace evac {

namespace {

double now() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

std::filesystem::path results_path(const RunOptions& options, const Scenario& scenario) {
    return options.out.empty() ? std::filesystem::path("results") / scenario.id : options.out;
}

/// Units whose people cannot get out, told before the first step.
std::vector<Message> early_warnings(const Drill& drill, Language language) {
    std::vector<Message> warnings;
    for (const int unit : occupied_units_without_way_out(drill)) {
        const auto people =
            std::count_if(drill.people.begin(), drill.people.end(),
                          [&](const Person& person) { return person.unit == unit; });
        const Unit& where = drill.plan().units[static_cast<std::size_t>(unit)];
        const std::string name = where.name.in(language);
        warnings.push_back(message(MessageId::run_no_way_out,
                                   name.empty() ? where.id : name + " (" + where.id + ")", people));
    }
    return warnings;
}

/// Goods that came late, or never, because people stood where they were due.
std::vector<Message> late_fixtures(const Drill& drill) {
    constexpr double noticeable = 1.0;  // s
    std::vector<Message> warnings;
    for (const Event& event : drill.scenario.events) {
        if (event.kind != Event::Kind::put_down || event.time > drill.time()) {
            continue;
        }
        const auto& happenings = drill.outcome.happenings;
        const auto put_down =
            std::find_if(happenings.begin(), happenings.end(), [&](const Happening& happening) {
                return happening.kind == Happening::Kind::put_down &&
                       happening.element == event.element && happening.time >= event.time - 0.1;
            });
        const std::string& id = drill.plan().fixtures[static_cast<std::size_t>(event.element)].id;
        if (put_down == happenings.end()) {
            warnings.push_back(message(MessageId::run_never_put_down, id, clock_text(event.time)));
        } else if (put_down->time - event.time > noticeable) {
            warnings.push_back(message(MessageId::run_put_down_late, id, clock_text(event.time),
                                       clock_text(put_down->time)));
        }
    }
    return warnings;
}

/// What one run gathers while it steps.
struct Recording {
    ReplayWriter replay;
    std::vector<DensityMap> densities;
    Crowding crowding;
    std::size_t happenings = 0;  ///< already in the replay
};

void record_frame(Recording& recording, const Drill& drill, const Frame& frame) {
    for (; recording.happenings < drill.outcome.happenings.size(); ++recording.happenings) {
        recording.replay.append_event(drill.outcome.happenings[recording.happenings]);
    }
    recording.replay.append(frame);
}

/// What is due at this step: a frame of the replay, and once a second a look at the densities,
/// whatever the rate of frames.
void record(Recording& recording, const Drill& drill) {
    const auto per_second = static_cast<std::int64_t>(std::llround(1.0 / drill.scenario.step));
    const auto per_frame = static_cast<std::int64_t>(
        std::llround(1.0 / (drill.scenario.step * drill.scenario.frames_per_second)));
    const bool frame_due = drill.steps % per_frame == 0;
    const bool density_due = drill.steps % per_second == 0;
    if (!frame_due && !density_due) {
        return;
    }
    const Frame frame = capture(drill);
    if (frame_due) {
        record_frame(recording, drill, frame);
    }
    if (density_due) {
        add_frame(recording.densities, drill.plan(), frame);
        observe(recording.crowding, drill);
    }
}

/// Steps to the end, or until Ctrl-C, after which what was recorded stays; returns the time the
/// steps took [s].
double run_steps(Drill& drill, Recording& recording, Progress& progress) {
    double wall = 0.0;
    record(recording, drill);
    while (!finished(drill) && !Interrupt::asked()) {
        const double begin = now();
        step(drill);
        wall += now() - begin;
        record(recording, drill);
        const int inside = drill.outcome.placed - drill.outcome.out;
        progress.show(drill.time(), inside, drill.outcome.out, wall);
    }
    progress.finish();
    return wall;
}

}  // namespace

int run_command(const RunOptions& options) {
    const Language language = options.language;
    RepeatWish wish = options.repeat ? read_repeat(*options.repeat) : RepeatWish();
    Scenario scenario = read_scenario(options.scenario);
    if (options.seed) {
        scenario.seed = *options.seed;
    }
    if (!options.model.empty()) {
        scenario.model =
            options.model == "hydraulic" ? MotionModel::hydraulic : MotionModel::headway;
    }
    const int threads = options.threads > 0
                            ? options.threads
                            : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    Drill drill(std::move(scenario), threads);
    const auto tell = [&](const std::string& line) {
        if (!options.quiet) {
            fmt::print(stderr, "{}\n", line);
        }
    };
    const std::string name = drill.scenario.name.in(language);
    tell(say(language, MessageId::run_header, name.empty() ? drill.scenario.id : name,
             people_text(drill.outcome.placed, language), drill.scenario.seed));
    if (drill.scenario.model == MotionModel::hydraulic) {
        tell(say(language, MessageId::run_hydraulic));
    }
    RunFacts facts;
    facts.threads = threads;
    facts.warnings = early_warnings(drill, language);
    for (const Message& assumption : drill.scenario.assumptions) {
        tell(say(language, MessageId::run_assumption, say(language, assumption)));
    }
    for (const Message& warning : facts.warnings) {
        tell(say(language, MessageId::run_warning, say(language, warning)));
    }

    ResultsFolder results(results_path(options, drill.scenario), "run");
    Recording recording{
        ReplayWriter(results.path() / replay_file_name, replay_info(drill.scenario, drill.people)),
        density_maps(drill.plan()), watch_crowding(drill)};
    Progress progress(language, options.quiet, drill.outcome.placed);
    std::optional<Interrupt> interrupt(std::in_place);
    facts.wall_time = run_steps(drill, recording, progress);
    if (Interrupt::asked()) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::run_interrupted, clock_text(drill.time()),
                       results.path().string()));
        return Interrupt::exit_code;
    }
    conclude(drill);
    for (const Message& warning : late_fixtures(drill)) {
        tell(say(language, MessageId::run_warning, say(language, warning)));
        facts.warnings.push_back(warning);
    }
    recording.replay.finish(drill.outcome);

    std::optional<Repetition> repetition;
    if (options.repeat) {
        wish.threads = threads;
        repetition =
            run_again(drill.scenario, repeat_run(drill.plan(), drill.outcome, drill.scenario.seed),
                      wish, language, options.quiet, Interrupt::asked);
    }
    if (Interrupt::asked()) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::repeat_interrupted,
                       repetition ? repetition->runs.size() : 1, results.path().string()));
        return Interrupt::exit_code;
    }
    interrupt.reset();  // what remains is short

    auto summary = summary_json(drill.scenario, drill.people, drill.outcome, facts);
    if (repetition) {
        summary["repeat"] = repeat_summary_json(*repetition);
        write_repetition(results.path(), drill.scenario, *repetition, language);
    }
    write_people_csv(results.path() / "people.csv", drill.scenario, drill.people, drill.outcome);
    write_openings_csv(results.path() / "openings.csv", drill.plan(), drill.outcome);
    write_curve_csv(results.path() / "curve.csv", drill.plan(), drill.outcome);
    if (const auto calls = roll_calls(drill.scenario, drill.people, drill.outcome);
        !calls.empty()) {
        write_roll_calls_csv(results.path() / "roll_calls.csv", drill.plan(), calls);
    }
    tell(say(language, MessageId::run_drawing));
    write_pictures(results.path(), drill, recording.densities, language);
    write_text(results.path() / "summary.json", summary.dump(2) + "\n");
    const std::vector<Finding> findings =
        crowding_findings(drill.plan(), recording.crowding, recording.densities);
    constexpr std::size_t pictured = 20;
    const std::vector<PictureFile> pictures =
        finding_pictures(drill.scenario, findings, pictured);
    write_findings(results.path(), drill.plan(), findings);
    write_picture_files(results.path(), pictures, language);
    render::ReportSubject page = run_page(results.path(), drill, findings, pictures);
    if (repetition) {
        add_repetition(page, results.path(), *repetition);
    }
    write_text(results.path() / "report.html", render::report_html(page, language));
    results.finish();

    if (options.json) {
        fmt::print("{}\n", summary.dump(2));
        return 0;
    }
    if (repetition) {
        fmt::print("{}\n", say(language, MessageId::repeat_first_run, drill.scenario.seed));
    }
    for (const std::string& line :
         outcome_table(drill.scenario, drill.people, drill.outcome, language)) {
        fmt::print("{}\n", line);
    }
    if (!findings.empty()) {
        constexpr std::size_t shown = 5;
        fmt::print("\n{}\n", say(language, MessageId::run_showed));
        for (const std::string& line : finding_lines(findings, shown, language)) {
            fmt::print("{}\n", line);
        }
    }
    if (repetition) {
        fmt::print("\n");
        for (const std::string& line : repeat_lines(*repetition, language)) {
            fmt::print("{}\n", line);
        }
    }
    tell("");
    const double speed = facts.wall_time > 0.0 ? drill.outcome.simulated / facts.wall_time : 0.0;
    tell(say(language, MessageId::run_speed, clock_text(drill.outcome.simulated),
             fmt::format("{:.1f}", facts.wall_time), fmt::format("{:.0f}", speed), threads,
             fmt::format("{:016x}", drill.outcome.state_hash)));
    tell(say(language, MessageId::run_written, results.path().string()));
    return 0;
}

}  // namespace evac
