#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/drill/scenario.hpp"
#include "sim/drill/thing.hpp"

namespace evac {

/// A drill file as a document that can be changed, run and saved: what the window's "what if" works
/// on. A value: keep the old one to be able to go back.
///
///     DrillDocument before = read_drill_document("scenarios/workshop");
///     Scenario scenario = scenario_of(before);
///     DrillDocument after = changed(before, scenario.plan, {Change::Kind::lock, "exit-west"});
///     Drill drill(scenario_of(after), threads);
///     save(after, "west-locked.drill.json");
struct DrillDocument {
    std::filesystem::path file;   ///< of the drill, or of the plan it was made from: relative paths
                                  ///< in `json` start in its folder, messages name it
    nlohmann::ordered_json json;  ///< as drill.schema.json has it
};

/// Reads `*.drill.json`, a folder with one in it, or `*.plan.json`; of a plan (also where a folder
/// holds nothing else) it is the default drill, written out with all its people. What was supposed
/// to get there (Scenario::assumptions) is not in the document; read_scenario() tells it.
/// Throws InputError with every defect of drill and plan, as read_scenario() does.
DrillDocument read_drill_document(const std::filesystem::path& path);

/// The scenario that the document describes, the same as of the saved file. Throws InputError with
/// every defect of the document and its plan.
Scenario scenario_of(const DrillDocument& document);

/// Writes a `*.drill.json`, whole or not at all. The paths in it (of the plan, of the schema) are
/// rewritten to lead from the new place to where they led; they stay relative unless symbolic links
/// make that ambiguous. Throws InputError: another ending, a place that cannot be written to.
void save(const DrillDocument& document, const std::filesystem::path& path);

/// One thing changed, for the whole drill.
struct Change {
    enum class Kind {
        open,    ///< `element`: opening, open throughout
        lock,    ///< `element`: opening, locked throughout: one finds out at the door
        block,   ///< `element`: opening, blocked throughout for all to see
        place,   ///< a new thing, there from the start: `polygon` in `unit`, with the id `element`
        move,    ///< `element`: fixture of the plan or of the drill, to `polygon` in `unit`
        remove,  ///< `element`: fixture of the plan or of the drill
        assign   ///< `element`: group, which must use one of `stairs` and one of `exits`
    };
    Kind kind = Kind::open;
    std::string element;                   ///< id
    std::string unit = {};                 ///< place, move: id of the unit all of it stands in
    Polygon polygon = {};                  ///< place, move: the floor it covers [m]
    std::vector<std::string> stairs = {};  ///< assign: names of staircases; empty: any
    std::vector<std::string> exits = {};   ///< assign: ids of exits; empty: the nearest
    std::string category = "goods";        ///< place: fixture category
    Label name = {};                       ///< place
};

/// The document with the change made. `plan` is that of its scenario before the change: with the
/// fixtures of the drill. The document must be sound, as read_drill_document() and changed() leave
/// it.
///
/// A change holds from the start to the end: events that say otherwise of the same opening or
/// fixture go away. A fixture of the plan cannot be changed in a drill; it is taken away by an
/// event at 0 s, and what is moved becomes a thing of the drill with a new id. People are placed
/// before the first event, though: nobody stands at the start where such a fixture stood.
///
/// Throws InputError naming the element: an id that is not there or, of a new thing, is taken
/// already; a polygon that does not stand in its unit; a stair or exit that is none.
DrillDocument changed(const DrillDocument& document, const Plan& plan, const Change& change);

}  // namespace evac
