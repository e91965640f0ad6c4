#pragma once

#include "render/picture/image.hpp"

#include <SFML/Window.hpp>

#include <memory>
#include <string>

namespace evac::render {

/// The window itself: pictures are handed to it whole, panels are drawn over them with OpenGL.
class Display {
public:
    /// Throws InputError when there is no display or it has no OpenGL.
    Display(const std::string& title, int width, int height);
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    ~Display();

    sf::Window& window() { return window_; }
    int width() const { return static_cast<int>(window_.getSize().x); }
    int height() const { return static_cast<int>(window_.getSize().y); }

    /// Fills the whole screen, or goes back to a window.
    void set_full_screen(bool full);
    bool full_screen() const { return full_; }

    /// Paints the picture with its upper left corner in that of the window, one pixel on one.
    void show(const Image& picture, std::uint32_t ground);

    /// What the window shows, panels included; call before window().display().
    Image screenshot();

private:
    void open();

    /// Before the window, which SFML cannot even begin without a display. Kept, because some
    /// displays start anew when the last of their clients goes.
    std::shared_ptr<void> connection_;
    std::string title_;
    sf::Window window_;
    unsigned width_ = 0;  ///< as a window
    unsigned height_ = 0;
    sf::Vector2i before_;  ///< where it stood
    bool full_ = false;
    unsigned texture_ = 0;
    int texture_width_ = 0;
    int texture_height_ = 0;
};

}  // namespace evac::render
