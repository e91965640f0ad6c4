#pragma once

#include "sim/text/label.hpp"

#include <string>

namespace evac {

/// What to call something that has an id and, perhaps, a name: an element of a plan, a group, a
/// profile.
template <class Element>
std::string name_or_id(const Element& element, Language language) {
    const std::string name = element.name.in(language);
    return name.empty() ? element.id : name;
}

}  // namespace evac
