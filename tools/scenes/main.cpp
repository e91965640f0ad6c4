// Draws the shipped scenarios anew: evac_scenes FOLDER, usually the scenarios/ of this repository.

#include "sim/plan/read.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_layout.hpp"
#include "sim/text/problem.hpp"
#include "tools/scenes/shipped.hpp"
#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <filesystem>

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: evac_scenes FOLDER\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    try {
        for (const evac::drawing::Shipped& scene : evac::drawing::shipped()) {
            const std::filesystem::path home = folder / scene.id;
            if (scene.plan) {
                evac::write_plan(*scene.plan, home / (scene.id + ".plan.json"));
            }
            evac::write_text(home / (scene.id + ".drill.json"), evac::json_text(scene.drill));
        }
        evac::drawing::write_verification_cases(folder / "verification");
    } catch (const evac::InputError& error) {
        for (const evac::Problem& problem : error.problems()) {
            fmt::print(stderr, "{}\n", evac::say(evac::Language::en, problem));
        }
        return 2;
    }
    return 0;
}
