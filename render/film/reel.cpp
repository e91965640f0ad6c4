#include "render/film/reel.hpp"

#include "render/drawing/axis.hpp"
#include "render/film/words.hpp"
#include "sim/record/chunk.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

Reel::Reel(std::shared_ptr<const Tape> of, Label shown_name)
    : tape(std::move(of)),
      name(std::move(shown_name)),
      setting(std::make_shared<Setting>(setting_of(tape->info().plan))),
      findings(std::make_shared<std::vector<Finding>>()),
      player(tape),
      scenes(paint_scene),
      heats([painter = std::make_shared<HeatPainter>()](const HeatOrder& order) {
          return painter->paint(order);
      }) {}

bool Reel::catch_up() {
    const bool first = log.curve.empty();
    if (!tape->catch_up(log) && !first) {
        return false;
    }
    if (log.findings.size() != findings->size()) {
        findings = std::make_shared<std::vector<Finding>>(log.findings);
    }
    exits = exits_by_use(plan(), exit_of_person(tape->info(), log));
    std::optional<double> first_out;
    std::optional<double> last_out;
    for (const Departure& departure : log.departures) {
        if (departure.exit >= 0) {  // not in the open from the start
            first_out = first_out.value_or(departure.time);
            last_out = departure.time;
        }
    }
    const int left = people() - static_cast<int>(log.departures.size());
    moments = evac::moments({plan(), log.events, log.curve, log.findings, people(), first_out,
                             last_out, log.whole, log.end, left});
    return true;
}

std::string Reel::shown_name(Language language) const {
    const std::string words = name.in(language);
    if (!log.finished || log.whole) {
        return words;
    }
    return fmt::format("{} ({})", words,
                       say(language, Word::cut_short, clock_text(std::floor(log.end + 1e-6))));
}

int Reel::inside_at(double time) const {
    if (log.curve.empty()) {
        return people();
    }
    const auto later = std::upper_bound(log.curve.begin(), log.curve.end(), time + 1e-6,
                                        [](double t, const CurvePoint& p) { return t < p.time; });
    const int shown = later == log.curve.begin() ? log.curve.front().inside : (later - 1)->inside;
    // Between whole seconds the exits know better than the curve.
    const auto gone = std::upper_bound(log.departures.begin(), log.departures.end(), time + 1e-6,
                                       [](double t, const Departure& d) { return t < d.time; });
    return std::min(shown, people() - static_cast<int>(gone - log.departures.begin()));
}

std::vector<int> Reel::left_by(double time) const {
    std::vector<int> gone(plan().openings.size(), 0);
    for (const Departure& departure : log.departures) {
        if (departure.time > time + 1e-6) {
            break;
        }
        if (departure.exit >= 0) {
            ++gone[static_cast<std::size_t>(departure.exit)];
        }
    }
    return gone;
}

std::optional<double> Reel::cleared() const {
    if (static_cast<int>(log.departures.size()) < people() || log.departures.empty()) {
        return std::nullopt;
    }
    return log.departures.back().time;
}

double Reel::end() const {
    return log.finished ? log.end : std::max(log.end, tape->expected_end());
}

std::shared_ptr<const Trajectory> way_of(const Tape& tape, int person) {
    auto way = std::make_shared<Trajectory>();
    const Plan& plan = tape.info().plan;
    for (std::size_t chunk = 0; chunk < tape.chunks(); ++chunk) {
        const auto frames = decode_chunk(*tape.chunk(chunk));
        if (!frames || frames->empty()) {
            continue;
        }
        // Twice a second, so that a way round a corner looks round.
        for (const std::size_t index : {std::size_t{0}, frames->size() / 2}) {
            const std::vector<Pose>& poses = (*frames)[index].poses;
            const auto pose = std::lower_bound(poses.begin(), poses.end(), person,
                                               [](const Pose& p, int id) { return p.person < id; });
            if (pose == poses.end() || pose->person != person) {
                continue;
            }
            go_on(*way, unit_at(plan, pose->unit).level,
                  Vec2(static_cast<double>(pose->x), static_cast<double>(pose->y)));
        }
    }
    return way;
}

}  // namespace evac::render
