#include "tools/view/ask.hpp"

#include "sim/text/problem.hpp"

#include <charconv>
#include <sstream>

namespace evac {

namespace {

/// The whole text as a number that is not negative.
template <class Number>
bool read_number(const std::string& text, Number& number) {
    if (text.empty() || text.front() == '-') {
        return false;
    }
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && number >= Number(0);
}

[[noreturn]] void fail(const std::string& text, MessageId what, MessageId remedy) {
    throw InputError({{"", "", "", message(what, text), message(remedy)}});
}

}  // namespace

double time_asked(const ViewOptions& options) {
    if (options.at.empty()) {
        return 0.0;
    }
    const std::size_t colon = options.at.find(':');
    double minutes = 0.0;
    double seconds = 0.0;
    const bool good = colon == std::string::npos
                          ? read_number(options.at, seconds)
                          : read_number(options.at.substr(0, colon), minutes) &&
                                read_number(options.at.substr(colon + 1), seconds) &&
                                seconds < 60.0;
    if (!good || !(60.0 * minutes + seconds <= 86400.0)) {
        fail(options.at, MessageId::view_wrong_time, MessageId::view_wrong_time_remedy);
    }
    return 60.0 * minutes + seconds;
}

PixelSize size_asked(const ViewOptions& options, const PixelSize& usual) {
    if (options.size.empty()) {
        return usual;
    }
    const std::size_t cross = options.size.find_first_of("xX*");
    PixelSize size;
    const bool good =
        cross != std::string::npos && read_number(options.size.substr(0, cross), size.width) &&
        read_number(options.size.substr(cross + 1), size.height) && size.width >= 320 &&
        size.width <= 7680 && size.height >= 200 && size.height <= 4320;
    if (!good) {
        fail(options.size, MessageId::view_wrong_size, MessageId::view_wrong_size_remedy);
    }
    return size;
}

render::FilmOptions film_options(const ViewOptions& options, const render::FilmOptions& usual) {
    using render::ColourBy;
    render::FilmOptions film = usual;
    film.language = options.language;
    if (!options.layout.empty()) {
        film.layout = options.layout == "stack" ? render::Layout::stack : render::Layout::sides;
    }
    if (!options.theme.empty()) {
        film.dark = options.theme == "dark";
    }
    const std::pair<const char*, ColourBy> colours[] = {{"exit", ColourBy::exit},
                                                        {"group", ColourBy::group},
                                                        {"speed", ColourBy::speed},
                                                        {"waiting", ColourBy::waiting},
                                                        {"profile", ColourBy::profile}};
    for (const auto& [name, colour] : colours) {
        film.colour = options.colour == name ? colour : film.colour;
    }
    std::istringstream words(options.show);
    for (std::string word; std::getline(words, word, ',');) {
        const std::pair<const char*, bool*> known[] = {
            {"heat", &film.heat},    {"peak", &film.peak}, {"traces", &film.traces},
            {"graph", &film.graph},  {"pins", &film.pins}, {"names", &film.names},
            {"queues", &film.queues}};
        bool found = false;
        for (const auto& [name, flag] : known) {
            if (word == name) {
                *flag = true;
                found = true;
            }
        }
        if (!found) {
            fail(word, MessageId::view_wrong_show, MessageId::view_wrong_show_remedy);
        }
    }
    return film;
}

}  // namespace evac
