#include "sim/study/repeat_run.hpp"

#include "sim/record/summary.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

RepeatRun repeat_run(const Plan& plan, const Outcome& outcome, std::uint64_t seed) {
    RepeatRun run;
    run.seed = seed;
    run.placed = outcome.placed;
    for (const PersonOutcome& person : outcome.people) {
        if (std::isfinite(person.exit_time)) {
            run.exit_times.push_back(person.exit_time);
        }
    }
    std::sort(run.exit_times.begin(), run.exit_times.end());
    run.exit_use = exit_use(plan, outcome);
    run.state_hash = outcome.state_hash;
    return run;
}

double time_of_people(const RepeatRun& run, int people) {
    if (people <= 0) {
        return 0.0;
    }
    return people <= run.out() ? run.exit_times[static_cast<std::size_t>(people - 1)] : never;
}

double time_of_share(const RepeatRun& run, double share) {
    // Less than nothing off, so that 0.95 of 20 is 19 and not 20.
    return time_of_people(run, static_cast<int>(std::ceil(share * run.placed - 1e-9)));
}

double last_out(const RepeatRun& run) {
    return run.exit_times.empty() ? never : run.exit_times.back();
}

double clearing_time(const RepeatRun& run) {
    return run.inside() == 0 ? last_out(run) : never;
}

}  // namespace evac
