#include "render/report/report.hpp"

#include "render/report/html.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace evac;
using namespace evac::render;

namespace {

Label label(const std::string& en, const std::string& zh) {
    return {{{"en", en}, {"zh", zh}}};
}

int count_of(const std::string& text, const std::string& what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++count;
    }
    return count;
}

ReportSubject small_report() {
    ReportSubject subject;
    subject.title = label("School <A> & \"B\"", "学校");
    subject.headline = label("Not safe", "不安全");
    subject.verdict = ReportSubject::Verdict::bad;
    subject.figures.push_back({label("last out", "末人撤出"), label("4:07", "4:07"), {}, true});
    subject.worst.push_back({label("The gate is locked", "大门上锁"), label("Unlock", "开锁")});
    ReportFinding finding;
    finding.finding.id = "narrow_passage:c1";
    finding.finding.severity = Severity::S2;
    finding.finding.element = "<script>alert(1)</script>";
    finding.finding.measured = 1.05;
    finding.finding.limit = 1.40;
    finding.finding.unit = "m";
    finding.finding.clause = "GB 50016-2014 5.5.18";
    finding.finding.text = label("too narrow", "过窄");
    finding.picture = {"png-en", "png-zh", label("the corridor", "走廊")};
    subject.findings.push_back(finding);
    subject.tables.push_back({label("Ledger", "台账"),
                              {label("where", "位置"), label("m", "m")},
                              {{label("gate", "大门"), label("2", "2")}},
                              {false, true},
                              {}});
    return subject;
}

}  // namespace

TEST_CASE("base64 is that of RFC 4648") {
    // Its own examples, section 10.
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\xfe") == "//4=");
}

TEST_CASE("names from users cannot become markup in a report") {
    CHECK(escaped("a<b>&\"'\x01\n") == "a&lt;b&gt;&amp;&quot;&#39;\n");
    const std::string html = report_html(small_report(), Language::en);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(html.find("<title>School &lt;A&gt; &amp; &quot;B&quot;</title>") != std::string::npos);
}

TEST_CASE("a report needs nothing beside it") {
    const std::string html = report_html(small_report(), Language::en);
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("<link") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
    CHECK(html.find("@import") == std::string::npos);
    CHECK(count_of(html, "src=\"") == count_of(html, "src=\"data:image/png;base64,"));
    CHECK(count_of(html, "<img") == 2);
    CHECK(count_of(html, "<img") == count_of(html, " alt=\""));
    CHECK(html.find(base64("png-zh")) != std::string::npos);
}

TEST_CASE("a report holds both languages and opens in the one asked for") {
    const std::string english = report_html(small_report(), Language::en);
    const std::string chinese = report_html(small_report(), Language::zh);
    for (const std::string& html : {english, chinese}) {
        CHECK(html.find("<span lang=\"en\">Not safe</span><span lang=\"zh-CN\">不安全</span>") !=
              std::string::npos);
        CHECK(count_of(html, " checked>") == 1);
        CHECK(html.find("<dd class=\"value\">4:07</dd>") != std::string::npos);  // once
    }
    CHECK(english.find("aria-label=\"English\" checked>") != std::string::npos);
    CHECK(chinese.find("aria-label=\"中文\" checked>") != std::string::npos);
    CHECK(chinese.find("<html lang=\"zh-CN\">") != std::string::npos);
}

TEST_CASE("findings show what was measured, against what, and by which clause") {
    const std::string html = report_html(small_report(), Language::en);
    CHECK(html.find("<dd>1.05 m</dd>") != std::string::npos);
    CHECK(html.find("1.40 m") != std::string::npos);
    CHECK(html.find("GB 50016-2014 5.5.18") != std::string::npos);
    CHECK(html.find("class=\"card S2\"") != std::string::npos);
    CHECK(html.find("<td class=\"number\">2</td>") != std::string::npos);
    CHECK(html.find("<th scope=\"col\">") != std::string::npos);
}

TEST_CASE("tables may come first, lead to pictures and mark a row") {
    ReportSubject subject = small_report();
    subject.pictures.push_back({"plot", {}, label("plot", "图"), "case-1"});
    subject.tables.front().leads_to = {"case-1"};
    subject.tables.front().alarming = {true};
    CHECK(report_html(subject, Language::en).find("<table") >
          report_html(subject, Language::en).find("<article"));
    subject.tables_first = true;
    const std::string html = report_html(subject, Language::en);
    CHECK(html.find("<table") < html.find("<article"));
    CHECK(html.find("<tr class=\"alarm\">") != std::string::npos);
    CHECK(html.find("<a href=\"#case-1\">") != std::string::npos);
    CHECK(html.find("<figure class=\"picture\" id=\"case-1\">") != std::string::npos);
}

TEST_CASE("a report leaves out what it has nothing to say about") {
    const std::string html = report_html({}, Language::en);
    CHECK(html.find("<section>") == std::string::npos);
    CHECK(html.find("</html>") != std::string::npos);
}
