#pragma once

#include "render/picture/image.hpp"

#include <sys/types.h>

#include <filesystem>

namespace evac {

/// Encodes pictures into an MP4 file through the program ffmpeg, which runs beside us. The file
/// appears whole or not at all.
class Encoder {
public:
    /// Throws InputError: no ffmpeg, no such folder.
    Encoder(const std::filesystem::path& file, int width, int height, double frames_per_second);
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder();  ///< without finish(): nothing is left behind

    void append(const render::Image& image);  ///< throws InputError when ffmpeg has given up
    void finish();

private:
    std::filesystem::path file_;
    std::filesystem::path unfinished_;
    pid_t process_ = -1;
    int pipe_ = -1;
};

/// Whether films can be encoded on this machine.
bool encoder_installed();

}  // namespace evac
