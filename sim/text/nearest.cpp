#include "sim/text/nearest.hpp"

#include <algorithm>
#include <vector>

namespace evac {

namespace {

std::string lower_case(std::string_view word) {
    std::string lower(word);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return lower;
}

}  // namespace

std::size_t letters_apart(std::string_view a, std::string_view b) {
    // Three rows of the usual table: the one before the last is needed for swaps.
    std::vector<std::size_t> two_back(b.size() + 1);
    std::vector<std::size_t> back(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_back.swap(back);
        back.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, back[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_back[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> choices) {
    const std::string wanted = lower_case(word);
    // A third of the letters may be wrong; of short ids one.
    std::size_t closest = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::optional<std::string> best;
    for (const std::string& choice : choices) {
        const std::size_t apart = letters_apart(wanted, lower_case(choice));
        if (apart < closest) {
            closest = apart;
            best = choice;
        }
    }
    return best;
}

}  // namespace evac
