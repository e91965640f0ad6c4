#include "sim/findings/quantity.hpp"

#include <catch2/catch.hpp>

using namespace evac;

TEST_CASE("measured values read as people say them, in both languages") {
    CHECK(quantity_text(0.7, "m", Language::en) == "0.70 m");
    CHECK(quantity_text(1.0, "doors", Language::en) == "1 door");
    CHECK(quantity_text(2.0, "doors", Language::en) == "2 doors");
    CHECK(quantity_text(2.0, "doors", Language::zh) == "2 个门");
    CHECK(quantity_text(3174.3, "person s", Language::en) == "53 person-minutes");
    CHECK(quantity_text(12.0, "persons", Language::zh) == "12 人");
    CHECK(quantity_text(-0.0, "s", Language::en) == "0 s");
    CHECK(quantity_text(1.5, "furlongs", Language::en) == "1.50 furlongs");
    CHECK(quantity_text(3.0, "", Language::en) == "3");
}

TEST_CASE("the numbers of a finding are named by what they are") {
    Finding finding;
    finding.kind = FindingKind::obstacle;
    finding.measured = 0.7;
    finding.limit = 3.0;
    finding.unit = "m";
    finding.clause = "GB 55037-2022 7.1.5";
    finding.seconds_lost = 45.2;
    finding.people = 0;
    const std::vector<FindingFact> facts = facts_of(finding);
    REQUIRE(facts.size() == 4);  // nobody concerned: no line
    CHECK(facts[0].words.in(Language::en) == "0.70 m");
    CHECK(facts[1].name == MessageId::finding_fact_cleared);  // 3 m is no limit that a code sets
    CHECK(facts[1].words.in(Language::en) == "3.00 m");
    CHECK(facts[2].words.in(Language::zh) == "GB 55037-2022 7.1.5");
    CHECK(facts[3].words.in(Language::en).find("45 s") == 0);

    finding.kind = FindingKind::clause;
    CHECK(facts_of(finding)[1].name == MessageId::finding_fact_limit);
    // "measured 1 thing, limit 0" tells nothing that the sentence does not.
    finding.unit = "things";
    CHECK(facts_of(finding).front().name == MessageId::finding_fact_clause);
}
