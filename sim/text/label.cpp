#include "sim/text/label.hpp"

#include <string_view>

namespace evac {

namespace {

/// "zh" stands for "zh", "zh-Hans", "zh-CN" ...
const std::string* text_in(const Label& label, std::string_view tag) {
    for (const auto& [language, text] : label.by_language) {
        if (language == tag || (language.starts_with(tag) && language.size() > tag.size() &&
                                language[tag.size()] == '-')) {
            return &text;
        }
    }
    return nullptr;
}

}  // namespace

std::string Label::in(Language language) const {
    for (const std::string_view tag : {language == Language::zh ? "zh" : "en", "en"}) {
        if (const std::string* text = text_in(*this, tag)) {
            return *text;
        }
    }
    return by_language.empty() ? std::string() : by_language.begin()->second;
}

Label label_of(const Message& message) {
    return in_each([&](Language language) { return say(language, message); });
}

Label untranslated(const std::string& text) {
    return {{{"en", text}, {"zh", text}}};
}

}  // namespace evac
