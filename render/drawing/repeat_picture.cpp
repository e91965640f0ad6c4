#include "render/drawing/repeat_picture.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/curve_plot.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

constexpr double page_width = 1600.0;  // [px]
constexpr double plot_height = 720.0;  // [px]
constexpr double flag_row = 46.0;      // [px]

// Blue and vermilion of Okabe and Ito, "Color Universal Design", 2008.
constexpr Colour blue = rgb(0x0072B2);
constexpr Colour vermilion = rgb(0xD55E00);

const Pen mean_pen{blue, 0.0, 6.0, {}, true};
const Pen tick_pen{with_alpha(theme::ink, 0.6), 0.0, 2.5, {}, false};
const Colour band_colour = with_alpha(blue, 0.25);

/// A moment with its words, which end at its pole: the times lie at the right end of the plot.
struct Flag {
    double time = 0.0;
    std::string words;
    Colour colour;
};

/// The later one second: it stands higher, so that no pole crosses the other's words.
std::vector<Flag> flags(const Repetition& repetition, Language language) {
    const Spread times = evacuation_time(repetition);
    std::vector<Flag> all;
    if (times.count == 0) {
        return all;
    }
    const auto add = [&](double time, MessageId words, const Colour& colour) {
        all.push_back({time, say(language, words, clock_text(time)), colour});
    };
    if (times.count > 1) {
        add(times.mean, MessageId::repeat_picture_flag_mean, blue);
    }
    if (times.count < few_runs) {
        add(times.most, MessageId::repeat_picture_flag_slowest, vermilion);
    } else {
        add(times.p95, MessageId::repeat_picture_flag_p95, vermilion);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Flag& a, const Flag& b) { return a.time < b.time; });
    return all;
}

Drawing flag_drawing(const Plot& plot, const std::vector<Flag>& all) {
    Drawing drawing;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double x = plot.at(all[i].time, 0.0).x();
        const double y = plot.box.low.y() - 10.0 - (static_cast<double>(i) + 0.5) * flag_row;
        const TextStyle style{28.0, mix(all[i].colour, theme::ink, 0.25), true, theme::paper};
        drawing.add(Line{{Vec2(x, y - 0.4 * flag_row), Vec2(x, plot.box.high.y())},
                         Pen{all[i].colour, 0.0, 3.0, {}, false},
                         false});
        drawing.add(Text{Vec2(x - 10.0, y), all[i].words, style, Align::right, false});
    }
    return drawing;
}

Drawing curves(const Plot& plot, const std::vector<BandPoint>& band) {
    Area area{{{}}, band_colour, {}, {}};
    std::vector<Vec2> mean;
    for (const BandPoint& point : band) {
        area.rings.front().push_back(plot.at(point.time, point.high));
        mean.push_back(plot.at(point.time, point.mean));
    }
    for (std::size_t i = band.size(); i-- > 0;) {
        area.rings.front().push_back(plot.at(band[i].time, band[i].low));
    }
    Drawing drawing;
    drawing.add(std::move(area));
    drawing.add(Line{std::move(mean), mean_pen, false});
    return drawing;
}

/// A tick on the axis of time for the last one out of each run.
Drawing last_ticks(const Plot& plot, const Repetition& repetition) {
    constexpr double height = 30.0;  // [px]
    Drawing drawing;
    for (const RepeatRun& run : repetition.runs) {
        if (run.out() > 0) {
            const Vec2 foot = plot.at(last_out(run), 0.0);
            drawing.add(Line{{foot, foot - Vec2(0.0, height)}, tick_pen, false});
        }
    }
    return drawing;
}

std::vector<LegendItem> legend(std::size_t runs, Language language) {
    Drawing mean;
    mean.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, mean_pen, false});
    Drawing band;
    band.add(
        Area{{{{-26.0, -12.0}, {26.0, -12.0}, {26.0, 12.0}, {-26.0, 12.0}}}, band_colour, {}, {}});
    Drawing ticks;
    for (const double x : {-14.0, -4.0, 10.0}) {
        ticks.add(Line{{Vec2(x, -13.0), Vec2(x, 13.0)}, tick_pen, false});
    }
    return {{std::move(mean), say(language, MessageId::repeat_picture_mean, runs)},
            {std::move(band), say(language, MessageId::repeat_picture_band)},
            {std::move(ticks), say(language, MessageId::repeat_picture_ends)}};
}

}  // namespace

Sheet repeat_sheet(const Scenario& scenario, const Repetition& repetition, Language language,
                   const MeasureText& measure) {
    const std::vector<BandPoint> band = inside_band(repetition.runs);
    const std::size_t runs = repetition.runs.size();
    const RepeatRun& first = repetition.runs.front();
    Block top = heading_block(
        {scenario.name.in(language), say(language, MessageId::repeat_picture_title, runs,
                                         first.seed, repetition.runs.back().seed)},
        page_width - 2.0 * theme::margin, measure);

    Plot plot;
    plot.end = std::max(1.0, band.back().time);
    const double tick = count_tick(std::max(1, first.placed), 8);
    plot.people = tick * std::ceil(std::max(1, first.placed) / tick - 1e-9);
    const double plot_top = theme::margin + top.height + 34.0 + 2.0 * flag_row + 10.0;
    plot.box = {Vec2(theme::margin + 120.0, plot_top),
                Vec2(page_width - theme::margin - 30.0, plot_top + plot_height)};

    Drawing picture = axes(plot, language);
    picture.add(curves(plot, band));
    picture.add(last_ticks(plot, repetition));
    picture.add(flag_drawing(plot, flags(repetition, language)));
    const int cleared = cleared_runs(repetition);
    if (cleared < std::ssize(repetition.runs)) {
        const std::string words = say(language, MessageId::repeat_picture_left,
                                      static_cast<std::ptrdiff_t>(runs) - cleared, runs);
        picture.add(Text{Vec2(plot.box.high.x() - 20.0, plot_top + 34.0),
                         words,
                         {28.0, theme::shut_red, true, theme::paper},
                         Align::right,
                         false});
    }

    Sheet sheet;
    Block footer = legend_block(legend(runs, language), plot.box.size().x(), measure);
    const double footer_top = plot.box.high.y() + 112.0;
    sheet.width = page_width;
    sheet.height = std::round(footer_top + footer.height + 0.8 * theme::margin);
    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(picture), at(0.0, 0.0), {}});
    sheet.panes.push_back({std::move(footer.drawing), at(plot.box.low.x(), footer_top), {}});
    return sheet;
}

}  // namespace evac::render
