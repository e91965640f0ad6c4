#include "sim/study/places.hpp"

#include "sim/study/ledger_words.hpp"
#include "sim/text/nearest.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace evac {

Places::Places(const Plan& plan) {
    collect(plan.fixtures, Thing::fixture);
    collect(plan.openings, Thing::opening);
    collect(plan.units, Thing::unit);
}

std::vector<Places::Named> Places::find(const std::string& text) const {
    const std::string word = folded(text);
    for (const auto* names : {&by_id_, &by_name_}) {
        if (const auto at = names->find(word); at != names->end()) {
            return at->second;
        }
    }
    for (const auto& [open, close] : {std::pair<std::string, std::string>("(", ")"),
                                      std::pair<std::string, std::string>("（", "）")}) {
        const std::size_t begin = word.rfind(open);
        if (word.ends_with(close) && begin != std::string::npos) {
            const auto at = by_id_.find(folded(word.substr(
                begin + open.size(), word.size() - begin - open.size() - close.size())));
            if (at != by_id_.end()) {
                return at->second;
            }
        }
    }
    return {};
}

std::optional<std::string> Places::like(const std::string& text) const {
    return nearest(folded(text), spellings_);
}

template <class Element>
void Places::collect(const std::vector<Element>& elements, Thing thing) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Named named{thing, static_cast<int>(i), elements[i].id};
        note(by_id_, elements[i].id, named);
        for (const auto& [language, name] : elements[i].name.by_language) {
            note(by_name_, name, named);
        }
    }
}

void Places::note(std::map<std::string, std::vector<Named>>& names, const std::string& name,
                  const Named& named) {
    std::vector<Named>& list = names[folded(name)];
    if (std::find(list.begin(), list.end(), named) == list.end()) {
        list.push_back(named);
    }
    spellings_.push_back(name);
}

std::vector<std::string> parts_of_place(const std::string& place) {
    std::vector<std::string> parts{""};
    for (std::size_t i = 0; i < place.size();) {
        std::size_t length = 0;
        for (const std::string_view mark : {";", "\n", "；", "、"}) {
            if (place.compare(i, mark.size(), mark) == 0) {
                length = mark.size();
            }
        }
        if (length > 0) {
            parts.emplace_back();
            i += length;
        } else {
            parts.back() += place[i++];
        }
    }
    for (std::string& part : parts) {
        part = trimmed(part);
    }
    std::erase(parts, "");
    return parts;
}

}  // namespace evac
