#include "tools/view/view.hpp"

#include "sim/text/problem.hpp"
#include "tools/view/ask.hpp"
#include "tools/view/encoder.hpp"
#include "tools/view/film_files.hpp"
#include "tools/view/open_window.hpp"
#include "tools/view/source.hpp"

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

namespace evac {

namespace {

/// What is wrong with the options on their own, told before a drill is run for nothing.
void check(const ViewOptions& options) {
    std::vector<Problem> problems;
    const auto add = [&](const std::filesystem::path& file, MessageId what, MessageId remedy) {
        problems.push_back({file.string(), "", "", message(what), message(remedy)});
    };
    if (!options.screenshot.empty() && !options.video.empty()) {
        add({}, MessageId::view_both_outputs, MessageId::view_both_outputs_remedy);
    }
    if (!options.screenshot.empty() && options.screenshot.extension() != ".png") {
        add(options.screenshot, MessageId::view_wrong_image, MessageId::view_wrong_image_remedy);
    }
    if (!options.video.empty() && options.video.extension() != ".mp4") {
        add(options.video, MessageId::view_wrong_film, MessageId::view_wrong_film_remedy);
    }
    for (const auto& file : {options.screenshot, options.video}) {
        std::error_code error;
        const std::filesystem::path folder = file.parent_path();
        if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
            problems.push_back({file.string(), "", "",
                                message(MessageId::file_no_folder, folder.string()),
                                message(MessageId::file_unwritable_remedy)});
        }
    }
    // What is wrong with the call comes before what the machine lacks.
    if (problems.empty() && !options.video.empty() && !encoder_installed()) {
        add(options.video, MessageId::view_no_ffmpeg, MessageId::view_no_ffmpeg_remedy);
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    time_asked(options);
    size_asked(options, {1280, 800});
    film_options(options, {});
}

}  // namespace

int view_command(const ViewOptions& options) {
    check(options);
    // A drill that somebody watches leaves a processor to the window.
    const bool to_file = !options.screenshot.empty() || !options.video.empty();
    const int threads = to_file ? std::max(1, static_cast<int>(std::thread::hardware_concurrency()))
                                : watching_threads();
    std::vector<render::Watched> sources;
    for (const auto& path : options.sources) {
        sources.push_back(open_source(path, options.seed, threads));
    }
    if (to_file) {
        return write_film(options, sources);
    }
    return open_window(options, std::move(sources));
}

}  // namespace evac
