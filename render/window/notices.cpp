// What the window tells for a moment: help, tips, toasts.

#include "render/drawing/axis.hpp"
#include "render/film/words.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <cmath>
#include <sstream>

namespace evac::render {

void Viewer::tip(const std::string& words) const {
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s", words.c_str());
    }
}

void Viewer::draw_help() {
    const Language language = options_.language;
    const ImVec2 middle(0.5F * static_cast<float>(display_.width()),
                        0.5F * static_cast<float>(display_.height()));
    ImGui::SetNextWindowPos(middle, ImGuiCond_Always, ImVec2(0.5F, 0.5F));
    ImGui::SetNextWindowSizeConstraints(
        ImVec2(0.0F, 0.0F), ImVec2(1e6F, 0.96F * static_cast<float>(display_.height())));
    ImGui::Begin(
        (say(language, Word::help_title) + "###help").c_str(), &help_,
        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove);
    std::istringstream lines(say(language, Word::help_keys));
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
        for (std::string line; std::getline(lines, line);) {
            const std::size_t tab = line.find('\t');
            ImGui::TableNextRow(ImGuiTableRowFlags_None, 0.0F);
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(line.substr(0, tab).c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(line.substr(tab + 1).c_str());
        }
        ImGui::EndTable();
    }
    ImGui::End();
}

void Viewer::draw_toast() {
    if (toast_left_ <= 0.0 || toast_.empty()) {
        return;
    }
    const auto middle = 0.5F * static_cast<float>(film_.width());
    ImGui::SetNextWindowPos(ImVec2(middle, 70.0F * static_cast<float>(request_.scale)),
                            ImGuiCond_Always, ImVec2(0.5F, 0.0F));
    ImGui::SetNextWindowSizeConstraints(ImVec2(0.0F, 0.0F), ImVec2(1.6F * middle, 1e6F));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PushTextWrapPos(1.3F * middle);
    ImGui::TextUnformatted(toast_.c_str());
    ImGui::PopTextWrapPos();
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

void Viewer::draw_curve_tip() {
    if (ImGui::GetIO().WantCaptureMouse || !film_.strip_box().contains(pointer_)) {
        return;
    }
    const Plot& plot = film_.time_line();
    const double share = (pointer_.x() - plot.box.low.x()) / plot.box.size().x();
    if (share < 0.0 || share > 1.0) {
        return;
    }
    const double time = share * plot.end;
    std::string words = clock_text(time);
    for (std::size_t i = 0; i < film_.reel_count(); ++i) {
        const Reel& reel = film_.reel(i);
        words += fmt::format("  {} {}", say(options_.language, Word::inside), reel.inside_at(time));
    }
    const Reel* const reel = front();
    const double near = 8.0 / plot.box.size().x() * plot.end;
    for (const Moment& moment : reel == nullptr ? std::vector<Moment>() : reel->moments) {
        if (std::abs(moment.time - time) < near) {
            words +=
                fmt::format("\n{}  {}", clock_text(moment.time), moment.text.in(options_.language));
        }
    }
    ImGui::SetTooltip("%s", words.c_str());
}

}  // namespace evac::render
