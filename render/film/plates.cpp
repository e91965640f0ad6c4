#include "render/film/plates.hpp"

#include "render/drawing/night.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/wrap.hpp"
#include "render/picture/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

const Image& Plates::get(const std::string& key, const FilmOptions& options,
                         const std::function<Made()>& make) {
    const std::string name = fmt::format("{}|{}|{}|{}", key, options.dark, options.type_scale,
                                         options.language == Language::zh);
    const auto found = images_.find(name);
    if (found != images_.end()) {
        return found->second;
    }
    constexpr std::size_t most = 600;  // about two for every number that a drill counts
    if (images_.size() > most) {
        images_.clear();
    }
    Made made = make();
    const auto pixels = [&](double length) {
        return std::max(1, static_cast<int>(std::ceil(length * options.type_scale)));
    };
    Image image(pixels(made.size.x()), pixels(made.size.y()));
    if (options.dark) {
        made.drawing = at_night(std::move(made.drawing));
    }
    paint(image, Sheet{0.0, 0.0, {{std::move(made.drawing), View{1.0, Vec2::Zero(), false}, {}}}},
          options.type_scale);
    return images_.emplace(name, std::move(image)).first->second;
}

Plates::Made counter_plate(int people) {
    const TextStyle style{22.0, theme::safety_green, true, {}};
    const std::string words = fmt::format("{}", people);
    const Vec2 size(std::max(44.0, text_width(words, style) + 20.0), 34.0);
    Plates::Made made;
    made.size = size;
    made.drawing.add(Area{{rounded_rectangle(0.5 * size, size - Vec2(3.0, 3.0), 6.0)},
                          theme::paper,
                          {},
                          Pen{theme::safety_green, 0.0, 2.2, {}, false}});
    made.drawing.add(Text{0.5 * size, words, style, Align::centre, false});
    return made;
}

Plates::Made queue_plate(const std::string& words) {
    const TextStyle style{20.0, theme::paper, true, {}};
    const Vec2 body(text_width(words, style) + 18.0, 30.0);
    const Vec2 middle(0.5 * body.x() + 2.0, 0.5 * body.y() + 2.0);
    const double tip = body.y() + 12.0;
    const Colour amber = rgb(0xC24E00);
    Plates::Made made;
    made.size = Vec2(body.x() + 4.0, body.y() + 14.0);
    made.drawing.add(Area{{{Vec2(middle.x() - 8.0, body.y()), Vec2(middle.x() + 8.0, body.y()),
                            Vec2(middle.x(), tip)}},
                          amber,
                          {},
                          {}});
    made.drawing.add(Area{{rounded_rectangle(middle, body, 5.0)}, amber, {}, {}});
    made.drawing.add(Text{middle, words, style, Align::centre, false});
    return made;
}

Plates::Made caption_plate(const std::string& clock, const std::string& words, const Colour& colour,
                           double width) {
    constexpr double size = 32.0;
    const TextStyle time{size, rgb(0xFFFFFF), true, {}};
    const TextStyle style{size, rgb(0xFFFFFF), false, {}};
    const double before = 34.0 + text_width(clock, time) + 18.0;
    const std::vector<std::string> lines =
        wrapped(words, style, std::max(120.0, width - before - 26.0), text_width);
    double longest = 0.0;
    for (const std::string& line : lines) {
        longest = std::max(longest, text_width(line, style));
    }
    Plates::Made made;
    made.size = Vec2(before + longest + 26.0, 20.0 + 44.0 * static_cast<double>(lines.size()));
    made.drawing.add(Area{{rounded_rectangle(0.5 * made.size, made.size, 10.0)},
                          Colour{0.11, 0.12, 0.14, 0.9},
                          {},
                          {}});
    made.drawing.add(Area{
        {rounded_rectangle(Vec2(14.0, 0.5 * made.size.y()), Vec2(9.0, made.size.y() - 20.0), 4.0)},
        mix(colour, rgb(0xFFFFFF), 0.25),
        {},
        {}});
    made.drawing.add(Text{Vec2(34.0, 32.0), clock, time, Align::left, false});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        made.drawing.add(Text{Vec2(before, 32.0 + 44.0 * static_cast<double>(i)), lines[i], style,
                              Align::left, false});
    }
    return made;
}

}  // namespace evac::render
