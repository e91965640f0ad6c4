#pragma once

#include "render/film/film.hpp"
#include "tests/render/pixels.hpp"
#include "tests/render/window/screen.hpp"

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evac::testing {

/// What a window should show: the film of the same drills in the same size, made here without any
/// display. Says where things lie in the window, too.
class ExpectedFilm {
public:
    render::Film film;

    ExpectedFilm(const EvacWindow& window,
                 const std::vector<std::shared_ptr<const render::Tape>>& tapes,
                 const render::FilmOptions& options = {})
        : film(1, 1, options), window_(window) {
        for (const auto& tape : tapes) {
            film.add(tape, tape->info().scenario_name);
        }
        film.catch_up();
        fit();
    }

    /// The window has been resized. Panels take what viewer.cpp gives them at scale 1.
    void fit() {
        film.resize(window_.width() - 316, window_.height() - 52);
        film.frame(0.0, true);  // so that it is known where things are
    }

    render::PixelBox stage() const { return in_window(film.stage_box()); }
    render::PixelBox strip() const { return in_window(film.strip_box()); }
    render::PixelBox headline() const { return {0, 0, film.width(), stage().top - 1}; }

    /// Whether the window shows this moment, to the pixel: a few may be under the mouse.
    bool shown_at(double time) {
        const render::Image& picture = film.frame(time, true);
        return count_different(window_.picture(), picture, stage()) <= 4;
    }

    /// The same of all that is not the panels, for when the mouse is elsewhere.
    bool shown_whole_at(double time) {
        const render::Image& picture = film.frame(time, true);
        return count_different(window_.picture(), picture, all_of(picture)) <= 4;
    }

    /// Where a place of the last drill lies in the window.
    Vec2 place(int level, const Vec2& metres) {
        film.frame(0.0, true);
        const render::Reel& reel = film.reel(film.reel_count() - 1);
        const render::StageFloor* const floor = render::find_level_on(reel.stage, level);
        return film.options().type_scale * floor->view.to_page(metres);
    }
    Vec2 opening(const std::string& id) {
        const Plan& plan = film.reel(film.reel_count() - 1).plan();
        const Opening& found = plan.openings[static_cast<std::size_t>(find_opening(plan, id))];
        return place(unit_at(plan, found.units[0]).level, found.line.middle());
    }

    /// Where to point on the time line to go to about this share of it, and the time that is.
    Vec2 on_time_line(double share) {
        film.frame(0.0, true);
        const Box& box = film.time_line().box;
        const Vec2 page(box.low.x() + share * box.size().x(), 0.5 * (box.low.y() + box.high.y()));
        return (film.options().type_scale * page).array().round();
    }
    double time_at(const Vec2& pixel) {
        const Box& box = film.time_line().box;
        const double x = film.to_page(pixel.x(), pixel.y()).x();
        return film.time_line().end * (x - box.low.x()) / box.size().x();
    }

private:
    render::PixelBox in_window(const Box& page) const {
        return pixels(page, film.options().type_scale);
    }

    const EvacWindow& window_;
};

/// Goes to a moment and waits until the window shows it. Before a drill has been run there is no
/// time line, and while it runs the line grows: it takes more clicks until the place clicked is the
/// moment meant.
inline bool goes_to(const EvacWindow& window, ExpectedFilm& expected, double share) {
    const Vec2 moment = expected.on_time_line(share);
    return soon([&] {
        window.click(moment);
        window.point(Vec2(4.0, 4.0));
        return soon([&] { return expected.shown_at(expected.time_at(moment)); }, 1.0);
    });
}

/// The line through the curves at the moment shown: its columns in the window.
inline std::vector<int> play_head(const render::Image& picture, const render::PixelBox& strip) {
    return columns_like(picture, render::rgb(0xB0006D), strip, 30);
}

/// Whether what the window shows in `box` stands still.
inline bool stands_still(const EvacWindow& window, const render::PixelBox& box) {
    using namespace std::chrono_literals;
    const render::Image before = window.picture();
    std::this_thread::sleep_for(300ms);  // long against a picture, not against a minute
    return count_different(before, window.picture(), box) == 0;
}

}  // namespace evac::testing
