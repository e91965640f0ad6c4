#include "sim/findings/findings_file.hpp"

#include "sim/record/csv.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

using Json = nlohmann::ordered_json;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// To the millimetre, or null.
Json number(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) {
        return nullptr;
    }
    return std::round(*value * 1000.0) / 1000.0;
}

Json point(const Vec2& p) {
    return Json::array({number(p.x()), number(p.y())});
}

Json text(const Label& label) {
    return {{"en", label.in(Language::en)}, {"zh", label.in(Language::zh)}};
}

std::string level_id(const Plan& plan, int level) {
    return level < 0 ? std::string() : plan.levels[static_cast<std::size_t>(level)].id;
}

Json finding_json(const Plan& plan, const Finding& finding) {
    Json json;
    json["id"] = finding.id;
    json["kind"] = name_of(finding.kind);
    json["severity"] = name_of(finding.severity);
    json["element"] = finding.element;
    json["level"] = finding.level < 0 ? Json(nullptr) : Json(level_id(plan, finding.level));
    json["x"] = finding.place ? number(finding.place->x()) : Json(nullptr);
    json["y"] = finding.place ? number(finding.place->y()) : Json(nullptr);
    json["measured"] = number(finding.measured);
    json["limit"] = number(finding.limit);
    json["unit"] = finding.unit;
    json["clause"] = finding.clause;
    json["seconds_lost"] = number(finding.seconds_lost);
    json["text"] = text(finding.text);
    json["remedy"] = text(finding.remedy);
    json["people"] = finding.people ? Json(*finding.people) : Json(nullptr);
    json["time"] = number(finding.time);
    json["dimension"] = nullptr;
    if (finding.dimension) {
        json["dimension"] = {{"from", point(finding.dimension->line.a)},
                             {"to", point(finding.dimension->line.b)},
                             {"width", number(finding.dimension->width)}};
    }
    json["also"] = finding.also;
    json["verified"] = finding.verified;
    return json;
}

// ---- reading ----------------------------------------------------------------------------------

using Read = nlohmann::json;

/// The member with this name if it is there and known, or null.
const Read* known(const Read& json, const char* key) {
    const auto member = json.find(key);
    return member == json.end() || member->is_null() ? nullptr : &*member;
}

template <class Value>
std::optional<Value> value_of(const Read& json, const char* key) {
    const Read* member = known(json, key);
    return member ? std::optional(member->get<Value>()) : std::nullopt;
}

Vec2 point_of(const Read& json) {
    return {json.at(0).get<double>(), json.at(1).get<double>()};
}

/// The two languages that the schema asks for.
Label label_from(const Read& json) {
    return {{{"en", json.at("en").get<std::string>()}, {"zh", json.at("zh").get<std::string>()}}};
}

/// The value with this name, from `first` to `last`; the schema lets no other names through.
template <class Named>
Named named(const std::string& name, Named first, Named last) {
    int index = static_cast<int>(first);
    while (index < static_cast<int>(last) && name_of(static_cast<Named>(index)) != name) {
        ++index;
    }
    return static_cast<Named>(index);
}

/// Whether a finding about this id can be shown on the plan. The whole plan and a staircase, which
/// is the name that its units share, count too.
bool speaks_of(const Plan& plan, const std::string& id) {
    return id.empty() || id == plan.id || find_unit(plan, id) >= 0 || find_opening(plan, id) >= 0 ||
           find_fixture(plan, id) >= 0 || find_level(plan, id) >= 0 ||
           find_assembly_area(plan, id) >= 0 ||
           std::any_of(plan.units.begin(), plan.units.end(),
                       [&](const Unit& unit) { return unit.stair == id; }) ||
           std::any_of(plan.amenities.begin(), plan.amenities.end(),
                       [&](const Amenity& amenity) { return amenity.id == id; });
}

Finding finding_from(const Read& json, const Plan& plan) {
    Finding finding;
    finding.id = json.at("id").get<std::string>();
    finding.kind =
        named(json.at("kind").get<std::string>(), FindingKind::cut_off, FindingKind::hazard);
    finding.severity = named(json.at("severity").get<std::string>(), Severity::S1, Severity::S4);
    finding.element = json.at("element").get<std::string>();
    const Read* level = known(json, "level");
    if (level && speaks_of(plan, finding.element)) {
        finding.level = find_level(plan, level->get<std::string>());
    }
    if (known(json, "x") && known(json, "y")) {
        finding.place = Vec2(json.at("x").get<double>(), json.at("y").get<double>());
    }
    finding.measured = value_of<double>(json, "measured");
    finding.limit = value_of<double>(json, "limit");
    finding.unit = json.at("unit").get<std::string>();
    finding.clause = json.at("clause").get<std::string>();
    finding.seconds_lost = value_of<double>(json, "seconds_lost");
    finding.text = label_from(json.at("text"));
    finding.remedy = label_from(json.at("remedy"));
    finding.people = value_of<int>(json, "people");
    finding.time = value_of<double>(json, "time");
    if (const Read* dimension = known(json, "dimension")) {
        finding.dimension =
            Dimension{Segment{point_of(dimension->at("from")), point_of(dimension->at("to"))},
                      dimension->at("width").get<double>()};
    }
    finding.also = value_of<std::vector<std::string>>(json, "also").value_or(finding.also);
    finding.verified = value_of<std::string>(json, "verified").value_or("");
    return finding;
}

}  // namespace

Json findings_json(const Plan& plan, const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
        list.push_back(finding_json(plan, finding));
    }
    Json json;
    json["format"] = "evac-findings";
    json["version"] = 1;
    json["findings"] = std::move(list);
    return json;
}

void write_findings(const std::filesystem::path& folder, const Plan& plan,
                    const std::vector<Finding>& findings) {
    write_text(folder / "findings.json", findings_json(plan, findings).dump(2) + "\n");
    CsvFile csv(folder / "findings.csv",
                "id,kind,severity,element,level,x,y,measured,limit,unit,clause,verified,"
                "seconds_lost,people,time,text_en,remedy_en,text_zh,remedy_zh");
    for (const Finding& finding : findings) {
        csv.cell(finding.id)
            .cell(name_of(finding.kind))
            .cell(name_of(finding.severity))
            .cell(finding.element)
            .cell(level_id(plan, finding.level))
            .cell(finding.place ? finding.place->x() : nothing, 3)
            .cell(finding.place ? finding.place->y() : nothing, 3)
            .cell(finding.measured.value_or(nothing), 3)
            .cell(finding.limit.value_or(nothing), 3)
            .cell(finding.unit)
            .cell(finding.clause)
            .cell(finding.verified)
            .cell(finding.seconds_lost.value_or(nothing), 1)
            .cell(finding.people ? *finding.people : nothing, 0)
            .cell(finding.time.value_or(nothing), 1)
            .cell(finding.text.in(Language::en))
            .cell(finding.remedy.in(Language::en))
            .cell(finding.text.in(Language::zh))
            .cell(finding.remedy.in(Language::zh));
        csv.end_row();
    }
    csv.finish();
}

std::vector<Finding> read_findings(const std::filesystem::path& file, const Plan& plan) {
    const Read json = read_json(file);
    if (std::vector<Problem> problems = check_schema(json, "findings.schema.json", file.string());
        !problems.empty()) {
        throw InputError(std::move(problems));
    }
    std::vector<Finding> findings;
    for (const Read& finding : json.at("findings")) {
        findings.push_back(finding_from(finding, plan));
    }
    return findings;
}

}  // namespace evac
