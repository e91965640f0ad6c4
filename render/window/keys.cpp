#include "render/film/words.hpp"
#include "render/window/speeds.hpp"
#include "render/window/viewer.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

void Viewer::change_speed(int direction) {
    // The next of the usual speeds, wherever we are.
    if (direction > 0) {
        for (const double speed : speeds) {
            if (speed > speed_ * 1.001) {
                speed_ = speed;
                return;
            }
        }
        return;
    }
    for (std::size_t i = speeds.size(); i-- > 0;) {
        if (speeds[i] < speed_ * 0.999) {
            speed_ = speeds[i];
            return;
        }
    }
}

void Viewer::jump_to_moment(int direction) {
    Reel* const reel = front();
    if (reel == nullptr) {
        return;
    }
    const Moment* found = nullptr;
    for (const Moment& moment : reel->moments) {
        if (direction > 0 && found == nullptr && moment.time > time_ + 0.05) {
            found = &moment;
        }
        if (direction < 0 && moment.time < time_ - 0.6) {
            found = &moment;
        }
    }
    if (found != nullptr) {
        time_ = found->time;
    }
}

void Viewer::take_key(const sf::Event::KeyEvent& key) {
    if (key.control) {
        take_ctrl_key(key.code);
        return;
    }
    const Reel* const reel = front();
    const double frame =
        reel == nullptr ? 0.1 : 1.0 / std::max(0.1, reel->tape->info().frames_per_second);
    const double second = key.shift ? 10.0 : 1.0;
    const auto go = [&](double by) { time_ = std::max(0.0, time_ + by); };
    switch (key.code) {
        case sf::Keyboard::Space:
            if (!playing_ && film_.finished() && time_ >= film_.end() - 1e-6) {
                time_ = 0.0;
            }
            playing_ = !playing_;
            break;
        case sf::Keyboard::Left:
            go(-second);
            break;
        case sf::Keyboard::Right:
            go(second);
            break;
        case sf::Keyboard::Comma:
            playing_ = false;
            go(-frame);
            break;
        case sf::Keyboard::Period:
            playing_ = false;
            go(frame);
            break;
        case sf::Keyboard::Home:
            time_ = 0.0;
            break;
        case sf::Keyboard::End:
            time_ = film_.end();
            break;
        case sf::Keyboard::Up:
            change_speed(1);
            break;
        case sf::Keyboard::Down:
            change_speed(-1);
            break;
        case sf::Keyboard::Add:
        case sf::Keyboard::Equal:
            zoom(1.25, 0.5 * (film_.stage_box().low + film_.stage_box().high));
            break;
        case sf::Keyboard::Subtract:
        case sf::Keyboard::Hyphen:
            zoom(0.8, 0.5 * (film_.stage_box().low + film_.stage_box().high));
            break;
        case sf::Keyboard::LBracket:
            jump_to_moment(-1);
            break;
        case sf::Keyboard::RBracket:
            jump_to_moment(1);
            break;
        case sf::Keyboard::F1:
            help_ = !help_;
            break;
        case sf::Keyboard::F5:
            set_presenting(!presenting_);
            break;
        case sf::Keyboard::F11:
            display_.set_full_screen(!display_.full_screen());
            break;
        case sf::Keyboard::F12:
            want_screenshot_ = true;
            break;
        case sf::Keyboard::Escape:
            if (menu_open_) {
                close_menu_ = true;
            } else if (help_) {
                help_ = false;
            } else if (placing_) {
                placing_ = false;
            } else if (options_.followed >= 0) {
                options_.followed = -1;
                for (std::size_t i = 0; i < film_.reel_count(); ++i) {
                    film_.reel(i).route = nullptr;
                }
                apply_options();
            } else if (presenting_) {
                set_presenting(false);
            }
            break;
        default:
            take_letter(key.code);
            break;
    }
}

void Viewer::take_ctrl_key(sf::Keyboard::Key key) {
    switch (key) {
        case sf::Keyboard::Z:
            undo_change();
            break;
        case sf::Keyboard::S:
            save_changes();
            break;
        case sf::Keyboard::Q:
            open_ = false;
            break;
        default:
            break;
    }
}

void Viewer::take_letter(sf::Keyboard::Key key) {
    constexpr double pan = 60.0;  // [page px]
    switch (key) {
        case sf::Keyboard::O:
            loop_ = !loop_;
            break;
        case sf::Keyboard::L:
            options_.layout = options_.layout == Layout::sides ? Layout::stack : Layout::sides;
            film_.camera = {};
            break;
        case sf::Keyboard::B:
            film_.show(film_.shown() == Film::Shown::all ? Film::Shown::last : Film::Shown::all);
            break;
        case sf::Keyboard::F:
            film_.camera = {};
            options_.followed = -1;
            break;
        case sf::Keyboard::C:
            options_.colour = static_cast<ColourBy>((static_cast<int>(options_.colour) + 1) % 5);
            break;
        case sf::Keyboard::H:
            options_.heat = !options_.heat;
            options_.peak = false;
            break;
        case sf::Keyboard::X:
            options_.peak = !options_.peak;
            options_.heat = false;
            break;
        case sf::Keyboard::T:
            options_.traces = !options_.traces;
            break;
        case sf::Keyboard::G:
            options_.graph = !options_.graph;
            break;
        case sf::Keyboard::P:
            options_.pins = !options_.pins;
            break;
        case sf::Keyboard::N:
            options_.names = !options_.names;
            break;
        case sf::Keyboard::Q:
            options_.queues = !options_.queues;
            break;
        case sf::Keyboard::K:
            options_.captions = !options_.captions;
            break;
        case sf::Keyboard::I:
            options_.legend = !options_.legend;
            break;
        case sf::Keyboard::V:
            options_.dark = !options_.dark;
            break;
        case sf::Keyboard::Z:
            options_.language = options_.language == Language::en ? Language::zh : Language::en;
            break;
        case sf::Keyboard::M:
            give_keys_to_panel(true);
            break;
        case sf::Keyboard::R:
            run_again();
            break;
        case sf::Keyboard::W:
            film_.camera.offset.y() += pan;
            break;
        case sf::Keyboard::S:
            film_.camera.offset.y() -= pan;
            break;
        case sf::Keyboard::A:
            film_.camera.offset.x() += pan;
            break;
        case sf::Keyboard::D:
            film_.camera.offset.x() -= pan;
            break;
        default:
            break;
    }
    apply_options();
}

}  // namespace evac::render
