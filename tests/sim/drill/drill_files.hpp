#pragma once

#include "sim/text/problem.hpp"
#include "tests/sim/plan/small_plan.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace evac::testing {

/// A folder for the files of one test, gone when the test is over.
class DrillFolder {
public:
    explicit DrillFolder(const std::string& name)
        // The process id keeps tests apart that run at the same time.
        : path_(std::filesystem::temp_directory_path() /
                ("life_passage_" + name + "_" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
        write("small.plan.json", small_plan());
    }
    ~DrillFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    DrillFolder(const DrillFolder&) = delete;
    DrillFolder& operator=(const DrillFolder&) = delete;

    std::filesystem::path write(const std::string& name, const nlohmann::json& content) const {
        std::ofstream(path_ / name) << content.dump();
        return path_ / name;
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A sound drill in the small plan: 20 pupils and their teacher in "room".
inline nlohmann::json small_drill() {
    return nlohmann::json::parse(R"json({
  "format": "drill", "version": 1, "id": "small", "name": {"en": "Small drill", "zh": "小演练"},
  "plan": "small.plan.json", "seed": 7, "time_limit": 600,
  "groups": [{"id": "class", "people": [{"unit": "room", "profile": "pupil", "count": 20},
                                        {"unit": "room", "profile": "teacher", "count": 1}]}]
})json");
}

/// The problem at that JSON pointer; fails the look-up by throwing when there is none.
inline const Problem& problem_at(const std::vector<Problem>& problems, const std::string& pointer) {
    for (const Problem& problem : problems) {
        if (problem.pointer == pointer) {
            return problem;
        }
    }
    throw std::out_of_range("no problem at " + pointer);
}

}  // namespace evac::testing
