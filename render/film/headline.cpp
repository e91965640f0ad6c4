#include "render/film/headline.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/wrap.hpp"
#include "render/film/words.hpp"
#include "render/picture/text.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

/// When no more than this share of the people was inside first [s].
double time_at_share(const Reel& reel, double share) {
    for (const CurvePoint& point : reel.log.curve) {
        if (point.inside <= share * reel.people() + 1e-9) {
            return point.time;
        }
    }
    return reel.log.end;
}

bool over(const Reel& reel, double time) {
    return reel.log.finished && time >= reel.cleared().value_or(reel.log.end) - 1e-6;
}

int left_inside(const Reel& reel) {
    return reel.people() - static_cast<int>(reel.log.departures.size());
}

std::string counts(const Reel& reel, double time, Language language) {
    const int inside = reel.inside_at(time);
    return fmt::format("{} {}    {} {}", say(language, Word::inside), inside,
                       say(language, Word::out), reel.people() - inside);
}

}  // namespace

double lag(const Reel& a, const Reel& b, double time) {
    if (a.people() == 0 || b.people() == 0) {
        return 0.0;
    }
    const double in_a = static_cast<double>(a.inside_at(time)) / a.people();
    const double in_b = static_cast<double>(b.inside_at(time)) / b.people();
    if (in_a == in_b) {
        return 0.0;
    }
    return in_b > in_a ? std::max(0.0, time - time_at_share(a, in_b))
                       : -std::max(0.0, time - time_at_share(b, in_a));
}

std::string difference_words(const Reel& a, const Reel& b, Pair pair, double time,
                             Language language) {
    const bool drills = pair == Pair::two_drills;
    if (a.people() == 0 || b.people() == 0) {
        return {};
    }
    if (over(a, time) && over(b, time)) {
        const auto clear_a = a.cleared();
        const auto clear_b = b.cleared();
        if (clear_a && clear_b) {
            const long later = std::lround(*clear_b - *clear_a);
            if (later == 0) {
                return say(language, Word::same_time);
            }
            return later > 0 ? say(language, drills ? Word::b_later : Word::plan_later, later)
                             : say(language, drills ? Word::b_earlier : Word::plan_earlier, -later);
        }
        if (!drills) {
            return say(language, Word::plan_inside, left_inside(a), left_inside(b));
        }
        if (!clear_a && !clear_b) {
            return say(language, Word::both_never, left_inside(a), left_inside(b));
        }
        return clear_a ? say(language, Word::b_never, left_inside(b))
                       : say(language, Word::a_never, left_inside(a));
    }
    const long behind = std::lround(lag(a, b, time));
    if (behind == 0) {
        return say(language, drills ? Word::level_with : Word::plan_level);
    }
    return behind > 0 ? say(language, drills ? Word::b_behind : Word::plan_behind, behind)
                      : say(language, drills ? Word::a_behind : Word::plan_ahead, -behind);
}

Drawing headline(const std::vector<const Reel*>& reels, const Reel* alone, Pair pair, double time,
                 double width, Language language) {
    Drawing drawing;
    const TextStyle clock{44.0, theme::ink, true, {}};
    const TextStyle figures{28.0, theme::ink, false, {}};
    const TextStyle strong{30.0, pointer_colour, true, {}};
    const TextStyle title{28.0, theme::ink, true, {}};
    const double middle = 0.5 * headline_height;
    const std::string now = clock_text(std::floor(time + 1e-6));
    double right = width - 28.0;
    const auto add = [&](const std::string& words, const TextStyle& style, double gap) {
        drawing.add(Text{Vec2(right, middle), words, style, Align::right, false});
        right -= text_width(words, style) + gap;
    };
    const double least = text_width("00:00", clock);
    add(now, clock, 36.0 + std::max(0.0, least - text_width(now, clock)));
    if (reels.size() == 2) {
        add(difference_words(*reels[0], *reels[1], pair, time, language), strong, 40.0);
    }
    if (alone == nullptr) {
        return drawing;
    }
    add(counts(*alone, time, language), figures, 40.0);
    if (right > 120.0) {
        drawing.add(Text{Vec2(28.0, middle),
                         cut_to_width(alone->shown_name(language), title, right - 28.0, text_width),
                         title, Align::left, false});
    }
    return drawing;
}

}  // namespace evac::render
