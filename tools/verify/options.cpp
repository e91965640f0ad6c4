#include "sim/text/message.hpp"
#include "tools/cli/validators.hpp"
#include "tools/verify/verify.hpp"

namespace evac {

CLI::App* add_verify(CLI::App& app, VerifyOptions& options) {
    const auto text = [&](MessageId id) { return say(options.language, id); };
    CLI::App* verify = app.add_subcommand("verify", text(MessageId::help_verify));
    verify->footer(text(MessageId::help_verify_example));
    verify
        ->add_option("--suite", options.suites,
                     say(options.language, MessageId::help_verify_suite,
                         "rimea, imo, iso20414, hydraulic, validation"))
        ->type_name("NAME");
    verify->add_option("--case", options.cases, text(MessageId::help_verify_case))->type_name("ID");
    verify->add_option("--cases", options.folder, text(MessageId::help_verify_cases))
        ->type_name("DIR");
    verify->add_option("--out", options.out, text(MessageId::help_verify_out))->type_name("DIR");
    verify->add_option("--tier", options.tier, text(MessageId::help_verify_tier))
        ->check(one_of({"fast", "all"}, options.language))
        ->type_name("fast|all");
    constexpr std::int64_t most_seed = 1'000'000'000;
    verify->add_option("--seed", options.seed, text(MessageId::help_verify_seed))
        ->check(whole_number_in(0, most_seed, options.language))
        ->type_name("N");
    verify->add_option("--rotate", options.turn, text(MessageId::help_verify_rotate))
        ->check(number_in(-360.0, 360.0, options.language))
        ->type_name("DEG");
    verify->add_flag("--mirror", options.mirror, text(MessageId::help_verify_mirror));
    verify->add_option("--model", options.model, text(MessageId::help_verify_model))
        ->check(one_of({"headway", "hydraulic"}, options.language))
        ->type_name("headway|hydraulic");
    verify->add_option("--threads", options.threads, text(MessageId::help_check_threads))
        ->check(whole_number_in(1, 256, options.language))
        ->type_name("N");
    verify->add_flag("--list", options.list, text(MessageId::help_verify_list));
    verify->add_flag("--quiet", options.quiet, text(MessageId::help_quiet));
    verify->add_flag("--json", options.json, text(MessageId::help_verify_json));
    return verify;
}

}  // namespace evac
