#include "sim/drill/defects.hpp"
#include "sim/drill/id_lookup.hpp"
#include "sim/drill/read_groups.hpp"
#include "sim/drill/read_hazards.hpp"
#include "sim/drill/read_lifts.hpp"
#include "sim/drill/read_profile.hpp"
#include "sim/drill/scenario_file.hpp"
#include "sim/plan/check.hpp"
#include "sim/plan/read.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace evac {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// Reads a drill part by part and goes on after a defect, so that one run shows all of them.
class ScenarioReader {
public:
    ScenarioReader(const json& document, const fs::path& path)
        : document_(document), path_(path), defects_{path.string(), {}} {}

    Scenario read() {
        defects_.problems = check_schema(document_, "drill.schema.json", defects_.file);
        if (!document_.is_object()) {
            throw InputError(std::move(defects_.problems));
        }
        scenario_.file = defects_.file;
        read_head();
        read_clock();
        scenario_.profiles = read_profiles(member("profiles"), defects_);
        if (read_plan_file()) {
            scenario_.fixture_present.assign(scenario_.plan.fixtures.size(), 1);
            read_fixtures();
            scenario_.groups = read_groups(member("groups"), member("release"), scenario_.plan,
                                           scenario_.profiles, defects_);
            read_events();
            scenario_.lifts = read_lifts(member("lifts"), scenario_.plan, defects_);
            scenario_.hazards = read_hazards(member("hazards"), path_, scenario_.plan, defects_);
            for (const Lift& lift : scenario_.lifts) {
                for (const int car : lift.units) {
                    scenario_.plan.units[static_cast<std::size_t>(car)].kind = UnitKind::passage;
                }
            }
        }
        if (!defects_.problems.empty()) {
            throw InputError(std::move(defects_.problems));
        }
        return std::move(scenario_);
    }

private:
    /// A member of the file; null where there is none.
    const json& member(const char* key) const {
        static const json nothing;
        const auto found = document_.find(key);
        return found == document_.end() ? nothing : *found;
    }

    /// The number at `key` in `object` if both are there and keep to the schema.
    void read_number(const json& object, const char* key, double& number) const {
        if (object.is_object() && object.contains(key) && object[key].is_number()) {
            number = object[key].get<double>();
        }
    }

    void read_head() {
        if (member("id").is_string()) {
            scenario_.id = member("id").get<std::string>();
        }
        if (member("name").is_object() && defects_.sound("/name")) {
            member("name").get_to(scenario_.name.by_language);
        }
        if (member("seed").is_number() && defects_.sound("/seed")) {
            scenario_.seed = member("seed").get<std::uint64_t>();
        }
        if (member("flow") == "design") {
            scenario_.flow = Flow::design;
        }
        for (const Motivation motivation : motivations) {
            if (member("motivation") == name_of(motivation)) {
                scenario_.motivation = motivation;
            }
        }
        if (member("model") == "hydraulic") {
            scenario_.model = MotionModel::hydraulic;
        }
        if (member("choice") == "shortest") {
            scenario_.choice = RouteChoice::shortest;
        }
    }

    void read_clock() {
        read_number(document_, "step", scenario_.step);
        read_number(document_, "lattice", scenario_.lattice);
        read_number(document_, "time_limit", scenario_.time_limit);
        read_number(member("alarm"), "time", scenario_.alarm);
        read_number(member("hold"), "duration", scenario_.hold);
        read_number(member("record"), "frames_per_second", scenario_.frames_per_second);
        if (defects_.sound("/step")) {
            check_step();
        }
        if (scenario_.alarm >= scenario_.time_limit) {
            defects_.add(
                "/alarm/time", "",
                message(MessageId::scenario_too_late, scenario_.alarm, scenario_.time_limit),
                message(MessageId::scenario_too_late_remedy));
        } else if (scenario_.alarm + scenario_.hold >= scenario_.time_limit) {
            defects_.add("/hold/duration", "",
                         message(MessageId::scenario_hold_too_long,
                                 scenario_.alarm + scenario_.hold, scenario_.time_limit),
                         message(MessageId::scenario_too_late_remedy));
        }
    }

    void check_step() {
        constexpr double rounding = 1e-6;  // of 0.033333 for a thirtieth
        const double per_second = std::floor(1.0 / scenario_.step + 0.5);
        if (std::abs(per_second * scenario_.step - 1.0) > rounding) {
            const double shorter = scenario_.step > 0.05   ? 0.05
                                   : scenario_.step > 0.02 ? 0.02
                                                           : 0.01;
            defects_.add("/step", "", message(MessageId::scenario_step, scenario_.step),
                         message(MessageId::scenario_step_remedy, shorter));
            return;
        }
        scenario_.step = 1.0 / per_second;
        if (!defects_.sound("/record")) {
            return;
        }
        const double steps_per_frame = std::floor(per_second / scenario_.frames_per_second + 0.5);
        if (steps_per_frame < 1.0 ||
            std::abs(steps_per_frame * scenario_.frames_per_second / per_second - 1.0) > rounding) {
            const double nearest_rate = per_second / std::max(1.0, steps_per_frame);
            defects_.add(
                "/record/frames_per_second", "",
                message(MessageId::scenario_frames, scenario_.frames_per_second, scenario_.step),
                message(MessageId::scenario_frames_remedy, nearest_rate));
            return;
        }
        scenario_.frames_per_second = per_second / steps_per_frame;
    }

    /// False if the plan is unusable; what is wrong with it joins the list.
    bool read_plan_file() {
        if (!defects_.sound("/plan") || !member("plan").is_string()) {
            return false;
        }
        const fs::path relative = fs::path(member("plan").get<std::string>());
        const fs::path file = (path_.parent_path() / relative).lexically_normal();
        std::error_code error;
        if (!fs::exists(file, error)) {
            defects_.add("/plan", "", message(MessageId::scenario_plan_missing, file.string()),
                         message(MessageId::scenario_plan_missing_remedy));
            return false;
        }
        try {
            scenario_.plan = read_plan(file);
        } catch (const InputError& of_plan) {
            const std::vector<Problem>& more = of_plan.problems();
            std::copy(more.begin(), more.end(), std::back_inserter(defects_.problems));
            return false;
        }
        return true;
    }

    void read_fixtures() {
        const json& fixtures = member("fixtures");
        if (!fixtures.is_array()) {
            return;
        }
        Plan& plan = scenario_.plan;
        for (std::size_t i = 0; i < fixtures.size(); ++i) {
            const json& feature = fixtures[i];
            const std::string pointer = "/fixtures/" + std::to_string(i);
            if (!defects_.sound(pointer)) {
                continue;
            }
            const auto id = feature.at("id").get<std::string>();
            if (find_fixture(plan, id) >= 0) {
                defects_.add(pointer + "/id", id, message(MessageId::scenario_duplicate_id, id),
                             message(MessageId::scenario_duplicate_id_remedy));
                continue;
            }
            const auto unit_id = feature.at("properties").at("evac").at("unit").get<std::string>();
            const int unit =
                IdLookup(plan, defects_).unit(unit_id, pointer + "/properties/evac/unit", id);
            if (unit < 0) {
                continue;
            }
            plan.fixtures.push_back(fixture_from(feature, unit));
            scenario_.fixture_present.push_back(feature.value("present", false) ? 1 : 0);
            for (Problem& problem : check_fixture(plan, plan.fixtures.back())) {
                defects_.add(pointer, id, std::move(problem.what), std::move(problem.remedy));
            }
        }
    }

    void read_events() {
        const json& events = member("events");
        if (!events.is_array()) {
            return;
        }
        for (std::size_t i = 0; i < events.size(); ++i) {
            const std::string pointer = "/events/" + std::to_string(i);
            if (defects_.sound(pointer)) {
                read_event(events[i], pointer);
            }
        }
        std::stable_sort(scenario_.events.begin(), scenario_.events.end(),
                         [](const Event& a, const Event& b) { return a.time < b.time; });
    }

    void read_event(const json& entry, const std::string& pointer) {
        struct Word {
            const char* key;
            Event::Kind kind;
        };
        static constexpr Word words[] = {{"lock", Event::Kind::lock},
                                         {"block", Event::Kind::block},
                                         {"open", Event::Kind::open},
                                         {"put_down", Event::Kind::put_down},
                                         {"remove", Event::Kind::remove}};
        Event event;
        event.time = entry.at("at").get<double>();
        event.announced = entry.value("announced", false);
        if (event.time > scenario_.time_limit) {
            defects_.add(pointer + "/at", "",
                         message(MessageId::scenario_too_late, event.time, scenario_.time_limit),
                         message(MessageId::scenario_too_late_remedy));
        }
        IdLookup ids(scenario_.plan, defects_);
        for (const Word& word : words) {
            const auto named = entry.find(word.key);
            if (named == entry.end()) {
                continue;
            }
            event.kind = word.kind;
            const auto id = named->get<std::string>();
            const std::string at = pointer + "/" + word.key;
            const bool of_fixture =
                word.kind == Event::Kind::put_down || word.kind == Event::Kind::remove;
            event.element = of_fixture ? ids.fixture(id, at) : ids.opening(id, at);
        }
        scenario_.events.push_back(event);
    }

    const json& document_;
    const fs::path& path_;
    Defects defects_;
    Scenario scenario_;
};

}  // namespace

Scenario scenario_from_json(const json& document, const fs::path& file) {
    return ScenarioReader(document, file).read();
}

Scenario read_scenario(const fs::path& path) {
    const fs::path file = scenario_file(path);
    return is_plan_file(file) ? default_scenario(read_plan(file))
                              : scenario_from_json(read_json(file), file);
}

}  // namespace evac
