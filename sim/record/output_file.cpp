#include "sim/record/output_file.hpp"

#include "sim/text/problem.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

namespace evac {

void cannot_write(const std::filesystem::path& file, int reason, std::string_view detail) {
    // A quota or a limit on the size of files is a full disk to whoever meets it.
    const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    const std::string words =
        reason != 0 ? std::generic_category().message(reason) : std::string(detail);
    throw InputError({{file.string(), "", "",
                       full ? message(MessageId::record_disk_full)
                            : message(MessageId::record_cannot_write, words),
                       message(full ? MessageId::record_disk_full_remedy
                                    : MessageId::record_cannot_write_remedy)}});
}

OutputFile::OutputFile(std::filesystem::path file)
    : file_(std::move(file)), incomplete_(file_.string() + ".incomplete") {
    stream_.reset(std::fopen(incomplete_.c_str(), "wb"));
    if (!stream_) {
        cannot_write(file_, errno);
    }
}

OutputFile::~OutputFile() {
    if (stream_) {
        stream_.reset();
        std::error_code error;
        std::filesystem::remove(incomplete_, error);
    }
}

void OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream_.get()) != text.size()) {
        cannot_write(file_, errno);
    }
}

void OutputFile::finish() {
    if (std::fflush(stream_.get()) != 0) {
        cannot_write(file_, errno);
    }
    std::error_code error;
    std::filesystem::rename(incomplete_, file_, error);
    if (error) {
        cannot_write(file_, error.value());
    }
    stream_.reset();
}

void write_file(const std::filesystem::path& file, std::string_view text) {
    OutputFile output(file);
    output.write(text);
    output.finish();
}

}  // namespace evac
