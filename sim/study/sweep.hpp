#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/findings/site.hpp"
#include "sim/passage/minimum_cut.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// What happens to the building when one element is taken away: one row of the one-blocked-at-a-time
/// sweep (N-1).
struct Loss {
    enum class Kind { door, gap, exit, stair } kind = Kind::door;
    std::string element;  ///< id of the opening, name of the staircase
    int opening = -1;     ///< doors and exits
    int level = 0;        ///< where it is; of a staircase: its lowest level
    Vec2 place = Vec2::Zero();
    int cut_off = 0;  ///< people who lose every way out
    std::optional<double> bound;  ///< proven lower bound on the clearing time of the rest [s]
    double bound_change = 0.0;    ///< against nothing blocked [s]
    std::optional<double> clearing_time;  ///< simulated, same seed [s]; empty: not simulated, or
                                          ///< somebody is left inside
    std::optional<double> time_change;    ///< simulated, against nothing blocked [s]
    int left_inside = 0;                  ///< simulated: people who did not get out
    bool own_room = false;  ///< cuts off only who is in the one unit that it is the door of
    bool unused = false;  ///< nobody passes it in the drill as it is: losing it changes nothing

    /// What the loss costs, by simulation where there is one, else by the bound [s].
    double seconds_lost() const { return time_change.value_or(bound_change); }
};

/// The building with nothing (more) blocked, and with each element blocked.
struct Sweep {
    ClearingBound bound;   ///< as found
    int cut_off = 0;       ///< as found
    std::optional<double> clearing_time;  ///< simulated as found [s]
    std::vector<Loss> losses;             ///< worst first
    int asked = 0;      ///< simulations that were due
    int simulated = 0;  ///< that were run; fewer when it was stopped
};

/// Every opening that leads somebody out, every exit and every staircase, blocked in turn, judged by
/// the graph: who is cut off, and how the proven bound moves. What is closed already is left out.
Sweep sweep_by_graph(const Site& site);

/// Tells how far a sweep is; asked to stop when it returns false.
using SweepProgress = std::function<bool(int done, int of)>;

/// Runs the drill as it is and with each element closed from the start, for all to know, with the
/// same seed (common random numbers), `threads` drills at a time. Elements that nobody passes in the
/// drill as it is are not run: nothing would change. Ranks anew.
void simulate_losses(Sweep& sweep, const Scenario& scenario, int threads,
                     const SweepProgress& progress);

/// The openings that are closed when the element is lost: itself, or those of a staircase's flights.
std::vector<int> openings_lost(const Plan& plan, const Loss& loss);

/// How the lost element is called: an opening by its name, "the staircase "west"".
std::string called(const Plan& plan, const Loss& loss, Language language);

/// Worst first: people cut off or left inside, then seconds lost; rooms behind their only door
/// last, for what happens there everybody knows.
void rank_losses(std::vector<Loss>& losses);

/// One drill to its end: when it was cleared, who is left, what was passed.
struct DrillResult {
    std::optional<double> clearing_time;  ///< [s]; empty while somebody is inside
    int inside = 0;
    std::vector<int> passed;  ///< per opening, both directions
    Outcome outcome;
};
DrillResult run_drill(const Scenario& scenario, int threads,
                      const std::function<bool()>& go_on = [] { return true; });

/// The drill as it would be with these fixtures never there and these openings never locked or
/// blocked.
Scenario mended_drill(const Scenario& scenario, const std::vector<int>& fixtures,
                      const std::vector<int>& openings);

}  // namespace evac
