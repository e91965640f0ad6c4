#include "tools/scenes/verification/cases.hpp"

#include "sim/plan/read.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_layout.hpp"

#include <iterator>

namespace evac::drawing {

CaseFolders verification_cases() {
    CaseFolders all;
    for (CaseFolders (*some)() :
         {rimea_components, rimea_function, rimea_bottlenecks, rimea_flows, imo_cases,
          iso_components, iso_routes, iso_flows, iso_smoke, hydraulic_cases, validation_bottlenecks,
          validation_diagrams, validation_streams}) {
        CaseFolders more = some();
        all.insert(all.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    }
    return all;
}

void write_verification_cases(const std::filesystem::path& folder) {
    for (const CaseFolder& one : verification_cases()) {
        const std::filesystem::path home = folder / one.suite / one.id;
        for (const Plan& plan : one.plans) {
            write_plan(plan, home / (plan.id + ".plan.json"));
        }
        for (const Json& drill : one.drills) {
            write_text(home / (drill.at("id").get<std::string>() + ".drill.json"),
                       json_text(drill));
        }
        for (const auto& [name, text] : one.texts) {
            write_text(home / name, text);
        }
        write_text(home / (one.id + ".case.json"), json_text(one.document));
    }
    for (const auto& [name, text] : verification_data()) {
        write_text(folder / "data" / name, text);
    }
}

}  // namespace evac::drawing
