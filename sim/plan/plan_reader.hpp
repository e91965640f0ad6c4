#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/plan/plan.hpp"
#include "sim/text/problem.hpp"

namespace evac {

/// Reads a plan feature by feature and goes on after a defect, so that one run shows all of them. A
/// feature that breaks the schema is left out, and so is, silently, what refers to it: the user has
/// been told once.
class PlanReader {
public:
    PlanReader(const nlohmann::json& document, std::string file);

    /// The plan; throws InputError with every defect.
    Plan read();

private:
    using json = nlohmann::json;
    using ReadFeature = void (PlanReader::*)(const json& feature);

    // What is where in the file.
    const json& features() const { return document_["features"]; }
    void note_broken_features();
    void note_ids();
    std::string pointer_to(const std::string& id) const;
    void add(const std::string& id, std::string_view below, Message what, Message remedy);
    void leave_out(const std::string& id);

    // Features by type.
    void read_head();
    void read_features(std::string_view type, ReadFeature read_one);
    void read_levels();
    void read_level(const json& feature);
    void read_unit(const json& feature);
    void read_opening(const json& feature);
    void read_fixture(const json& feature);
    void read_assembly_area(const json& feature);
    void read_amenity(const json& feature);
    ExitSign sign_from(const json& additions, const std::string& element);
    void check_geometry();

    // References: an index, or -1 after telling that nothing has that id. `below` is the place of
    // the reference in its feature.
    int level_of(const json& feature);
    int unit_called(const std::string& unit, const std::string& element, std::string_view below);
    int side_called(const std::string& unit, const Opening& opening, std::string_view below);

    // Parts of openings.
    bool read_sides(const json& sides, Opening& opening);
    Swing swing_from(const std::string& word, const Opening& opening);

    const json& document_;
    Plan plan_;
    std::vector<Problem> problems_;
    std::set<std::size_t> broken_;                    ///< features that are not read
    std::set<std::string> left_out_;                  ///< ids of features that are not read
    bool whole_ = true;                               ///< nothing was left out
    std::map<std::string, std::size_t> place_of_id_;  ///< index of the feature
    std::map<std::string, int> levels_;
    std::map<std::string, int> units_;
    std::vector<std::optional<double>> unit_elevations_;     ///< as the file states them
    std::vector<std::optional<double>> opening_elevations_;  ///< as the file states them
};

}  // namespace evac
