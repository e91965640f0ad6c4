#include "tests/tools/process.hpp"

#include "sim/text/file.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

extern char** environ;

namespace evac::testing {

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) {
        list.push_back(text.data());
    }
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environment_of(const ProcessRequest& request) {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text = *variable;
        if (!request.environment.contains(text.substr(0, text.find('=')))) {
            variables.push_back(text);
        }
    }
    for (const auto& [name, value] : request.environment) {
        if (value) {
            variables.push_back(name + "=" + *value);
        }
    }
    return variables;
}

}  // namespace

Process::Process(const ProcessRequest& request) {
    // Everything that needs memory comes before fork(): other threads may hold its locks.
    std::vector<std::string> words = request.words;
    std::vector<std::string> variables = environment_of(request);
    const std::vector<char*> arguments = pointers(words);
    const std::vector<char*> environment = pointers(variables);
    const std::string folder = request.folder.string();
    const std::string output = request.output.string();
    const std::string errors = request.errors.string();
    id_ = ::fork();
    if (id_ < 0) {
        throw std::runtime_error("fork");
    }
    if (id_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that is killed leaves nobody behind
        const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        const int err = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(err, STDERR_FILENO);
        if (::chdir(folder.c_str()) == 0) {
            ::execvpe(arguments[0], arguments.data(), environment.data());
        }
        ::_exit(127);
    }
}

Process::~Process() {
    if (!code_) {
        ::kill(id_, SIGTERM);
        if (!wait(5.0)) {
            ::kill(id_, SIGKILL);
            wait(5.0);
        }
    }
}

void Process::interrupt() {
    if (!code_) {
        ::kill(id_, SIGINT);
    }
}

std::optional<int> Process::wait(double seconds) {
    using namespace std::chrono_literals;
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::duration<double>(seconds);
    while (!code_) {
        int status = 0;
        if (::waitpid(id_, &status, WNOHANG) == id_) {
            code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (Clock::now() > until) {
            break;
        } else {
            std::this_thread::sleep_for(2ms);
        }
    }
    return code_;
}

Ran ran(ProcessRequest request) {
    const TemporaryFolder folder;
    request.output = folder.path() / "output.txt";
    request.errors = folder.path() / "errors.txt";
    Ran result;
    {
        Process process(request);
        result.code = process.wait(120.0).value_or(-1);
    }
    result.output = read_text(request.output);
    result.errors = read_text(request.errors);
    return result;
}

bool installed(const std::string& program) {
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((folder + "/" + program).c_str(), X_OK) == 0) {
            return true;
        }
    }
    return false;
}

}  // namespace evac::testing
