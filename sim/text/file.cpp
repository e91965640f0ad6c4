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

/// The system's own words for an `error` too rare to have a sentence of its own.
std::string reason(int error) {
    return std::generic_category().message(error);
}

[[noreturn]] void cannot_read(const std::filesystem::path& file, int error) {
    fail(file,
         error == EACCES || error == EPERM ? message(MessageId::file_may_not_read)
                                           : message(MessageId::file_unreadable, reason(error)),
         message(MessageId::file_unreadable_remedy));
}

}  // namespace

void cannot_write(const std::filesystem::path& file, int error) {
    // A quota or a limit on the size of files is a full disk to whoever meets it.
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        fail(file, message(MessageId::file_disk_full),
             message(MessageId::file_disk_full_remedy, file.parent_path().string()));
    }
    const Message remedy = message(MessageId::file_unwritable_remedy);
    if (error == EACCES || error == EPERM || error == EROFS) {
        fail(file, message(MessageId::file_may_not_write), remedy);
    }
    if (error == ENOENT || error == ENOTDIR) {
        fail(file, message(MessageId::file_no_folder, file.parent_path().string()), remedy);
    }
    fail(file, message(MessageId::file_unwritable, reason(error)), remedy);
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
        cannot_read(file, errno);
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
        cannot_read(file, errno);
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
    if (!whole) {
        std::filesystem::remove(temporary, error);
        cannot_write(file, failure);
    }
    replace_file(temporary, file);
}

void replace_file(const std::filesystem::path& temporary, const std::filesystem::path& file) {
    std::error_code ignored;
    const std::filesystem::file_status there = std::filesystem::status(file, ignored);
    const bool replaceable =
        !std::filesystem::exists(there) || std::filesystem::is_regular_file(there);
    if (replaceable && std::rename(temporary.c_str(), file.c_str()) == 0) {
        return;
    }
    const int error = errno;
    std::filesystem::remove(temporary, ignored);
    if (!replaceable) {
        if (std::filesystem::is_directory(there)) {
            fail(file, message(MessageId::file_is_folder),
                 message(MessageId::file_is_folder_remedy));
        }
        fail(file, message(MessageId::file_is_device), message(MessageId::file_is_device_remedy));
    }
    cannot_write(file, error);
}

}  // namespace evac
