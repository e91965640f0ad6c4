// What the window shows of changes: the menus of a door and of a thing, what is being dragged, and
// what has been changed but not been run yet.

#include "render/film/words.hpp"
#include "render/window/goods.hpp"
#include "render/window/viewer.hpp"
#include "sim/plan/name_or_id.hpp"

#include <imgui.h>

#include <algorithm>

namespace evac::render {

void Viewer::keep_or_close_menu() {
    menu_open_ = true;
    if (close_menu_) {
        close_menu_ = false;
        ImGui::CloseCurrentPopup();
    }
}

void Viewer::draw_door_menu() {
    if (open_door_menu_) {
        open_door_menu_ = false;
        ImGui::OpenPopup("door");
    }
    Reel* const reel = front();
    menu_open_ = false;
    if (reel == nullptr || !ImGui::BeginPopup("door")) {
        return;
    }
    keep_or_close_menu();
    if (door_ < 0) {
        ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
        return;
    }
    const Opening& opening = reel->plan().openings[static_cast<std::size_t>(door_)];
    ImGui::TextUnformatted(name_or_id(opening, options_.language).c_str());
    ImGui::Separator();
    const std::pair<Word, Change::Kind> choices[] = {{Word::door_open, Change::Kind::open},
                                                     {Word::door_lock, Change::Kind::lock},
                                                     {Word::door_block, Change::Kind::block}};
    for (const auto& [word, kind] : choices) {
        if (ImGui::MenuItem(say(options_.language, word).c_str())) {
            Change change;
            change.kind = kind;
            change.element = opening.id;
            make_change(change);
        }
    }
    ImGui::EndPopup();
}

void Viewer::draw_thing_menu() {
    if (open_thing_menu_) {
        open_thing_menu_ = false;
        ImGui::OpenPopup("thing");
    }
    Reel* const reel = front();
    if (reel == nullptr || thing_ < 0 || !ImGui::BeginPopup("thing")) {
        return;
    }
    keep_or_close_menu();
    const Fixture& fixture = reel->plan().fixtures[static_cast<std::size_t>(thing_)];
    ImGui::TextUnformatted(name_or_id(fixture, options_.language).c_str());
    ImGui::Separator();
    if (ImGui::MenuItem(say(options_.language, Word::remove_thing).c_str())) {
        Change change;
        change.kind = Change::Kind::remove;
        change.element = fixture.id;
        make_change(change);
    }
    ImGui::EndPopup();
}

void Viewer::draw_pending() {
    Reel* const reel = front();
    if (reel == nullptr) {
        return;
    }
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const auto screen = [&](const Vec2& page) {
        return ImVec2(static_cast<float>(page.x() * options_.type_scale),
                      static_cast<float>(page.y() * options_.type_scale));
    };
    const ImU32 colour = IM_COL32(176, 0, 109, 255);
    const auto outline = [&](const Polygon& polygon, const StageFloor& floor, const Vec2& by) {
        std::vector<ImVec2> points;
        for (const Vec2& p : polygon.outer) {
            points.push_back(screen(floor.view.to_page(p + by)));
        }
        list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                 IM_COL32(176, 0, 109, 70));
        list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_Closed,
                         2.5F);
    };
    const Plan& shown = reel->plan();
    if (drag_ == Drag::thing && moved_ && thing_ >= 0) {
        const Fixture& fixture = shown.fixtures[static_cast<std::size_t>(thing_)];
        const auto from = under(reel->stage, shown, drag_from_);
        const auto to = under(reel->stage, shown, pointer_);
        if (from && to) {
            outline(fixture.polygon, *to->floor, to->place - from->place);
        }
    }
    if (placing_) {
        if (const auto to = under(reel->stage, shown, pointer_)) {
            outline(rectangle(to->place, pallet), *to->floor, Vec2::Zero());
        }
    }
    if (!what_if_) {
        return;
    }
    // What has been changed and not been run yet.
    const auto floor_of = [&](const std::string& unit) {
        const int index = find_unit(shown, unit);
        return index < 0 ? nullptr : find_level_on(reel->stage, unit_at(shown, index).level);
    };
    for (std::size_t i = changes_common_; i < what_if_->changes().size(); ++i) {
        const Change& change = what_if_->changes()[i];
        if (const int o = find_opening(shown, change.element); o >= 0) {
            const Opening& opening = shown.openings[static_cast<std::size_t>(o)];
            const StageFloor* const floor =
                find_level_on(reel->stage, unit_at(shown, opening.units[0]).level);
            if (floor == nullptr) {
                continue;
            }
            const ImVec2 at = screen(floor->view.to_page(opening.line.middle()));
            const Word word = change.kind == Change::Kind::open   ? Word::door_open
                              : change.kind == Change::Kind::lock ? Word::door_lock
                                                                  : Word::door_block;
            const std::string words = say(options_.language, word);
            const ImVec2 size = ImGui::CalcTextSize(words.c_str());
            const ImVec2 low(at.x - 0.5F * size.x - 8.0F, at.y - size.y - 22.0F);
            const ImVec2 high(at.x + 0.5F * size.x + 8.0F, at.y - 14.0F);
            list.AddCircle(at, 14.0F, colour, 0, 3.0F);
            list.AddRectFilled(low, high, colour, 5.0F);
            list.AddText(ImVec2(low.x + 8.0F, low.y + 4.0F), IM_COL32_WHITE, words.c_str());
            continue;
        }
        if (const int f = find_fixture(shown, change.element);
            f >= 0 && (change.kind == Change::Kind::remove || change.kind == Change::Kind::move)) {
            const Fixture& fixture = shown.fixtures[static_cast<std::size_t>(f)];
            const StageFloor* const floor =
                find_level_on(reel->stage, unit_at(shown, fixture.unit).level);
            if (floor != nullptr) {
                const Box box = bounding_box(fixture.polygon);
                list.AddLine(screen(floor->view.to_page(box.low)),
                             screen(floor->view.to_page(box.high)), colour, 3.0F);
                list.AddLine(screen(floor->view.to_page(Vec2(box.low.x(), box.high.y()))),
                             screen(floor->view.to_page(Vec2(box.high.x(), box.low.y()))), colour,
                             3.0F);
            }
        }
        if (!change.polygon.outer.empty()) {
            if (const StageFloor* const floor = floor_of(change.unit)) {
                outline(change.polygon, *floor, Vec2::Zero());
            }
        }
    }
}

}  // namespace evac::render
