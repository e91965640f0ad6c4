#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/findings/finding.hpp"

#include <optional>
#include <vector>

namespace evac {

/// A moment of a drill worth a caption while it is watched: "0:42 West exit jam: 57 waiting".
struct Moment {
    enum class Kind {
        alarm,
        closed,  ///< openings locked or blocked; also the first who finds one so and turns round
        opened,
        thing,  ///< put down or taken away
        first_out,
        half_out,
        jam,          ///< at its longest
        level_clear,  ///< its last person has left for good
        all_out,
        left_inside,  ///< at the end of the drill
        finding       ///< another finding with a time: an opening at capacity that does not jam
    };

    double time = 0.0;  ///< [s]
    Kind kind = Kind::alarm;
    Label text;  ///< one short sentence, without the time: at most 60 Latin or 30 Chinese letters
    int level = -1;             ///< index into Plan::levels, -1: nowhere or on several
    std::optional<Vec2> place;  ///< where to look, if anywhere [m]
    int finding = -1;           ///< index into the findings given, -1 none
};

/// What moments are looked for in: Results and what read_findings() gives, or the Outcome of a
/// drill. The lists must outlive the call only.
struct MomentSource {
    const Plan& plan;  ///< with the scenario's fixtures: elements of happenings are its indices
    const std::vector<Happening>& happenings;
    const std::vector<CurvePoint>& curve;  ///< in order of time
    const std::vector<Finding>& findings;
    int people = 0;                   ///< inside at the start
    std::optional<double> first_out;  ///< [s]
    std::optional<double> last_out;   ///< [s]
    bool whole = false;               ///< the drill came to its end
    double end = 0.0;                 ///< of the drill or of its record [s]
    /// At the end; empty: what the curve says. The curve may miss the last part of a second, and
    /// where somebody left in it nothing is told of the end rather than something wrong.
    std::optional<int> left_inside = std::nullopt;
};

/// The moments in order of time. At most one jam per place, where all of a staircase on one level
/// is one place; what happens within the same second is told once ("2 doors locked"). Of a record
/// that breaks off, a level is clear as far as the record goes. Happenings that name no element of
/// the plan, and findings without a time, are passed over.
std::vector<Moment> moments(const MomentSource& source);

}  // namespace evac
