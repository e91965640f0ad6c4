#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace evac {

/// Throws the InputError "cannot be written" for `file` with the remedy that fits the errno
/// `reason`: free some space, or choose a place that can be written to. `detail` is told when
/// `reason` is 0.
[[noreturn]] void cannot_write(const std::filesystem::path& file, int reason,
                               std::string_view detail = {});

/// A file that appears whole or not at all: it is written as NAME.incomplete and gets its name
/// from `finish`. Without `finish` nothing is left behind. Throws InputError (see cannot_write).
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path file);
    ~OutputFile();
    OutputFile(OutputFile&&) noexcept = default;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view text);
    void finish();

    const std::filesystem::path& file() const { return file_; }

private:
    struct Close {
        void operator()(std::FILE* stream) const { std::fclose(stream); }
    };

    std::filesystem::path file_;
    std::filesystem::path incomplete_;
    std::unique_ptr<std::FILE, Close> stream_;
};

/// The whole file at once.
void write_file(const std::filesystem::path& file, std::string_view text);

}  // namespace evac
