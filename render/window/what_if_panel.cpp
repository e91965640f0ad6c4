#include "render/drawing/axis.hpp"
#include "render/film/words.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace evac::render {

namespace {

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
    draw_door_choice();
    draw_group_choice();
    ImGui::Separator();
    const std::size_t count = what_if_->changes().size();
    ImGui::TextWrapped("%s",
                       say(language, count == 0 ? Word::changes_none : Word::changes_list).c_str());
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

void Viewer::draw_door_choice() {
    const Language language = options_.language;
    const Plan& plan = what_if_->plan();
    ImGui::TextUnformatted(say(language, Word::door).c_str());
    ImGui::SetNextItemWidth(-1.0F);
    const std::string now = listed_door_ < 0 ? say(language, Word::choose_door)
                                             : exit_label(plan, listed_door_, language);
    if (ImGui::BeginCombo("##door", now.c_str())) {
        for (const bool exits : {true, false}) {  // exits first: they are asked for most
            for (std::size_t o = 0; o < plan.openings.size(); ++o) {
                if (plan.openings[o].exit != exits) {
                    continue;
                }
                const int door = static_cast<int>(o);
                ImGui::PushID(door);
                if (ImGui::Selectable(exit_label(plan, door, language).c_str(),
                                      door == listed_door_)) {
                    listed_door_ = door;
                }
                ImGui::PopID();
            }
        }
        ImGui::EndCombo();
    }
    if (listed_door_ < 0) {
        return;
    }
    const std::pair<Word, Change::Kind> choices[] = {{Word::door_open, Change::Kind::open},
                                                     {Word::door_lock, Change::Kind::lock},
                                                     {Word::door_block, Change::Kind::block}};
    for (const auto& [word, kind] : choices) {
        if (ImGui::Button((say(language, word) + "##door").c_str())) {
            Change change;
            change.kind = kind;
            change.element = plan.openings[static_cast<std::size_t>(listed_door_)].id;
            make_change(change);
        }
        ImGui::SameLine();
    }
    ImGui::NewLine();
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
        if (ImGui::BeginCombo("##stair",
                              group.stairs.empty() ? any.c_str() : group.stairs.front().c_str())) {
            if (ImGui::Selectable(any.c_str(), group.stairs.empty())) {
                assign({}, exits);
            }
            for (const std::string& stair : stairs) {
                const bool chosen = std::find(group.stairs.begin(), group.stairs.end(), stair) !=
                                    group.stairs.end();
                if (ImGui::Selectable(stair.c_str(), chosen)) {
                    assign({stair}, exits);
                }
            }
            ImGui::EndCombo();
        }
    }
    const std::string nearest = say(language, Word::any_exit);
    const std::string now =
        group.exits.empty() ? nearest : exit_label(plan, group.exits.front(), language);
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
    if (what_if_->changes().size() != changes_run_ || changes_common_ != changes_run_) {
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

}  // namespace evac::render
