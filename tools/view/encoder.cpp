#include "tools/view/encoder.hpp"

#include "sim/text/problem.hpp"

#include <fmt/format.h>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

extern char** environ;

namespace evac {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, MessageId what, MessageId remedy) {
    throw InputError({{file.string(), "", "", message(what), message(remedy)}});
}

}  // namespace

bool encoder_installed() {
    const char* const path = std::getenv("PATH");
    std::string folders = path == nullptr ? "/usr/bin:/bin" : path;
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        if (access((folders.substr(begin, end - begin) + "/ffmpeg").c_str(), X_OK) == 0) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

Encoder::Encoder(const std::filesystem::path& file, int width, int height, double frames_per_second)
    : file_(file), unfinished_(file.string() + ".incomplete") {
    if (!encoder_installed()) {
        fail(file, MessageId::view_no_ffmpeg, MessageId::view_no_ffmpeg_remedy);
    }
    std::signal(SIGPIPE, SIG_IGN);  // a write to an ffmpeg that has gone is an error, not our end
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    std::vector<std::string> words{"ffmpeg",
                                   "-y",
                                   "-loglevel",
                                   "error",
                                   "-f",
                                   "rawvideo",
                                   "-pixel_format",
                                   "bgra",
                                   "-video_size",
                                   fmt::format("{}x{}", width, height),
                                   "-framerate",
                                   fmt::format("{:g}", frames_per_second),
                                   "-i",
                                   "-",
                                   "-c:v",
                                   "libx264",
                                   "-preset",
                                   "veryfast",
                                   "-crf",
                                   "20",
                                   "-pix_fmt",
                                   "yuv420p",
                                   "-movflags",
                                   "+faststart",
                                   "-f",
                                   "mp4",
                                   std::filesystem::absolute(unfinished_).string()};
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    // In a group of its own: Ctrl-C is for us, who then take it away.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error =
        posix_spawnp(&process_, "ffmpeg", &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    pipe_ = ends[1];
    if (error != 0) {
        close(pipe_);
        fail(file, MessageId::view_no_ffmpeg, MessageId::view_no_ffmpeg_remedy);
    }
}

Encoder::~Encoder() {
    if (pipe_ >= 0) {
        kill(process_, SIGKILL);  // before the pipe ends, which it would take for the film's end
        close(pipe_);
        waitpid(process_, nullptr, 0);
        std::error_code ignored;
        std::filesystem::remove(unfinished_, ignored);
    }
}

void Encoder::append(const render::Image& image) {
    const char* data = reinterpret_cast<const char*>(image.pixels.data());
    std::size_t left = 4 * image.pixels.size();
    while (left > 0) {
        const ssize_t written = write(pipe_, data, left);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            fail(file_, MessageId::view_ffmpeg_failed, MessageId::view_ffmpeg_failed_remedy);
        }
        data += written;
        left -= static_cast<std::size_t>(written);
    }
}

void Encoder::finish() {
    close(pipe_);
    pipe_ = -1;
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    std::error_code error;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        std::filesystem::rename(unfinished_, file_, error);
    }
    if (error || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::error_code ignored;
        std::filesystem::remove(unfinished_, ignored);
        fail(file_, MessageId::view_ffmpeg_failed, MessageId::view_ffmpeg_failed_remedy);
    }
}

}  // namespace evac
