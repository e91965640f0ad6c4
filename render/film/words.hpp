#pragma once

#include "sim/text/language.hpp"

#include <fmt/format.h>

#include <string>

namespace evac::render {

/// One entry of words.def: what stands on films and in the window. Kept apart from the catalogue of
/// messages, which the simulation and every command share: labels change often, messages seldom.
enum class Word {
#define EVAC_WORD(id, en, zh) id,
#include "render/film/words.def"
#undef EVAC_WORD
};

/// The entry's text in this language, {0}, {1} not filled in.
const char* text_of(Language language, Word word);

template <class... Arguments>
std::string say(Language language, Word word, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(text_of(language, word)), arguments...);
}

}  // namespace evac::render
