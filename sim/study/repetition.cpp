#include "sim/study/repetition.hpp"

#include "sim/study/sweep.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace evac {

namespace {

/// What the threads that run drills share with the one that gathers them.
struct Shared {
    std::mutex mutex;  ///< guards all but `stop`
    std::condition_variable something;
    std::size_t next = 1;  ///< first run that no thread has taken
    std::map<std::size_t, RepeatRun> done;
    std::map<std::size_t, std::exception_ptr> failed;
    std::atomic<bool> stop = false;
};

RepeatRun run_with(const Scenario& scenario, std::uint64_t seed, const std::atomic<bool>& stop) {
    Scenario again = scenario;
    again.seed = seed;
    const DrillResult result = run_drill(again, 1, [&] { return !stop; });
    return repeat_run(scenario.plan, result.outcome, seed);
}

void run_some(const Scenario& scenario, std::size_t runs, Shared& shared) {
    std::unique_lock lock(shared.mutex);
    while (!shared.stop && shared.next < runs) {
        const std::size_t mine = shared.next++;
        lock.unlock();
        RepeatRun run;
        std::exception_ptr failure;
        try {
            run = run_with(scenario, scenario.seed + mine, shared.stop);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (shared.stop) {
            break;
        }
        if (failure) {
            shared.failed[mine] = failure;
        } else {
            shared.done[mine] = std::move(run);
        }
        shared.something.notify_one();
    }
}

void append(Repetition& repetition, RepeatRun run) {
    repetition.runs.push_back(std::move(run));
    add_run(repetition.convergence, repetition.runs);
}

bool wished_for(const Repetition& repetition, const RepeatWish& wish) {
    return std::ssize(repetition.runs) >= wish.runs ||
           (wish.until_enough && runs_needed(repetition.convergence).enough_at > 0);
}

/// Takes the runs in the order of their seeds, however the threads finish them.
void gather(Repetition& repetition, const RepeatWish& wish, Shared& shared,
            const RepeatProgress& progress) {
    std::unique_lock lock(shared.mutex);
    while (!wished_for(repetition, wish)) {
        const std::size_t due = repetition.runs.size();
        if (const auto found = shared.done.find(due); found != shared.done.end()) {
            append(repetition, std::move(found->second));
            shared.done.erase(found);
        } else if (shared.failed.contains(due)) {
            break;
        } else {
            shared.something.wait_for(lock, std::chrono::milliseconds(100));
        }
        if (!progress(static_cast<int>(repetition.runs.size()))) {
            break;
        }
    }
    shared.stop = true;
}

}  // namespace

Repetition repeat_drill(const Scenario& scenario, RepeatRun first, const RepeatWish& wish,
                        const RepeatProgress& progress) {
    Repetition repetition;
    append(repetition, std::move(first));
    const int wanted = wish.runs - 1;
    Shared shared;
    std::vector<std::thread> workers;
    for (int i = 0; i < std::min(wish.threads, wanted); ++i) {
        workers.emplace_back(
            [&] { run_some(scenario, static_cast<std::size_t>(wish.runs), shared); });
    }
    gather(repetition, wish, shared, progress);
    for (std::thread& worker : workers) {
        worker.join();
    }
    const auto failure = shared.failed.find(repetition.runs.size());
    if (failure != shared.failed.end() && !wished_for(repetition, wish)) {
        std::rethrow_exception(failure->second);
    }
    return repetition;
}

int people_in_every_run(const Repetition& repetition) {
    const auto& rows = repetition.convergence.rows;
    return rows.empty() ? 0 : rows.back().people;
}

int cleared_runs(const Repetition& repetition) {
    return static_cast<int>(std::count_if(repetition.runs.begin(), repetition.runs.end(),
                                          [](const RepeatRun& run) { return run.inside() == 0; }));
}

Spread evacuation_time(const Repetition& repetition) {
    const int people = people_in_every_run(repetition);
    std::vector<double> times;
    for (const RepeatRun& run : repetition.runs) {
        if (people > 0) {
            times.push_back(time_of_people(run, people));
        }
    }
    return spread_of(times);
}

}  // namespace evac
