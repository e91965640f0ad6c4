#pragma once

#include "render/picture/image.hpp"
#include "sim/geometry/vec.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tests/tools/process.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace evac::testing {

/// Looks again and again until it holds; false if it does not within so many seconds. Machines are
/// of any speed, so nothing here waits for a time.
template <class Condition>
bool soon(const Condition& condition, double seconds = 60.0) {
    using namespace std::chrono_literals;
    using Clock = std::chrono::steady_clock;
    for (const auto until = Clock::now() + std::chrono::duration<double>(seconds);
         Clock::now() < until;) {
        if (condition()) {
            return true;
        }
        std::this_thread::sleep_for(20ms);
    }
    return condition();
}

/// Whether a program is not installed that this takes; says which, as tests that are skipped do.
bool no_screen();

/// A display of our own (Xvfb) that nobody sees, and hands on its keyboard and mouse (xdotool).
class Screen {
public:
    Screen();

    const std::string& name() const { return name_; }  ///< for DISPLAY
    render::Image picture() const;

    /// Types and points; what it prints.
    std::string xdotool(const std::vector<std::string>& words) const;

private:
    std::unique_ptr<Process> server_;
    std::string name_;
};

/// A window of `evac view` on a screen. Settings, home and working folder are those in `home`, so
/// that nothing comes from whoever runs the tests.
class EvacWindow {
public:
    /// `arguments`: of `evac view`. Fails the test where no window comes.
    EvacWindow(const Screen& screen, const std::filesystem::path& home,
               std::vector<std::string> arguments, int width = 1280, int height = 800);

    int width() const { return width_; }
    int height() const { return height_; }
    const std::filesystem::path& folder() const { return home_; }  ///< where it saves files
    render::Image picture() const;                                 ///< of the window alone

    void key(const std::string& name) const;  ///< as xdotool names it: "space", "ctrl+s"
    // Positions in pixels from the upper left corner of the window.
    void point(const Vec2& at) const;
    void press(const Vec2& at) const;
    void release(const Vec2& at) const;
    void click(const Vec2& at) const;
    /// By several steps, as a hand moves the mouse.
    void drag(const Vec2& from, const Vec2& to) const;

    void wheel(const Vec2& at, int notches) const;  ///< up, or down where below zero

    void resize(int width, int height);
    void close() const;  ///< as the cross in its frame does

    /// The exit code of the program; nothing if it does not end.
    std::optional<int> end() { return program_->wait(60.0); }

private:
    void measure();

    const Screen& screen_;
    std::filesystem::path home_;
    std::unique_ptr<Process> program_;
    std::string id_;
    int width_ = 0;
    int height_ = 0;
};

}  // namespace evac::testing
