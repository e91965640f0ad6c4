#include "render/film/palette.hpp"

#include "render/drawing/marks.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/trajectories_picture.hpp"
#include "render/film/words.hpp"
#include "render/picture/image.hpp"
#include "sim/plan/name_or_id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

constexpr double fastest = 1.6;  // the right end of the colour scale of speed [m/s]
constexpr std::size_t speed_steps = 17;
constexpr std::size_t most_items = 12;  // of a legend; what is beyond shares one colour

// Standing still to brisk: from dark purple over green to yellow, ever lighter (after the map
// "viridis" of matplotlib, CC0).
const std::array<Colour, 5> speed_colours{rgb(0x440154), rgb(0x3B528B), rgb(0x21918C),
                                          rgb(0x5EC962), rgb(0xE8D51E)};

Colour speed_colour(double share) {
    const double place = std::clamp(share, 0.0, 1.0) * 4.0;
    const auto low = std::min<std::size_t>(3, static_cast<std::size_t>(place));
    return mix(speed_colours[low], speed_colours[low + 1], place - static_cast<double>(low));
}

// In the order of Activity: told apart by people who see few colours (Okabe and Ito 2008).
const std::array<Colour, 5> activity_colours{rgb(0x9AA0A6), rgb(0x0072B2), rgb(0xD55E00),
                                             rgb(0x009E73), rgb(0x111111)};

LegendItem item(const Colour& colour, std::string words) {
    Drawing swatch;
    swatch.add(Area{{circle(Vec2::Zero(), 12.0)},
                    colour,
                    {},
                    Pen{mix(colour, theme::ink, 0.5), 0.0, 2.0, {}, false}});
    return {std::move(swatch), std::move(words)};
}

/// Kinds (groups or profiles) that people have, by number of people; one colour each, the rest one
/// for all.
void colour_by_kind(Palette& palette, const std::vector<ReplayKind>& kinds,
                    const std::vector<ReplayPerson>& people, int ReplayPerson::*member,
                    const auto& lit, const std::string& several) {
    std::vector<int> count(kinds.size(), 0);
    for (const ReplayPerson& person : people) {
        ++count[static_cast<std::size_t>(person.*member)];
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (count[i] > 0) {
            order.push_back(i);
        }
    }
    const bool many = order.size() > most_items;
    std::vector<Colour> colours(kinds.size(), exit_colour(distinct_exits));
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        // With more kinds than colours, neighbours in the list differ and the legend names none
        // twice: colours are used again.
        colours[order[rank]] = exit_colour(rank % distinct_exits);
        if (!many) {
            palette.legend.push_back(item(
                lit(colours[order[rank]]),
                fmt::format("{} ({})", name_or_id(kinds[order[rank]], palette.options.language),
                            count[order[rank]])));
        }
    }
    if (many) {
        Drawing swatch;
        for (const int i : {0, 1, 2}) {
            swatch.add(Area{{circle(Vec2(15.0 * (i - 1), 0.0), 9.0)},
                            lit(exit_colour(static_cast<std::size_t>(i))),
                            {},
                            {}});
        }
        palette.legend.push_back({std::move(swatch), several});
    }
    for (const ReplayPerson& person : people) {
        palette.of_person.push_back(
            pixel_of(lit(colours[static_cast<std::size_t>(person.*member)])));
    }
}

}  // namespace

std::vector<int> exit_of_person(const ReplayInfo& info, const TapeLog& log) {
    std::vector<int> exits(info.people.size(), -1);
    for (const Aim& aim : log.aims) {
        exits[static_cast<std::size_t>(aim.person)] = aim.exit;
    }
    for (const Departure& departure : log.departures) {
        exits[static_cast<std::size_t>(departure.person)] = departure.exit;
    }
    return exits;
}

std::vector<int> exits_by_use(const Plan& plan, const std::vector<int>& exit_of_person) {
    std::vector<int> use(plan.openings.size(), 0);
    for (const int exit : exit_of_person) {
        if (exit >= 0) {
            ++use[static_cast<std::size_t>(exit)];
        }
    }
    std::vector<int> exits;
    for (std::size_t o = 0; o < use.size(); ++o) {
        if (use[o] > 0) {
            exits.push_back(static_cast<int>(o));
        }
    }
    std::stable_sort(exits.begin(), exits.end(), [&](int a, int b) {
        return use[static_cast<std::size_t>(a)] > use[static_cast<std::size_t>(b)];
    });
    return exits;
}

std::string exit_label(const Plan& plan, int exit, Language language) {
    return name_or_id(plan.openings[static_cast<std::size_t>(exit)], language);
}

Palette palette_of(const ReplayInfo& info, const TapeLog& log, const std::vector<int>& exits,
                   const FilmOptions& options) {
    Palette palette;
    palette.options = options;
    const Language language = options.language;
    const auto lit = [&](const Colour& colour) { return options.dark ? shining(colour) : colour; };
    switch (options.colour) {
        case ColourBy::exit: {
            std::vector<Colour> of_exit(info.plan.openings.size(), exit_colour(distinct_exits));
            for (std::size_t rank = 0; rank < exits.size(); ++rank) {
                of_exit[static_cast<std::size_t>(exits[rank])] = exit_colour(rank);
                if (rank < distinct_exits) {
                    palette.legend.push_back(
                        item(lit(exit_colour(rank)), exit_label(info.plan, exits[rank], language)));
                }
            }
            if (exits.size() > distinct_exits) {
                palette.legend.push_back(
                    item(lit(exit_colour(distinct_exits)), say(language, Word::other_exits)));
            }
            bool all_known = true;
            for (const int exit : exit_of_person(info, log)) {
                all_known = all_known && exit >= 0;
                palette.of_person.push_back(pixel_of(
                    lit(exit < 0 ? theme::faint_ink : of_exit[static_cast<std::size_t>(exit)])));
            }
            if (!all_known) {
                palette.legend.push_back(
                    item(lit(theme::faint_ink), say(language, Word::exit_unknown)));
            }
            break;
        }
        case ColourBy::group:
            colour_by_kind(palette, info.groups, info.people, &ReplayPerson::group, lit,
                           say(language, Word::by_group));
            break;
        case ColourBy::profile:
            colour_by_kind(palette, info.profiles, info.people, &ReplayPerson::profile, lit,
                           say(language, Word::by_profile));
            break;
        case ColourBy::speed:
            for (std::size_t step = 0; step < speed_steps; ++step) {
                palette.scale.push_back(pixel_of(speed_colour(
                    static_cast<double>(step) / static_cast<double>(speed_steps - 1))));
            }
            for (const double speed : {0.0, 0.4, 0.8, 1.2, 1.6}) {
                palette.legend.push_back(
                    item(speed_colour(speed / fastest),
                         say(language, Word::metres_per_second, fmt::format("{:.1f}", speed))));
            }
            break;
        case ColourBy::waiting: {
            const std::array<Word, 5> words{Word::standing, Word::walking, Word::held_up,
                                            Word::in_the_open, Word::no_way};
            for (std::size_t i = 0; i < words.size(); ++i) {
                palette.scale.push_back(pixel_of(lit(activity_colours[i])));
                palette.legend.push_back(item(lit(activity_colours[i]), say(language, words[i])));
            }
            break;
        }
    }
    return palette;
}

std::uint32_t colour_of(const Palette& palette, const Walker& walker) {
    switch (palette.options.colour) {
        case ColourBy::speed: {
            const double share = std::clamp(walker.speed / fastest, 0.0, 1.0);
            return palette.scale[static_cast<std::size_t>(
                std::lround(share * static_cast<double>(speed_steps - 1)))];
        }
        case ColourBy::waiting:
            return palette.scale[static_cast<std::size_t>(walker.activity)];
        default:
            return palette.of_person[static_cast<std::size_t>(walker.person)];
    }
}

}  // namespace evac::render
