#include "tools/cli/program.hpp"

#include "sim/findings/rules/rule_set.hpp"
#include "sim/text/problem.hpp"
#include "tools/check/check.hpp"
#include "tools/cli/language.hpp"
#include "tools/cli/validators.hpp"
#include "tools/cli/version_text.hpp"
#include "tools/compare/compare.hpp"
#include "tools/export.hpp"
#include "tools/import/import.hpp"
#include "tools/run/run.hpp"
#include "tools/verify/verify.hpp"
#include "tools/view/view.hpp"

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

namespace evac {

namespace {

constexpr int exit_bad_input = 2;
constexpr int exit_our_fault = 3;
/// As in the drill file: what JSON holds exactly.
constexpr std::int64_t largest_seed = 9007199254740991;

/// What follows `--lang`, looked up ahead of everything else since help itself needs it.
std::string asked_language(int argument_count, const char* const* arguments) {
    for (int i = 1; i < argument_count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--lang" && i + 1 < argument_count) {
            return arguments[i + 1];
        }
        if (argument.starts_with("--lang=")) {
            return std::string(argument.substr(7));
        }
    }
    return {};
}

/// The first word that should be a subcommand and is none; CLI11 would only say that one is
/// missing.
std::string unknown_subcommand(const CLI::App& app, int argument_count,
                               const char* const* arguments) {
    for (int i = 1; i < argument_count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--lang") {
            ++i;
        } else if (!argument.starts_with("-")) {
            const auto known = app.get_subcommands(
                [&](const CLI::App* subcommand) { return subcommand->get_name() == argument; });
            return known.empty() ? argument : std::string();
        }
    }
    return {};
}

/// CLI11 words its errors in English; those a user is likely to meet are said in both languages.
std::string usage_error(const CLI::ParseError& error, Language language) {
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        return say(language, MessageId::usage_unexpected, error.what());
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        return say(language, MessageId::usage_missing, error.what());
    }
    const std::string words = error.what();
    if (words.ends_with(" missing")) {  // "--seed: 1 required N missing"
        return say(language, MessageId::usage_wrong,
                   say(language, MessageId::usage_no_value, words.substr(0, words.find(':'))));
    }
    return say(language, MessageId::usage_wrong, error.what());
}

std::string subcommand_names(const CLI::App& app) {
    std::string names;
    for (const CLI::App* subcommand : app.get_subcommands({})) {
        names += (names.empty() ? "" : ", ") + subcommand->get_name();
    }
    return names;
}

/// The words of CLI11's own in the help.
void name_parts_of_help(CLI::App& app, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    app.get_formatter()->label("Usage", text(MessageId::help_usage));
    app.get_formatter()->label("OPTIONS", text(MessageId::help_options_word));
    app.get_formatter()->label("Positionals", text(MessageId::help_positionals));
    app.get_formatter()->label("SUBCOMMAND", text(MessageId::help_subcommand_word));
    app.get_formatter()->label("REQUIRED", text(MessageId::help_required));
    app.option_defaults()->group(text(MessageId::help_options));
}

void print_problems(const InputError& error, Language language) {
    for (const Problem& problem : error.problems()) {
        fmt::print(stderr, "{}\n", say(language, problem));
    }
    if (error.problems().size() > 1) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::problem_count, error.problems().size()));
    }
}

CLI::App* add_run(CLI::App& app, RunOptions& options, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* run = app.add_subcommand("run", text(MessageId::help_run));
    run->footer(text(MessageId::help_run_example));
    run->add_option("scenario", options.scenario, text(MessageId::help_scenario))
        ->required()
        ->type_name("SCENARIO");
    run->add_option("--out", options.out, text(MessageId::help_out))->type_name("DIR");
    run->add_option("--seed", options.seed, text(MessageId::help_seed))
        ->check(whole_number_in(0, largest_seed, language))
        ->type_name("N");
    run->add_option("--model", options.model, text(MessageId::help_model))
        ->check(CLI::IsMember({"headway", "hydraulic"}))
        ->type_name("headway|hydraulic");
    run->add_option("--repeat", options.repeat, text(MessageId::help_repeat))
        ->type_name("N|enough");
    run->add_option("--threads", options.threads, text(MessageId::help_threads))
        ->check(whole_number_in(1, 256, language))
        ->type_name("N");
    run->add_flag("--quiet", options.quiet, text(MessageId::help_quiet));
    run->add_flag("--json", options.json, text(MessageId::help_json));
    return run;
}

CLI::App* add_import(CLI::App& app, ImportOptions& options, bool& json, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* import = app.add_subcommand("import", text(MessageId::help_import));
    import->footer(text(MessageId::help_import_example));
    import->add_option("source", options.source, text(MessageId::help_import_source))
        ->required()
        ->type_name("FILE|DIR");
    import->add_option("--out", options.out, text(MessageId::help_import_out))
        ->required()
        ->type_name("PLAN");
    import->add_option("--report", options.report, text(MessageId::help_import_report))
        ->type_name("FILE");
    import->add_flag("--guess-exits", options.guess_exits, text(MessageId::help_guess_exits));
    import
        ->add_option("--storey-height", options.storey_height, text(MessageId::help_storey_height))
        ->check(number_in(2.0, 10.0, language))
        ->capture_default_str()
        ->type_name("M");
    import->add_flag("--json", json, text(MessageId::help_import_json));
    return import;
}

CLI::App* add_export(CLI::App& app, ExportOptions& options, std::string& format,
                     Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* exporting = app.add_subcommand("export", text(MessageId::help_export));
    exporting->footer(text(MessageId::help_export_example));
    exporting->add_option("result", options.result, text(MessageId::help_export_result))
        ->required()
        ->type_name("RESULT");
    exporting->add_option("--format", format, text(MessageId::help_export_format))
        ->required()
        ->check(one_of({"csv", "pedpy", "jupedsim-sqlite", "wkt"}, language))
        ->type_name("csv|pedpy|jupedsim-sqlite|wkt");
    exporting->add_option("--out", options.out, text(MessageId::help_export_out))
        ->required()
        ->type_name("F");
    return exporting;
}

CLI::App* add_compare(CLI::App& app, CompareOptions& options, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* compare = app.add_subcommand("compare", text(MessageId::help_compare));
    compare->footer(text(MessageId::help_compare_example));
    compare->add_option("a", options.a, text(MessageId::help_compare_result))
        ->required()
        ->type_name("RESULT_A");
    compare->add_option("b", options.b, text(MessageId::help_compare_result))
        ->required()
        ->type_name("RESULT_B");
    compare->add_option("--out", options.out, text(MessageId::help_compare_out))->type_name("DIR");
    compare->add_flag("--json", options.json, text(MessageId::help_compare_json));
    return compare;
}

CLI::App* add_check(CLI::App& app, CheckOptions& options, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* check = app.add_subcommand("check", text(MessageId::help_check));
    check->footer(text(MessageId::help_check_example));
    check->add_option("source", options.source, text(MessageId::help_check_source))
        ->required()
        ->type_name("PLAN|SCENARIO");
    check->add_option("--out", options.out, text(MessageId::help_check_out))->type_name("DIR");
    std::string names;
    for (const std::string& name : rule_set_names()) {
        names += (names.empty() ? "" : ", ") + name;
    }
    check->add_option("--rules", options.rules, say(language, MessageId::help_check_rules, names))
        ->type_name("NAME|FILE");
    check->add_option("--ledger", options.ledger, text(MessageId::help_check_ledger))
        ->type_name("CSV");
    check->add_flag("--simulate", options.simulate, text(MessageId::help_check_simulate));
    check->add_option("--fail-on", options.fail_on, text(MessageId::help_check_fail_on))
        ->check(one_of({"S1", "S2", "S3"}, language))
        ->type_name("S1|S2|S3");
    check->add_option("--threads", options.threads, text(MessageId::help_check_threads))
        ->check(whole_number_in(1, 256, language))
        ->type_name("N");
    check->add_flag("--json", options.json, text(MessageId::help_check_json));
    return check;
}

CLI::App* add_view(CLI::App& app, ViewOptions& options, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App* view = app.add_subcommand("view", text(MessageId::help_view));
    view->footer(text(MessageId::help_view_example));
    options.sources.resize(2);
    view->add_option("a", options.sources[0], text(MessageId::help_view_source))
        ->required()
        ->type_name("SCENARIO|RESULT");
    view->add_option("b", options.sources[1], text(MessageId::help_view_second))
        ->type_name("SECOND");
    view->add_option("--screenshot", options.screenshot, text(MessageId::help_view_screenshot))
        ->type_name("F");
    view->add_option("--at", options.at, text(MessageId::help_view_at))->type_name("T");
    view->add_option("--video", options.video, text(MessageId::help_view_video))->type_name("F");
    view->add_option("--speed", options.speed, text(MessageId::help_view_speed))
        ->check(number_in(0.25, 60.0, language))
        ->type_name("X");
    view->add_option("--size", options.size, text(MessageId::help_view_size))->type_name("WxH");
    view->add_option("--fps", options.frames_per_second, text(MessageId::help_view_fps))
        ->check(number_in(1.0, 120.0, language))
        ->type_name("N");
    view->add_option("--layout", options.layout, text(MessageId::help_view_layout))
        ->check(one_of({"sides", "stack"}, language))
        ->type_name("sides|stack");
    view->add_option("--colour,--color", options.colour, text(MessageId::help_view_colour))
        ->check(one_of({"exit", "group", "speed", "waiting", "profile"}, language))
        ->type_name("exit|group|speed|waiting|profile");
    view->add_option("--theme", options.theme, text(MessageId::help_view_theme))
        ->check(one_of({"light", "dark"}, language))
        ->type_name("light|dark");
    view->add_option("--show", options.show, text(MessageId::help_view_show))->type_name("LIST");
    view->add_flag("--present", options.present, text(MessageId::help_view_present));
    view->add_option("--scale", options.scale, text(MessageId::help_view_scale))
        ->check(number_in(0.5, 4.0, language))
        ->type_name("X");
    view->add_option("--seed", options.seed, text(MessageId::help_view_seed))
        ->check(whole_number_in(0, largest_seed, language))
        ->type_name("N");
    view->add_option("--measure", options.measure, text(MessageId::help_view_measure))
        ->check(number_in(1.0, 600.0, language))
        ->type_name("S");
    view->add_flag("--quiet", options.quiet, text(MessageId::help_quiet));
    return view;
}

int export_command(ExportOptions options, const std::string& format) {
    options.format = *export_format(format);
    for (const std::filesystem::path& file : export_result(options)) {
        fmt::print("{}\n", file.string());
    }
    return 0;
}

int parse_and_run(int argument_count, const char* const* arguments, Language language) {
    const auto text = [&](MessageId id) { return say(language, id); };
    CLI::App app{text(MessageId::help_program), "evac"};
    app.footer(text(MessageId::help_program_example));
    name_parts_of_help(app, language);
    app.require_subcommand(1);
    app.fallthrough();
    app.set_help_flag("-h,--help", text(MessageId::help_help));
    app.set_version_flag("--version", version_text(), text(MessageId::help_version));
    std::string lang;
    app.add_option("--lang", lang, text(MessageId::help_lang))
        ->check(one_of({"en", "zh"}, language))
        ->type_name("en|zh");

    RunOptions run_options;
    run_options.language = language;
    CLI::App* run = add_run(app, run_options, language);
    ImportOptions import_options;
    bool import_json = false;
    CLI::App* import = add_import(app, import_options, import_json, language);
    ExportOptions export_options;
    std::string format;
    CLI::App* exporting = add_export(app, export_options, format, language);
    CheckOptions check_options;
    check_options.language = language;
    CLI::App* check = add_check(app, check_options, language);
    CompareOptions compare_options;
    compare_options.language = language;
    CLI::App* compare = add_compare(app, compare_options, language);

    ViewOptions view_options;
    view_options.language = language;
    CLI::App* view = add_view(app, view_options, language);

    VerifyOptions verify_options;
    verify_options.language = language;
    CLI::App* verify = add_verify(app, verify_options);

    for (CLI::App* subcommand : app.get_subcommands({})) {
        subcommand->group(text(MessageId::help_subcommands));
        subcommand->get_option("--help")->group(text(MessageId::help_options));
    }
    if (const std::string unknown = unknown_subcommand(app, argument_count, arguments);
        !unknown.empty()) {
        fmt::print(stderr, "{}\n",
                   say(language, MessageId::usage_unknown_command, unknown, subcommand_names(app)));
        return exit_bad_input;
    }
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::Success& done) {  // help and version
        return app.exit(done);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "{}\n", usage_error(error, language));
        return exit_bad_input;
    }
    if (run->parsed()) {
        return run_command(run_options);
    }
    if (import->parsed()) {
        return import_command(import_options, language, import_json);
    }
    if (exporting->parsed()) {
        return export_command(export_options, format);
    }
    if (check->parsed()) {
        return check_command(check_options);
    }
    if (compare->parsed()) {
        return compare_command(compare_options);
    }
    if (view->parsed()) {
        std::erase(view_options.sources, std::filesystem::path());
        return view_command(view_options);
    }
    if (verify->parsed()) {
        return verify_command(verify_options);
    }
    return exit_our_fault;  // require_subcommand leaves nothing else
}

}  // namespace

int run_program(int argument_count, const char* const* arguments) {
    const Language language = choose_language(asked_language(argument_count, arguments));
    try {
        return parse_and_run(argument_count, arguments, language);
    } catch (const InputError& error) {
        print_problems(error, language);
        return exit_bad_input;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "{}\n", say(language, MessageId::out_of_memory));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", say(language, MessageId::our_fault, error.what()));
    }
    return exit_our_fault;
}

}  // namespace evac
