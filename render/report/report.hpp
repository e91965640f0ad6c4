#pragma once

#include "sim/findings/finding.hpp"
#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace evac::render {

/// A PNG in a report. Where it says something in words, it may be there in both languages.
struct ReportPicture {
    std::string png;     ///< bytes of the file; empty: no picture
    std::string png_zh;  ///< shown to who reads Chinese; empty: `png` is shown
    Label caption;       ///< also what is read out to who cannot see it
    std::string anchor = {};  ///< by which tables lead to it; may be empty
};

/// The PNG in a file, the same for both languages. Throws InputError.
ReportPicture picture_in(const std::filesystem::path& png, Label caption);

/// One number that a principal looks for, in large type.
struct ReportFigure {
    Label label;
    Label value;  ///< with its unit
    Label note;   ///< small, below it; may be empty
    bool alarming = false;
};

/// One of the worst things, and what to do about it first.
struct ReportUrgent {
    Label what;
    Label remedy;
};

struct ReportFinding {
    Finding finding;
    Label place;  ///< name of the element and its level; empty: the element's id
    ReportPicture picture;
};

/// Any table: the sweep, the ledger, editions, rules not checked, assumptions.
struct ReportTable {
    Label title;
    std::vector<Label> header;
    std::vector<std::vector<Label>> rows;  ///< each as long as `header`
    std::vector<bool> numbers;             ///< per column: set to the right; may be shorter
    Label note;                            ///< below; may be empty
    std::vector<std::string> leads_to =
        {};                           ///< per row: anchor of a picture; may be shorter or empty
    std::vector<bool> alarming = {};  ///< per row: its last cell is marked; may be shorter
};

/// A word and what it stands for: a fact about the model, or a definition.
struct ReportPair {
    Label name;
    Label text;
};

/// All that a report tells. What is empty is left out of the page.
struct ReportSubject {
    enum class Verdict { neutral, good, attention, bad };

    Label title;
    Label subtitle;
    Verdict verdict = Verdict::neutral;
    Label headline;                     ///< the verdict in one sentence
    std::vector<ReportFigure> figures;  ///< four to six fill the first screen well
    std::vector<ReportUrgent> worst;    ///< the three worst things
    std::vector<ReportFinding> findings;
    std::vector<ReportPicture> pictures;
    std::vector<ReportTable> tables;
    bool tables_first = false;            ///< ahead of findings and pictures
    std::vector<ReportPair> facts;        ///< about the model
    std::vector<ReportPair> definitions;  ///< of the words that the report uses
    Label made_by;                        ///< program, version, date: the last line
};

/// The report as one HTML page that needs nothing beside it: no network, no script, no font. Both
/// languages are in it, with a switch; it opens in `opening`. Made to be printed on A4.
std::string report_html(const ReportSubject& subject, Language opening);

}  // namespace evac::render
