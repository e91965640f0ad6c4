#pragma once

#include "render/film/options.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// What `evac view` was asked for.
struct ViewOptions {
    std::vector<std::filesystem::path> sources;  ///< one or two
    std::filesystem::path screenshot;            ///< empty: none
    std::filesystem::path video;                 ///< empty: none
    std::string at;                              ///< seconds or m:ss; empty: 0
    std::string size;                            ///< "1280x800"; empty: by what is made
    std::string layout;                          ///< this and the next two: empty as the last time
    std::string colour;
    std::string theme;
    std::string show;  ///< comma-separated
    std::optional<double> speed;
    std::optional<double> scale;
    std::optional<double> measure;  ///< seconds to play and count frames
    double frames_per_second = 30.0;
    std::optional<std::int64_t> seed;
    bool present = false;
    bool quiet = false;
    Language language = Language::en;
};

/// Opens the window, or writes the screenshot or film. Returns the exit code; throws InputError.
int view_command(const ViewOptions& options);

}  // namespace evac
