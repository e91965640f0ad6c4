#include "tools/compare/differences.hpp"

#include "sim/record/csv.hpp"
#include "sim/version.hpp"
#include "tools/cli/format.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace evac {

namespace {

template <class Element>
Label name_or_id(const Element& element) {
    return in_each([&](Language language) {
        const std::string name = element.name.in(language);
        return name.empty() ? element.id : name;
    });
}

/// The name of an opening, thing or unit.
std::optional<Label> name_in(const Plan& plan, const std::string& id) {
    if (const int opening = find_opening(plan, id); opening >= 0) {
        return name_or_id(plan.openings[static_cast<std::size_t>(opening)]);
    }
    if (const int fixture = find_fixture(plan, id); fixture >= 0) {
        return name_or_id(plan.fixtures[static_cast<std::size_t>(fixture)]);
    }
    if (const int unit = find_unit(plan, id); unit >= 0) {
        return name_or_id(plan.units[static_cast<std::size_t>(unit)]);
    }
    return std::nullopt;
}

/// "longest queue at {0}" with the name in the language of the sentence.
Label about(MessageId id, const Label& name) {
    return in_each([&](Language language) { return say(language, id, name.in(language)); });
}

std::optional<double> count_of(const std::vector<int>& counts, int index) {
    return index >= 0 && static_cast<std::size_t>(index) < counts.size()
               ? std::optional(static_cast<double>(counts[static_cast<std::size_t>(index)]))
               : std::nullopt;
}

void add_building(std::vector<Difference>& all, const Results& a, const Results& b) {
    const auto add = [&](const char* key, MessageId what, std::optional<double> in_a,
                         std::optional<double> in_b, MessageId unit = MessageId::compare_unit_s) {
        const int decimals = unit == MessageId::compare_unit_s ? 1 : 0;
        all.push_back({key, "", label_of(what), unit, decimals, in_a, in_b});
    };
    add("clearing_time", MessageId::compare_clearing, a.clearing_time, b.clearing_time);
    add("first_out", MessageId::compare_first_out, a.first_out, b.first_out);
    add("assembled", MessageId::compare_assembled, a.assembly_time, b.assembly_time);
    add("mean_waiting", MessageId::compare_waiting, a.mean_waiting, b.mean_waiting);
    add("people", MessageId::compare_people, a.people, b.people, MessageId::compare_unit_people);
    add("left_inside", MessageId::compare_left, a.left_inside, b.left_inside,
        MessageId::compare_unit_people);
}

void add_exits(std::vector<Difference>& all, const Results& a, const Results& b) {
    std::set<std::string> seen;
    for (const Results* results : {&a, &b}) {
        for (const Opening& opening : results->info.plan.openings) {
            if (opening.exit && seen.insert(opening.id).second) {
                all.push_back({"exit_use", opening.id,
                               about(MessageId::compare_exit, name_or_id(opening)),
                               MessageId::compare_unit_people, 0,
                               count_of(a.exit_use, find_opening(a.info.plan, opening.id)),
                               count_of(b.exit_use, find_opening(b.info.plan, opening.id))});
            }
        }
    }
}

/// Levels that both plans have.
void add_levels(std::vector<Difference>& all, const Results& a, const Results& b) {
    const Plan& plan = a.info.plan;
    for (std::size_t l = 0; l < plan.levels.size(); ++l) {
        const Level& level = plan.levels[l];
        const int other = find_level(b.info.plan, level.id);
        if (other < 0) {
            continue;
        }
        const auto o = static_cast<std::size_t>(other);
        const auto clear = [](const Results& results, std::size_t index) {
            return index < results.level_clear.size() ? results.level_clear[index] : std::nullopt;
        };
        all.push_back({"level_clear", level.id,
                       about(MessageId::compare_level_clear, name_or_id(level)),
                       MessageId::compare_unit_s, 1, clear(a, l), clear(b, o)});
        all.push_back({"peak_density", level.id,
                       about(MessageId::compare_density, name_or_id(level)),
                       MessageId::compare_unit_density, 2, highest_density(a.densities[l]),
                       highest_density(b.densities[o])});
    }
}

/// Openings, things and units where anybody queued in either drill, the greatest change first.
void add_queues(std::vector<Difference>& all, const Results& a, const Results& b) {
    std::map<std::string, std::array<std::optional<double>, 2>> queues;
    for (const OpeningResult& opening : a.openings) {
        queues[opening.id][0] = opening.longest_queue;
    }
    for (const OpeningResult& opening : b.openings) {
        queues[opening.id][1] = opening.longest_queue;
    }
    const Results* const both[] = {&a, &b};
    for (std::size_t one = 0; one < 2; ++one) {
        for (const InsideQueue& queue : both[one]->inside_queues) {
            queues[queue.element][one] = queue.longest;
            const Results& other = *both[1 - one];
            if (other.whole && !queues[queue.element][1 - one]) {
                queues[queue.element][1 - one] = 0.0;
            }
        }
    }
    std::vector<Difference> found;
    for (const auto& [id, queue] : queues) {
        if (queue[0].value_or(0.0) + queue[1].value_or(0.0) <= 0.0) {
            continue;
        }
        const Label name =
            name_in(a.info.plan, id).value_or(name_in(b.info.plan, id).value_or(untranslated(id)));
        found.push_back({"longest_queue", id, about(MessageId::compare_queue, name),
                         MessageId::compare_unit_people, 0, queue[0], queue[1]});
    }
    std::stable_sort(found.begin(), found.end(), [](const Difference& x, const Difference& y) {
        return std::abs(x.change().value_or(0.0)) > std::abs(y.change().value_or(0.0));
    });
    all.insert(all.end(), found.begin(), found.end());
}

/// The settings that differ, as "model headway / hydraulic, ..."; empty if none does or one of the
/// replays does not say.
std::string settings_apart(const ReplayInfo& a, const ReplayInfo& b) {
    std::string apart;
    for (const auto& [key, value] : a.settings) {
        const auto other = b.settings.find(key);
        if (other != b.settings.end() && other->second != value) {
            apart += (apart.empty() ? "" : ", ") + key + " " + value + " / " + other->second;
        }
    }
    return apart;
}

}  // namespace

std::vector<Difference> differences(const Results& a, const Results& b) {
    std::vector<Difference> all;
    add_building(all, a, b);
    add_exits(all, a, b);
    add_levels(all, a, b);
    add_queues(all, a, b);
    return all;
}

std::vector<Message> cautions(const Results& a, const Results& b) {
    std::vector<Message> all;
    for (const Results* results : {&a, &b}) {
        if (!results->whole) {
            all.push_back(message(MessageId::compare_incomplete, results->folder.string(),
                                  clock_text(results->end_time)));
        }
    }
    if (a.info.plan.id != b.info.plan.id) {
        all.push_back(
            message(MessageId::compare_other_plan, a.info.plan.id, b.info.plan.id));
    }
    const auto only = [&](const Plan& has, const Plan& lacks, const char* name) {
        for (const Level& level : has.levels) {
            if (find_level(lacks, level.id) < 0) {
                all.push_back(message(MessageId::compare_level_only, level.id, name));
            }
        }
    };
    only(a.info.plan, b.info.plan, "A");
    only(b.info.plan, a.info.plan, "B");
    if (a.people != b.people) {
        all.push_back(message(MessageId::compare_people_differ, a.people, b.people));
    }
    if (const std::string apart = settings_apart(a.info, b.info); !apart.empty()) {
        all.push_back(message(MessageId::compare_settings_differ, apart));
    }
    if (a.info.seed != b.info.seed) {
        all.push_back(message(MessageId::compare_seed_differ, a.info.seed, b.info.seed));
    }
    return all;
}

void write_differences_csv(const std::filesystem::path& file,
                           const std::vector<Difference>& differences) {
    CsvFile csv(file, "key,element,what,what_zh,unit,a,b,difference");
    for (const Difference& row : differences) {
        csv.cell(row.key)
            .cell(row.element)
            .cell(row.what.in(Language::en))
            .cell(row.what.in(Language::zh))
            .cell(say(Language::en, row.unit))
            .cell(row.a.value_or(never), row.decimals)
            .cell(row.b.value_or(never), row.decimals)
            .cell(row.change().value_or(never), row.decimals)
            .end_row();
    }
    csv.finish();
}

nlohmann::ordered_json comparison_json(const Results& a, const Results& b,
                                       const std::vector<Difference>& differences) {
    using Json = nlohmann::ordered_json;
    const auto head = [](const Results& results) {
        Json drill;
        drill["folder"] = results.folder.string();
        drill["scenario"] = results.info.scenario_id;
        drill["plan"] = results.info.plan.id;
        drill["seed"] = results.info.seed;
        drill["people"] = results.people;
        drill["complete"] = results.whole;
        return drill;
    };
    const auto number = [](std::optional<double> value, int decimals) {
        const double scale = decimals == 0 ? 1.0 : decimals == 1 ? 10.0 : 100.0;
        return value ? Json(std::round(*value * scale) / scale) : Json();
    };
    Json json;
    json["version"] = version();
    json["a"] = head(a);
    json["b"] = head(b);
    json["cautions"] = Json::array();
    for (const Message& caution : cautions(a, b)) {
        json["cautions"].push_back(label_of(caution).by_language);
    }
    json["differences"] = Json::array();
    for (const Difference& row : differences) {
        Json entry;
        entry["key"] = row.key;
        entry["element"] = row.element;
        entry["unit"] = say(Language::en, row.unit);
        entry["a"] = number(row.a, row.decimals);
        entry["b"] = number(row.b, row.decimals);
        entry["difference"] = number(row.change(), row.decimals);
        json["differences"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace evac
