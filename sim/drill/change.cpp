#include <cassert>
#include <span>

#include "sim/drill/drill_document.hpp"
#include "sim/drill/id_lookup.hpp"
#include "sim/drill/thing.hpp"
#include "sim/plan/check.hpp"
#include "sim/plan/feature.hpp"

namespace evac {

namespace {

using nlohmann::ordered_json;

/// What an event can do to an opening, and to a thing. An opening and a thing of the drill may have
/// the same id, so the events of one are told from those of the other by these.
constexpr const char* to_openings[] = {"lock", "block", "open"};
constexpr const char* to_things[] = {"put_down", "remove"};

using Words = std::span<const char* const>;

/// The member of the event that names `element`; null if it is about something else.
ordered_json* naming(ordered_json& event, Words words, const std::string& element) {
    for (const char* word : words) {
        const auto named = event.find(word);
        if (named != event.end() && *named == element) {
            return &*named;
        }
    }
    return nullptr;
}

/// A copy of a drill in which one change is made.
class Changer {
public:
    Changer(const DrillDocument& document, const Plan& plan, const Change& change)
        : result_(document),
          plan_(plan),
          change_(change),
          defects_{document.file.string(), {}},
          ids_(plan, defects_) {}

    DrillDocument make() {
        switch (change_.kind) {
            case Change::Kind::open:
            case Change::Kind::lock:
            case Change::Kind::block:
                set_opening();
                break;
            case Change::Kind::place:
                place();
                break;
            case Change::Kind::move:
                move();
                break;
            case Change::Kind::remove:
                remove();
                break;
            case Change::Kind::assign:
                assign();
                break;
        }
        drop_if_empty("events");
        drop_if_empty("fixtures");
        return std::move(result_);
    }

private:
    void set_opening() {
        const int index = find_opening(plan_, change_.element);
        if (index < 0) {
            fail_unknown();
        }
        erase_events(to_openings);
        if (change_.kind != Change::Kind::open) {
            ordered_json& event = add_event(change_.kind == Change::Kind::lock ? "lock" : "block");
            event["announced"] = false;
        } else if (plan_.openings[static_cast<std::size_t>(index)].lock == Lock::locked) {
            add_event("open");
        }
    }

    void place() {
        assert(!change_.element.empty());
        if (find_fixture(plan_, change_.element) >= 0) {
            defects_.add("", change_.element,
                         message(MessageId::scenario_duplicate_id, change_.element),
                         message(MessageId::scenario_duplicate_id_remedy));
            fail();
        }
        Fixture thing;
        thing.id = change_.element;
        thing.name = change_.name;
        thing.category = change_.category;
        thing.movable = usually_movable(thing.category);
        stand_in_new_place(thing);
        add_thing(thing);
    }

    void move() {
        const int index = known_fixture();
        Fixture thing = plan_.fixtures[static_cast<std::size_t>(index)];
        stand_in_new_place(thing);
        if (ordered_json* own = find_in("fixtures")) {
            // Only its place: the file may say more of it than we know.
            (*own)["geometry"] = geometry_of(thing.polygon);
            ordered_json& properties = (*own)["properties"];
            const Unit& unit = unit_at(plan_, thing.unit);
            properties["level_id"] = plan_.levels[static_cast<std::size_t>(unit.level)].id;
            properties["evac"]["unit"] = unit.id;
            return;
        }
        // What the drill does with it later happens to the thing that now stands for it.
        thing.id = fresh_thing_id(plan_);
        for (ordered_json& event : list("events")) {
            if (ordered_json* name = naming(event, to_things, change_.element)) {
                *name = thing.id;
            }
        }
        add_event("remove");
        add_thing(thing);
    }

    void remove() {
        known_fixture();
        erase_events(to_things);
        if (ordered_json* own = find_in("fixtures")) {
            ordered_json& things = list("fixtures");
            things.erase(things.begin() + (own - &things.front()));
            return;
        }
        // It is still there when people are placed, before the first event, so nobody stands on its
        // floor at the start. That is put up with: a scenario says of the drill's own fixtures only
        // whether they are there from the start.
        add_event("remove");
    }

    void assign() {
        ordered_json* group = find_in("groups");
        if (group == nullptr) {
            fail_unknown();
        }
        for (const std::string& stair : change_.stairs) {
            ids_.stair(stair, "", change_.element);
        }
        for (const std::string& exit : change_.exits) {
            ids_.exit(exit, "", change_.element);
        }
        if (!defects_.problems.empty()) {
            fail();
        }
        set_or_erase(*group, "stairs", change_.stairs);
        set_or_erase(*group, "exits", change_.exits);
    }

    static void set_or_erase(ordered_json& group, const char* key,
                             const std::vector<std::string>& ids) {
        if (ids.empty()) {
            group.erase(key);
        } else {
            group[key] = ids;
        }
    }

    int known_fixture() {
        const int index = find_fixture(plan_, change_.element);
        if (index < 0) {
            fail_unknown();
        }
        return index;
    }

    /// Gives the thing the place of the change, which must be one for it.
    void stand_in_new_place(Fixture& thing) {
        if (change_.unit.empty()) {
            fail_nowhere();
        }
        thing.unit = ids_.unit(change_.unit, "", change_.element);
        if (thing.unit < 0) {
            fail();
        }
        if (!walkable(unit_at(plan_, thing.unit))) {
            fail_nowhere();
        }
        thing.polygon = change_.polygon;
        orient(thing.polygon);
        for (Problem& problem : check_fixture(plan_, thing)) {
            defects_.add("", change_.element, std::move(problem.what), std::move(problem.remedy));
        }
        if (!defects_.problems.empty()) {
            fail();
        }
    }

    void add_thing(const Fixture& thing) {
        list("fixtures").push_back(thing_feature(plan_, thing));
    }

    /// An event at the start for the element of the change.
    ordered_json& add_event(const char* word) {
        ordered_json event;
        event["at"] = 0;
        event[word] = change_.element;
        ordered_json& events = list("events");
        events.push_back(std::move(event));
        return events.back();
    }

    void erase_events(Words words) {
        ordered_json kept = ordered_json::array();
        for (ordered_json& event : list("events")) {
            if (naming(event, words, change_.element) == nullptr) {
                kept.push_back(std::move(event));
            }
        }
        list("events") = std::move(kept);
    }

    /// A list of the document, made if it is not there.
    ordered_json& list(const char* key) {
        ordered_json& entries = result_.json[key];
        if (!entries.is_array()) {
            entries = ordered_json::array();
        }
        return entries;
    }

    void drop_if_empty(const char* key) {
        if (result_.json.contains(key) && result_.json[key].empty()) {
            result_.json.erase(key);
        }
    }

    /// The entry of a list that has the id of the change's element; null if there is none.
    ordered_json* find_in(const char* key) {
        for (ordered_json& entry : list(key)) {
            if (entry.at("id") == change_.element) {
                return &entry;
            }
        }
        return nullptr;
    }

    [[noreturn]] void fail() { throw InputError(std::move(defects_.problems)); }

    [[noreturn]] void fail_unknown() {
        defects_.add("", change_.element, message(MessageId::change_unknown, change_.element),
                     message(MessageId::change_unknown_remedy));
        fail();
    }

    [[noreturn]] void fail_nowhere() {
        defects_.add("", change_.element, message(MessageId::change_nowhere, change_.element),
                     message(MessageId::change_nowhere_remedy));
        fail();
    }

    DrillDocument result_;
    const Plan& plan_;
    const Change& change_;
    Defects defects_;
    IdLookup ids_;
};

}  // namespace

DrillDocument changed(const DrillDocument& document, const Plan& plan, const Change& change) {
    return Changer(document, plan, change).make();
}

}  // namespace evac
