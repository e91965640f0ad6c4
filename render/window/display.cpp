#include "render/window/display.hpp"

#include "sim/text/problem.hpp"

#include <X11/Xlib.h>
#include <SFML/OpenGL.hpp>
#include <SFML/System/Err.hpp>

#include <algorithm>
#include <sstream>

// In every OpenGL since 1.2; the header that SFML brings stops at 1.1.
#ifndef GL_BGRA
#define GL_BGRA 0x80E1
#endif
#ifndef GL_UNSIGNED_INT_8_8_8_8_REV
#define GL_UNSIGNED_INT_8_8_8_8_REV 0x8367
#endif
#ifndef GL_CLAMP_TO_EDGE
#define GL_CLAMP_TO_EDGE 0x812F
#endif

// Xlib's macro of this name hides the enumerator of sf::Style.
#ifdef None
#undef None
#endif

namespace evac::render {

namespace {

/// SFML ends the program where there is no display, so somebody has to ask before.
std::shared_ptr<void> connect() {
    ::Display* const display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        throw InputError({{"", "", "", message(MessageId::view_no_display),
                           message(MessageId::view_no_display_remedy)}});
    }
    return {display, [](void* open) { XCloseDisplay(static_cast<::Display*>(open)); }};
}

/// Whether somebody arranges windows there (Extended Window Manager Hints).
bool has_window_manager(::Display* display) {
    Atom type = 0;
    int format = 0;
    unsigned long items = 0;
    unsigned long rest = 0;
    unsigned char* data = nullptr;
    const int code =
        XGetWindowProperty(display, DefaultRootWindow(display),
                           XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False), 0, 1, False,
                           AnyPropertyType, &type, &format, &items, &rest, &data);
    if (data != nullptr) {
        XFree(data);
    }
    return code == Success && items > 0;
}

}  // namespace

Display::Display(const std::string& title, int width, int height)
    : connection_(connect()),
      title_(title),
      width_(static_cast<unsigned>(width)),
      height_(static_cast<unsigned>(height)) {
    // SFML tells the console what it lacks; what matters of it is told below.
    std::ostringstream told;
    std::streambuf* const usual = sf::err().rdbuf(told.rdbuf());
    open();
    sf::err().rdbuf(usual);
    if (!window_.isOpen() || glGetString(GL_VERSION) == nullptr) {
        throw InputError({{"", "", "", message(MessageId::view_no_opengl, told.str()),
                           message(MessageId::view_no_display_remedy)}});
    }
    sf::err().rdbuf(nullptr);
}

Display::~Display() = default;

void Display::open() {
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    width_ = std::min(width_, desktop.width);
    height_ = std::min(height_, desktop.height);
    window_.create(sf::VideoMode(width_, height_),
                   sf::String::fromUtf8(title_.begin(), title_.end()), sf::Style::Default);
    window_.setPosition({static_cast<int>(desktop.width - width_) / 2,
                         static_cast<int>(desktop.height - height_) / 2});
    window_.setKeyRepeatEnabled(true);
    window_.setActive(true);
}

void Display::set_full_screen(bool full) {
    if (full == full_) {
        return;
    }
    full_ = full;
    auto* const display = static_cast<::Display*>(connection_.get());
    if (has_window_manager(display)) {
        // The window manager knows where its panels are and how to give them back; SFML's own full
        // screen would change the screen's mode and begin OpenGL anew.
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = window_.getSystemHandle();
        event.xclient.message_type = XInternAtom(display, "_NET_WM_STATE", False);
        event.xclient.format = 32;
        event.xclient.data.l[0] = full ? 1 : 0;
        event.xclient.data.l[1] =
            static_cast<long>(XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", False));
        XSendEvent(display, DefaultRootWindow(display), False,
                   SubstructureRedirectMask | SubstructureNotifyMask, &event);
        XFlush(display);
        return;
    }
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    if (full) {
        width_ = window_.getSize().x;
        height_ = window_.getSize().y;
        before_ = window_.getPosition();
    }
    window_.setSize(full ? sf::Vector2u(desktop.width, desktop.height)
                         : sf::Vector2u(width_, height_));
    window_.setPosition(full ? sf::Vector2i(0, 0) : before_);
}

void Display::show(const Image& picture, std::uint32_t ground) {
    const auto channel = [&](unsigned shift) {
        return static_cast<float>(ground >> shift & 0xFFU) / 255.0F;
    };
    glViewport(0, 0, width(), height());
    glClearColor(channel(16U), channel(8U), channel(0U), 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    if (texture_ == 0) {
        glGenTextures(1, &texture_);
    }
    glBindTexture(GL_TEXTURE_2D, texture_);
    if (texture_width_ != picture.width || texture_height_ != picture.height) {
        texture_width_ = picture.width;
        texture_height_ = picture.height;
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, picture.width, picture.height, 0, GL_BGRA,
                     GL_UNSIGNED_INT_8_8_8_8_REV, picture.pixels.data());
    } else {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, picture.width, picture.height, GL_BGRA,
                        GL_UNSIGNED_INT_8_8_8_8_REV, picture.pixels.data());
    }
    glMatrixMode(GL_PROJECTION);
    glLoadIdentity();
    glOrtho(0.0, width(), height(), 0.0, -1.0, 1.0);
    glMatrixMode(GL_MODELVIEW);
    glLoadIdentity();
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_TEXTURE_2D);
    glColor4f(1.0F, 1.0F, 1.0F, 1.0F);
    const auto right = static_cast<float>(picture.width);
    const auto bottom = static_cast<float>(picture.height);
    glBegin(GL_TRIANGLE_STRIP);
    glTexCoord2f(0.0F, 0.0F);
    glVertex2f(0.0F, 0.0F);
    glTexCoord2f(1.0F, 0.0F);
    glVertex2f(right, 0.0F);
    glTexCoord2f(0.0F, 1.0F);
    glVertex2f(0.0F, bottom);
    glTexCoord2f(1.0F, 1.0F);
    glVertex2f(right, bottom);
    glEnd();
    glDisable(GL_TEXTURE_2D);
}

Image Display::screenshot() {
    Image upside_down(width(), height());
    glReadPixels(0, 0, width(), height(), GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                 upside_down.pixels.data());
    Image image(width(), height());
    for (int y = 0; y < image.height; ++y) {
        const std::uint32_t* const from = upside_down.row(image.height - 1 - y);
        for (int x = 0; x < image.width; ++x) {
            image.row(y)[x] = from[x] | 0xFF000000U;
        }
    }
    return image;
}

}  // namespace evac::render
