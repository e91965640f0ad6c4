#include "sim/drill/drill.hpp"
#include "sim/record/summary.hpp"
#include "sim/study/sweep.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace evac {

namespace {

/// The drill with these openings locked from the start, for all to know; later events that would
/// open them are called off.
Scenario without(const Scenario& scenario, const std::vector<int>& openings) {
    Scenario blocked = scenario;
    for (const int o : openings) {
        blocked.plan.openings[static_cast<std::size_t>(o)].lock = Lock::locked;
        std::erase_if(blocked.events, [&](const Event& event) {
            return event.kind == Event::Kind::open && event.element == o;
        });
    }
    return blocked;
}

int passages(const DrillResult& result, const std::vector<int>& openings) {
    int sum = 0;
    for (const int o : openings) {
        sum += result.passed[static_cast<std::size_t>(o)];
    }
    return sum;
}

}  // namespace

DrillResult run_drill(const Scenario& scenario, int threads, const std::function<bool()>& go_on) {
    Drill drill(scenario, threads);
    while (!finished(drill) && go_on()) {
        step(drill);
    }
    conclude(drill);
    DrillResult result;
    const double time = clearing_time(drill.outcome);
    if (time < never) {
        result.clearing_time = time;
    }
    result.inside = drill.outcome.placed - drill.outcome.out;
    for (const OpeningOutcome& opening : drill.outcome.openings) {
        result.passed.push_back(opening.forward + opening.backward);
    }
    result.outcome = std::move(drill.outcome);
    return result;
}

void simulate_losses(Sweep& sweep, const Scenario& scenario, int threads,
                     const SweepProgress& progress) {
    const DrillResult base = run_drill(scenario, threads, [&] { return progress(0, 0); });
    if (!progress(0, 0)) {
        return;
    }
    sweep.clearing_time = base.clearing_time;
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < sweep.losses.size(); ++i) {
        Loss& loss = sweep.losses[i];
        // Where somebody is left inside, perhaps before this very opening, all are tried.
        loss.unused = base.inside == 0 && passages(base, openings_lost(scenario.plan, loss)) == 0;
        if (loss.unused) {
            loss.clearing_time = base.clearing_time;
            loss.time_change = 0.0;
        } else {
            due.push_back(i);
        }
    }
    sweep.asked = static_cast<int>(due.size());

    // Each drill is one thread's; which thread takes which changes nothing in it.
    std::mutex mutex;
    std::condition_variable something;
    std::size_t next = 0;
    bool stop = false;
    int running = threads;
    const auto work = [&] {
        for (;;) {
            std::size_t mine = 0;
            {
                const std::lock_guard lock(mutex);
                if (stop || next == due.size()) {
                    --running;
                    something.notify_one();
                    return;
                }
                mine = due[next++];
            }
            Loss& loss = sweep.losses[mine];
            const Scenario blocked = without(scenario, openings_lost(scenario.plan, loss));
            const DrillResult result = run_drill(blocked, 1, [&] {
                const std::lock_guard lock(mutex);
                return !stop;
            });
            const std::lock_guard lock(mutex);
            if (stop) {
                continue;
            }
            loss.clearing_time = result.clearing_time;
            loss.left_inside = std::max(0, result.inside - base.inside);
            if (result.clearing_time && base.clearing_time) {
                loss.time_change = *result.clearing_time - *base.clearing_time;
            }
            ++sweep.simulated;
            something.notify_one();
        }
    };
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back(work);
    }
    {
        std::unique_lock lock(mutex);
        while (running > 0) {
            something.wait_for(lock, std::chrono::milliseconds(100));
            stop = stop || !progress(sweep.simulated, sweep.asked);
        }
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    rank_losses(sweep.losses);
}

Scenario mended_drill(const Scenario& scenario, const std::vector<int>& fixtures,
                      const std::vector<int>& openings) {
    Scenario mended = scenario;
    const auto among = [](const std::vector<int>& list, int index) {
        return std::find(list.begin(), list.end(), index) != list.end();
    };
    std::erase_if(mended.events, [&](const Event& event) {
        switch (event.kind) {
            case Event::Kind::put_down:
                return among(fixtures, event.element);
            case Event::Kind::lock:
            case Event::Kind::block:
                return among(openings, event.element);
            default:
                return false;
        }
    });
    for (const int fixture : fixtures) {
        mended.fixture_present[static_cast<std::size_t>(fixture)] = 0;
    }
    for (const int opening : openings) {
        mended.plan.openings[static_cast<std::size_t>(opening)].lock = Lock::none;
    }
    return mended;
}

}  // namespace evac
