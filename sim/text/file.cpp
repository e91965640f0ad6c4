#include "sim/text/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "sim/text/problem.hpp"

namespace evac {

namespace {

struct Close {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using Stream = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::filesystem::path& file, Message what, Message remedy) {
    throw InputError({{file.string(), "", "", std::move(what), std::move(remedy)}});
}

/// The system's own words for `error`, e.g. "Permission denied".
std::string reason(int error) {
    return std::generic_category().message(error);
}

}  // namespace

void cannot_write(const std::filesystem::path& file, int error) {
    // A quota or a limit on the size of files is a full disk to whoever meets it.
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        fail(file, message(MessageId::file_disk_full),
             message(MessageId::file_disk_full_remedy, file.parent_path().string()));
    }
    fail(file, message(MessageId::file_unwritable, reason(error)),
         message(MessageId::file_unwritable_remedy));
}

std::string read_text(const std::filesystem::path& file) {
    std::error_code ignored;
    const std::filesystem::file_status status = std::filesystem::status(file, ignored);
    if (status.type() == std::filesystem::file_type::not_found) {
        fail(file, message(MessageId::file_not_found), message(MessageId::file_not_found_remedy));
    }
    if (status.type() == std::filesystem::file_type::directory) {
        fail(file, message(MessageId::file_is_folder), message(MessageId::file_is_folder_remedy));
    }
    const Stream stream(std::fopen(file.c_str(), "rb"));
    if (!stream) {
        fail(file, message(MessageId::file_unreadable, reason(errno)),
             message(MessageId::file_unreadable_remedy));
    }
    std::string text;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream.get())) {
        text.append(buffer, count);
        if (text.size() > largest_text_file) {
            fail(file, message(MessageId::file_too_large, largest_text_file >> 20),
                 message(MessageId::file_too_large_remedy));
        }
    }
    if (std::ferror(stream.get()) != 0) {
        fail(file, message(MessageId::file_unreadable, reason(errno)),
             message(MessageId::file_unreadable_remedy));
    }
    return text;
}

void write_text(const std::filesystem::path& file, std::string_view text) {
    std::error_code error;
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path(), error);
        if (error) {
            cannot_write(file, error.value());
        }
    }
    if (std::filesystem::is_directory(file, error)) {
        fail(file, message(MessageId::file_is_folder), message(MessageId::file_is_folder_remedy));
    }
    // The process number keeps two programs that write the same file apart.
    std::filesystem::path temporary = file;
    temporary += ".incomplete-" + std::to_string(::getpid());
    Stream stream(std::fopen(temporary.c_str(), "wb"));
    if (!stream) {
        cannot_write(file, errno);
    }
    // Every step can find the disk full, closing too: the system writes late.
    bool whole = std::fwrite(text.data(), 1, text.size(), stream.get()) == text.size() &&
                 std::fflush(stream.get()) == 0 && ::fsync(::fileno(stream.get())) == 0;
    int failure = errno;
    if (std::fclose(stream.release()) != 0 && whole) {
        whole = false;
        failure = errno;
    }
    if (whole && std::rename(temporary.c_str(), file.c_str()) != 0) {
        whole = false;
        failure = errno;
    }
    if (!whole) {
        std::filesystem::remove(temporary, error);
        cannot_write(file, failure);
    }
}

}  // namespace evac
