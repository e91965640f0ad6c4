#include "sim/text/problem.hpp"

#include <utility>

namespace evac {

std::string say(Language language, const Problem& problem) {
    std::string line = problem.file;
    if (!problem.pointer.empty()) {
        line += " " + problem.pointer;
    }
    if (!problem.element.empty()) {
        line += " [" + problem.element + "]";
    }
    if (!line.empty()) {
        line += language == Language::zh ? "：" : ": ";
    }
    line += say(language, problem.what);
    line += language == Language::zh ? "；" : "; ";
    return line + say(language, problem.remedy);
}

namespace {

std::string all_lines(const std::vector<Problem>& problems) {
    std::string lines;
    for (const Problem& problem : problems) {
        lines += (lines.empty() ? "" : "\n") + say(Language::en, problem);
    }
    return lines;
}

} // namespace

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(all_lines(problems)), problems_(std::move(problems)) {}

} // namespace evac
