#include "render/drawing/axis.hpp"
#include "render/film/words.hpp"
#include "render/window/speeds.hpp"
#include "render/window/viewer.hpp"

#include <imgui.h>

#include <cmath>

namespace evac::render {

namespace {

enum class Sign { play, pause, back, on, start, end };

/// A triangle with its tip at x + direction * size.
void triangle(ImDrawList& list, float x, float y, float size, float direction, ImU32 colour) {
    list.AddTriangleFilled(ImVec2(x - 0.5F * direction * size, y - 0.6F * size),
                           ImVec2(x - 0.5F * direction * size, y + 0.6F * size),
                           ImVec2(x + 0.6F * direction * size, y), colour);
}

void bar(ImDrawList& list, float x, float y, float size, ImU32 colour) {
    list.AddRectFilled(ImVec2(x - 0.13F * size, y - 0.6F * size),
                       ImVec2(x + 0.13F * size, y + 0.6F * size), colour);
}

/// A button with the sign that every player of films has.
bool sign_button(const char* id, Sign sign, float scale) {
    const ImVec2 size(40.0F * scale, 32.0F * scale);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button(id, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = ImGui::GetColorU32(ImGuiCol_Text);
    const float x = corner.x + 0.5F * size.x;
    const float y = corner.y + 0.5F * size.y;
    const float s = 13.0F * scale;
    switch (sign) {
        case Sign::play:
            triangle(list, x, y, s, 1.0F, colour);
            break;
        case Sign::pause:
            bar(list, x - 0.35F * s, y, s, colour);
            bar(list, x + 0.35F * s, y, s, colour);
            break;
        case Sign::back:
            triangle(list, x - 0.2F * s, y, 0.8F * s, -1.0F, colour);
            bar(list, x + 0.6F * s, y, 0.8F * s, colour);
            break;
        case Sign::on:
            triangle(list, x + 0.2F * s, y, 0.8F * s, 1.0F, colour);
            bar(list, x - 0.6F * s, y, 0.8F * s, colour);
            break;
        case Sign::start:
            bar(list, x - 0.8F * s, y, 0.8F * s, colour);
            triangle(list, x - 0.2F * s, y, 0.8F * s, -1.0F, colour);
            triangle(list, x + 0.6F * s, y, 0.8F * s, -1.0F, colour);
            break;
        case Sign::end:
            bar(list, x + 0.8F * s, y, 0.8F * s, colour);
            triangle(list, x + 0.2F * s, y, 0.8F * s, 1.0F, colour);
            triangle(list, x - 0.6F * s, y, 0.8F * s, 1.0F, colour);
            break;
    }
    return pressed;
}

}  // namespace

void Viewer::draw_transport() {
    const Language language = options_.language;
    const auto scale = static_cast<float>(request_.scale);
    const auto top = static_cast<float>(film_.height());
    ImGui::SetNextWindowPos(ImVec2(0.0F, top));
    ImGui::SetNextWindowSize(
        ImVec2(static_cast<float>(display_.width()), static_cast<float>(display_.height()) - top));
    ImGui::Begin("transport", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBringToFrontOnFocus);
    const auto key = [&](sf::Keyboard::Key code) {
        sf::Event::KeyEvent event{};
        event.code = code;
        take_key(event);
    };
    const auto tip_with = [&](Word word, const std::string& name) {
        tip(fmt::format("{} ({})", say(language, word), name));
    };
    if (sign_button("##start", Sign::start, scale)) {
        key(sf::Keyboard::Home);
    }
    tip_with(Word::to_start, "Home");
    ImGui::SameLine();
    if (sign_button("##back", Sign::back, scale)) {
        key(sf::Keyboard::Comma);
    }
    tip_with(Word::step_back, ",");
    ImGui::SameLine();
    if (sign_button("##play", playing_ ? Sign::pause : Sign::play, scale)) {
        key(sf::Keyboard::Space);
    }
    tip_with(playing_ ? Word::pause : Word::play, say(language, Word::tip_play));
    ImGui::SameLine();
    if (sign_button("##on", Sign::on, scale)) {
        key(sf::Keyboard::Period);
    }
    tip_with(Word::step_on, ".");
    ImGui::SameLine();
    if (sign_button("##end", Sign::end, scale)) {
        key(sf::Keyboard::End);
    }
    tip_with(Word::to_end, "End");
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(fmt::format("{} / {}", clock_text(std::floor(shown_time_ + 1e-6)),
                                       clock_text(std::floor(film_.end() + 1e-6)))
                               .c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(92.0F * scale);
    if (ImGui::BeginCombo("##speed", fmt::format("{:g}x", speed_).c_str())) {
        for (const double speed : speeds) {
            if (ImGui::Selectable(fmt::format("{:g}x", speed).c_str(), speed == speed_)) {
                speed_ = speed;
            }
        }
        ImGui::EndCombo();
    }
    tip(fmt::format("{} (↑ ↓)", say(language, Word::speed)));
    ImGui::SameLine();
    ImGui::Checkbox(say(language, Word::loop).c_str(), &loop_);
    tip(say(language, Word::tip_key, "O"));
    const Reel* const reel = front();
    if (reel != nullptr && !reel->log.finished) {
        ImGui::SameLine();
        ImGui::TextUnformatted(say(language, Word::running, clock_text(reel->log.end)).c_str());
    } else if (reel != nullptr && !reel->log.problems.empty()) {
        ImGui::SameLine();
        ImGui::TextUnformatted(say(language, Word::cut_short, clock_text(reel->log.end)).c_str());
        tip(say(language, reel->log.problems.front()));
    } else if (reel != nullptr && !reel->log.whole) {
        ImGui::SameLine();
        ImGui::TextUnformatted(say(language, Word::cut_short, clock_text(reel->log.end)).c_str());
    } else if (reel != nullptr && reel->people() == 0) {
        ImGui::SameLine();
        ImGui::TextUnformatted(say(language, Word::nobody).c_str());
    }

    // From the right: what is needed once.
    const auto width = [](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str()).x + 2.0F * ImGui::GetStyle().FramePadding.x +
               ImGui::GetStyle().ItemSpacing.x;
    };
    const std::string names[] = {say(language, Word::present), say(language, Word::screenshot),
                                 say(language, Word::help), say(language, Word::language_other)};
    float right = ImGui::GetWindowWidth() - ImGui::GetStyle().WindowPadding.x;
    for (const std::string& name : names) {
        right -= width(name);
    }
    ImGui::SameLine();
    if (ImGui::GetCursorPosX() < right) {
        ImGui::SetCursorPosX(right);
    }
    const sf::Keyboard::Key codes[] = {sf::Keyboard::F5, sf::Keyboard::F12, sf::Keyboard::F1,
                                       sf::Keyboard::Z};
    const char* const labels[] = {"F5", "F12", "F1", "Z"};
    for (int i = 0; i < 4; ++i) {
        if (ImGui::Button((names[i] + "##" + labels[i]).c_str())) {
            key(codes[i]);
        }
        tip(say(language, Word::tip_key, labels[i]));
        if (i < 3) {
            ImGui::SameLine();
        }
    }
    ImGui::End();
}

}  // namespace evac::render
