#include "render/film/words.hpp"

namespace evac::render {

const char* text_of(Language language, Word word) {
    static constexpr const char* english[] = {
#define EVAC_WORD(id, en, zh) en,
#include "render/film/words.def"
#undef EVAC_WORD
    };
    static constexpr const char* chinese[] = {
#define EVAC_WORD(id, en, zh) zh,
#include "render/film/words.def"
#undef EVAC_WORD
    };
    const auto index = static_cast<std::size_t>(word);
    return language == Language::zh ? chinese[index] : english[index];
}

}  // namespace evac::render
