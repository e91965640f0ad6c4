#include "sim/record/replay_format.hpp"

#include "sim/plan/read.hpp"
#include "sim/text/problem.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace evac {

namespace {

using nlohmann::json;

// "person" and "event" are plain tables, so that any SQLite tool can answer questions about them.
constexpr const char* tables = R"sql(
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE person (id INTEGER PRIMARY KEY, profile INTEGER NOT NULL,
                         "group" INTEGER NOT NULL, body_radius REAL NOT NULL,
                         exit_opening INTEGER, exit_time REAL);
    CREATE TABLE chunk (first_frame INTEGER PRIMARY KEY, time REAL NOT NULL,
                        frames INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE TABLE event (time REAL NOT NULL, kind TEXT NOT NULL,
                        person INTEGER NOT NULL, element INTEGER NOT NULL);
    CREATE TABLE hash (second INTEGER PRIMARY KEY, value TEXT NOT NULL);
)sql";

// In the order of Happening::Kind.
constexpr std::array event_names{"alarm",       "opened",        "locked",       "blocked",
                                 "put_down",    "removed",       "turned_round", "stuck",
                                 "level_clear", "incapacitated", "smoke",        "thick_smoke",
                                 "smoke_gone",  "held",          "let_go"};

json kinds_to_json(const std::vector<ReplayKind>& kinds) {
    json list = json::array();
    for (const ReplayKind& kind : kinds) {
        list.push_back({{"id", kind.id}, {"name", kind.name.by_language}});
    }
    return list;
}

std::vector<ReplayKind> kinds_from_json(const json& list) {
    std::vector<ReplayKind> kinds;
    for (const json& kind : list) {
        kinds.push_back({kind.at("id"), {kind.at("name")}});
    }
    return kinds;
}

}  // namespace

const char* name_of(Happening::Kind kind) {
    return event_names[static_cast<std::size_t>(kind)];
}

void write_replay_head(Database& database, const ReplayInfo& info) {
    database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN;",
                                 replay_application, replay_format)
                         .c_str());
    database.execute(tables);

    Statement insert_meta(database, "INSERT INTO meta VALUES (?, ?)");
    const auto put = [&](std::string_view key, const std::string& value) {
        insert_meta.bind(1, key).bind(2, std::string_view(value)).run();
    };
    put("program", fmt::format("Life Passage {}", info.version));
    put("version", info.version);
    put("plan", plan_to_json(info.plan).dump());
    put("fixture_present",
        json(std::vector<int>(info.fixture_present.begin(), info.fixture_present.end())).dump());
    put("scenario",
        json{{"id", info.scenario_id}, {"name", info.scenario_name.by_language}}.dump());
    put("seed", fmt::to_string(info.seed));
    put("settings", json(info.settings).dump());
    put("step", fmt::to_string(info.step));
    put("frames_per_second", fmt::to_string(info.frames_per_second));
    put("profiles", kinds_to_json(info.profiles).dump());
    put("groups", kinds_to_json(info.groups).dump());

    Statement insert_person(database, "INSERT INTO person VALUES (?, ?, ?, ?, NULL, NULL)");
    for (std::size_t id = 0; id < info.people.size(); ++id) {
        const ReplayPerson& person = info.people[id];
        insert_person.bind(1, static_cast<std::int64_t>(id))
            .bind(2, std::int64_t{person.profile})
            .bind(3, std::int64_t{person.group})
            .bind(4, person.body_radius)
            .run();
    }
    database.execute("COMMIT");
}

ReplayInfo read_replay_head(Database& database) {
    const auto pragma = [&](const char* sql) {
        Statement statement(database, sql);
        return statement.step() ? statement.integer(0) : 0;
    };
    if (pragma("PRAGMA application_id") != replay_application) {
        database.fail(SQLITE_NOTADB);
    }
    const std::int64_t format = pragma("PRAGMA user_version");
    if (format > replay_format) {
        throw InputError({{database.file().string(), "", "",
                           message(MessageId::record_newer, format, replay_format),
                           message(MessageId::record_newer_remedy)}});
    }

    std::map<std::string, std::string> meta;
    Statement select_meta(database, "SELECT key, value FROM meta");
    while (select_meta.step()) {
        meta[select_meta.text(0)] = select_meta.text(1);
    }
    ReplayInfo info;
    try {
        const auto member = [&](const char* key) { return json::parse(meta.at(key)); };
        info.version = meta.at("version");
        const json scenario = member("scenario");
        info.scenario_id = scenario.at("id");
        info.scenario_name = {scenario.at("name")};
        info.seed = member("seed");
        if (meta.contains("settings")) {  // older versions did not write them
            member("settings").get_to(info.settings);
        }
        info.step = member("step");
        info.frames_per_second = member("frames_per_second");
        info.profiles = kinds_from_json(member("profiles"));
        info.groups = kinds_from_json(member("groups"));
        const std::vector<int> present = member("fixture_present");
        info.fixture_present.assign(present.begin(), present.end());
        info.plan = plan_from_json(member("plan"), database.file().string());
    } catch (const json::exception&) {
        database.fail(SQLITE_CORRUPT);
    } catch (const std::out_of_range&) {
        database.fail(SQLITE_CORRUPT);
    }

    Statement select_person(database,
                            "SELECT profile, \"group\", body_radius, ifnull(exit_opening, -1), "
                            "ifnull(exit_time, 9e999) FROM person ORDER BY id");
    while (select_person.step()) {
        info.people.push_back({static_cast<int>(select_person.integer(0)),
                               static_cast<int>(select_person.integer(1)), select_person.real(2),
                               static_cast<int>(select_person.integer(3)), select_person.real(4)});
    }
    return info;
}

std::vector<Happening> read_events(Database& database) {
    std::vector<Happening> events;
    Statement select(database,
                     "SELECT time, kind, person, element FROM event ORDER BY time, rowid");
    while (select.step()) {
        const std::string kind = select.text(1);
        const auto* const name = std::find(event_names.begin(), event_names.end(), kind);
        if (name == event_names.end()) {
            database.fail(SQLITE_CORRUPT);
        }
        events.push_back({static_cast<Happening::Kind>(name - event_names.begin()), select.real(0),
                          static_cast<int>(select.integer(3)),
                          static_cast<int>(select.integer(2))});
    }
    return events;
}

void write_replay_end(Database& database, const Outcome& outcome) {
    database.execute("BEGIN");
    Statement update(database,
                     "UPDATE person SET exit_opening = nullif(?, -1), exit_time = ? WHERE id = ?");
    for (std::size_t id = 0; id < outcome.people.size(); ++id) {
        const PersonOutcome& person = outcome.people[id];
        if (person.exit_time != never) {
            update.bind(1, std::int64_t{person.exit_opening})
                .bind(2, person.exit_time)
                .bind(3, static_cast<std::int64_t>(id))
                .run();
        }
    }
    Statement insert_hash(database, "INSERT INTO hash VALUES (?, ?)");
    for (std::size_t second = 0; second < outcome.hash_by_second.size(); ++second) {
        const std::string hash = fmt::format("{:016x}", outcome.hash_by_second[second]);
        insert_hash.bind(1, static_cast<std::int64_t>(second))
            .bind(2, std::string_view(hash))
            .run();
    }
    const std::string hash = fmt::format("{:016x}", outcome.state_hash);
    Statement(database, "INSERT INTO meta VALUES ('state_hash', ?)")
        .bind(1, std::string_view(hash))
        .run();
    database.execute("COMMIT");
}

std::optional<std::vector<std::uint64_t>> read_hashes(Database& database) {
    std::vector<std::uint64_t> hashes;
    const auto keep = [&](const std::string& hexadecimal) {
        std::uint64_t value = 0;
        const char* const end = hexadecimal.data() + hexadecimal.size();
        if (std::from_chars(hexadecimal.data(), end, value, 16).ptr != end) {
            database.fail(SQLITE_CORRUPT);
        }
        hashes.push_back(value);
    };
    Statement select(database, "SELECT value FROM hash ORDER BY second");
    while (select.step()) {
        keep(select.text(0));
    }
    Statement select_end(database, "SELECT value FROM meta WHERE key = 'state_hash'");
    if (!select_end.step()) {
        return std::nullopt;
    }
    keep(select_end.text(0));
    return hashes;
}

}  // namespace evac
