#include "sim/text/embedded.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("every file of scenarios/schema is carried inside the program, byte for byte") {
    const std::filesystem::path folder =
        std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios" / "schema";
    std::size_t files = 0;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".json") {
                continue;
            }
            ++files;
            INFO(entry.path());
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            CHECK(evac::embedded_schema(entry.path().filename().string()) == text);
        }
    }
    CHECK(evac::embedded_schemas().size() == files);
}

TEST_CASE("embedded schemas are sorted by name, so that lists of them never change order") {
    const auto schemas = evac::embedded_schemas();
    CHECK(std::is_sorted(schemas.begin(), schemas.end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("a schema that nobody wrote has no text") {
    CHECK(evac::embedded_schema("no-such.schema.json").empty());
}
