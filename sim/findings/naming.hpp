#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace evac {

/// How an element is called in a sentence: "West exit (exit-w)", or its id where it has no name.
template <class Element>
std::string called(const Element& element, Language language) {
    const std::string name = element.name.in(language);
    return name.empty() || name == element.id ? element.id : name + " (" + element.id + ")";
}

/// The names of the elements with these indices, as a list: "Pallet 1 (pallet-1), box".
template <class Elements, class Indices>
std::string names_of(const Elements& elements, const Indices& indices, Language language) {
    std::string names;
    for (const int index : indices) {
        names += names.empty() ? "" : language == Language::zh ? "、" : ", ";
        names += called(elements[static_cast<std::size_t>(index)], language);
    }
    return names;
}

/// A width in metres as sentences have it: "0.70".
inline std::string metres(double width) {
    return fmt::format("{:.2f}", width);
}

}  // namespace evac
