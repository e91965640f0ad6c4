#include "sim/study/critical_findings.hpp"

#include <cmath>

namespace evac {

namespace {

constexpr double noticeable = 10.0;  ///< [s]
constexpr int most = 5;

}  // namespace

void add_critical(const Plan& plan, const Sweep& sweep, std::vector<Finding>& findings) {
    int added = 0;
    for (const Loss& loss : sweep.losses) {
        if (loss.cut_off > 0 || loss.seconds_lost() < noticeable) {
            continue;
        }
        if (++added > most) {
            break;
        }
        Finding finding;
        finding.kind = FindingKind::critical;
        finding.id = "critical:" + loss.element;
        finding.severity = Severity::S4;
        finding.element = loss.element;
        finding.level = loss.level;
        finding.place = loss.place;
        finding.measured = loss.seconds_lost();
        finding.unit = std::string("s");  // GCC 12 warns wrongly of a literal
        finding.seconds_lost = loss.seconds_lost();
        finding.text = in_each([&](Language language) {
            return say(language,
                       loss.time_change ? MessageId::finding_critical_simulated
                                        : MessageId::finding_critical,
                       called(plan, loss, language), std::lround(loss.seconds_lost()));
        });
        finding.remedy = label_of(MessageId::finding_critical_remedy);
        findings.push_back(std::move(finding));
    }
}

}  // namespace evac
