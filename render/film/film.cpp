#include "render/film/film.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac::render {

Film::Film(int width, int height, FilmOptions options) : options_(options), image_(width, height) {}

void Film::add(std::shared_ptr<const Tape> tape, Label name) {
    reels_.push_back(std::make_unique<Reel>(std::move(tape), std::move(name)));
    laid_out_ = false;
}

void Film::remove_last() {
    reels_.pop_back();
    laid_out_ = false;
}

void Film::show(Shown shown) {
    shown_ = shown;
    laid_out_ = false;
}

std::vector<std::size_t> Film::on_stage_now() const {
    std::vector<std::size_t> indices;
    for (std::size_t i = shown_ == Shown::last ? reels_.size() - 1 : 0; i < reels_.size(); ++i) {
        indices.push_back(i);
    }
    return indices;
}

void Film::resize(int width, int height) {
    if (width != image_.width || height != image_.height) {
        image_ = Image(std::max(1, width), std::max(1, height));
        laid_out_ = false;
    }
}

void Film::set(const FilmOptions& options) {
    if (!(options == options_)) {
        options_ = options;
        laid_out_ = false;
    }
}

void Film::catch_up() {
    bool news = false;
    for (const auto& reel : reels_) {
        news = reel->catch_up() || news;
    }
    // Two drills in one building: the same exit has the same colour in both.
    if (news && reels_.size() == 2 && same_building(reels_[0]->plan(), reels_[1]->plan())) {
        std::vector<int> all = exit_of_person(reels_[0]->tape->info(), reels_[0]->log);
        const auto more = exit_of_person(reels_[1]->tape->info(), reels_[1]->log);
        all.insert(all.end(), more.begin(), more.end());
        reels_[0]->exits = exits_by_use(reels_[0]->plan(), all);
        reels_[1]->exits = reels_[0]->exits;
    }
    laid_out_ = laid_out_ && !news;
}

double Film::end() const {
    double end = 0.0;
    for (const auto& reel : reels_) {
        end = std::max(end, reel->end());
    }
    return end;
}

bool Film::finished() const {
    return std::all_of(reels_.begin(), reels_.end(),
                       [](const auto& reel) { return reel->log.finished; });
}

PixelBox Film::pixels(const Box& box) const {
    const auto round = [&](double length) {
        return static_cast<int>(std::lround(length * options_.type_scale));
    };
    return {round(box.low.x()), round(box.low.y()), round(box.high.x()), round(box.high.y())};
}

SceneOrder Film::scene_order(const Reel& reel, double time) const {
    SceneOrder order;
    order.tape = reel.tape;
    order.setting = reel.setting;
    order.stage = reel.stage;
    order.camera = camera;
    order.state = state_at(reel.tape->info(), reel.log.events, time);
    order.findings = reel.findings;
    order.cut = reel.cut;
    order.route = reel.route;
    order.options = options_;
    order.width = image_.width;
    order.height = image_.height;
    return order;
}

void Film::put(const Image& plate, const Vec2& middle, const Box& room) {
    const Placing placing{1.0, std::round(middle.x() * options_.type_scale - 0.5 * plate.width),
                          std::round(middle.y() * options_.type_scale - 0.5 * plate.height)};
    const PixelBox clip = pixels(room);
    const PixelBox own{static_cast<int>(placing.left), static_cast<int>(placing.above),
                       static_cast<int>(placing.left) + plate.width,
                       static_cast<int>(placing.above) + plate.height};
    blend(image_, plate, placing,
          {std::max(clip.left, own.left), std::max(clip.top, own.top),
           std::min(clip.right, own.right), std::min(clip.bottom, own.bottom)});
}

const Image& Film::frame(double time, bool exact) {
    if (!laid_out_) {
        lay_out_page();
    }
    const std::uint32_t ground = pixel_of(ground_colour(options_.dark));
    const std::vector<std::size_t> shown = on_stage_now();
    if (shown.empty()) {
        std::fill(image_.pixels.begin(), image_.pixels.end(), ground);
    } else {
        const PixelBox stage = pixels(stage_box_);
        for (int y = std::max(0, stage.top); y < std::min(stage.bottom, image_.height); ++y) {
            std::fill_n(image_.row(y), image_.width, ground);
        }
    }
    for (const std::size_t i : shown) {
        draw_reel(*reels_[i], time, exact);
    }
    draw_page(time);
    return image_;
}

}  // namespace evac::render
