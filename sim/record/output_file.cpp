#include "sim/record/output_file.hpp"

#include "sim/text/file.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

namespace evac {

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
    stream_.reset();
    replace_file(incomplete_, file_);
}

}  // namespace evac
