#pragma once

#include <map>
#include <string>

namespace evac {

/// What is known about one measured thing and the building it is in, by name: the words that the
/// conditions of rules are made of ("area", "use", "sprinklered"; the vocabulary stands in
/// rules.schema.json and in README.md). A name that is not there is not known.
struct Facts {
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> words;
    std::map<std::string, bool> flags;

    /// Adds what `more` knows; what is there already stays.
    void add(const Facts& more) {
        numbers.insert(more.numbers.begin(), more.numbers.end());
        words.insert(more.words.begin(), more.words.end());
        flags.insert(more.flags.begin(), more.flags.end());
    }
};

}  // namespace evac
