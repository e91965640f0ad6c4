#include "sim/findings/findings_file.hpp"

#include "sim/record/csv.hpp"
#include "sim/text/file.hpp"

#include <nlohmann/json.hpp>

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

}  // namespace evac
