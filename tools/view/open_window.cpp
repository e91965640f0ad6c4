#include "tools/view/open_window.hpp"

#include "render/window/viewer.hpp"
#include "tools/view/ask.hpp"
#include "tools/view/film_files.hpp"
#include "tools/view/source.hpp"

#include <fmt/core.h>

#include <utility>

namespace evac {

int open_window(const ViewOptions& options, std::vector<render::Watched> drills) {
    // A measurement shows what it is asked to show, whoever sat here before.
    const auto memory = options.measure ? std::nullopt : render::remembered();
    render::ViewerRequest request;
    request.options = film_options(options, memory ? memory->options : render::FilmOptions());
    const render::WindowMemory usual = memory.value_or(render::WindowMemory());
    const PixelSize size = size_asked(options, {usual.width, usual.height});
    request.width = size.width;
    request.height = size.height;
    request.type = usual.type;
    request.panel = usual.panel;
    request.scale = options.scale.value_or(0.0);
    request.names = film_names(options, drills);
    request.drills = std::move(drills);
    request.time = time_asked(options);
    request.speed = options.speed.value_or(1.0);
    request.present = options.present;
    request.threads = watching_threads();
    request.measure = options.measure;
    render::Viewer viewer(std::move(request));
    const render::ViewerMeasure measure = viewer.run();
    if (options.measure) {
        fmt::print(
            "{{\"pictures_per_second\": {:.1f}, \"slowest_ms\": {:.1f}, \"people\": {}, "
            "\"width\": {}, \"height\": {}}}\n",
            measure.pictures_per_second, 1000.0 * measure.slowest, measure.people, measure.width,
            measure.height);
    }
    return 0;
}

}  // namespace evac
