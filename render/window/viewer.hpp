#pragma once

#include "render/film/film.hpp"
#include "render/footage/footage.hpp"
#include "render/window/display.hpp"
#include "render/window/memory.hpp"
#include "render/window/what_if.hpp"
#include "render/window/widgets.hpp"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evac::render {

/// What the window is opened with.
struct ViewerRequest {
    std::vector<Watched> drills;  ///< one or two
    std::vector<Label> names;     ///< of each
    FilmOptions options;          ///< with the type of a usual display
    double scale = 0.0;           ///< of type and signs against that; 0: by the display
    int width = 1280;             ///< [px]
    int height = 800;
    double time = 0.0;  ///< where to start [s]
    double speed = 1.0;
    bool present = false;
    bool panel = true;
    double type = 1.0;
    int threads = 1;                ///< for drills that are run again
    std::optional<double> measure;  ///< play so long, count the pictures, end [s of real time]
};

/// Type is so much larger on this display that it is read from the usual distance: SFML does not
/// know how large a pixel is, so its height in pixels has to tell.
double scale_of_display();

/// What was counted where `measure` was asked for.
struct ViewerMeasure {
    double pictures_per_second = 0.0;
    double slowest = 0.0;  ///< time for one picture [s]
    int people = 0;
    int width = 0;  ///< [px]
    int height = 0;
};

/// The window: plays one drill or two, and asks what if. One object, one window; run() ends when
/// it is closed.
class Viewer {
public:
    explicit Viewer(ViewerRequest request);

    /// Throws InputError when a drill cannot be played at all.
    ViewerMeasure run();

private:
    // viewer.cpp: the course of things
    double chosen_scale();
    void start_films();
    void take_events();
    void advance(double seconds);
    void arrange();
    void show_rerun();
    void take_what_is_ready();
    void order_cuts();
    void follow();
    void draw();
    void apply_options();
    void set_presenting(bool presenting);
    void give_keys_to_panel(bool give);
    void toast(const std::string& words);
    Reel* front();  ///< the drill that is pointed at and changed; null before there is one
    double film_scale() const;
    void remember_view() const;

    // keys.cpp
    void take_key(const sf::Event::KeyEvent& key);
    void take_ctrl_key(sf::Keyboard::Key key);
    void take_letter(sf::Keyboard::Key key);
    void jump_to_moment(int direction);
    void change_speed(int direction);

    // mouse.cpp
    void take_mouse(const sf::Event& event);
    void press(const Vec2& page);
    void drag(const Vec2& page);
    void release(const Vec2& page);
    void zoom(double factor, const Vec2& page);
    void seek(const Vec2& page);
    /// Goes to when and where it showed.
    void show_finding(const Reel& reel, const Finding& finding);
    Vec2 page_of(int x, int y) const;
    Reel* reel_at(const Vec2& page);
    int person_at(Reel& reel, const Vec2& page) const;
    int opening_at(const Reel& reel, const Vec2& page, double reach) const;
    int fixture_at(const Reel& reel, const Vec2& page) const;
    int pin_at(const Reel& reel, const Vec2& page) const;

    // panels.cpp
    void draw_panel();
    void draw_view_tab();
    void draw_exits_tab();
    void draw_findings_tab();
    void draw_person();

    // notices.cpp
    void draw_help();
    void draw_toast();
    void draw_curve_tip();
    void tip(const std::string& words) const;

    // transport.cpp
    void draw_transport();

    // what_if_panel.cpp
    void draw_what_if_tab();
    void draw_door_choice();
    void draw_group_choice();
    void draw_result();

    // change_marks.cpp
    void keep_or_close_menu();
    void draw_door_menu();
    void draw_thing_menu();
    void draw_pending();

    // change_drill.cpp
    bool can_change();
    void make_change(const Change& change);
    void undo_change();
    void run_again();
    void put_goods(const Vec2& page);
    void move_thing(const Vec2& page);
    void save_changes();

    ViewerRequest request_;
    FilmOptions options_;
    Display display_;
    Widgets widgets_;
    Film film_;

    bool open_ = true;
    bool playing_ = true;
    bool loop_ = false;
    double time_ = 0.0;        ///< asked for [s]
    double shown_time_ = 0.0;  ///< the same, as far as the drill has come [s]
    double speed_ = 1.0;
    double type_ = 1.0;
    bool panel_ = true;
    bool presenting_ = false;
    bool help_ = false;
    int tab_ = -1;  ///< to be opened at the next picture, -1 as it is
    std::string toast_;
    double toast_left_ = 0.0;  ///< [s]
    bool want_screenshot_ = false;
    double since_catch_up_ = 0.0;  ///< [s]
    bool panel_has_keys_ = false;  ///< keys go to the panel: Tab, arrows, Space, Enter

    enum class Drag { none, plan, strip, thing };
    Drag drag_ = Drag::none;
    bool moved_ = false;
    Vec2 drag_from_ = Vec2::Zero();  ///< [page px]
    Vec2 pointer_ = Vec2::Zero();    ///< [page px]
    Camera camera_from_;

    std::optional<WhatIf> what_if_;
    std::string why_no_what_if_;
    bool asked_what_if_ = false;
    std::size_t changes_run_ = 0;     ///< how many changes the film shows
    std::size_t changes_common_ = 0;  ///< how many of these are still the first of the list
    std::unique_ptr<Footage> rerun_;
    bool rerun_shown_ = false;
    bool placing_ = false;
    int door_ = -1;   ///< index into the front plan's openings, of the menu
    int thing_ = -1;  ///< fixture of the menu or dragged
    bool open_door_menu_ = false;
    bool open_thing_menu_ = false;
    bool menu_open_ = false;  ///< in the last picture
    bool close_menu_ = false;
    int group_ = 0;
    int listed_door_ = -1;  ///< chosen in the panel: an opening of the front plan

    std::future<std::shared_ptr<const Trajectory>> route_;
    std::shared_ptr<const Tape> route_on_;  ///< the tape that `route_` is of

    /// What limits a building, being worked out.
    struct PendingCut {
        std::shared_ptr<const Tape> tape;
        std::future<std::shared_ptr<const std::vector<char>>> cut;
    };
    std::vector<PendingCut> cuts_;
};

}  // namespace evac::render
