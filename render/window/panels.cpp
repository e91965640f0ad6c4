#include "render/drawing/axis.hpp"
#include "render/drawing/severity.hpp"
#include "render/film/palette.hpp"
#include "render/film/words.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <algorithm>

namespace evac::render {

namespace {

ImVec4 widget_colour(const Colour& colour) {
    return {static_cast<float>(colour.red), static_cast<float>(colour.green),
            static_cast<float>(colour.blue), 1.0F};
}

}  // namespace

void Viewer::draw_panel() {
    const Language language = options_.language;
    const auto left = static_cast<float>(film_.width());
    ImGui::SetNextWindowPos(ImVec2(left, 0.0F));
    ImGui::SetNextWindowSize(
        ImVec2(static_cast<float>(display_.width()) - left, static_cast<float>(film_.height())));
    ImGui::Begin("panel", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (ImGui::BeginTabBar("tabs")) {
        const Word titles[] = {Word::panel_view, Word::panel_what_if, Word::panel_findings,
                               Word::panel_exits};
        for (int i = 0; i < 4; ++i) {
            const std::string title = say(language, titles[i]) + "###tab" + std::to_string(i);
            const ImGuiTabItemFlags flags =
                tab_ == i ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
            if (!ImGui::BeginTabItem(title.c_str(), nullptr, flags)) {
                continue;
            }
            ImGui::BeginChild("content");
            ImGui::Spacing();
            if (i == 0) {
                draw_view_tab();
            } else if (i == 1) {
                draw_what_if_tab();
            } else if (i == 2) {
                draw_findings_tab();
            } else {
                draw_exits_tab();
            }
            ImGui::EndChild();
            ImGui::EndTabItem();
        }
        tab_ = -1;
        ImGui::EndTabBar();
    }
    ImGui::End();
}

void Viewer::draw_view_tab() {
    const Language language = options_.language;
    const auto text = [&](Word word) { return say(language, word); };
    bool changed = false;

    ImGui::TextUnformatted(text(Word::layout).c_str());
    int layout = static_cast<int>(options_.layout);
    changed |= ImGui::RadioButton(text(Word::layout_sides).c_str(), &layout, 0);
    ImGui::SameLine();
    changed |= ImGui::RadioButton(text(Word::layout_stack).c_str(), &layout, 1);
    tip(say(language, Word::tip_key, "L"));
    if (layout != static_cast<int>(options_.layout)) {
        options_.layout = static_cast<Layout>(layout);
        film_.camera = {};
    }

    ImGui::Spacing();
    ImGui::TextUnformatted(text(Word::colour_by).c_str());
    const Word colours[] = {Word::colour_exit, Word::colour_group, Word::colour_speed,
                            Word::colour_waiting, Word::colour_profile};
    ImGui::SetNextItemWidth(-1.0F);
    const auto now = static_cast<std::size_t>(options_.colour);
    if (ImGui::BeginCombo("##colour", text(colours[now]).c_str())) {
        for (std::size_t i = 0; i < std::size(colours); ++i) {
            if (ImGui::Selectable(text(colours[i]).c_str(), i == now)) {
                options_.colour = static_cast<ColourBy>(i);
                changed = true;
            }
        }
        ImGui::EndCombo();
    }
    tip(say(language, Word::tip_key, "C"));

    ImGui::Spacing();
    const auto check = [&](Word word, bool& flag, const char* key) {
        const bool clicked = ImGui::Checkbox(text(word).c_str(), &flag);
        tip(say(language, Word::tip_key, key));
        changed |= clicked;
        return clicked;
    };
    if (check(Word::show_heat, options_.heat, "H") && options_.heat) {
        options_.peak = false;
    }
    if (check(Word::show_peak, options_.peak, "X") && options_.peak) {
        options_.heat = false;
    }
    check(Word::show_traces, options_.traces, "T");
    check(Word::show_queues, options_.queues, "Q");
    check(Word::show_graph, options_.graph, "G");
    check(Word::show_pins, options_.pins, "P");
    check(Word::show_names, options_.names, "N");
    check(Word::show_captions, options_.captions, "K");
    check(Word::show_legend, options_.legend, "I");
    check(Word::dark, options_.dark, "V");

    ImGui::Spacing();
    ImGui::TextUnformatted(text(Word::type_size).c_str());
    auto type = static_cast<float>(type_);
    ImGui::SetNextItemWidth(-1.0F);
    if (ImGui::SliderFloat("##type", &type, 0.6F, 2.0F, "%.2f")) {
        type_ = static_cast<double>(type);
        changed = true;
    }
    if (ImGui::Button(text(Word::fit).c_str())) {
        film_.camera = {};
        options_.followed = -1;
        changed = true;
    }
    tip(say(language, Word::tip_key, "F"));
    if (film_.reel_count() > 1) {
        bool both = film_.shown() == Film::Shown::all;
        if (ImGui::Checkbox(text(Word::side_by_side).c_str(), &both)) {
            film_.show(both ? Film::Shown::all : Film::Shown::last);
        }
        tip(say(language, Word::tip_key, "B"));
    }
    ImGui::Separator();
    draw_person();
    if (changed) {
        apply_options();
    }
}

void Viewer::draw_person() {
    const Language language = options_.language;
    Reel* const reel =
        options_.followed_in < film_.reel_count() ? &film_.reel(options_.followed_in) : front();
    if (reel == nullptr) {
        return;
    }
    if (options_.followed < 0 || options_.followed >= reel->people()) {
        ImGui::TextWrapped("%s", say(language, Word::follow_none).c_str());
        return;
    }
    const ReplayInfo& info = reel->tape->info();
    const ReplayPerson& person = info.people[static_cast<std::size_t>(options_.followed)];
    const auto name = [&](const ReplayKind& kind) {
        const std::string words = kind.name.in(language);
        return words.empty() ? kind.id : words;
    };
    ImGui::TextWrapped("%s", say(language, Word::following, options_.followed + 1).c_str());
    ImGui::TextWrapped("%s", say(language, Word::person_facts,
                                 name(info.groups[static_cast<std::size_t>(person.group)]),
                                 name(info.profiles[static_cast<std::size_t>(person.profile)]))
                                 .c_str());
    bool out = false;
    for (const Departure& departure : reel->log.departures) {
        if (departure.person == options_.followed) {
            out = true;
            ImGui::TextWrapped(
                "%s",
                (departure.exit < 0 ? say(language, Word::person_outdoors)
                                    : say(language, Word::person_out, clock_text(departure.time),
                                          exit_label(info.plan, departure.exit, language)))
                    .c_str());
        }
    }
    if (!out && reel->log.finished) {
        ImGui::TextWrapped("%s", say(language, Word::person_inside).c_str());
    }
    if (ImGui::Button(say(language, Word::stop_following).c_str())) {
        options_.followed = -1;
        reel->route = nullptr;
        apply_options();
    }
}

void Viewer::draw_exits_tab() {
    const Language language = options_.language;
    for (const std::size_t i : film_.on_stage_now()) {
        const Reel& reel = film_.reel(i);
        if (film_.on_stage_now().size() > 1) {
            ImGui::TextWrapped("%s %s", i == 0 ? "A" : "B", reel.name.in(language).c_str());
        }
        const std::vector<int> gone = reel.left_by(time_);
        const float most = static_cast<float>(std::max(1, reel.people()));
        for (std::size_t o = 0; o < gone.size(); ++o) {
            const bool used = gone[o] > 0 || std::find(reel.exits.begin(), reel.exits.end(),
                                                       static_cast<int>(o)) != reel.exits.end();
            if (!used && !reel.plan().openings[o].exit) {
                continue;
            }
            ImGui::TextWrapped("%s",
                               say(language, Word::exit_row,
                                   exit_label(reel.plan(), static_cast<int>(o), language), gone[o])
                                   .c_str());
            ImGui::ProgressBar(static_cast<float>(gone[o]) / most, ImVec2(-1.0F, 8.0F), "");
        }
        ImGui::Separator();
    }
}

void Viewer::draw_findings_tab() {
    const Language language = options_.language;
    Reel* const reel = front();
    if (reel == nullptr) {
        return;
    }
    if (reel->findings->empty()) {
        ImGui::TextWrapped(
            "%s",
            say(language, reel->log.finished ? Word::no_findings : Word::findings_later).c_str());
        return;
    }
    for (std::size_t i = 0; i < reel->findings->size(); ++i) {
        const Finding& finding = (*reel->findings)[i];
        ImGui::PushID(static_cast<int>(i));
        ImGui::PushStyleColor(ImGuiCol_Text, widget_colour(severity_colour(finding.severity)));
        const std::string head =
            fmt::format("{}  {}{}", i + 1, std::string(name_of(finding.severity)),
                        finding.time ? "  " + clock_text(*finding.time) : std::string());
        if (ImGui::Selectable(head.c_str())) {
            show_finding(*reel, finding);
            options_.pins = true;
            apply_options();
        }
        ImGui::PopStyleColor();
        ImGui::TextWrapped("%s", finding.text.in(language).c_str());
        ImGui::Spacing();
        ImGui::PopID();
    }
}

}  // namespace evac::render
