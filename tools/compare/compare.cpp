#include "tools/compare/compare.hpp"

#include "sim/record/results_folder.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tools/cli/format.hpp"
#include "tools/compare/report.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace evac {

namespace {

namespace fs = std::filesystem;

/// Both results, or what is wrong with either of them.
std::vector<Results> read_both(const CompareOptions& options) {
    std::vector<Results> both;
    std::vector<Problem> problems;
    for (const fs::path& path : {options.a, options.b}) {
        try {
            both.push_back(read_results(path));
        } catch (const InputError& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return both;
}

/// "results/school/" is called "school".
std::string short_name(const fs::path& path) {
    return (path.has_filename() ? path : path.parent_path()).stem().string();
}

fs::path out_path(const CompareOptions& options) {
    return options.out.empty() ? fs::path("results") / ("compare-" + short_name(options.a) + "-" +
                                                        short_name(options.b))
                               : options.out;
}

std::vector<std::string> console_table(const std::vector<Difference>& differences,
                                       Language language) {
    std::vector<std::vector<std::string>> rows{
        {say(language, MessageId::compare_what), "A", "B",
         say(language, MessageId::compare_difference), say(language, MessageId::compare_unit)}};
    constexpr std::size_t most_queues = 8;  // all of them are in the files
    std::size_t queues = 0;
    for (const Difference& row : differences) {
        if (row.key == "longest_queue" && ++queues > most_queues) {
            continue;
        }
        rows.push_back({row.what.in(language), number_text(row.a, row.decimals),
                        number_text(row.b, row.decimals),
                        number_text(row.change(), row.decimals, true), say(language, row.unit)});
    }
    if (queues > most_queues) {
        rows.push_back({say(language, MessageId::more_lines, queues - most_queues)});
    }
    return table_lines(rows);
}

/// The comparison would take the place of what it compares.
void refuse_inputs(const std::filesystem::path& out, const std::vector<Results>& inputs) {
    for (const Results& input : inputs) {
        std::error_code error;
        if (std::filesystem::equivalent(out, input.folder, error)) {
            throw InputError({{out.string(), "", "", message(MessageId::record_other_kind, "run"),
                               message(MessageId::record_other_folder_remedy)}});
        }
    }
}

}  // namespace

int compare_command(const CompareOptions& options) {
    const Language language = options.language;
    const std::vector<Results> both = read_both(options);
    const Results& a = both[0];
    const Results& b = both[1];
    for (const Message& caution : cautions(a, b)) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::run_warning, say(language, caution)));
    }
    const std::vector<Difference> rows = differences(a, b);
    const nlohmann::ordered_json json = comparison_json(a, b, rows);
    const std::vector<ComparedPicture> pictures = compared_pictures(a, b);

    refuse_inputs(out_path(options), both);
    ResultsFolder folder(out_path(options), "compare");
    for (const ComparedPicture& picture : pictures) {
        write_text(folder.path() / picture.file, picture.png(language));
    }
    write_differences_csv(folder.path() / "differences.csv", rows);
    write_text(folder.path() / "comparison.json", json.dump(2) + "\n");
    write_text(folder.path() / "compare.html",
               render::report_html(comparison_report(a, b, rows, pictures), language));
    folder.finish();

    if (options.json) {
        fmt::print("{}\n", json.dump(2));
        return 0;
    }
    for (const std::string& line : console_table(rows, language)) {
        fmt::print("{}\n", line);
    }
    fmt::print(stderr, "{}\n", say(language, MessageId::run_written, folder.path().string()));
    return 0;
}

}  // namespace evac
