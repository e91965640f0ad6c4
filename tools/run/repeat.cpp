#include "tools/run/repeat.hpp"

#include "render/picture/pictures.hpp"
#include "sim/study/repeat_files.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>

namespace evac {

namespace {

constexpr int most_runs = 10000;  ///< beyond, somebody has typed a zero too many
constexpr int most_until_enough = 200;

/// Tells which run is done: on a terminal in one line, elsewhere now and then in a line of its own.
class RunCounter {
public:
    RunCounter(const RepeatWish& wish, Language language, bool quiet)
        : wish_(wish), language_(language), quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0) {}

    void show(int done) {
        constexpr int lines = 10;
        const bool due = terminal_ ? done > shown_ : done >= shown_ + wish_.runs / lines + 1;
        if (quiet_ || !due) {
            return;
        }
        shown_ = done;
        const std::string text = say(
            language_,
            wish_.until_enough ? MessageId::repeat_progress_at_most : MessageId::repeat_progress,
            done, wish_.runs);
        if (terminal_) {
            fmt::print(stderr, "\r{}\x1b[K", text);
            std::fflush(stderr);
        } else {
            fmt::print(stderr, "{}\n", text);
        }
    }

    void finish() const {
        if (terminal_ && shown_ > 0) {
            fmt::print(stderr, "\n");
        }
    }

private:
    RepeatWish wish_;
    Language language_;
    bool quiet_;
    bool terminal_;
    int shown_ = 0;
};

}  // namespace

RepeatWish read_repeat(const std::string& words) {
    RepeatWish wish;
    if (words == "enough") {
        wish.runs = most_until_enough;
        wish.until_enough = true;
        return wish;
    }
    const char* end = words.data() + words.size();
    const auto [stop, error] = std::from_chars(words.data(), end, wish.runs);
    if (error != std::errc() || stop != end || wish.runs < 1 || wish.runs > most_runs) {
        throw InputError({{"--repeat", "", "", message(MessageId::repeat_wrong, words),
                           message(MessageId::repeat_wrong_remedy, most_runs)}});
    }
    return wish;
}

Repetition run_again(const Scenario& scenario, RepeatRun first, const RepeatWish& wish,
                     Language language, bool quiet, const std::function<bool()>& interrupted) {
    RunCounter counter(wish, language, quiet);
    Repetition repetition = repeat_drill(scenario, std::move(first), wish, [&](int done) {
        counter.show(done);
        return !interrupted();
    });
    counter.finish();
    return repetition;
}

void write_repetition(const std::filesystem::path& folder, const Scenario& scenario,
                      const Repetition& repetition, Language language) {
    write_runs_csv(folder / "runs.csv", scenario.plan, repetition);
    write_convergence_csv(folder / "convergence.csv", repetition);
    write_text(folder / "repeat.json", repeat_json(scenario, repetition).dump(2) + "\n");
    render::write_repeat_curve(folder / "repeat-curve.png", scenario, repetition, language);
}

}  // namespace evac
