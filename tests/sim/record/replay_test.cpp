#include "sim/record/replay.hpp"

#include "sim/text/problem.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <csignal>
#include <cstdlib>
#include <fstream>

using namespace evac;
using namespace evac::testing;

namespace {

constexpr int people = 30;

/// A whole replay of `seconds` of marching, the door locked at 1.5 s, person 3 out at 2.25 s.
std::filesystem::path write_replay(const std::filesystem::path& file, int seconds) {
    ReplayWriter writer(file, info_of(people));
    for (int f = 0; f <= 10 * seconds; ++f) {
        if (f == 15) {
            writer.append_event({Happening::Kind::locked, 1.5, 0, -1});
        }
        writer.append(marching(0.1 * f, people));
    }
    writer.append_event({Happening::Kind::stuck, 2.0, 1, 7});
    Outcome outcome;
    outcome.state_hash = 0xfedcba9876543210U;
    outcome.hash_by_second = {1, 2, 3};
    outcome.people.resize(people);
    outcome.people[3].exit_opening = 1;
    outcome.people[3].exit_time = 2.25;
    writer.finish(outcome);
    return file;
}

/// The id of what is said to be wrong with `path`.
MessageId complaint(const std::filesystem::path& path) {
    try {
        const Replay replay(path);
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 1);
        return error.problems().front().what.id;
    }
    FAIL("no InputError");
    return {};
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Runs `work` in a process of its own and gives back how that ended (see waitpid).
template <class Work>
int in_child(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        std::_Exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("a replay gives back the drill it was told") {
    const TemporaryFolder folder;
    Replay replay(write_replay(folder.path() / "a.sqlite", 3));

    CHECK(replay.whole());
    CHECK(replay.hashes() == std::vector<std::uint64_t>{1, 2, 3, 0xfedcba9876543210U});
    CHECK(replay.info().scenario_id == "small");
    CHECK(replay.info().seed == 18446744073709551615U);
    CHECK(replay.info().version == "1.2.3");
    CHECK(replay.info().step == 0.05);
    CHECK(replay.info().plan.openings.at(1).id == "door-2");
    CHECK(replay.info().profiles.at(0).name.in(Language::zh) == "学生");
    CHECK(replay.info().groups.at(1).id == "3-3");
    REQUIRE(replay.info().people.size() == people);
    CHECK(replay.info().people[7].group == 1);
    CHECK(replay.info().people[7].body_radius == Approx(0.207));
    CHECK(replay.info().people[7].exit_opening == -1);
    CHECK(replay.info().people[7].exit_time == never);
    CHECK(replay.info().people[3].exit_opening == 1);
    CHECK(replay.info().people[3].exit_time == 2.25);

    REQUIRE(replay.events().size() == 2);
    CHECK(replay.events()[0].kind == Happening::Kind::locked);
    CHECK(replay.events()[0].element == 0);
    CHECK(replay.events()[1].person == 7);

    REQUIRE(replay.frame_count() == 31);
    CHECK(replay.end_time() == Approx(3.0));
    for (std::int64_t f = 0; f < replay.frame_count(); ++f) {
        const Frame& frame = replay.frame(f);
        const double time = 0.1 * static_cast<double>(f);
        CHECK(frame.time == Approx(time).margin(1e-9));
        REQUIRE(frame.poses.size() == people);
        CHECK(frame.poses[12].x == Approx(time).margin(1e-6));
        CHECK(frame.poses[12].y == 12.0F);
        CHECK(frame.poses[12].heading_x == 1.0F);
        CHECK(frame.poses[12].activity == Activity::walking);
    }
}

TEST_CASE("any moment of a replay can be looked at, in any order") {
    const TemporaryFolder folder;
    Replay replay(write_replay(folder.path() / "a.sqlite", 5));
    CHECK(replay.frame_at(4.0).time == Approx(4.0));
    CHECK(replay.frame_at(0.3).time == Approx(0.3));  // 3 * 0.1 is a little more than 0.3
    CHECK(replay.frame_at(3 * 0.1).time == Approx(0.3));
    CHECK(replay.frame_at(2.99).time == Approx(2.9));
    CHECK(replay.frame_at(-1.0).time == 0.0);
    CHECK(replay.frame_at(1e9).time == Approx(5.0));
    CHECK(replay.frame_index_at(2.0) == 20);
}

TEST_CASE("a replay without frames says so") {
    const TemporaryFolder folder;
    ReplayWriter(folder.path() / "a.sqlite", info_of(0)).finish({});
    Replay replay(folder.path() / "a.sqlite");
    CHECK(replay.whole());
    CHECK(replay.frame_count() == 0);
    CHECK(replay.frame_index_at(0.0) == -1);
}

TEST_CASE("a finished replay is one file, and writing again replaces it") {
    const TemporaryFolder folder;
    write_replay(folder.path() / "a.sqlite", 3);
    write_replay(folder.path() / "a.sqlite", 1);
    CHECK(Replay(folder.path() / "a.sqlite").frame_count() == 11);
    const auto files = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin(files), end(files)) == 1);
}

TEST_CASE("after a kill the replay plays up to the last whole second written") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "out.incomplete" / replay_file_name;
    std::filesystem::create_directory(folder.path() / "out.incomplete");
    const int status = in_child([&] {
        ReplayWriter writer(file, info_of(people));
        for (int f = 0; f < 47; ++f) {
            writer.append(marching(0.1 * f, people));
        }
        std::raise(SIGKILL);
    });
    REQUIRE(WIFSIGNALED(status));

    // 47 frames are 4 whole seconds; the folder that never came to be stands for its leftover.
    Replay replay(folder.path() / "out");
    CHECK_FALSE(replay.whole());
    CHECK(replay.frame_count() == 40);
    CHECK(replay.end_time() == Approx(3.9));
    CHECK(replay.frame_at(3.9).poses.at(5).x == Approx(3.9));
    CHECK(replay.info().people.size() == people);
}

TEST_CASE("a replay can be watched while it is being written") {
    const TemporaryFolder folder;
    ReplayWriter writer(folder.path() / "a.sqlite", info_of(people));
    for (int f = 0; f < 25; ++f) {
        writer.append(marching(0.1 * f, people));
    }
    CHECK(Replay(folder.path() / "a.sqlite").frame_count() == 20);
}

TEST_CASE("a full disk is an error that names the file, and what was written stays readable") {
    const TemporaryFolder folder;
    const auto file = folder.path() / replay_file_name;
    constexpr int expected = 42;
    // A limit on the size of files stands for the full disk: the same calls fail.
    const int status = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{200'000, 200'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            ReplayWriter writer(file, info_of(people));
            for (int f = 0; f < 100'000; ++f) {
                Frame frame = marching(0.1 * f, people);
                for (Pose& pose : frame.poses) {  // nothing that packs well
                    pose.x += static_cast<float>((f * 7919 + pose.person * 104729) % 1000);
                }
                writer.append(frame);
            }
        } catch (const InputError& error) {
            const Problem& problem = error.problems().front();
            const bool right =
                problem.file == file.string() && problem.what.id == MessageId::file_disk_full;
            std::_Exit(right ? expected : 1);
        }
    });
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == expected);
    CHECK(Replay(file).frame_count() > 0);
}

TEST_CASE("what is no replay is told apart from what is damaged") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.sqlite";
    CHECK(complaint(file) == MessageId::file_not_found);
    CHECK(complaint(folder.path()) == MessageId::record_no_replay_inside);

    write_bytes(file, "");
    CHECK(complaint(file) == MessageId::record_no_replay);
    write_bytes(file, "time,x,y\n0,1,2\n");
    CHECK(complaint(file) == MessageId::record_no_replay);

    Database other(file, Database::Mode::create);
    other.execute("CREATE TABLE recipe (name TEXT)");
    CHECK(complaint(file) == MessageId::record_no_replay);

    const std::string good = bytes_of(write_replay(file, 5));
    write_bytes(file, good.substr(0, good.size() / 2));
    CHECK(complaint(file) == MessageId::record_damaged);
}

TEST_CASE("a replay of a newer format asks for a newer program") {
    const TemporaryFolder folder;
    const auto file = write_replay(folder.path() / "a.sqlite", 1);
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, "PRAGMA user_version = 99", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    sqlite3_close(handle);
    CHECK(complaint(file) == MessageId::record_newer);
}

TEST_CASE("a damaged second is an error when it is looked at, not a crash") {
    const TemporaryFolder folder;
    const auto file = write_replay(folder.path() / "a.sqlite", 3);
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, "UPDATE chunk SET data = x'0102030405' WHERE first_frame = 10",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
    Replay replay(file);
    CHECK(replay.frame(5).poses.size() == people);
    CHECK_THROWS_AS(replay.frame(15), InputError);
    CHECK(replay.frame(25).poses.size() == people);
}
