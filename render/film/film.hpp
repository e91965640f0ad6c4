#pragma once

#include "render/film/headline.hpp"
#include "render/film/plates.hpp"
#include "render/film/reel.hpp"
#include "render/film/strip.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evac::render {

/// Moving pictures of one drill, or of two on the same clock. Composes whole pictures in memory:
/// the standing parts are painted once on threads of their own, people are painted anew each time.
/// Needs no display; the window shows these pictures, `--screenshot` and `--video` write them.
class Film {
public:
    Film(int width, int height, FilmOptions options);

    // ---- what is shown ----

    /// Adds a drill; the first is A, the second B.
    void add(std::shared_ptr<const Tape> tape, Label name);
    void remove_last();
    std::size_t reel_count() const { return reels_.size(); }
    Reel& reel(std::size_t index) { return *reels_[index]; }
    const Reel& reel(std::size_t index) const { return *reels_[index]; }

    Pair pair = Pair::two_drills;  ///< how the second is spoken of

    /// Which of two drills is seen; the time line shows both.
    enum class Shown { all, last };
    void show(Shown shown);
    Shown shown() const { return shown_; }
    std::vector<std::size_t> on_stage_now() const;

    void resize(int width, int height);
    int width() const { return image_.width; }
    int height() const { return image_.height; }
    void set(const FilmOptions& options);
    const FilmOptions& options() const { return options_; }
    /// Call when a reel was given something to show (its cut).
    void renew() { laid_out_ = false; }
    Camera camera;       ///< of all stages [page px]
    double speed = 1.0;  ///< times real time, for how long captions stay

    /// What the tapes have learned meanwhile; call before frame().
    void catch_up();
    double end() const;     ///< of the time line [s]
    bool finished() const;  ///< nothing more comes on any tape

    // ---- the picture ----

    /// The picture at `time`. With `exact` everything in it is right and what is missing is waited
    /// for; without, it never waits and shows what is ready.
    const Image& frame(double time, bool exact);

    // ---- for whoever points at the picture; positions in page pixels ----

    Vec2 to_page(double x, double y) const { return Vec2(x, y) / options_.type_scale; }
    const Plot& time_line() const { return strip_.plot; }
    const Box& strip_box() const { return strip_box_; }
    const Box& stage_box() const { return stage_box_; }

private:
    // film_page.cpp: around the stage
    void lay_out_page();
    void draw_page(double time);

    // film_stage.cpp: on it
    void draw_reel(Reel& reel, double time, bool exact);
    void draw_half_title(const Reel& reel, double time);
    void draw_counters(Reel& reel, const Scene& scene, double time);
    void draw_caption(Reel& reel, double time);

    // film_people.cpp
    void draw_traces(const Reel& reel, const Interval& interval);
    void draw_people(Reel& reel, const Interval& interval);
    void draw_queues(Reel& reel, const std::vector<Walker>& walkers);

    void put(const Image& plate, const Vec2& middle, const Box& room);
    PixelBox pixels(const Box& box) const;
    SceneOrder scene_order(const Reel& reel, double time) const;

    FilmOptions options_;
    Image image_;
    std::vector<std::unique_ptr<Reel>> reels_;
    Shown shown_ = Shown::all;
    bool laid_out_ = false;
    Box stage_box_;
    Box legend_box_;
    Box strip_box_;
    Strip strip_;
    Image strip_image_;  ///< of the foot of the picture, legend included
    Image headline_image_;
    std::string headline_key_;
    double strip_end_ = 0.0;
    Plates plates_;
};

}  // namespace evac::render
