#pragma once

#include "sim/verification/measure.hpp"

#include <functional>
#include <string>

namespace evac {

/// A part of the floor in which people are watched.
struct WatchedArea {
    Polygon polygon;
    int level = 0;
};

/// The parameters of one measure, as they apply to one trial. Every getter throws InputError naming
/// the case file and the measure if what it asks for is missing or not in the drill.
class Parameters {
public:
    Parameters(const VerificationCase& one, const CaseMeasure& measure, const Trial& trial,
               const TrialOptions& options)
        : case_(one), measure_(measure), trial_(trial), options_(options) {}

    const Trial& trial() const { return trial_; }
    const Drill& drill() const { return *trial_.drill; }

    bool has(const char* key) const { return measure_.parameters.contains(key); }
    double number(const char* key) const;
    double number(const char* key, double otherwise) const;
    std::string text(const char* key) const;
    std::string text(const char* key, const std::string& otherwise) const;
    Label label(const char* key, const Label& otherwise) const;
    std::filesystem::path file(const char* key) const;

    /// "area": [[x, y], ...] on "level" (default: the first).
    WatchedArea area(const char* key = "area") const;
    /// "line": [[x, y], [x, y]]; crossed from its right to its left.
    Segment line(const char* key = "line") const;
    /// "direction": [x, y], normalised.
    Vec2 direction(const char* key) const;
    /// "window": [from, to], below 0 counted back from the end; all of the drill where it is left
    /// out.
    std::pair<double, double> window() const;
    int opening(const char* key) const;
    int unit(const char* key) const;
    /// Who counts: the people of "group", or everybody.
    std::function<bool(int person)> who() const;

private:
    std::string pointer() const;  ///< to the measure in the case file
    [[noreturn]] void missing(const char* key) const;
    [[noreturn]] void unknown(const char* key, const std::string& name) const;
    const nlohmann::json& member(const char* key) const;
    int level() const;

    const VerificationCase& case_;
    const CaseMeasure& measure_;
    const Trial& trial_;
    const TrialOptions& options_;
};

}  // namespace evac
