#include "render/drawing/severity.hpp"
#include "render/film/words.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double still = 5.0;    ///< a press that moves less is a click [page px]
constexpr double on_door = 9.0;  ///< a click so near means the door, whoever stands in it [page px]
constexpr double near_door = 18.0;  ///< so near if nobody stands there [page px]
constexpr double largest_zoom = 60.0;

}  // namespace

Vec2 Viewer::page_of(int x, int y) const {
    return film_.to_page(x, y);
}

void Viewer::take_mouse(const sf::Event& event) {
    switch (event.type) {
        case sf::Event::MouseButtonPressed:
            // Panels know where they are from the last picture.
            if (event.mouseButton.button == sf::Mouse::Left && !widgets_.has_mouse()) {
                press(page_of(event.mouseButton.x, event.mouseButton.y));
            }
            break;
        case sf::Event::MouseButtonReleased:
            if (event.mouseButton.button == sf::Mouse::Left) {
                release(page_of(event.mouseButton.x, event.mouseButton.y));
            }
            break;
        case sf::Event::MouseMoved:
            pointer_ = page_of(event.mouseMove.x, event.mouseMove.y);
            drag(pointer_);
            break;
        case sf::Event::MouseWheelScrolled: {
            const Vec2 page = page_of(event.mouseWheelScroll.x, event.mouseWheelScroll.y);
            if (!widgets_.has_mouse() && film_.stage_box().contains(page)) {
                zoom(std::pow(1.2, static_cast<double>(event.mouseWheelScroll.delta)), page);
            }
            break;
        }
        default:
            break;
    }
}

void Viewer::zoom(double factor, const Vec2& page) {
    Reel* reel = reel_at(page);
    if (reel == nullptr) {
        reel = front();
    }
    if (reel == nullptr) {
        return;
    }
    Camera& camera = film_.camera;
    const double after = std::clamp(camera.zoom * factor, 0.2, largest_zoom);
    const Vec2 middle = 0.5 * (reel->base.room.low + reel->base.room.high);
    const Vec2 from = page - middle;
    // What lies under the pointer stays there.
    camera.offset = from - after / camera.zoom * (from - camera.offset);
    camera.zoom = after;
}

void Viewer::seek(const Vec2& page) {
    const Plot& plot = film_.time_line();
    const double share = (page.x() - plot.box.low.x()) / plot.box.size().x();
    time_ = std::clamp(share, 0.0, 1.0) * plot.end;
}

Reel* Viewer::reel_at(const Vec2& page) {
    for (const std::size_t i : film_.on_stage_now()) {
        if (film_.reel(i).base.room.contains(page)) {
            return &film_.reel(i);
        }
    }
    return nullptr;
}

int Viewer::person_at(Reel& reel, const Vec2& page) const {
    int found = -1;
    double least = 11.0;  // [page px]
    for (const SeenWalker& walker : reel.seen) {
        const double distance = (walker.seen - page).norm();
        if (distance < least) {
            least = distance;
            found = walker.person;
        }
    }
    return found;
}

int Viewer::opening_at(const Reel& reel, const Vec2& page, double reach) const {
    const Plan& plan = reel.plan();
    int found = -1;
    double least = reach;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        const StageFloor* const floor =
            find_level_on(reel.stage, unit_at(plan, opening.units[0]).level);
        if (floor == nullptr) {
            continue;
        }
        const Segment seen{floor->view.to_page(opening.line.a),
                           floor->view.to_page(opening.line.b)};
        const double away = distance(seen, page);
        if (away < least) {
            least = away;
            found = static_cast<int>(o);
        }
    }
    return found;
}

int Viewer::fixture_at(const Reel& reel, const Vec2& page) const {
    const Plan& plan = reel.plan();
    const auto point = under(reel.stage, plan, page);
    if (!point) {
        return -1;
    }
    // A small thing seen from afar need not be hit to the pixel.
    const double reach = 8.0 / point->floor->view.scale;  // [m]
    const BuildingState state = state_at(reel.tape->info(), reel.log.events, shown_time_);
    int found = -1;
    double least = reach;
    for (std::size_t f = 0; f < plan.fixtures.size(); ++f) {
        const Fixture& fixture = plan.fixtures[f];
        const int level = unit_at(plan, fixture.unit).level;
        const auto& levels = point->floor->levels;
        if (state.fixtures[f] == 0 ||
            std::find(levels.begin(), levels.end(), level) == levels.end()) {
            continue;
        }
        if (contains(fixture.polygon, point->place)) {
            return static_cast<int>(f);
        }
        const double away = edge_distance(fixture.polygon, point->place);
        if (fixture.movable && away < least) {
            least = away;
            found = static_cast<int>(f);
        }
    }
    return found;
}

int Viewer::pin_at(const Reel& reel, const Vec2& page) const {
    for (const ScenePlace& pin : reel.pins) {
        if ((pin.middle - page).norm() < pin_radius) {
            return pin.index;
        }
    }
    return -1;
}

void Viewer::show_finding(const Reel& reel, const Finding& finding) {
    if (finding.time) {
        time_ = *finding.time;
    }
    if (finding.place && finding.level >= 0) {
        film_.camera =
            centred_on(reel.base, finding.level, *finding.place, std::max(2.5, film_.camera.zoom));
    }
}

void Viewer::press(const Vec2& page) {
    drag_from_ = page;
    pointer_ = page;
    moved_ = false;
    camera_from_ = film_.camera;
    if (film_.strip_box().contains(page)) {
        drag_ = Drag::strip;
        seek(page);
        return;
    }
    if (!film_.stage_box().contains(page)) {
        return;
    }
    drag_ = Drag::plan;
    Reel* const reel = reel_at(page);
    // Things are dragged; furniture only by those who mean it, with a click.
    if (reel != nullptr && reel == front() && !placing_ && pin_at(*reel, page) < 0) {
        const int thing = fixture_at(*reel, page);
        if (thing >= 0 && reel->plan().fixtures[static_cast<std::size_t>(thing)].movable &&
            can_change()) {
            thing_ = thing;
            drag_ = Drag::thing;
        }
    }
}

void Viewer::drag(const Vec2& page) {
    moved_ = moved_ || (drag_ != Drag::none && (page - drag_from_).norm() > still);
    if (drag_ == Drag::strip) {
        seek(page);
    } else if (drag_ == Drag::plan && moved_) {
        film_.camera.offset = camera_from_.offset + (page - drag_from_);
    }
}

void Viewer::release(const Vec2& page) {
    const Drag ended = drag_;
    drag_ = Drag::none;
    if (ended == Drag::thing && moved_) {
        move_thing(page);
        return;
    }
    if (ended == Drag::none || ended == Drag::strip || moved_) {
        return;
    }
    Reel* const reel = reel_at(page);
    if (reel == nullptr) {
        return;
    }
    if (placing_) {
        put_goods(page);
        return;
    }
    if (const int pin = pin_at(*reel, page); pin >= 0) {
        const Finding& finding = (*reel->findings)[static_cast<std::size_t>(pin)];
        show_finding(*reel, finding);
        tab_ = 2;
        return;
    }
    if (ended == Drag::thing) {
        open_thing_menu_ = true;
        return;
    }
    const int person = person_at(*reel, page);
    if (const int door = opening_at(*reel, page, person < 0 ? near_door : on_door); door >= 0) {
        if (can_change()) {
            door_ = door;
            open_door_menu_ = true;
        } else if (!why_no_what_if_.empty()) {
            toast(why_no_what_if_);
        }
        return;
    }
    if (person >= 0) {
        options_.followed = person;
        options_.followed_in = reel == front() ? film_.reel_count() - 1 : 0;
        film_.camera.zoom = std::max(film_.camera.zoom, 2.0);
        for (std::size_t i = 0; i < film_.reel_count(); ++i) {
            film_.reel(i).route = nullptr;
        }
        let_go(std::move(route_));
        route_on_ = reel->tape;
        route_ = std::async(std::launch::async,
                            [tape = reel->tape, person] { return way_of(*tape, person); });
        apply_options();
    }
}

}  // namespace evac::render
