#pragma once

#include "sim/text/language.hpp"
#include "sim/text/message.hpp"

#include <map>
#include <string>

namespace evac {

/// Text in several languages by IETF tag ("en", "zh"), as IMDF labels are.
struct Label {
    std::map<std::string, std::string> by_language;

    /// The text in `language`, else in any language there is, else empty.
    std::string in(Language language) const;
};

/// A text whose words depend on the language: `words` is called with each.
template <class Words>
Label in_each(const Words& words) {
    return {{{"en", words(Language::en)}, {"zh", words(Language::zh)}}};
}

/// Adds to a text in each language what `words` gives for it.
template <class Words>
void append_in_each(Label& label, const Words& words) {
    label.by_language["en"] += words(Language::en);
    label.by_language["zh"] += words(Language::zh);
}

/// The sentence of the catalogue in every language there is.
Label label_of(const Message& message);

template <class... Arguments>
Label label_of(MessageId id, const Arguments&... arguments) {
    return label_of(message(id, arguments...));
}

/// What reads the same in every language: numbers, ids.
Label untranslated(const std::string& text);

}  // namespace evac
