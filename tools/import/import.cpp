#include "tools/import/import.hpp"

#include "sim/plan/check.hpp"
#include "tools/import/exits.hpp"
#include "tools/import/imdf.hpp"
#include "tools/import/openings.hpp"
#include "tools/import/osm_indoor.hpp"
#include "tools/import/projection.hpp"
#include "tools/import/stairs.hpp"
#include "tools/import/tidy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace evac {

namespace {

namespace fs = std::filesystem;

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

Drawing read_drawing(const fs::path& source, ImportReport& report) {
    std::error_code ignored;
    const auto fail = [&](MessageId what, MessageId remedy) {
        throw InputError({{source.string(), "", "", message(what), message(remedy)}});
    };
    if (!fs::exists(source, ignored)) {
        fail(MessageId::import_no_source, MessageId::import_no_source_remedy);
    }
    if (!fs::is_directory(source, ignored)) {
        const std::string extension = source.extension().string();
        if (extension != ".geojson" && extension != ".json") {
            fail(MessageId::import_unknown_format, MessageId::import_unknown_format_remedy);
        }
        return read_osm_indoor(source, report);
    }
    if (fs::is_empty(source, ignored)) {
        fail(MessageId::import_empty_folder, MessageId::import_empty_folder_remedy);
    }
    return read_imdf(source, report);
}

/// Levels without a unit would be empty sheets; they are told and left out.
void drop_empty_levels(Drawing& drawing, ImportReport& report) {
    std::vector<int> units(drawing.levels.size(), 0);
    for (const DrawnUnit& unit : drawing.units) {
        ++units[index(unit.level)];
    }
    std::vector<int> new_index(drawing.levels.size(), -1);
    std::vector<DrawnLevel> kept;
    for (std::size_t i = 0; i < drawing.levels.size(); ++i) {
        if (units[i] > 0) {
            new_index[i] = static_cast<int>(kept.size());
            kept.push_back(drawing.levels[i]);
            continue;
        }
        const DrawnLevel& level = drawing.levels[i];
        report.problems.push_back(
            {"empty_level", level.id, Vec2::Zero(), level.id,
             message(MessageId::import_empty_level, level.name.in(Language::en)),
             message(MessageId::import_empty_level_remedy)});
    }
    drawing.levels = std::move(kept);
    for (DrawnUnit& unit : drawing.units) {
        unit.level = new_index[index(unit.level)];
    }
    const auto drop = [&](auto& things) {
        for (auto& thing : things) {
            thing.level = new_index[index(thing.level)];
        }
        std::erase_if(things, [](const auto& thing) { return thing.level < 0; });
    };
    drop(drawing.openings);  // an opening on a level without units joins nothing
    drop(drawing.fixtures);
    drop(drawing.points);
}

/// Levels and units as they are; openings come later.
Plan begin_plan(const Drawing& drawing, double storey_height) {
    Plan plan;
    plan.id = drawing.id;
    plan.name = drawing.name;
    plan.origin = drawing.origin;
    plan.rotation = drawing.rotation;
    for (const DrawnLevel& drawn : drawing.levels) {
        Level level;
        level.id = drawn.id;
        level.name = drawn.name;
        level.ordinal = static_cast<int>(std::floor(drawn.ordinal));
        level.elevation = drawn.ordinal * storey_height;
        level.outdoors = drawn.outdoors;
        plan.levels.push_back(std::move(level));
    }
    for (const DrawnUnit& drawn : drawing.units) {
        Unit unit;
        unit.id = drawn.id;
        unit.name = drawn.name;
        unit.category = drawn.category;
        unit.kind = kind_of_category(drawn.category);
        if (unit.kind == UnitKind::flight) {
            unit.kind = UnitKind::passage;  // flat until join_stairs finds where it leads
        }
        unit.level = drawn.level;
        unit.polygon = drawn.polygon;
        unit.elevation = plan.levels[index(drawn.level)].elevation;
        unit.source = {drawing.source.filename().string(), drawn.id, 1.0};
        plan.units.push_back(std::move(unit));
    }
    return plan;
}

int unit_under(const Plan& plan, int level, const Vec2& p) {
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        const Unit& unit = plan.units[i];
        if (unit.level == level && walkable(unit) && contains(unit.polygon, p)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void add_fixtures_and_points(const Drawing& drawing, Plan& plan) {
    for (const DrawnFixture& drawn : drawing.fixtures) {
        const int unit = unit_under(plan, drawn.level, label_point(drawn.polygon));
        if (unit >= 0) {
            plan.fixtures.push_back({drawn.id,
                                     drawn.name,
                                     drawn.category,
                                     unit,
                                     drawn.polygon,
                                     false,
                                     "",
                                     "",
                                     {drawing.source.filename().string(), drawn.id, 1.0}});
        }
    }
    for (const DrawnPoint& drawn : drawing.points) {
        plan.amenities.push_back({drawn.id,
                                  drawn.name,
                                  drawn.category,
                                  drawn.level,
                                  drawn.position,
                                  {},
                                  {drawing.source.filename().string(), drawn.id, 1.0}});
    }
}

/// Lifts and shafts are no way out; their doors would only mislead.
void drop_openings_to_shafts(Plan& plan, ImportReport& report) {
    std::erase_if(plan.openings, [&](const Opening& opening) {
        for (const int unit : opening.units) {
            if (unit != outside && !walkable(plan.units[index(unit)])) {
                report.problems.push_back(
                    {"shaft_door", plan.levels[index(plan.units[index(unit)].level)].id,
                     opening.line.middle(), opening.id, message(MessageId::import_shaft_door),
                     message(MessageId::import_shaft_door_remedy)});
                return true;
            }
        }
        return false;
    });
}

std::string name_of(const Unit& unit) {
    const std::string name = unit.name.in(Language::en);
    return name.empty() ? unit.category : name;
}

void propose(const Opening& exit, bool take, Plan& plan, ImportReport& report) {
    const Unit& unit = plan.units[index(exit.units[0])];
    report.problems.push_back({"proposed_exit", plan.levels[index(unit.level)].id,
                               exit.line.middle(), exit.id,
                               message(MessageId::import_proposed_exit,
                                       fmt::format("{:.2f}", exit.clear_width), name_of(unit)),
                               message(take ? MessageId::import_proposed_exit_taken
                                            : MessageId::import_proposed_exit_remedy)});
    if (take) {
        plan.openings.push_back(exit);
    }
}

/// Exits that the drawing names are exits; others are proposed, and taken when asked.
void settle_exits(const Drawing& drawing, const std::vector<Opening>& outward, bool take,
                  Plan& plan, ImportReport& report) {
    std::vector<Opening> unnamed;
    for (const Opening& opening : outward) {
        if (opening.exit) {
            plan.openings.push_back(opening);
        } else {
            unnamed.push_back(opening);
        }
    }
    const bool named = unnamed.size() < outward.size();
    for (const Opening& exit :
         named ? doors_at_ground(plan, unnamed) : propose_exits(drawing, plan, unnamed)) {
        propose(exit, take, plan, report);
    }
    for (const Opening& opening : unnamed) {
        const Unit& unit = plan.units[index(opening.units[0])];
        if (doors_at_ground(plan, {opening}).empty()) {
            report.problems.push_back({"door_to_nowhere", plan.levels[index(unit.level)].id,
                                       opening.line.middle(), opening.id,
                                       message(MessageId::import_door_to_nowhere, name_of(unit)),
                                       message(MessageId::import_door_to_nowhere_remedy)});
        }
    }
    const bool has_exit = std::any_of(plan.openings.begin(), plan.openings.end(),
                                      [](const Opening& opening) { return opening.exit; });
    if (!has_exit) {
        report.problems.insert(report.problems.begin(),
                               {"no_exit", "", Vec2::Zero(), "", message(MessageId::import_no_exit),
                                message(take ? MessageId::import_no_exit_found_remedy
                                             : MessageId::import_no_exit_remedy)});
        return;
    }
    for (const int u : units_cut_off(plan)) {
        const Unit& unit = plan.units[index(u)];
        report.problems.push_back({"no_way_out", plan.levels[index(unit.level)].id,
                                   label_point(unit.polygon), unit.id,
                                   message(MessageId::import_no_way_out, name_of(unit)),
                                   message(MessageId::import_no_way_out_remedy)});
    }
}

/// Levels by height, as Plan demands.
void sort_levels(Plan& plan) {
    std::vector<int> order(plan.levels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return plan.levels[index(a)].elevation < plan.levels[index(b)].elevation;
    });
    std::vector<Level> levels;
    std::vector<int> new_index(order.size());
    for (const int old : order) {
        new_index[index(old)] = static_cast<int>(levels.size());
        levels.push_back(std::move(plan.levels[index(old)]));
    }
    plan.levels = std::move(levels);
    for (Unit& unit : plan.units) {
        unit.level = new_index[index(unit.level)];
    }
    for (Amenity& amenity : plan.amenities) {
        amenity.level = new_index[index(amenity.level)];
    }
}

void state_assumptions(const ImportOptions& options, const Drawing& drawing, ImportReport& report) {
    report.assumptions.push_back(message(MessageId::import_assume_storey_height,
                                         fmt::format("{:.2f}", options.storey_height)));
    report.assumptions.push_back(message(MessageId::import_assume_clear_width));
    report.assumptions.push_back(
        message(MessageId::import_assume_snap, fmt::format("{:.0f}", snap_distance * 100.0)));
    report.assumptions.push_back(message(
        MessageId::import_assume_frame, fmt::format("{:.7f}", (*drawing.origin)[0]),
        fmt::format("{:.7f}", (*drawing.origin)[1]), fmt::format("{:.2f}", drawing.rotation)));
    if (report.stairs > 0) {
        report.assumptions.push_back(message(MessageId::import_assume_stairs));
    }
}

}  // namespace

ImportResult import_plan(const ImportOptions& options) {
    if (!(options.storey_height >= 2.0 && options.storey_height <= 20.0)) {
        throw InputError({{"--storey-height", "", "",
                           message(MessageId::import_bad_storey_height, options.storey_height),
                           message(MessageId::import_bad_storey_height_remedy)}});
    }
    ImportResult result;
    ImportReport& report = result.report;
    Drawing drawing = read_drawing(options.source, report);
    report.source = options.source.filename().string();
    if (report.source.empty()) {  // a path that ends in a slash
        report.source = options.source.parent_path().filename().string();
    }
    report.format = drawing.format;
    drawing.id = report.source;
    drawing.source = report.source;
    drop_empty_levels(drawing, report);
    project(drawing);
    tidy(drawing, report);

    Plan& plan = result.plan;
    plan = begin_plan(drawing, options.storey_height);
    std::vector<Opening> outward = place_openings(drawing, plan, report);
    open_corridors(drawing, plan, report);
    drop_openings_to_shafts(plan, report);
    join_stairs(plan, outward, options.storey_height, report);
    settle_exits(drawing, outward, options.guess_exits, plan, report);
    add_fixtures_and_points(drawing, plan);
    sort_levels(plan);
    plan.file = options.out.string();

    std::vector<Problem> defects = check_plan(plan);
    if (!defects.empty()) {
        for (Problem& defect : defects) {
            defect.file = options.source.string();
        }
        throw InputError(std::move(defects));
    }
    state_assumptions(options, drawing, report);
    count(plan, report);
    return result;
}

}  // namespace evac
