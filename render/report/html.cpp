#include "render/report/html.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace evac::render {

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
                    safe += c;
                }
        }
    }
    return safe;
}

namespace {

std::string both(const std::string& en, const std::string& zh) {
    if (en == zh) {
        return escaped(en);
    }
    return fmt::format("<span lang=\"en\">{}</span><span lang=\"zh-CN\">{}</span>", escaped(en),
                       escaped(zh));
}

}  // namespace

std::string both_languages(const Label& text) {
    return both(text.in(Language::en), text.in(Language::zh));
}

std::string both_languages(MessageId id) {
    return both(say(Language::en, id), say(Language::zh, id));
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t byte =
                i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
            group = (group << 8U) | byte;
        }
        for (std::size_t k = 0; k < 4; ++k) {
            const bool padding = i + k > bytes.size();
            text += padding ? '=' : letters[(group >> (18U - 6U * k)) & 0x3FU];
        }
    }
    return text;
}

}  // namespace evac::render
