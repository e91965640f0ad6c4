#include "tools/cli/language.hpp"

#include <cstdlib>

namespace evac {

Language choose_language(const std::string& asked) {
    if (!asked.empty()) {
        return asked == "zh" ? Language::zh : Language::en;
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr && *value != '\0') {
            return std::string(value).starts_with("zh") ? Language::zh : Language::en;
        }
    }
    return Language::en;
}

}  // namespace evac
