#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace evac {

/// A file too large to be put together in memory, which appears whole or not at all: it is written
/// as NAME.incomplete and gets its name from `finish`. Without `finish` nothing is left behind.
/// Throws InputError when it cannot be written.
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

}  // namespace evac
