#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

#include <string>

namespace evac {

/// How an element is called in a sentence: "West exit (exit-w)", or its id where it has no name.
template <class Element>
std::string called(const Element& element, Language language) {
    const std::string name = element.name.in(language);
    return name.empty() || name == element.id ? element.id : name + " (" + element.id + ")";
}

/// A sentence whose arguments depend on the language, because elements have names in each.
template <class Words>
Label in_each(const Words& words) {
    return {{{"en", words(Language::en)}, {"zh", words(Language::zh)}}};
}

}  // namespace evac
