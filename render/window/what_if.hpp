#pragma once

#include "sim/drill/drill_document.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac::render {

/// The drill that is watched, changed step by step: every change can be undone, run and saved.
class WhatIf {
public:
    /// Throws InputError where the file is gone or wrong.
    WhatIf(const std::filesystem::path& drill_file, std::uint64_t seed);

    /// The plan with everything changed so far, its fixtures included.
    const Plan& plan() const { return scenarios_.back().plan; }
    const Scenario& scenario() const { return scenarios_.back(); }
    const std::vector<Change>& changes() const { return changes_; }

    /// Throws InputError and leaves everything as it was where the change is not possible.
    void make(const Change& change);
    void undo();

    /// Saves the changed drill in the current folder, under a name that is not taken yet.
    std::filesystem::path save() const;

    /// What a change is about, for a list.
    std::string describe(std::size_t change, Language language) const;

private:
    Scenario checked(const DrillDocument& document) const;

    std::uint64_t seed_;
    std::vector<DrillDocument> documents_;  ///< the first as it was, then after each change
    std::vector<Scenario> scenarios_;       ///< of each
    std::vector<Change> changes_;
};

}  // namespace evac::render
