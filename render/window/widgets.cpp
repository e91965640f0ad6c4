#include "render/window/widgets.hpp"

#include <backends/imgui_impl_opengl2.h>
#include <fontconfig/fontconfig.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <utility>

namespace evac::render {

namespace {

struct FontFile {
    std::string path;
    int face = 0;  ///< in a collection
};

/// Where the face lies that pictures are set in. A collection holds the Japanese forms first; the
/// face number leads to those of the mainland.
FontFile font_file() {
    FontFile found;
    FcPattern* const wanted = FcNameParse(reinterpret_cast<const FcChar8*>("Noto Sans CJK SC"));
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    FcPattern* const match = FcFontMatch(nullptr, wanted, &result);
    FcChar8* file = nullptr;
    if (match != nullptr && FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch) {
        found.path = reinterpret_cast<const char*>(file);
        FcPatternGetInteger(match, FC_INDEX, 0, &found.face);
        found.face &= 0xFFFF;  // the upper half numbers named instances
    }
    if (match != nullptr) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(wanted);
    return found;
}

constexpr std::array<std::pair<ImGuiKey, sf::Keyboard::Key>, 21> keys{{
    {ImGuiKey_Tab, sf::Keyboard::Tab},
    {ImGuiKey_LeftArrow, sf::Keyboard::Left},
    {ImGuiKey_RightArrow, sf::Keyboard::Right},
    {ImGuiKey_UpArrow, sf::Keyboard::Up},
    {ImGuiKey_DownArrow, sf::Keyboard::Down},
    {ImGuiKey_PageUp, sf::Keyboard::PageUp},
    {ImGuiKey_PageDown, sf::Keyboard::PageDown},
    {ImGuiKey_Home, sf::Keyboard::Home},
    {ImGuiKey_End, sf::Keyboard::End},
    {ImGuiKey_Insert, sf::Keyboard::Insert},
    {ImGuiKey_Delete, sf::Keyboard::Delete},
    {ImGuiKey_Backspace, sf::Keyboard::BackSpace},
    {ImGuiKey_Space, sf::Keyboard::Space},
    {ImGuiKey_Enter, sf::Keyboard::Enter},
    {ImGuiKey_Escape, sf::Keyboard::Escape},
    {ImGuiKey_A, sf::Keyboard::A},
    {ImGuiKey_C, sf::Keyboard::C},
    {ImGuiKey_V, sf::Keyboard::V},
    {ImGuiKey_X, sf::Keyboard::X},
    {ImGuiKey_Y, sf::Keyboard::Y},
    {ImGuiKey_Z, sf::Keyboard::Z},
}};

}  // namespace

Widgets::Widgets(const std::vector<std::string>& texts, double size) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // what is remembered stands in a file of our own
    io.LogFilename = nullptr;
    io.BackendPlatformName = "SFML";
    for (const auto& [widget, key] : keys) {
        io.KeyMap[widget] = key;
    }
    ImFontGlyphRangesBuilder characters;
    characters.AddRanges(io.Fonts->GetGlyphRangesDefault());
    for (const std::string& text : texts) {
        characters.AddText(text.c_str());
    }
    ImVector<ImWchar> ranges;
    characters.BuildRanges(&ranges);
    const FontFile font = font_file();
    ImFontConfig config;
    config.FontNo = font.face;
    config.OversampleH = 2;
    const bool loaded = !font.path.empty() &&
                        io.Fonts->AddFontFromFileTTF(font.path.c_str(), static_cast<float>(size),
                                                     &config, ranges.Data) != nullptr;
    if (!loaded) {
        io.Fonts->AddFontDefault();  // Latin only, but there
    }
    io.Fonts->Build();
    ImGui_ImplOpenGL2_Init();
}

Widgets::~Widgets() {
    ImGui_ImplOpenGL2_Shutdown();
    ImGui::DestroyContext();
}

void Widgets::set_dark(bool dark, double scale) {
    ImGuiStyle style;
    if (dark) {
        ImGui::StyleColorsDark(&style);
        style.Colors[ImGuiCol_WindowBg] = ImVec4(0.12F, 0.125F, 0.135F, 1.0F);
        style.Colors[ImGuiCol_PopupBg] = ImVec4(0.15F, 0.155F, 0.165F, 1.0F);
    } else {
        ImGui::StyleColorsLight(&style);
        style.Colors[ImGuiCol_WindowBg] = ImVec4(0.961F, 0.965F, 0.973F, 1.0F);
        style.Colors[ImGuiCol_PopupBg] = ImVec4(1.0F, 1.0F, 1.0F, 1.0F);
        style.Colors[ImGuiCol_Border] = ImVec4(0.0F, 0.0F, 0.0F, 0.22F);
        style.Colors[ImGuiCol_Text] = ImVec4(0.125F, 0.129F, 0.141F, 1.0F);
    }
    style.FrameBorderSize = 1.0F;
    style.WindowRounding = 0.0F;
    style.FrameRounding = 5.0F;
    style.PopupRounding = 6.0F;
    style.GrabRounding = 5.0F;
    style.WindowBorderSize = 0.0F;
    style.FramePadding = ImVec2(8.0F, 5.0F);
    style.ItemSpacing = ImVec2(8.0F, 7.0F);
    style.WindowPadding = ImVec2(14.0F, 12.0F);
    style.ScaleAllSizes(static_cast<float>(scale));
    ImGui::GetStyle() = style;
}

void Widgets::set_keyboard(bool on) {
    ImGuiIO& io = ImGui::GetIO();
    if (on) {
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    } else {
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    }
    ImGui::SetWindowFocus(on ? "panel" : nullptr);
}

void Widgets::take(const sf::Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    switch (event.type) {
        case sf::Event::MouseMoved:
            io.MousePos = ImVec2(static_cast<float>(event.mouseMove.x),
                                 static_cast<float>(event.mouseMove.y));
            break;
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased:
            if (event.mouseButton.button < 3) {
                Button& button = buttons_[event.mouseButton.button];
                if (event.type == sf::Event::MouseButtonPressed) {
                    io.MouseDown[event.mouseButton.button] = true;
                    button = {true, false};
                } else if (button.pressed_now) {
                    button.release_waits = true;
                } else {
                    io.MouseDown[event.mouseButton.button] = false;
                }
                io.MousePos = ImVec2(static_cast<float>(event.mouseButton.x),
                                     static_cast<float>(event.mouseButton.y));
            }
            break;
        case sf::Event::MouseWheelScrolled:
            (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel ? io.MouseWheel
                                                                      : io.MouseWheelH) +=
                event.mouseWheelScroll.delta;
            break;
        case sf::Event::KeyPressed:
        case sf::Event::KeyReleased:
            if (event.key.code >= 0) {
                io.KeysDown[event.key.code] = event.type == sf::Event::KeyPressed;
            }
            io.KeyCtrl = event.key.control;
            io.KeyShift = event.key.shift;
            io.KeyAlt = event.key.alt;
            break;
        case sf::Event::TextEntered:
            if (event.text.unicode >= 32 && event.text.unicode != 127) {
                io.AddInputCharacter(event.text.unicode);
            }
            break;
        case sf::Event::MouseLeft:
            io.MousePos = ImVec2(-1e6F, -1e6F);
            break;
        case sf::Event::LostFocus:
            std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
            std::fill(std::begin(io.MouseDown), std::end(io.MouseDown), false);
            break;
        default:
            break;
    }
}

void Widgets::begin_frame(const sf::Window& window, double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize =
        ImVec2(static_cast<float>(window.getSize().x), static_cast<float>(window.getSize().y));
    io.DeltaTime = std::max(1e-4F, static_cast<float>(seconds));
    ImGui_ImplOpenGL2_NewFrame();
    ImGui::NewFrame();
}

void Widgets::draw() {
    ImGui::Render();
    ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
    for (int i = 0; i < 3; ++i) {
        if (buttons_[i].release_waits) {
            ImGui::GetIO().MouseDown[i] = false;
        }
        buttons_[i] = {};
    }
}

bool Widgets::has_mouse() const {
    return ImGui::GetIO().WantCaptureMouse;
}

bool Widgets::has_keys() const {
    return ImGui::GetIO().WantTextInput;
}

}  // namespace evac::render
