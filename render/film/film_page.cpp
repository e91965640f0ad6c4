// What stands around the stage of a film: headline, legend, time line.

#include "render/drawing/axis.hpp"
#include "render/drawing/heat_picture.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"
#include "render/film/film.hpp"
#include "render/film/legend.hpp"
#include "render/picture/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac::render {

namespace {

constexpr double strip_height = 156.0;  // [px]
constexpr double half_title = 46.0;     // above each of two drills [px]
constexpr double side = 28.0;           // free at the left and right [px]

}  // namespace

void Film::lay_out_page() {
    const Vec2 page = to_page(image_.width, image_.height);
    const double inner = std::max(100.0, page.x() - 2.0 * side);
    std::vector<const Reel*> all;
    for (const auto& reel : reels_) {
        reel->palette = palette_of(reel->tape->info(), reel->log, reel->exits, options_);
        all.push_back(reel.get());
    }
    Block legend;
    Block scale;
    if (options_.legend) {
        legend = film_legend(all, options_, inner);
        if (options_.heat || options_.peak) {
            scale = density_legend(inner, false, options_.language, text_width);
            scale.height += 16.0;
        }
    }
    const double foot = strip_height + legend.height + scale.height;
    const double top = page.y() - foot;
    stage_box_ = {Vec2(0.0, headline_height),
                  Vec2(page.x(), std::max(headline_height + 40.0, top))};
    strip_box_ = {Vec2(0.0, page.y() - strip_height), page};

    double end = 0.0;
    bool grows = false;
    std::vector<StripCurve> curves;
    for (const auto& reel : reels_) {
        end = std::max(end, reel->end());
        grows = grows || (!reel->log.finished && reel->tape->expected_end() == 0.0);
        curves.push_back({&reel->log, reel->people(), !curves.empty()});
    }
    if (grows) {  // room for what is coming, enlarged seldom
        end = 60.0 * std::ceil((end + 30.0) / 60.0);
    }
    const Box axes{Vec2(side + 52.0, strip_box_.low.y() + 30.0),
                   Vec2(page.x() - side, page.y() - 34.0)};
    strip_ = strip_of(curves, reels_.empty() ? std::vector<Moment>() : reels_.back()->moments, axes,
                      end);

    Sheet sheet{0.0, 0.0, {}};
    const auto lit = [&](Drawing drawing) {
        return options_.dark ? at_night(std::move(drawing)) : drawing;
    };
    const View whole{1.0, Vec2(0.0, -stage_box_.high.y()), false};
    sheet.panes.push_back({lit(strip_.drawing), whole, {}});
    sheet.panes.push_back(
        {std::move(legend.drawing), View{1.0, Vec2(side, scale.height), false}, {}});
    if (scale.height > 0.0) {
        Drawing ground;  // the colours of the scale are read on white, in the dark as well
        const Vec2 size(std::min(inner, density_scale_width) + 16.0, scale.height - 2.0);
        ground.add(Area{{rounded_rectangle(0.5 * size, size, 6.0)}, theme::paper, {}, {}});
        sheet.panes.push_back({std::move(ground), View{1.0, Vec2(side - 8.0, 0.0), false}, {}});
        sheet.panes.push_back({std::move(scale.drawing), View{1.0, Vec2(side, 6.0), false}, {}});
    }
    const PixelBox foot_box = pixels({Vec2(0.0, stage_box_.high.y()), page});
    strip_image_ = Image(image_.width, std::max(1, image_.height - foot_box.top),
                         pixel_of(ground_colour(options_.dark)));
    paint(strip_image_, sheet, options_.type_scale);

    // Two drills lie side by side or one above the other, whichever makes them larger.
    const std::vector<std::size_t> shown = on_stage_now();
    const auto halves = [&](bool beside, std::size_t i) {
        Box box = stage_box_;
        const double n = static_cast<double>(shown.size());
        const auto k = static_cast<double>(i);
        const Vec2 size = stage_box_.size();
        if (beside) {
            box.low.x() += k * size.x() / n;
            box.high.x() = box.low.x() + size.x() / n;
        } else {
            box.low.y() += k * size.y() / n;
            box.high.y() = box.low.y() + size.y() / n;
        }
        if (shown.size() > 1) {
            box.low.y() += half_title;
        }
        return box;
    };
    const auto scale_of = [&](bool beside) {
        double least = 1e30;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const Stage stage =
                lay_out(*reels_[shown[i]]->setting, options_.layout, halves(beside, i));
            least = stage.floors.empty() ? least : std::min(least, stage.floors[0].view.scale);
        }
        return least;
    };
    const bool beside = shown.size() < 2 || scale_of(true) >= scale_of(false);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        Reel& reel = *reels_[shown[i]];
        reel.base = lay_out(*reel.setting, options_.layout, halves(beside, i));
    }
    headline_key_.clear();
    laid_out_ = true;
}

void Film::draw_page(double time) {
    std::vector<const Reel*> reels;
    for (const auto& reel : reels_) {
        reels.push_back(reel.get());
    }
    std::string key = clock_text(std::floor(time + 1e-6));
    for (const Reel* const reel : reels) {
        key += fmt::format("|{}", reel->inside_at(time));
    }
    if (reels.size() == 2) {
        key += difference_words(*reels[0], *reels[1], pair, time, options_.language);
    }
    if (key != headline_key_) {
        headline_key_ = key;
        const PixelBox box =
            pixels({Vec2::Zero(), Vec2(to_page(image_.width, 0).x(), headline_height)});
        headline_image_ =
            Image(image_.width, std::max(1, box.bottom), pixel_of(ground_colour(options_.dark)));
        Drawing drawing = headline(reels, on_stage_now().size() == 1 ? reels.back() : nullptr, pair,
                                   time, to_page(image_.width, 0.0).x(), options_.language);
        if (options_.dark) {
            drawing = at_night(std::move(drawing));
        }
        paint(headline_image_,
              Sheet{0.0, 0.0, {{std::move(drawing), View{1.0, Vec2::Zero(), false}, {}}}},
              options_.type_scale);
    }
    place(image_, headline_image_, {}, 0, {0, 0, image_.width, headline_image_.height});
    const int foot = image_.height - strip_image_.height;
    place(image_, strip_image_, {1.0, 0.0, static_cast<double>(foot)}, 0,
          {0, foot, image_.width, image_.height});

    // The moment shown: a line through the curves.
    const double x = strip_.plot.at(std::clamp(time, 0.0, strip_.plot.end), 0.0).x();
    const std::uint32_t ink = pixel_of(options_.dark ? at_night(pointer_colour) : pointer_colour);
    const PixelBox line = pixels({Vec2(x - 2.0, strip_.plot.box.low.y() - 26.0),
                                  Vec2(x + 2.0, strip_.plot.box.high.y() + 4.0)});
    for (int y = std::max(0, line.top); y < std::min(line.bottom, image_.height); ++y) {
        for (int column = std::max(0, line.left);
             column < std::min(std::max(line.right, line.left + 1), image_.width); ++column) {
            image_.row(y)[column] = ink;
        }
    }
}

}  // namespace evac::render
