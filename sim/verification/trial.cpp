#include "sim/verification/trial.hpp"

#include "sim/drill/scenario_file.hpp"
#include "sim/record/capture.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"

#include <cmath>

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

}  // namespace

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
        step(*trial.drill);
        if (trial.drill->steps % steps_per_frame == 0) {
            trial.frames.push_back(capture(*trial.drill));
        }
    }
    conclude(*trial.drill);
    return trial;
}

}  // namespace evac
