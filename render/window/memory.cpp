#include "render/window/memory.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace evac::render {

namespace {

/// The user's folder for settings (XDG Base Directory Specification), empty where there is none.
std::filesystem::path memory_file() {
    const char* const settings = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    std::filesystem::path folder;
    if (settings != nullptr && *settings != '\0') {
        folder = settings;
    } else if (home != nullptr && *home != '\0') {
        folder = std::filesystem::path(home) / ".config";
    } else {
        return {};
    }
    return folder / "life-passage" / "window.json";
}

}  // namespace

std::optional<WindowMemory> remembered() {
    std::ifstream file(memory_file());
    const nlohmann::json json = nlohmann::json::parse(file, nullptr, false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    try {
        WindowMemory memory;
        FilmOptions& options = memory.options;
        options.layout = json.value("stack", false) ? Layout::stack : Layout::sides;
        const int colour = json.value("colour", 0);
        options.colour =
            colour >= 0 && colour <= 4 ? static_cast<ColourBy>(colour) : ColourBy::exit;
        options.dark = json.value("dark", options.dark);
        options.names = json.value("names", options.names);
        options.queues = json.value("queues", options.queues);
        options.captions = json.value("captions", options.captions);
        options.legend = json.value("legend", options.legend);
        options.pins = json.value("pins", options.pins);
        options.traces = json.value("traces", options.traces);
        options.graph = json.value("graph", options.graph);
        options.peak = json.value("peak", options.peak);
        options.heat = json.value("heat", options.heat);
        memory.width = std::clamp(json.value("width", memory.width), 640, 7680);
        memory.height = std::clamp(json.value("height", memory.height), 400, 4320);
        memory.type = std::clamp(json.value("type", memory.type), 0.5, 3.0);
        memory.panel = json.value("panel", memory.panel);
        return memory;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

void remember(const WindowMemory& memory) {
    const std::filesystem::path path = memory_file();
    if (path.empty()) {
        return;
    }
    const FilmOptions& options = memory.options;
    const nlohmann::json json{{"stack", options.layout == Layout::stack},
                              {"colour", static_cast<int>(options.colour)},
                              {"dark", options.dark},
                              {"names", options.names},
                              {"queues", options.queues},
                              {"captions", options.captions},
                              {"legend", options.legend},
                              {"pins", options.pins},
                              {"traces", options.traces},
                              {"graph", options.graph},
                              {"peak", options.peak},
                              {"heat", options.heat},
                              {"width", memory.width},
                              {"height", memory.height},
                              {"type", memory.type},
                              {"panel", memory.panel}};
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::ofstream(path) << json.dump(2) << '\n';
}

}  // namespace evac::render
