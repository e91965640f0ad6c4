#include "tests/render/window/screen.hpp"

#include "sim/text/file.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstring>
#include <sstream>
#include <stdexcept>

// Last: its macros hide names.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace evac::testing {

namespace {

constexpr int screen_width = 1400;
constexpr int screen_height = 900;

/// A connection for one errand: Xlib ends the whole program when it loses a display.
class Connection {
public:
    explicit Connection(const std::string& name) : display_(XOpenDisplay(name.c_str())) {
        if (display_ == nullptr) {
            throw std::runtime_error("no display " + name);
        }
        // A window that has gone in the meantime is for the test to notice.
        XSetErrorHandler([](::Display*, XErrorEvent*) { return 0; });
    }
    ~Connection() { XCloseDisplay(display_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    ::Display* get() const { return display_; }

private:
    ::Display* display_;
};

std::string whole(double pixel) {
    return std::to_string(std::lround(pixel));
}

}  // namespace

bool no_screen() {
    for (const char* program : {"Xvfb", "xdotool"}) {
        if (!installed(program)) {
            WARN("skipped: " << program << " is not installed");
            return true;
        }
    }
    return false;
}

Screen::Screen() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        throw std::runtime_error("pipe");
    }
    ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    // The server chooses a number that is free and tells it when it is ready.
    const std::string size =
        std::to_string(screen_width) + "x" + std::to_string(screen_height) + "x24";
    server_ = std::make_unique<Process>(
        ProcessRequest{{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", size,
                        "-nolisten", "tcp", "-noreset"}});
    ::close(ends[1]);
    std::string number;
    pollfd ready{ends[0], POLLIN, 0};
    for (char c = 0; c != '\n' && ::poll(&ready, 1, 20000) > 0 && ::read(ends[0], &c, 1) == 1;) {
        number += c;
    }
    ::close(ends[0]);
    if (number.size() < 2) {
        throw std::runtime_error("Xvfb does not start");
    }
    number.pop_back();
    name_ = ":" + number;
}

render::Image Screen::picture() const {
    const Connection connection(name_);
    XImage* const seen = XGetImage(connection.get(), DefaultRootWindow(connection.get()), 0, 0,
                                   screen_width, screen_height, AllPlanes, ZPixmap);
    render::Image image(screen_width, screen_height);
    for (int y = 0; y < screen_height; ++y) {
        std::memcpy(image.row(y), seen->data + y * seen->bytes_per_line, 4U * screen_width);
        for (int x = 0; x < screen_width; ++x) {
            image.row(y)[x] |= 0xFF000000U;
        }
    }
    XDestroyImage(seen);
    return image;
}

std::string Screen::xdotool(const std::vector<std::string>& words) const {
    ProcessRequest request;
    request.words = {"xdotool"};
    request.words.insert(request.words.end(), words.begin(), words.end());
    request.environment["DISPLAY"] = name_;
    return ran(request).output;
}

EvacWindow::EvacWindow(const Screen& screen, const std::filesystem::path& home,
                       std::vector<std::string> arguments, int width, int height)
    : screen_(screen), home_(home) {
    ProcessRequest request;
    request.words = {EVAC_PROGRAM, "--lang", "en", "view"};
    request.words.insert(request.words.end(), arguments.begin(), arguments.end());
    if (width > 0) {
        request.words.insert(request.words.end(),
                             {"--size", std::to_string(width) + "x" + std::to_string(height)});
    }
    request.folder = home;
    request.environment = {{"DISPLAY", screen.name()},
                           {"HOME", home.string()},
                           {"XDG_CONFIG_HOME", (home / "settings").string()}};
    request.errors = home / "errors.txt";
    program_ = std::make_unique<Process>(request);
    const bool there = soon([&] {
        std::istringstream found(
            screen_.xdotool({"search", "--onlyvisible", "--name", "Life Passage"}));
        return std::getline(found, id_) || program_->wait(0.0).has_value();
    });
    if (!there || id_.empty()) {
        throw std::runtime_error("no window: " + read_text(request.errors));
    }
    measure();
    // Without a window manager keys go where the mouse is.
    point(Vec2(4.0, 4.0));
}

void EvacWindow::measure() {
    const Connection connection(screen_.name());
    XWindowAttributes seen{};
    XGetWindowAttributes(connection.get(), std::stoul(id_), &seen);
    width_ = seen.width;
    height_ = seen.height;
}

render::Image EvacWindow::picture() const {
    // Asked anew for every picture: a window moves once more after it has come.
    const Connection connection(screen_.name());
    int left = 0;
    int top = 0;
    ::Window child = 0;
    XTranslateCoordinates(connection.get(), std::stoul(id_), DefaultRootWindow(connection.get()), 0,
                          0, &left, &top, &child);
    render::Image image(width_, height_);
    render::place(image, screen_.picture(),
                  {1.0, static_cast<double>(-left), static_cast<double>(-top)}, 0,
                  {0, 0, width_, height_});
    return image;
}

void EvacWindow::key(const std::string& name) const {
    screen_.xdotool({"key", name});
}

void EvacWindow::point(const Vec2& at) const {
    screen_.xdotool({"mousemove", "--window", id_, whole(at.x()), whole(at.y())});
}

void EvacWindow::press(const Vec2& at) const {
    screen_.xdotool({"mousemove", "--window", id_, whole(at.x()), whole(at.y()), "mousedown", "1"});
}

void EvacWindow::release(const Vec2& at) const {
    screen_.xdotool({"mousemove", "--window", id_, whole(at.x()), whole(at.y()), "mouseup", "1"});
}

void EvacWindow::click(const Vec2& at) const {
    screen_.xdotool({"mousemove", "--window", id_, whole(at.x()), whole(at.y()), "click", "1"});
}

void EvacWindow::drag(const Vec2& from, const Vec2& to) const {
    press(from);
    for (const double share : {0.3, 0.7}) {
        point(from + share * (to - from));
    }
    release(to);
}

void EvacWindow::wheel(const Vec2& at, int notches) const {
    screen_.xdotool({"mousemove", "--window", id_, whole(at.x()), whole(at.y()), "click",
                     "--repeat", std::to_string(std::abs(notches)), notches > 0 ? "4" : "5"});
}

void EvacWindow::resize(int width, int height) {
    screen_.xdotool({"windowsize", "--sync", id_, std::to_string(width), std::to_string(height)});
    measure();
}

void EvacWindow::close() const {
    const Connection connection(screen_.name());
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = std::stoul(id_);
    event.xclient.message_type = XInternAtom(connection.get(), "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] =
        static_cast<long>(XInternAtom(connection.get(), "WM_DELETE_WINDOW", False));
    XSendEvent(connection.get(), event.xclient.window, False, NoEventMask, &event);
    XFlush(connection.get());
}

}  // namespace evac::testing
