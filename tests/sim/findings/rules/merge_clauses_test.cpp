#include "sim/findings/rules/merge_clauses.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

Finding finding(FindingKind kind, const std::string& id, const std::string& element,
                Severity severity, const std::string& clause) {
    Finding made;
    made.kind = kind;
    made.id = id;
    made.element = element;
    made.severity = severity;
    made.clause = clause;
    made.verified = clause.empty() ? "" : "read";
    return made;
}

}  // namespace

TEST_CASE("a clause about a thing that was measured is told with it, with the worse severity") {
    std::vector<Finding> all{
        finding(FindingKind::obstacle, "obstacle:box-1", "box-1", Severity::S3, "A 1"),
        finding(FindingKind::blocked_exit, "blocked_exit:west", "west", Severity::S1, "A 2")};
    all[0].also = {"box-2", "corridor"};
    merge_clauses(
        all,
        {finding(FindingKind::clause, "clause:CN-CLEAR:box-2", "box-2", Severity::S2, "B 1"),
         finding(FindingKind::clause, "clause:CN-DOOR-lock:west", "west", Severity::S2, "B 2")});
    REQUIRE(all.size() == 2);
    CHECK(all[0].severity == Severity::S2);
    CHECK(all[0].clause == "B 1");
    CHECK(all[1].severity == Severity::S1);  // stays the worse one
    CHECK(all[1].clause == "B 2");
}

TEST_CASE("clauses about anything else stay findings of their own") {
    std::vector<Finding> all{
        finding(FindingKind::obstacle, "obstacle:box-1", "box-1", Severity::S3, "A 1"),
        finding(FindingKind::single_point, "single_point:west", "west", Severity::S3, "")};
    const std::vector<Finding> audited{
        finding(FindingKind::clause, "clause:CN-CLEAR:box-7", "box-7", Severity::S2, "B 1"),
        finding(FindingKind::clause, "clause:CN-DOOR-lock:west", "west", Severity::S2, "B 2"),
        finding(FindingKind::clause, "clause:CN-WIDTH:box-1", "box-1", Severity::S2, "B 3")};
    merge_clauses(all, audited);
    CHECK(all.size() == 5);
    CHECK(all[0].clause == "A 1");
    CHECK(all[2].id == "clause:CN-CLEAR:box-7");
}
