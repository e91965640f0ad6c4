#include "tools/compare/pictures.hpp"

#include "render/drawing/compared_picture.hpp"
#include "render/drawing/heat_picture.hpp"
#include "render/drawing/page.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/record/results_folder.hpp"
#include "tools/compare/differences.hpp"

#include <algorithm>
#include <array>

namespace evac {

namespace {

/// The level as the replay has it: with all that stood there at any time, and all openings that
/// were shut by events.
render::LevelSubject subject_of(const Results& results, int level, const char* letter,
                                Language language) {
    const Plan& plan = results.info.plan;
    Label title;
    title.by_language[language == Language::zh ? "zh" : "en"] =
        std::string(letter) + ": " + drill_name(results, language);
    render::LevelSubject subject{
        plan, level, title, results.info.fixture_present, language, {}};
    for (const Happening& happening : results.events) {
        const auto element = static_cast<std::size_t>(std::max(0, happening.element));
        if (happening.kind == Happening::Kind::put_down &&
            element < subject.fixture_present.size()) {
            subject.fixture_present[element] = 1;
        } else if (happening.kind == Happening::Kind::locked ||
                   happening.kind == Happening::Kind::blocked) {
            render::Closure closure;
            closure.opening = happening.element;
            closure.locked = happening.kind == Happening::Kind::locked;
            closure.since = happening.time;
            subject.closures.push_back(closure);
        } else if (happening.kind == Happening::Kind::opened) {
            for (render::Closure& closure : subject.closures) {
                if (closure.opening == happening.element) {
                    closure.until = std::min(closure.until, happening.time);
                }
            }
        }
    }
    return subject;
}

std::string curves_png(const Results& a, const Results& b, Language language) {
    std::array<render::ComparedCurve, 2> curves;
    const std::array<const Results*, 2> both{&a, &b};
    for (std::size_t i = 0; i < 2; ++i) {
        const Results& results = *both[i];
        curves[i] = {std::string(i == 0 ? "A: " : "B: ") + drill_name(results, language),
                     results.people, results.curve, results.last_out,
                     results.clearing_time.has_value()};
    }
    return render::png_of(render::compared_curves_sheet(
        say(language, MessageId::compare_picture_title), curves, language, render::text_width));
}

std::string heat_png(const Results& a, int level_a, const Results& b, int level_b,
                     Language language) {
    return render::png_of(render::side_by_side(
        render::heat_sheet(subject_of(a, level_a, "A", language),
                           a.densities[static_cast<std::size_t>(level_a)], render::text_width),
        render::heat_sheet(subject_of(b, level_b, "B", language),
                           b.densities[static_cast<std::size_t>(level_b)], render::text_width)));
}

bool used(const Results& results, int level) {
    return highest_density(results.densities[static_cast<std::size_t>(level)]) > 0.0;
}

}  // namespace

std::string drill_name(const Results& results, Language language) {
    const std::string name = results.info.scenario_name.in(language);
    return name.empty() ? results.info.scenario_id : name;
}

std::vector<ComparedPicture> compared_pictures(const Results& a, const Results& b) {
    std::vector<ComparedPicture> all;
    all.push_back({"curves.png",
                   {curves_png(a, b, Language::en), curves_png(a, b, Language::zh),
                    label_of(MessageId::compare_curves)}});
    for (std::size_t l = 0; l < a.info.plan.levels.size(); ++l) {
        const int level_a = static_cast<int>(l);
        const int level_b = find_level(b.info.plan, a.info.plan.levels[l].id);
        if (level_b < 0 || (!used(a, level_a) && !used(b, level_b))) {
            continue;
        }
        Label caption = in_each([&](Language language) {
            return say(language, MessageId::compare_heat,
                       render::level_name(a.info.plan, level_a, language));
        });
        all.push_back({"density-" + file_name_part(a.info.plan.levels[l].id) + ".png",
                       {heat_png(a, level_a, b, level_b, Language::en),
                        heat_png(a, level_a, b, level_b, Language::zh), std::move(caption)}});
    }
    return all;
}

}  // namespace evac
