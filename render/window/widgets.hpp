#pragma once

#include <SFML/Window.hpp>

#include <string>
#include <vector>

namespace evac::render {

/// Dear ImGui in an SFML window: takes its events, sets its type, draws with OpenGL.
class Widgets {
public:
    /// `texts`: everything that may have to be written, for the characters in it; `size`: of the
    /// type [px].
    Widgets(const std::vector<std::string>& texts, double size);
    Widgets(const Widgets&) = delete;
    Widgets& operator=(const Widgets&) = delete;
    ~Widgets();

    void set_dark(bool dark, double scale);

    /// Whether Tab, arrows, Space and Enter walk through the panels.
    void set_keyboard(bool on);

    void take(const sf::Event& event);
    void begin_frame(const sf::Window& window, double seconds);
    void draw();

    /// Whether the event to come was meant for the panels.
    bool has_mouse() const;
    bool has_keys() const;

private:
    /// A click may be quicker than a picture: its end waits for the next one, or it would not be
    /// seen at all.
    struct Button {
        bool pressed_now = false;
        bool release_waits = false;
    };
    Button buttons_[3];
};

}  // namespace evac::render
