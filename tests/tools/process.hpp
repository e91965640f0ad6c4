#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace evac::testing {

/// What a program is started with.
struct ProcessRequest {
    std::vector<std::string> words;  ///< the program, looked for in PATH, and its arguments
    std::filesystem::path folder = ".";
    /// Beside the variables that we have ourselves; nothing: the program does not see it.
    std::map<std::string, std::optional<std::string>> environment = {};
    std::filesystem::path output = "/dev/null";  ///< where its standard output goes
    std::filesystem::path errors = "/dev/null";
};

/// A program that runs beside us. It never outlives the object, nor us.
class Process {
public:
    explicit Process(const ProcessRequest& request);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// As if Ctrl-C was pressed.
    void interrupt();

    /// Its exit code, 128 and the signal where one ended it; nothing if it still runs by then.
    std::optional<int> wait(double seconds);

private:
    pid_t id_ = -1;
    std::optional<int> code_;
};

/// What a program left when it had ended.
struct Ran {
    int code = -1;       ///< -1: it did not end within two minutes
    std::string output;  ///< on standard output
    std::string errors;
};
Ran ran(ProcessRequest request);

/// Whether PATH leads to it.
bool installed(const std::string& program);

}  // namespace evac::testing
