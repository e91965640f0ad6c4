// What of a film moves: people and the numbers that count them.

#include "render/drawing/axis.hpp"
#include "render/drawing/night.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/wrap.hpp"
#include "render/film/bodies.hpp"
#include "render/film/film.hpp"
#include "render/film/words.hpp"
#include "render/picture/text.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr int trace_seconds = 12;
constexpr double caption_stays = 5.0;  ///< of real time [s]

/// Where a point of the page that was made for one camera lies for another.
Vec2 seen_again(const Vec2& p, const Stage& base, const Camera& made, const Camera& now) {
    const Vec2 middle = 0.5 * (base.room.low + base.room.high);
    return middle + now.zoom / made.zoom * (p - middle - made.offset) + now.offset;
}

/// How an image made for another camera lies in the picture now.
Placing placing(const Stage& base, const Camera& made, const Camera& now, double type_scale) {
    if (made == now) {
        return {};
    }
    const Vec2 shift = type_scale * seen_again(Vec2::Zero(), base, made, now);
    return {now.zoom / made.zoom, shift.x(), shift.y()};
}

}  // namespace

void Film::draw_reel(Reel& reel, double time, bool exact) {
    reel.stage = through(camera, reel.base);
    SceneOrder order = scene_order(reel, time);
    std::shared_ptr<const Scene> scene = reel.scenes.ready();
    const bool new_order =
        !(order.same_but_camera(reel.ordered) && order.camera == reel.ordered.camera);
    if (new_order && exact) {
        scene = reel.scenes.at_once(order);
    } else if (new_order) {
        reel.scenes.order(order);
    }
    if (new_order) {
        reel.ordered = std::move(order);
    }
    const PixelBox part = pixels(reel.base.room);
    const std::uint32_t ground = pixel_of(ground_colour(options_.dark));
    // A scene of another size or building would lie askew: rather none for a moment.
    const bool fits = scene && scene->order.tape == reel.tape &&
                      scene->order.width == image_.width && scene->order.height == image_.height &&
                      scene->order.stage.layout == reel.base.layout &&
                      scene->order.options.type_scale == options_.type_scale;
    Placing where;
    if (fits) {
        where = placing(reel.base, scene->order.camera, camera, options_.type_scale);
        place(image_, scene->ground, where, ground, part);
    }
    if (options_.heat || options_.peak) {
        const std::size_t chunk = reel.tape->chunk_at(time);
        HeatOrder heat_order{reel.tape,     reel.stage,          camera,       chunk,
                             options_.peak, options_.type_scale, image_.width, image_.height};
        std::shared_ptr<const Heat> heat = reel.heats.ready();
        if (!(heat_order == reel.ordered_heat)) {
            if (exact) {
                heat = reel.heats.at_once(heat_order);
            } else {
                reel.heats.order(heat_order);
            }
            reel.ordered_heat = std::move(heat_order);
        }
        if (heat && heat->order.tape == reel.tape && heat->image.width == image_.width &&
            heat->image.height == image_.height && heat->order.stage.layout == reel.base.layout) {
            blend(image_, heat->image,
                  placing(reel.base, heat->order.camera, camera, options_.type_scale), part);
        }
    }
    // Half a million strokes would take longer than a picture may.
    const int trail = !options_.traces ? 0 : reel.people() > 20000 ? 4 : trace_seconds;
    Interval exact_interval;
    if (exact) {
        exact_interval = reel.player.at_once(time, trail);
    }
    const Interval& interval = exact ? exact_interval : reel.player.at(time, trail);
    draw_people(reel, interval);
    if (fits) {
        blend(image_, scene->top, where, part);
        draw_counters(reel, *scene, time);
        reel.pins.clear();
        for (const ScenePlace& pin : scene->pins) {
            reel.pins.push_back(
                {pin.index, seen_again(pin.middle, reel.base, scene->order.camera, camera)});
        }
    }
    if (options_.captions) {
        draw_caption(reel, time);
    }
    if (on_stage_now().size() > 1) {
        draw_half_title(reel, time);
    }
}

/// Above each of two drills: its letter, its name, its people.
void Film::draw_half_title(const Reel& reel, double time) {
    const std::size_t index = &reel == reels_[0].get() ? 0 : 1;
    const std::string letter = index == 0 ? "A" : "B";
    const int inside = reel.inside_at(time);
    const std::string key = fmt::format("half|{}|{}|{}|{}", letter,
                                        reel.shown_name(options_.language), inside, reel.people());
    const double width = reel.base.room.size().x() - 40.0;
    const Image& plate = plates_.get(key, options_, [&] {
        Plates::Made made;
        made.size = Vec2(width, 44.0);
        const Colour colour = index == 0 ? rgb(0x0072B2) : rgb(0xD55E00);
        made.drawing.add(
            Area{{rounded_rectangle(Vec2(20.0, 22.0), Vec2(36.0, 36.0), 6.0)}, colour, {}, {}});
        made.drawing.add(
            Text{Vec2(20.0, 22.0), letter, {26.0, theme::paper, true, {}}, Align::centre, false});
        const TextStyle style{26.0, theme::ink, true, {}};
        const std::string count =
            fmt::format("{} {}   {} {}", say(options_.language, Word::inside), inside,
                        say(options_.language, Word::out), reel.people() - inside);
        const TextStyle figures{26.0, theme::ink, false, {}};
        made.drawing.add(Text{Vec2(width, 22.0), count, figures, Align::right, false});
        const double room = width - 52.0 - text_width(count, figures) - 30.0;
        const std::string name = cut_to_width(reel.shown_name(options_.language), style,
                                              std::max(0.0, room), text_width);
        made.drawing.add(Text{Vec2(52.0, 22.0), name, style, Align::left, false});
        return made;
    });
    const Vec2 middle(0.5 * (reel.base.room.low.x() + reel.base.room.high.x()),
                      reel.base.room.low.y() - 23.0);
    put(plate, middle, stage_box_);
}

void Film::draw_counters(Reel& reel, const Scene& scene, double time) {
    const std::vector<int> gone = reel.left_by(time);
    const Camera& made = scene.order.camera;
    for (const ScenePlace& counter : scene.counters) {
        const int people = gone[static_cast<std::size_t>(counter.index)];
        const Vec2 middle = seen_again(counter.middle, reel.base, made, camera);
        put(plates_.get(fmt::format("exit|{}", people), options_,
                        [&] { return counter_plate(people); }),
            middle, reel.base.room);
    }
}

void Film::draw_caption(Reel& reel, double time) {
    const double stays = caption_stays * std::max(0.5, speed);
    const Moment* told = nullptr;
    for (const Moment& moment : reel.moments) {
        if (moment.time <= time + 1e-6 && time - moment.time < stays) {
            told = &moment;
        }
    }
    if (told == nullptr) {
        return;
    }
    const std::string clock = clock_text(told->time);
    const std::string words = told->text.in(options_.language);
    const double width = reel.base.room.size().x() - 40.0;
    const Image& plate =
        plates_.get(fmt::format("caption|{}|{}|{:.0f}", clock, words, width), options_,
                    [&] { return caption_plate(clock, words, moment_colour(told->kind), width); });
    const Vec2 middle(0.5 * (reel.base.room.low.x() + reel.base.room.high.x()),
                      reel.base.room.high.y() - 12.0 - 0.5 * plate.height / options_.type_scale);
    put(plate, middle, reel.base.room);
}

}  // namespace evac::render
