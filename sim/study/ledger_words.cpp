#include "sim/study/ledger_words.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

namespace evac {

namespace {

constexpr std::string_view wide_space = "\xE3\x80\x80";       // U+3000
constexpr std::string_view unbroken_space = "\xC2\xA0";       // U+00A0
constexpr std::string_view wide_bracket = "\xEF\xBC\x88";     // U+FF08

using Words = std::vector<std::string_view>;

const std::vector<std::pair<LedgerColumn, Words>>& headers() {
    static const std::vector<std::pair<LedgerColumn, Words>> known{
        {LedgerColumn::id,
         {"id", "hazardid", "number", "no", "no.", "编号", "隐患编号", "问题编号", "台账编号", "序号"}},
        {LedgerColumn::place,
         {"place", "element", "location", "where", "位置", "部位", "隐患部位", "隐患位置", "存在部位",
          "具体位置", "地点", "隐患地点"}},
        {LedgerColumn::kind,
         {"kind", "type", "hazardtype", "category", "hazard", "类型", "隐患类型", "隐患类别", "类别",
          "隐患"}},
        {LedgerColumn::owner,
         {"owner", "responsible", "responsibleperson", "assignee", "责任人", "整改责任人", "负责人",
          "责任部门", "责任单位"}},
        {LedgerColumn::due,
         {"due", "duedate", "deadline", "整改期限", "期限", "整改时限", "完成期限", "限期", "截止日期",
          "整改截止日期", "要求完成日期"}},
        {LedgerColumn::photo,
         {"photo", "picture", "image", "照片", "隐患照片", "现场照片", "图片"}},
        {LedgerColumn::state,
         {"state", "status", "状态", "整改状态", "隐患状态", "销号状态", "是否整改", "是否销号",
          "是否完成"}},
        {LedgerColumn::note,
         {"note", "notes", "remark", "remarks", "comment", "备注", "说明"}},
        {LedgerColumn::since,
         {"since", "found", "founddate", "发现日期", "检查日期", "排查日期", "发现时间"}},
    };
    return known;
}

void drop_ends(std::string_view& text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (bool more = true; more;) {
        more = false;
        if (!text.empty() && blank(text.front())) {
            text.remove_prefix(1);
            more = true;
        }
        if (!text.empty() && blank(text.back())) {
            text.remove_suffix(1);
            more = true;
        }
        for (const std::string_view space : {wide_space, unbroken_space}) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                more = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                more = true;
            }
        }
    }
}

/// "Due date (day)" and "整改期限（日）" are "duedate" and "整改期限".
std::string header_word(std::string_view header) {
    header = header.substr(0, std::min(header.find('('), header.find(wide_bracket)));
    std::string word = folded(header);
    std::erase_if(word, [](char c) {
        return c == ' ' || c == '_' || c == '-' || c == '\n' || c == '\r' || c == '\t';
    });
    return word;
}

bool among(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string trimmed(std::string_view text) {
    drop_ends(text);
    return std::string(text);
}

std::string folded(std::string_view text) {
    std::string word = trimmed(text);
    for (char& c : word) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return word;
}

KnownHeader known_header(std::string_view header) {
    const std::string word = header_word(header);
    for (const auto& [column, words] : headers()) {
        const auto at = std::find(words.begin(), words.end(), word);
        if (at != words.end()) {
            return {column, static_cast<int>(at - words.begin())};
        }
    }
    return {};
}

const std::array<std::string_view, added_columns>& added_headers(Language language) {
    static constexpr std::array<std::string_view, added_columns> english{"rank",
                                                                         "width_now_m",
                                                                         "width_cleared_m",
                                                                         "seconds_gained",
                                                                         "people_reconnected",
                                                                         "cumulative_seconds",
                                                                         "cumulative_people",
                                                                         "priced_by"};
    static constexpr std::array<std::string_view, added_columns> chinese{
        "排序",         "现净宽(m)",    "整改后净宽(m)", "提前秒数",
        "恢复疏散人数", "累计提前秒数", "累计恢复人数",  "计价方式"};
    return language == Language::zh ? chinese : english;
}

bool is_added_header(std::string_view header) {
    for (const Language language : {Language::en, Language::zh}) {
        for (const std::string_view added : added_headers(language)) {
            if (folded(header) == added) {
                return true;
            }
        }
    }
    return false;
}

std::optional<std::string> iso_date(std::string_view text) {
    const std::string word = trimmed(text);
    std::string_view rest = word;
    std::array<int, 3> parts{};
    constexpr std::array<std::array<std::string_view, 4>, 3> ends{
        {{"-", "/", ".", "年"}, {"-", "/", ".", "月"}, {"日", "号", " ", "T"}}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [stop, error] =
            std::from_chars(rest.data(), rest.data() + rest.size(), parts[i]);
        if (error != std::errc() || parts[i] < 0) {
            return {};
        }
        rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
        const auto end = std::find_if(ends[i].begin(), ends[i].end(), [&](std::string_view mark) {
            return rest.starts_with(mark);
        });
        if (end != ends[i].end()) {
            rest.remove_prefix(end->size());
        } else if (i < 2 || !rest.empty()) {
            return {};
        }
    }
    // Behind the day only a time of day, as spreadsheets add one: "2026/11/30 0:00:00".
    if (rest.find_first_not_of("0123456789:. Z") != std::string_view::npos) {
        return {};
    }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                          std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!day.ok() || parts[0] < 1900 || parts[0] > 2999) {
        return {};
    }
    return fmt::format("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]);
}

std::optional<bool> says_cleared(std::string_view text, bool yes_or_no) {
    static const Words open{"",       "open",   "todo",   "pending", "outstanding", "overdue",
                            "in progress",      "not cleared", "未整改", "待整改", "整改中", "未销号",
                            "待销号", "未完成", "待复查", "未闭环", "未清除", "已逾期", "逾期"};
    static const Words cleared{"cleared", "closed", "done",     "fixed",  "resolved",
                               "removed", "已整改", "整改完成", "已完成", "已销号",
                               "销号",    "已闭环", "已清除",   "完成"};
    const std::string word = folded(text);
    if (among(open, word) || (yes_or_no && among({"no", "n", "否", "×"}, word))) {
        return false;
    }
    if (among(cleared, word) || (yes_or_no && among({"yes", "y", "是", "√"}, word))) {
        return true;
    }
    return {};
}

}  // namespace evac
