#include "render/drawing/axis.hpp"
#include "render/film/words.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace evac::render {

namespace {

/// A pallet as the workshop has them [m].
const Vec2 pallet(1.2, 1.0);

Polygon rectangle(const Vec2& middle, const Vec2& size) {
    const Vec2 h = 0.5 * size;
    return {{middle - h, middle + Vec2(h.x(), -h.y()), middle + h, middle + Vec2(-h.x(), h.y())},
            {}};
}

Polygon shifted(Polygon polygon, const Vec2& by) {
    for (Vec2& p : polygon.outer) {
        p += by;
    }
    for (Ring& hole : polygon.holes) {
        for (Vec2& p : hole) {
            p += by;
        }
    }
    return polygon;
}

std::vector<std::string> staircases(const Plan& plan) {
    std::set<std::string> names;
    for (const Unit& unit : plan.units) {
        if (!unit.stair.empty()) {
            names.insert(unit.stair);
        }
    }
    return {names.begin(), names.end()};
}

}  // namespace

bool Viewer::can_change() {
    if (request_.drills.size() > 1) {
        why_no_what_if_ = say(options_.language, Word::what_if_two);
        return false;
    }
    if (!asked_what_if_) {
        asked_what_if_ = true;
        try {
            what_if_.emplace(request_.drills.front().drill_file, request_.drills.front().seed);
        } catch (const InputError&) {
            // That the drill can be watched does not depend on it.
        }
    }
    if (!what_if_) {
        why_no_what_if_ = say(options_.language, Word::what_if_none,
                              request_.drills.front().drill_file.string());
    }
    return what_if_.has_value();
}

void Viewer::make_change(const Change& change) {
    if (!can_change()) {
        return;
    }
    try {
        what_if_->make(change);
        tab_ = 1;
        panel_ = true;
    } catch (const InputError& error) {
        toast(say(options_.language, error.problems().front()));
    }
}

void Viewer::undo_change() {
    if (what_if_) {
        what_if_->undo();
        changes_run_ = std::min(changes_run_, what_if_->changes().size() + 1);
    }
}

void Viewer::run_again() {
    if (!can_change()) {
        toast(why_no_what_if_);
        return;
    }
    if (what_if_->changes().empty() && !rerun_) {
        toast(say(options_.language, Word::changes_none));
        return;
    }
    rerun_shown_ = false;
    rerun_.reset();  // one that still runs is of no use any more
    changes_run_ = what_if_->changes().size();
    rerun_ = rehearse(what_if_->scenario(), request_.threads);
    toast(say(options_.language, Word::preparing));
}

void Viewer::save_changes() {
    if (!can_change()) {
        toast(why_no_what_if_);
        return;
    }
    try {
        toast(say(options_.language, Word::saved_as, what_if_->save().string()));
    } catch (const InputError& error) {
        toast(say(options_.language, error.problems().front()));
    }
}

void Viewer::put_goods(const Vec2& page) {
    Reel* const reel = front();
    const auto point = reel == nullptr ? std::nullopt : under(reel->stage, reel->plan(), page);
    placing_ = false;
    if (!point || !can_change()) {
        return;
    }
    Change change;
    change.kind = Change::Kind::place;
    change.element = fresh_thing_id(what_if_->plan());
    // In a corridor narrower than the pallet is long it stands the other way.
    for (const Vec2& size : {pallet, Vec2(pallet.y(), pallet.x())}) {
        change.polygon = rectangle(point->place, size);
        for (const int level : point->floor->levels) {
            const std::string unit = unit_around(what_if_->plan(), level, change.polygon);
            change.unit = unit.empty() ? change.unit : unit;
        }
        if (!change.unit.empty()) {
            break;
        }
    }
    const std::string number = change.element.substr(change.element.rfind('-') + 1);
    change.name = label_of(MessageId::change_things, number);
    if (change.unit.empty()) {
        toast(say(options_.language, MessageId::change_nowhere,
                  change.name.in(options_.language)) +
              "\n" + say(options_.language, MessageId::change_nowhere_remedy));
        return;
    }
    make_change(change);
}

void Viewer::move_thing(const Vec2& page) {
    Reel* const reel = front();
    if (reel == nullptr || thing_ < 0 || !can_change()) {
        return;
    }
    const auto from = under(reel->stage, reel->plan(), drag_from_);
    const auto to = under(reel->stage, reel->plan(), page);
    const Fixture& fixture = reel->plan().fixtures[static_cast<std::size_t>(thing_)];
    if (!from || !to || find_fixture(what_if_->plan(), fixture.id) < 0) {
        return;
    }
    Change change;
    change.kind = Change::Kind::move;
    change.element = fixture.id;
    change.polygon = shifted(fixture.polygon, to->place - from->place);
    for (const int level : to->floor->levels) {
        const std::string unit = unit_around(what_if_->plan(), level, change.polygon);
        change.unit = unit.empty() ? change.unit : unit;
    }
    if (change.unit.empty()) {
        const std::string name = fixture.name.in(options_.language);
        toast(say(options_.language, MessageId::change_nowhere, name.empty() ? fixture.id : name) +
              "\n" + say(options_.language, MessageId::change_nowhere_remedy));
        return;
    }
    make_change(change);
}

void Viewer::draw_door_menu() {
    if (open_door_menu_) {
        open_door_menu_ = false;
        ImGui::OpenPopup("door");
    }
    Reel* const reel = front();
    if (reel == nullptr || !ImGui::BeginPopup("door")) {
        return;
    }
    const Opening& opening = reel->plan().openings[static_cast<std::size_t>(door_)];
    const std::string name = opening.name.in(options_.language);
    ImGui::TextUnformatted((name.empty() ? opening.id : name).c_str());
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
    const Fixture& fixture = reel->plan().fixtures[static_cast<std::size_t>(thing_)];
    const std::string name = fixture.name.in(options_.language);
    ImGui::TextUnformatted((name.empty() ? fixture.id : name).c_str());
    ImGui::Separator();
    if (ImGui::MenuItem(say(options_.language, Word::remove_thing).c_str())) {
        Change change;
        change.kind = Change::Kind::remove;
        change.element = fixture.id;
        make_change(change);
    }
    ImGui::EndPopup();
}

void Viewer::draw_what_if_tab() {
    const Language language = options_.language;
    if (!can_change()) {
        ImGui::TextWrapped("%s", why_no_what_if_.c_str());
        return;
    }
    ImGui::TextWrapped("%s", say(language, Word::what_if_how).c_str());
    ImGui::Spacing();
    if (ImGui::Button(say(language, Word::new_thing).c_str(), ImVec2(-1.0F, 0.0F))) {
        placing_ = !placing_;
    }
    if (placing_) {
        ImGui::TextWrapped("%s", say(language, Word::new_thing_how).c_str());
    }
    ImGui::Spacing();
    draw_group_choice();
    ImGui::Separator();
    const std::size_t count = what_if_->changes().size();
    ImGui::TextWrapped(
        "%s", say(language, count == 0 ? Word::changes_none : Word::changes_list).c_str());
    for (std::size_t i = 0; i < count; ++i) {
        ImGui::Bullet();
        ImGui::SameLine();
        ImGui::TextWrapped("%s", what_if_->describe(i, language).c_str());
    }
    ImGui::Spacing();
    if (ImGui::Button(say(language, Word::run_again).c_str(), ImVec2(-1.0F, 0.0F))) {
        run_again();
    }
    tip(say(language, Word::tip_key, "R"));
    if (ImGui::Button(say(language, Word::undo).c_str())) {
        undo_change();
    }
    tip(say(language, Word::tip_key, "Ctrl+Z"));
    ImGui::SameLine();
    if (ImGui::Button(say(language, Word::save_as).c_str())) {
        save_changes();
    }
    tip(say(language, Word::tip_key, "Ctrl+S"));
    draw_result();
}

void Viewer::draw_group_choice() {
    const Language language = options_.language;
    const std::vector<Group>& groups = what_if_->scenario().groups;
    if (groups.empty()) {
        return;
    }
    group_ = std::clamp(group_, 0, static_cast<int>(groups.size()) - 1);
    const auto name_of_group = [&](const Group& group) {
        const std::string name = group.name.in(language);
        return name.empty() ? group.id : name;
    };
    const Group& group = groups[static_cast<std::size_t>(group_)];
    ImGui::TextUnformatted(say(language, Word::group_move).c_str());
    ImGui::SetNextItemWidth(-1.0F);
    if (ImGui::BeginCombo("##group", name_of_group(group).c_str())) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (ImGui::Selectable(name_of_group(groups[i]).c_str(),
                                  static_cast<int>(i) == group_)) {
                group_ = static_cast<int>(i);
            }
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    ImGui::TextUnformatted(say(language, Word::group_stair).c_str());
    const Plan& plan = what_if_->plan();
    const auto assign = [&](std::vector<std::string> stairs, std::vector<std::string> exits) {
        Change change;
        change.kind = Change::Kind::assign;
        change.element = group.id;
        change.stairs = std::move(stairs);
        change.exits = std::move(exits);
        make_change(change);
    };
    std::vector<std::string> exits;
    for (const int exit : group.exits) {
        exits.push_back(plan.openings[static_cast<std::size_t>(exit)].id);
    }
    const std::vector<std::string> stairs = staircases(plan);
    if (!stairs.empty()) {
        const std::string any = say(language, Word::any_stair);
        ImGui::SetNextItemWidth(-1.0F);
        if (ImGui::BeginCombo("##stair", group.stairs.empty() ? any.c_str()
                                                             : group.stairs.front().c_str())) {
            if (ImGui::Selectable(any.c_str(), group.stairs.empty())) {
                assign({}, exits);
            }
            for (const std::string& stair : stairs) {
                const bool chosen =
                    std::find(group.stairs.begin(), group.stairs.end(), stair) !=
                    group.stairs.end();
                if (ImGui::Selectable(stair.c_str(), chosen)) {
                    assign({stair}, exits);
                }
            }
            ImGui::EndCombo();
        }
    }
    const std::string nearest = say(language, Word::any_exit);
    const std::string now = group.exits.empty()
                                ? nearest
                                : exit_label(plan, group.exits.front(), language);
    ImGui::SetNextItemWidth(-1.0F);
    if (ImGui::BeginCombo("##exit", now.c_str())) {
        if (ImGui::Selectable(nearest.c_str(), group.exits.empty())) {
            assign(group.stairs, {});
        }
        for (std::size_t o = 0; o < plan.openings.size(); ++o) {
            if (!plan.openings[o].exit) {
                continue;
            }
            ImGui::PushID(static_cast<int>(o));
            const bool chosen = std::find(group.exits.begin(), group.exits.end(),
                                          static_cast<int>(o)) != group.exits.end();
            if (ImGui::Selectable(exit_label(plan, static_cast<int>(o), language).c_str(),
                                  chosen)) {
                assign(group.stairs, {plan.openings[o].id});
            }
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
}

void Viewer::draw_result() {
    const Language language = options_.language;
    if (what_if_->changes().size() != changes_run_) {
        ImGui::TextWrapped("%s", say(language, Word::not_run_yet).c_str());
        return;
    }
    if (!rerun_shown_ || film_.reel_count() < 2) {
        return;
    }
    const Reel& before = film_.reel(0);
    const Reel& after = film_.reel(1);
    if (!after.log.finished || !before.log.finished) {
        ImGui::TextWrapped("%s", say(language, Word::running, clock_text(after.log.end)).c_str());
        return;
    }
    const auto left = [](const Reel& reel) {
        return reel.people() - static_cast<int>(reel.log.departures.size());
    };
    std::string words;
    if (!after.cleared() || !before.cleared()) {
        words = say(language, Word::result_inside, left(after), left(before));
    } else {
        const long later = std::lround(*after.cleared() - *before.cleared());
        const std::string a = clock_text(*after.cleared());
        const std::string b = clock_text(*before.cleared());
        words = later == 0  ? say(language, Word::result_same, a)
                : later > 0 ? say(language, Word::result_later, later, a, b)
                            : say(language, Word::result_earlier, -later, a, b);
    }
    ImGui::Spacing();
    ImGui::PushStyleColor(ImGuiCol_Text, ImVec4(0.69F, 0.0F, 0.43F, 1.0F));
    ImGui::TextWrapped("%s", words.c_str());
    ImGui::PopStyleColor();
    bool both = film_.shown() == Film::Shown::all;
    if (ImGui::Checkbox(say(language, Word::side_by_side).c_str(), &both)) {
        film_.show(both ? Film::Shown::all : Film::Shown::last);
    }
    tip(say(language, Word::tip_key, "B"));
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
        list.AddPolyline(points.data(), static_cast<int>(points.size()), colour,
                         ImDrawFlags_Closed, 2.5F);
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
    for (std::size_t i = std::min(changes_run_, what_if_->changes().size());
         i < what_if_->changes().size(); ++i) {
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
