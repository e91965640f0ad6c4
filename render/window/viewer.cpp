#include "render/window/viewer.hpp"

#include "render/drawing/axis.hpp"
#include "render/film/graph_overlay.hpp"
#include "render/film/words.hpp"
#include "render/window/panel_texts.hpp"
#include "sim/text/message.hpp"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <thread>
#include <utility>

namespace evac::render {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double pictures_per_second = 60.0;
constexpr double panel_width = 316.0;      // at scale 1 [px]
constexpr double transport_height = 52.0;  // at scale 1 [px]

/// Waits for the tapes to begin, so that the names in them are known; throws what keeps them from
/// it.
ViewerRequest begun(ViewerRequest request) {
    using namespace std::chrono_literals;
    for (const Watched& drill : request.drills) {
        while (!drill.footage->tape()) {
            if (const auto problems = drill.footage->problems(); !problems.empty()) {
                throw InputError(problems);
            }
            std::this_thread::sleep_for(2ms);
        }
    }
    return request;
}

}  // namespace

double scale_of_display() {
    const unsigned height = sf::VideoMode::getDesktopMode().height;
    return height >= 2000 ? 2.0 : height >= 1400 ? 1.35 : 1.0;
}

Viewer::Viewer(ViewerRequest request)
    : request_(begun(std::move(request))),
      options_(request_.options),
      display_(request_.names.front().in(options_.language) + " - Life Passage", request_.width,
               request_.height),
      widgets_(panel_texts(request_.drills, request_.names), 17.0 * chosen_scale()),
      film_(request_.width, request_.height, options_),
      playing_(true),
      time_(request_.time),
      speed_(request_.speed),
      type_(request_.type),
      panel_(request_.panel) {
    widgets_.set_dark(options_.dark, request_.scale);
    start_films();
    film_.catch_up();
    apply_options();
    if (request_.present) {
        set_presenting(true);
    }
}

double Viewer::chosen_scale() {
    if (request_.scale <= 0.0) {
        request_.scale = scale_of_display();
    }
    return request_.scale;
}

void Viewer::start_films() {
    for (std::size_t i = 0; i < request_.drills.size(); ++i) {
        film_.add(request_.drills[i].footage->tape(), request_.names[i]);
    }
}

Reel* Viewer::front() {
    return film_.reel_count() == 0 ? nullptr : &film_.reel(film_.reel_count() - 1);
}

double Viewer::film_scale() const {
    return 0.62 * request_.scale * type_ * (presenting_ ? 1.35 : 1.0);
}

void Viewer::apply_options() {
    options_.type_scale = film_scale();
    if (options_.dark != film_.options().dark) {
        widgets_.set_dark(options_.dark, request_.scale);
    }
    film_.set(options_);
    order_cuts();
}

void Viewer::order_cuts() {
    for (std::size_t i = 0; options_.graph && i < film_.reel_count(); ++i) {
        const auto tape = film_.reel(i).tape;
        const bool ordered = std::any_of(cuts_.begin(), cuts_.end(),
                                         [&](const PendingCut& one) { return one.tape == tape; });
        if (ordered) {
            continue;
        }
        const bool changed = rerun_shown_ && i + 1 == film_.reel_count();
        cuts_.push_back(
            {tape,
             changed ? std::async(std::launch::async,
                                  [scenario = what_if_->scenario()] {
                                      return limiting_openings(scenario);
                                  })
                     : std::async(std::launch::async, [tape, file = request_.drills[i].drill_file] {
                           return limiting_openings(file, tape->info().plan);
                       })});
    }
}

void Viewer::set_presenting(bool presenting) {
    presenting_ = presenting;
    if (!request_.measure) {
        display_.set_full_screen(presenting);
    }
    apply_options();
}

void Viewer::give_keys_to_panel(bool give) {
    panel_has_keys_ = give;
    panel_ = panel_ || give;
    widgets_.set_keyboard(give);
}

void Viewer::toast(const std::string& words) {
    toast_ = words;
    toast_left_ = 4.0;
}

void Viewer::take_events() {
    sf::Event event;
    while (display_.window().pollEvent(event)) {
        widgets_.take(event);
        switch (event.type) {
            case sf::Event::Closed:
                open_ = false;
                break;
            case sf::Event::KeyPressed:
                if (panel_has_keys_ &&
                    (event.key.control ||
                     (event.key.code >= sf::Keyboard::F1 && event.key.code <= sf::Keyboard::F15))) {
                    take_key(event.key);
                } else if (panel_has_keys_ && (event.key.code == sf::Keyboard::Escape ||
                                               event.key.code == sf::Keyboard::M)) {
                    give_keys_to_panel(false);
                } else if (!panel_has_keys_ && !widgets_.has_keys()) {
                    take_key(event.key);
                }
                break;
            case sf::Event::MouseButtonPressed:
            case sf::Event::MouseButtonReleased:
            case sf::Event::MouseMoved:
            case sf::Event::MouseWheelScrolled:
                take_mouse(event);
                break;
            default:
                break;
        }
    }
}

void Viewer::arrange() {
    const double scale = request_.scale;
    const double right = panel_ && !presenting_ ? panel_width * scale : 0.0;
    const double below = presenting_ ? 0.0 : transport_height * scale;
    film_.resize(std::max(200, static_cast<int>(display_.width() - right)),
                 std::max(150, static_cast<int>(display_.height() - below)));
}

void Viewer::advance(double seconds) {
    // A drill that runs tells something new all the time; page and palette follow it a few times a
    // second.
    constexpr double often_enough = 0.2;  // [s]
    since_catch_up_ += seconds;
    if (since_catch_up_ >= often_enough) {
        since_catch_up_ = 0.0;
        film_.catch_up();
    }
    if (rerun_ && !rerun_shown_ && rerun_->tape()) {
        show_rerun();
    }
    if (rerun_ && !rerun_->problems().empty()) {
        toast(say(options_.language, rerun_->problems().front()));
        let_go(std::move(rerun_));
    }
    film_.speed = speed_;
    double known = 0.0;  // up to where everything that is still growing can be seen
    for (std::size_t i = 0; i < film_.reel_count(); ++i) {
        const TapeLog& log = film_.reel(i).log;
        known = i == 0 || log.finished ? std::max(known, log.end) : known;
    }
    for (std::size_t i = 0; i < film_.reel_count(); ++i) {
        const TapeLog& log = film_.reel(i).log;
        known = log.finished ? known : std::min(known, log.end);
    }
    const bool over = film_.finished();
    if (playing_ && (over || time_ <= known)) {
        time_ += seconds * speed_;
    }
    if (over && time_ > known) {
        time_ = loop_ && playing_ ? 0.0 : known;
        playing_ = playing_ && loop_;
    }
    // Of a drill that has not come so far yet, the last moment there is.
    shown_time_ = std::min(time_, known);
    toast_left_ -= seconds;
    take_what_is_ready();
}

/// The changed drill takes the place of the one shown. Whatever is held of that one is let go: what
/// it meant may not be there any more.
void Viewer::show_rerun() {
    drag_ = drag_ == Drag::thing ? Drag::none : drag_;
    thing_ = -1;
    door_ = -1;
    options_.followed = -1;
    while (film_.reel_count() > 1) {
        film_.remove_last();
    }
    film_.add(rerun_->tape(), in_each([&](Language language) {
                  return fmt::format("{}: {}", say(language, Word::with_changes),
                                     request_.names.front().in(language));
              }));
    film_.pair = Pair::what_if;
    film_.show(Film::Shown::last);
    film_.catch_up();
    rerun_shown_ = true;
    toast_left_ = 0.0;
    time_ = 0.0;
    playing_ = true;
    apply_options();
}

void Viewer::take_what_is_ready() {
    using namespace std::chrono_literals;
    const auto reel_of = [&](const std::shared_ptr<const Tape>& tape) -> Reel* {
        for (std::size_t i = 0; i < film_.reel_count(); ++i) {
            if (film_.reel(i).tape == tape) {
                return &film_.reel(i);
            }
        }
        return nullptr;
    };
    if (route_.valid() && route_.wait_for(0s) == std::future_status::ready) {
        const auto route = route_.get();
        if (Reel* const reel = reel_of(route_on_); reel != nullptr && options_.followed >= 0) {
            reel->route = route;
        }
    }
    for (PendingCut& pending : cuts_) {
        if (pending.cut.valid() && pending.cut.wait_for(0s) == std::future_status::ready) {
            const auto cut = pending.cut.get();
            if (Reel* const reel = reel_of(pending.tape)) {
                reel->cut = cut;
                film_.renew();  // the legend names it now
            }
        }
    }
}

void Viewer::follow() {
    if (options_.followed < 0 || options_.followed_in >= film_.reel_count() ||
        drag_ == Drag::plan) {
        return;
    }
    const Reel& reel = film_.reel(options_.followed_in);
    for (const SeenWalker& walker : reel.seen) {
        if (walker.person == options_.followed) {
            film_.camera = centred_on(reel.base, unit_at(reel.plan(), walker.unit).level,
                                      walker.place, film_.camera.zoom);
            return;
        }
    }
}

void Viewer::draw() {
    const Image& picture = film_.frame(shown_time_, false);
    follow();
    display_.show(picture, pixel_of(ground_colour(options_.dark)));
    draw_pending();
    if (!presenting_) {
        draw_transport();
        if (panel_) {
            draw_panel();
        }
    }
    draw_door_menu();
    draw_thing_menu();
    draw_curve_tip();
    if (help_) {
        draw_help();
    }
    draw_toast();
    widgets_.draw();
    if (want_screenshot_) {
        want_screenshot_ = false;
        std::filesystem::path file;
        std::error_code error;
        for (int number = 1; file.empty() || std::filesystem::exists(file, error); ++number) {
            file = fmt::format("life-passage-{}.png", number);
        }
        try {
            write_png(file, display_.screenshot());
            toast(say(options_.language, Word::screenshot_saved, file.string()));
        } catch (const InputError& problem) {
            toast(say(options_.language, problem.problems().front()));
        }
    }
    display_.window().display();
}

void Viewer::remember_view() const {
    WindowMemory memory;
    memory.options = options_;
    memory.type = type_;
    memory.panel = panel_;
    memory.width = request_.width;
    memory.height = request_.height;
    remember(memory);
}

ViewerMeasure Viewer::run() {
    ViewerMeasure measure;
    const auto begin = Clock::now();
    auto last = begin;
    long pictures = 0;
    if (request_.measure) {
        loop_ = true;
    }
    while (open_) {
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - last).count();
        last = now;
        const double since = std::chrono::duration<double>(now - begin).count();
        if (request_.measure && since > *request_.measure) {
            break;
        }
        if (since > 1.0) {  // the first pictures also build fonts and textures
            ++pictures;
            measure.slowest = std::max(measure.slowest, seconds);
        }
        widgets_.begin_frame(display_.window(), seconds);
        arrange();
        advance(std::min(seconds, 0.25));
        draw();
        if (!request_.measure) {
            const double spent = std::chrono::duration<double>(Clock::now() - now).count();
            std::this_thread::sleep_for(
                std::chrono::duration<double>(std::max(0.0, 1.0 / pictures_per_second - spent)));
        }
        // Last, so that the panels of the next picture know where the mouse is, and a click meets
        // what has been drawn: it may be waiting before the first picture is.
        take_events();
    }
    if (request_.measure) {
        const double counted = std::max(0.1, *request_.measure - 1.0);
        measure.pictures_per_second = static_cast<double>(pictures) / counted;
        measure.people = front() == nullptr ? 0 : front()->people();
        measure.width = display_.width();
        measure.height = display_.height();
    } else {
        if (!display_.full_screen()) {
            request_.width = display_.width();
            request_.height = display_.height();
        }
        remember_view();
        // Whatever is still being worked out need not be waited for.
        for (PendingCut& pending : cuts_) {
            let_go(std::move(pending.cut));
        }
        let_go(std::move(route_));
        let_go(std::move(rerun_));
    }
    return measure;
}

}  // namespace evac::render
