#include "render/window/panel_texts.hpp"

namespace evac::render {

std::vector<std::string> panel_texts(const std::vector<Watched>& drills,
                                     const std::vector<Label>& names) {
    std::vector<std::string> texts{
#define EVAC_WORD(id, en, zh) en, zh,
#include "render/film/words.def"
#undef EVAC_WORD
#define EVAC_MESSAGE(id, en, zh) en, zh,
#include "sim/text/catalogue.def"
#undef EVAC_MESSAGE
    };
    texts.emplace_back("0123456789…–—·×°²³¼½±√≥≤→←↑↓“”‘’");
    const auto add = [&](const Label& label) {
        for (const auto& [tag, text] : label.by_language) {
            texts.push_back(text);
        }
    };
    for (const Label& name : names) {
        add(name);
    }
    for (const Watched& drill : drills) {
        add(drill.name);
        const auto tape = drill.footage->tape();
        if (!tape) {
            continue;
        }
        const Plan& plan = tape->info().plan;
        for (const Opening& opening : plan.openings) {
            add(opening.name);
        }
        for (const Unit& unit : plan.units) {
            add(unit.name);
        }
        for (const Fixture& fixture : plan.fixtures) {
            add(fixture.name);
        }
        for (const ReplayKind& kind : tape->info().groups) {
            add(kind.name);
        }
        for (const ReplayKind& kind : tape->info().profiles) {
            add(kind.name);
        }
    }
    return texts;
}

}  // namespace evac::render
