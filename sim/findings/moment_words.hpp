#pragma once

#include "sim/text/label.hpp"

#include <string>
#include <vector>

namespace evac {

/// The rows of moment_words.def, which says why they are not in the message catalogue.
enum class MomentWords {
#define EVAC_MESSAGE(id, en, zh) id,
#include "sim/findings/moment_words.def"
#undef EVAC_MESSAGE
};

/// The sentence with these numbers in it.
Label caption(MomentWords words, const std::vector<std::string>& numbers = {});

/// A caption about a place or thing. The name gives way where the sentence gets too long.
Label caption_of(MomentWords words, const Label& name,
                 const std::vector<std::string>& numbers = {});

}  // namespace evac
