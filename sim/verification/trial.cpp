#include "sim/verification/trial.hpp"

#include "sim/drill/scenario_file.hpp"
#include "sim/record/capture.hpp"
#include "sim/text/json_file.hpp"

#include <cmath>
#include <set>

namespace evac {

namespace {

nlohmann::json patched(const CaseRun& run) {
    nlohmann::json document = read_json(run.drill);
    if (run.patch.is_null()) {
        return document;
    }
    try {
        return document.patch(run.patch);
    } catch (const nlohmann::json::exception& error) {
        throw InputError(
            {{run.drill.string(), "", run.id, message(MessageId::verify_patch, error.what()),
              message(MessageId::verify_patch_remedy)}});
    }
}

/// Defects of the drill of a run, the case's changes made to it.
std::vector<Problem> problems_of_drill(const CaseRun& run) {
    try {
        scenario_from_json(patched(run), run.drill);
    } catch (const InputError& wrong) {
        return {wrong.problems().begin(), wrong.problems().end()};
    }
    return {};
}

Problem no_file(const VerificationCase& one, const std::string& pointer, const std::string& element,
                MessageId what, const std::filesystem::path& file) {
    return {one.file.string(), pointer, element, message(what, file.string()),
            message(MessageId::verify_no_file_remedy)};
}

}  // namespace

std::vector<Problem> problems_of_files(const VerificationCase& one) {
    std::vector<Problem> problems;
    std::set<std::string> told;  // runs share drills, and their defects
    for (std::size_t i = 0; i < one.runs.size(); ++i) {
        const CaseRun& run = one.runs[i];
        if (!std::filesystem::exists(run.drill)) {
            problems.push_back(no_file(one, "/runs/" + std::to_string(i) + "/drill", run.id,
                                       MessageId::verify_no_drill, run.drill));
            continue;
        }
        for (const Problem& problem : problems_of_drill(run)) {
            if (told.insert(say(Language::en, problem)).second) {
                problems.push_back(problem);
            }
        }
    }
    for (std::size_t i = 0; i < one.measures.size(); ++i) {
        const auto& parameters = one.measures[i].parameters;
        const auto table = parameters.find("reference");
        if (table != parameters.end() && table->is_string()) {
            const std::filesystem::path file =
                (one.file.parent_path() / table->get<std::string>()).lexically_normal();
            if (!std::filesystem::exists(file)) {
                problems.push_back(no_file(one, "/measures/" + std::to_string(i) + "/reference",
                                           one.measures[i].id, MessageId::verify_no_reference,
                                           file));
            }
        }
    }
    return problems;
}

Trial run_trial(const CaseRun& run, int seed, const TrialOptions& options) {
    Scenario scenario = scenario_from_json(patched(run), run.drill);
    scenario.seed = 1 + static_cast<std::uint64_t>(seed) + options.seed;
    place(scenario.plan, options.placing);
    if (options.model) {
        scenario.model = *options.model;
    }
    const auto steps_per_frame =
        static_cast<std::int64_t>(std::llround(1.0 / (scenario.step * scenario.frames_per_second)));
    Trial trial;
    trial.drill = std::make_unique<Drill>(std::move(scenario), 1);
    trial.frames.push_back(capture(*trial.drill));
    while (!finished(*trial.drill)) {
        if (options.stop && options.stop()) {
            throw TrialStopped();
        }
        step(*trial.drill);
        if (trial.drill->steps % steps_per_frame == 0) {
            trial.frames.push_back(capture(*trial.drill));
        }
    }
    conclude(*trial.drill);
    return trial;
}

}  // namespace evac
