#include "render/film/legend.hpp"

#include "render/drawing/level.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"
#include "render/film/graph_overlay.hpp"
#include "render/film/scene.hpp"
#include "render/film/words.hpp"
#include "render/picture/text.hpp"

#include <algorithm>

namespace evac::render {

namespace {

LegendItem line_item(const Pen& pen, std::string words) {
    Drawing swatch;
    swatch.add(Line{{Vec2(-24.0, 0.0), Vec2(24.0, 0.0)}, pen, false});
    return {std::move(swatch), std::move(words)};
}

LegendItem mark_item(Mark mark, std::string words) {
    Drawing swatch;
    swatch.add(std::move(mark));
    return {std::move(swatch), std::move(words)};
}

/// Whether a door is ever in this state on tape.
bool ever(const Reel& reel, Happening::Kind kind) {
    return std::any_of(reel.log.events.begin(), reel.log.events.end(),
                       [&](const Happening& event) { return event.kind == kind; });
}

}  // namespace

Block film_legend(const std::vector<const Reel*>& reels, const FilmOptions& options, double width) {
    const Language language = options.language;
    std::vector<LegendItem> items;
    if (reels.empty()) {
        return {};
    }
    // People have colours of their own on a dark ground; everything else turns with the plan.
    const std::size_t of_people = reels.front()->palette.legend.size();
    items = reels.front()->palette.legend;
    const auto any = [&](const auto& holds) {
        return std::any_of(reels.begin(), reels.end(),
                           [&](const Reel* reel) { return holds(*reel); });
    };
    items.push_back(
        line_item(Pen{theme::safety_green, 0.0, 7.0, {}, false}, say(language, Word::open_exit)));
    if (any([](const Reel& reel) {
            const auto& openings = reel.plan().openings;
            return ever(reel, Happening::Kind::locked) ||
                   std::any_of(openings.begin(), openings.end(),
                               [](const Opening& opening) { return opening.lock == Lock::locked; });
        })) {
        items.push_back(mark_item(padlock(Vec2::Zero()), say(language, Word::locked_door)));
    }
    if (any([](const Reel& reel) { return ever(reel, Happening::Kind::blocked); })) {
        items.push_back(mark_item(no_entry(Vec2::Zero()), say(language, Word::blocked_door)));
    }
    if (any([](const Reel& reel) {
            const auto& fixtures = reel.plan().fixtures;
            return std::any_of(fixtures.begin(), fixtures.end(),
                               [](const Fixture& fixture) { return !is_furniture(fixture); });
        })) {
        Drawing swatch;
        swatch.add(fixture_area({rounded_rectangle(Vec2::Zero(), Vec2(44.0, 24.0), 1.0)}, false));
        items.push_back({std::move(swatch), say(language, Word::goods)});
    }
    if (any([](const Reel& reel) {
            return ever(reel, Happening::Kind::smoke) || ever(reel, Happening::Kind::thick_smoke);
        })) {
        for (const bool thick : {false, true}) {
            Drawing swatch;
            swatch.add(smoke_area({rounded_rectangle(Vec2::Zero(), Vec2(44.0, 24.0), 1.0)}, thick));
            items.push_back(
                {std::move(swatch), say(language, thick ? Word::thick_smoke : Word::smoke)});
        }
    }
    if (options.graph) {
        items.push_back(
            line_item(Pen{graph_colour, 0.0, 5.0, {}, true}, say(language, Word::graph_passage)));
        if (any([](const Reel& reel) { return reel.cut != nullptr; })) {
            items.push_back(
                line_item(Pen{pointer_colour, 0.0, 8.0, {}, true}, say(language, Word::graph_cut)));
        }
    }
    if (options.followed >= 0) {
        items.push_back(line_item(Pen{pointer_colour, 0.0, 4.0, {12.0, 7.0}, true},
                                  say(language, Word::graph_route)));
    }
    for (std::size_t i = of_people; options.dark && i < items.size(); ++i) {
        items[i].swatch = at_night(std::move(items[i].swatch));
    }
    Block block = legend_block(items, width, text_width);
    for (Shape& shape : block.drawing.shapes) {
        if (Text* const words = std::get_if<Text>(&shape); words != nullptr && options.dark) {
            words->style.colour = at_night(words->style.colour);
        }
    }
    return block;
}

}  // namespace evac::render
