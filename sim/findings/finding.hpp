#pragma once

#include "sim/plan/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// How bad a finding is. The names stand in files as they are.
enum class Severity {
    S1 = 1,  ///< stop now: people are cut off or would be
    S2,      ///< a breach to be mended at once
    S3,      ///< a shortfall to be mended by a date
    S4       ///< advice
};

/// What a finding is about; name_of() gives the word that stands in files.
enum class FindingKind {
    cut_off,          ///< people in a unit without a way out
    blocked_exit,     ///< an opening or exit that nobody can pass, or that leads nowhere
    narrow_passage,   ///< a life passage narrower than it should be
    obstacle,         ///< a fixture that narrows or closes a passage
    open_leaf,        ///< a door leaf that narrows a passage while it stands open
    single_point,     ///< an opening or unit that every way out of some units leads through
    weakest_cut,      ///< one of the openings that together limit the building
    critical,         ///< an element whose loss costs most (one blocked at a time)
    queue,            ///< people stood here while the drill ran
    density,          ///< too many people per square metre while the drill ran
    at_capacity,      ///< an opening that gave all it can while people waited
    lost_time,        ///< a place where walking took much longer than free walking
    clause,           ///< a clause of a rule set that is not kept
    hazard            ///< an entry of the inspection list that is still open
};

/// The line that a measured width is drawn along, from obstacle to obstacle.
struct Dimension {
    Segment line;
    double width = 0.0;  ///< [m]
};

/// One thing that a person should know: what, where, how bad, measured against what, what it costs
/// and how to mend it. The order of members is that of the contract in findings.json.
struct Finding {
    std::string id;  ///< unique in one result and the same in the next: "narrow_passage:corridor-2"
    FindingKind kind = FindingKind::clause;
    Severity severity = Severity::S4;
    std::string element;  ///< id of the plan's element that it is about
    int level = -1;       ///< index into Plan::levels, -1 for the whole building
    std::optional<Vec2> place;
    std::optional<double> measured;
    std::optional<double> limit;
    std::string unit;    ///< of `measured` and `limit`: "m", "persons", "s", "persons/s", "m2" ...
    std::string clause;  ///< "GB 50099-2011 8.2.3"; empty where no clause speaks
    std::optional<double> seconds_lost;  ///< the building clears this much later [s]
    Label text;
    Label remedy;

    // Beyond the contract.
    std::optional<int> people;           ///< whom it concerns
    std::optional<double> time;          ///< of a drill's clock, where it showed in a run [s]
    std::optional<Dimension> dimension;  ///< to be drawn on its picture
    std::vector<std::string> also;       ///< ids of other elements it concerns
    std::string verified;  ///< clauses: "read", "secondary" or "memory": how well we know the text
};

/// The word of the kind as it stands in files: "blocked_exit".
std::string_view name_of(FindingKind kind);

/// "S1" ... "S4".
std::string_view name_of(Severity severity);

/// Worst first: by severity, then by seconds lost, people concerned and id.
void sort_by_weight(std::vector<Finding>& findings);

}  // namespace evac
