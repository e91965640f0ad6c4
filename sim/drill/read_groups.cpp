#include "sim/drill/read_groups.hpp"

#include "sim/drill/id_lookup.hpp"
#include "sim/drill/read_occupants.hpp"
#include "sim/drill/read_profile.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace evac {

namespace {

using nlohmann::json;

std::string entry_pointer(const std::string& list, std::size_t index) {
    return list + "/" + std::to_string(index);
}

std::string text_or_empty(const json& object, const char* key) {
    const auto member = object.is_object() ? object.find(key) : object.end();
    return member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

/// When each level goes, as far as the file says so [s].
struct ReleaseRules {
    std::map<int, double> by_level;  ///< by index into Plan::levels
    std::map<std::string, double> by_group;
};

class GroupReader {
public:
    GroupReader(const json& groups, const Plan& plan, const std::vector<Profile>& profiles,
                Defects& defects)
        : groups_(groups),
          plan_(plan),
          profiles_(profiles),
          defects_(defects),
          ids_(plan, defects) {
        for (std::size_t i = 0; groups.is_array() && i < groups.size(); ++i) {
            const std::string id = text_or_empty(groups[i], "id");
            if (!id.empty() && !group_index_.emplace(id, i).second) {
                defects_.add(entry_pointer("/groups", i) + "/id", id,
                             message(MessageId::scenario_duplicate_id, id),
                             message(MessageId::scenario_duplicate_id_remedy));
            }
        }
    }

    std::vector<Group> read(const json& release) {
        const ReleaseRules rules = read_release(release);
        std::vector<Group> all;
        bool anybody = false;
        bool all_read = groups_.is_array();
        for (std::size_t i = 0; groups_.is_array() && i < groups_.size(); ++i) {
            const std::string pointer = entry_pointer("/groups", i);
            if (!groups_[i].is_object()) {
                all_read = false;
                continue;
            }
            Group group = read_group(groups_[i], pointer);
            group.number = static_cast<int>(i);
            all_read = all_read && defects_.sound(pointer);
            anybody = anybody || !group.occupants.empty();
            for (Group& part : released(std::move(group), groups_[i], rules)) {
                all.push_back(std::move(part));
            }
        }
        if (!anybody && all_read) {
            defects_.add("/groups", "", message(MessageId::scenario_nobody),
                         message(MessageId::scenario_nobody_remedy));
        }
        return all;
    }

private:
    ReleaseRules read_release(const json& release) {
        ReleaseRules rules;
        for (std::size_t i = 0; release.is_array() && i < release.size(); ++i) {
            const std::string pointer = entry_pointer("/release", i);
            if (!defects_.sound(pointer)) {
                continue;
            }
            const json& rule = release[i];
            const double after = rule.at("after").get<double>();
            bool is_new = true;
            if (const auto level = rule.find("level"); level != rule.end()) {
                const int index = ids_.level(level->get<std::string>(), pointer + "/level");
                is_new = index < 0 || rules.by_level.emplace(index, after).second;
            } else {
                is_new =
                    read_group_rule(rule.at("group").get<std::string>(), after, pointer, rules);
            }
            if (!is_new) {
                defects_.add(pointer, "", message(MessageId::scenario_released_twice),
                             message(MessageId::scenario_released_twice_remedy));
            }
        }
        return rules;
    }

    /// False if the group has another rule already.
    bool read_group_rule(const std::string& id, double after, const std::string& pointer,
                         ReleaseRules& rules) {
        const auto known = group_index_.find(id);
        if (known == group_index_.end()) {
            std::vector<std::string> ids;
            for (const auto& [group, index] : group_index_) {
                ids.push_back(group);
            }
            add_unknown(defects_, MessageId::scenario_unknown_group, id, ids, pointer + "/group",
                        "");
            return true;
        }
        return !groups_[known->second].contains("release_after") &&
               rules.by_group.emplace(id, after).second;
    }

    /// What is sound in the entry; the schema has told of the rest.
    Group read_group(const json& entry, const std::string& pointer) {
        Group group;
        group.id = text_or_empty(entry, "id");
        if_sound(entry, "name", pointer, [&](const json& name, const std::string&) {
            if (name.is_object()) {
                name.get_to(group.name.by_language);
            }
        });
        each_sound(entry, "people", pointer, [&](const json& people, const std::string& at) {
            for (Occupants& some :
                 read_occupants(people, at, group.id, plan_, profiles_, defects_)) {
                group.occupants.push_back(std::move(some));
            }
        });
        each_sound(entry, "exits", pointer, [&](const json& id, const std::string& at) {
            const int exit = ids_.exit(id.get<std::string>(), at, group.id);
            if (exit >= 0) {
                group.exits.push_back(exit);
            }
        });
        each_sound(entry, "stairs", pointer, [&](const json& id, const std::string& at) {
            if (ids_.stair(id.get<std::string>(), at, group.id)) {
                group.stairs.push_back(id.get<std::string>());
            }
        });
        if_sound(entry, "assembly_area", pointer, [&](const json& id, const std::string& at) {
            group.assembly_area = ids_.assembly_area(id.get<std::string>(), at, group.id);
        });
        read_company(entry, pointer, group);
        if_sound(entry, "pre_movement", pointer, [&](const json& reaction, const std::string& at) {
            const auto read_into = [&](std::optional<Distribution>& part) {
                return [&](const json& value, const std::string& below) {
                    part = read_pre_movement(value, below, group.id, defects_);
                };
            };
            if_sound(reaction, "shared", at, read_into(group.shared_pre_movement));
            if_sound(reaction, "own", at, read_into(group.own_pre_movement));
        });
        return group;
    }

    /// How the group keeps together, what it visits on its way, what it does there.
    void read_company(const json& entry, const std::string& pointer, Group& group) {
        if_sound(entry, "together", pointer, [&](const json& word, const std::string&) {
            group.together = word == "files" ? Cohesion::files : Cohesion::close;
        });
        if_sound(entry, "follows_others", pointer, [&](const json& yes, const std::string&) {
            group.follows_others = yes.get<bool>();
        });
        if_sound(entry, "lifts", pointer,
                 [&](const json& yes, const std::string&) { group.lifts = yes.get<bool>(); });
        if_sound(entry, "laps", pointer, [&](const json& laps, const std::string& at) {
            if (!entry.contains("visits")) {
                defects_.add(at, group.id, message(MessageId::scenario_laps_without_visit),
                             message(MessageId::scenario_laps_without_visit_remedy));
            }
            group.laps = laps.get<int>();
        });
        if_sound(entry, "came_in", pointer, [&](const json& id, const std::string& at) {
            group.came_in = ids_.exit(id.get<std::string>(), at, group.id);
        });
        each_sound(entry, "visits", pointer, [&](const json& visit, const std::string& at) {
            const int unit = ids_.unit(visit.at("unit").get<std::string>(), at + "/unit", group.id);
            if (unit >= 0) {
                group.visits.push_back({unit, visit.value("stay", 0.0)});
            }
        });
        if_sound(entry, "duty", pointer, [&](const json& duty, const std::string& at) {
            if (!entry.contains("visits")) {
                defects_.add(at, group.id, message(MessageId::scenario_duty_without_visit),
                             message(MessageId::scenario_duty_without_visit_remedy));
            }
            group.duty = read_duty(duty, at, group.id);
        });
    }

    Duty read_duty(const json& entry, const std::string& pointer, const std::string& group) {
        Duty duty;
        if_sound(entry, "hold", pointer, [&](const json& id, const std::string& at) {
            duty.kind = Duty::Kind::hold;
            duty.opening = ids_.opening(id.get<std::string>(), at, group);
        });
        if_sound(entry, "direct", pointer, [&](const json& way, const std::string& at) {
            each_sound(way, "exits", at, [&](const json& id, const std::string& below) {
                if (const int exit = ids_.exit(id.get<std::string>(), below, group); exit >= 0) {
                    duty.exits.push_back(exit);
                }
            });
            each_sound(way, "stairs", at, [&](const json& id, const std::string& below) {
                if (ids_.stair(id.get<std::string>(), below, group)) {
                    duty.stairs.push_back(id.get<std::string>());
                }
            });
        });
        each_sound(entry, "until_clear", pointer, [&](const json& id, const std::string& at) {
            if (const int level = ids_.level(id.get<std::string>(), at, group); level >= 0) {
                duty.until_clear.push_back(level);
            }
        });
        return duty;
    }

    /// Calls `read_one(member, pointer)` if the entry has that member and it is sound.
    template <class Read>
    void if_sound(const json& entry, const char* key, const std::string& pointer, Read read_one) {
        const auto member = entry.find(key);
        const std::string at = pointer + "/" + key;
        if (member != entry.end() && defects_.sound(at)) {
            read_one(*member, at);
        }
    }

    /// The same for all that is sound in a list.
    template <class Read>
    void each_sound(const json& entry, const char* key, const std::string& pointer, Read read_one) {
        const auto list = entry.find(key);
        for (std::size_t i = 0; list != entry.end() && list->is_array() && i < list->size(); ++i) {
            const std::string at = entry_pointer(pointer + "/" + key, i);
            if (defects_.sound(at)) {
                read_one((*list)[i], at);
            }
        }
    }

    /// The group with its turn to go, in one part per level where levels have turns of their own.
    std::vector<Group> released(Group group, const json& entry, const ReleaseRules& rules) const {
        const auto own_rule = rules.by_group.find(group.id);
        if (const auto own = entry.find("release_after"); own != entry.end()) {
            group.release_after = own->is_number() ? own->get<double>() : 0.0;
        } else if (own_rule != rules.by_group.end()) {
            group.release_after = own_rule->second;
        } else if (!rules.by_level.empty()) {
            return split_by_release(group, rules);
        }
        return {std::move(group)};
    }

    std::vector<Group> split_by_release(const Group& group, const ReleaseRules& rules) const {
        std::map<double, Group> parts;  // by turn: levels that go together stay together
        for (const Occupants& some : group.occupants) {
            const int level = plan_.units[static_cast<std::size_t>(some.unit)].level;
            const auto rule = rules.by_level.find(level);
            const double after = rule == rules.by_level.end() ? 0.0 : rule->second;
            const auto [part, is_new] = parts.emplace(after, group);
            if (is_new) {
                part->second.occupants.clear();
                part->second.release_after = after;
            }
            part->second.occupants.push_back(some);
        }
        std::vector<Group> all;
        for (auto& [after, part] : parts) {
            all.push_back(std::move(part));
        }
        return all.empty() ? std::vector<Group>{group} : all;
    }

    const json& groups_;
    const Plan& plan_;
    const std::vector<Profile>& profiles_;
    Defects& defects_;
    IdLookup ids_;
    std::map<std::string, std::size_t> group_index_;
};

}  // namespace

std::vector<Group> read_groups(const json& groups, const json& release, const Plan& plan,
                               const std::vector<Profile>& profiles, Defects& defects) {
    return GroupReader(groups, plan, profiles, defects).read(release);
}

}  // namespace evac
