#include "tools/view/film_files.hpp"

#include "render/drawing/axis.hpp"
#include "render/film/graph_overlay.hpp"
#include "sim/text/problem.hpp"
#include "tools/cli/format.hpp"
#include "tools/view/ask.hpp"
#include "tools/view/encoder.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <thread>

namespace evac {

namespace {

constexpr double longest_film = 60.0;       ///< unless a speed is asked for [s]
constexpr double last_picture_stays = 3.0;  ///< [s]

/// Waits until the tapes are whole, telling how far they are; throws what keeps them from it.
std::vector<std::shared_ptr<const render::Tape>> whole_tapes(
    const ViewOptions& options, std::vector<render::Watched>& sources) {
    using namespace std::chrono_literals;
    std::vector<std::shared_ptr<const render::Tape>> tapes;
    for (render::Watched& source : sources) {
        render::TapeLog log;
        double told = 0.0;
        while (!log.finished) {
            if (const auto problems = source.footage->problems(); !problems.empty()) {
                throw InputError(problems);
            }
            const auto tape = source.footage->tape();
            if (tape) {
                tape->catch_up(log);
            }
            // A replay is there in a moment; a drill that runs may take minutes.
            const bool runs = tape && tape->expected_end() == 0.0;
            if (runs && !options.quiet && log.end >= told + 60.0 && !log.finished) {
                told = log.end;
                fmt::print(stderr, "{}\n",
                           say(options.language, MessageId::view_rehearsing,
                               render::clock_text(log.end), render::clock_text(source.time_limit)));
            }
            std::this_thread::sleep_for(5ms);
        }
        if (!log.problems.empty()) {
            throw InputError(log.problems);
        }
        tapes.push_back(source.footage->tape());
    }
    return tapes;
}

double film_speed(const ViewOptions& options, double end) {
    if (options.speed) {
        return *options.speed;
    }
    for (const double speed : {1.0, 2.0, 4.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0}) {
        if (end / speed <= longest_film) {
            return speed;
        }
    }
    return 60.0;
}

/// Set by Ctrl-C; the film is given up then, and nothing half-written stays.
volatile std::sig_atomic_t interrupted = 0;

/// Whether the film came to its end.
bool write_video(const ViewOptions& options, render::Film& film) {
    const double end = film.end();
    film.speed = film_speed(options, end);
    const double fps = options.frames_per_second;
    const auto moving = static_cast<long>(std::ceil(end / film.speed * fps)) + 1;
    const long frames = moving + std::lround(last_picture_stays * fps);
    Encoder encoder(options.video, film.width(), film.height(), fps);
    const bool terminal = isatty(STDERR_FILENO) != 0;
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    auto told = begin;
    for (const int number : {SIGINT, SIGTERM}) {
        std::signal(number, [](int) { interrupted = 1; });
    }
    for (long i = 0; i < frames && !interrupted; ++i) {
        const double time = std::min(end, static_cast<double>(i) * film.speed / fps);
        encoder.append(film.frame(time, true));
        const auto now = Clock::now();
        const double since = std::chrono::duration<double>(now - told).count();
        if (!options.quiet && (i + 1 == frames || since > (terminal ? 0.2 : 10.0))) {
            told = now;
            const double spent = std::chrono::duration<double>(now - begin).count();
            const int full = static_cast<int>(24 * (i + 1) / frames);
            std::string bar;
            for (int column = 0; column < 24; ++column) {
                bar += column < full ? "█" : "░";
            }
            const std::string line =
                say(options.language, MessageId::view_filming, bar,
                    render::clock_text(static_cast<double>(i + 1) / fps),
                    render::clock_text(static_cast<double>(frames) / fps),
                    fmt::format("{:.0f}", static_cast<double>(i + 1) / std::max(1e-3, spent)));
            fmt::print(stderr, fmt::runtime(terminal ? "\r{}\x1b[K" : "{}\n"), line);
            std::fflush(stderr);
        }
    }
    if (terminal && !options.quiet) {
        fmt::print(stderr, "\n");
    }
    if (interrupted) {
        return false;
    }
    encoder.finish();
    return true;
}

}  // namespace

std::vector<Label> film_names(const ViewOptions& options,
                              const std::vector<render::Watched>& sources) {
    std::vector<Label> names;
    for (const render::Watched& source : sources) {
        names.push_back(source.name);
    }
    if (names.size() == 2 && names[0].by_language == names[1].by_language) {
        for (std::size_t i = 0; i < 2; ++i) {
            const auto& path = options.sources[i];
            const auto plain = path.has_filename() ? path : path.parent_path();
            for (auto& [tag, name] : names[i].by_language) {
                name += fmt::format(" ({})", plain.filename().string());
            }
        }
    }
    return names;
}

int write_film(const ViewOptions& options, std::vector<render::Watched>& sources) {
    const bool picture = options.video.empty();
    const PixelSize size =
        size_asked(options, picture ? PixelSize{1280, 800} : PixelSize{1920, 1080});
    render::FilmOptions film_asked = film_options(options, {});
    // Type grows with the picture: a film is watched from farther away than a page.
    const double usual = std::min(size.width / 1280.0, size.height / 800.0);
    film_asked.type_scale *=
        options.scale.value_or(std::max(0.5, usual)) * (options.present ? 1.25 : 1.0);
    // Yuv420p halves the colours: odd sizes cannot be encoded.
    render::Film film(picture ? size.width : size.width & ~1,
                      picture ? size.height : size.height & ~1, film_asked);
    const auto names = film_names(options, sources);
    const auto tapes = whole_tapes(options, sources);
    for (std::size_t i = 0; i < tapes.size(); ++i) {
        film.add(tapes[i], names[i]);
    }
    film.catch_up();
    if (film_asked.graph) {
        for (std::size_t i = 0; i < sources.size(); ++i) {
            film.reel(i).cut =
                render::limiting_openings(sources[i].drill_file, film.reel(i).plan());
        }
    }
    if (!options.quiet && film.reel(0).people() == 0) {
        fmt::print(stderr, "{}\n", say(options.language, MessageId::view_people_nowhere));
    }
    if (picture) {
        double time = time_asked(options);
        if (time > film.end()) {
            time = film.end();
            if (!options.quiet) {
                fmt::print(stderr, "{}\n",
                           say(options.language, MessageId::view_beyond_end,
                               render::clock_text(std::floor(time + 1e-6))));
            }
        }
        render::write_png(options.screenshot, film.frame(time, true));
    } else if (!write_video(options, film)) {
        return 130;  // as the shell has it for a program ended by Ctrl-C
    }
    if (!options.quiet) {
        fmt::print(stderr, "{}\n",
                   say(options.language, MessageId::view_written,
                       (picture ? options.screenshot : options.video).string()));
    }
    return 0;
}

}  // namespace evac
