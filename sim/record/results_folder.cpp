#include "sim/record/results_folder.hpp"

#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "sim/version.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace evac {

namespace fs = std::filesystem;

namespace {

constexpr const char* contents_name = "contents.json";
constexpr const char* program_name = "Life Passage";

[[noreturn]] void refuse(const fs::path& path, MessageId what, MessageId remedy) {
    throw InputError({{path.string(), "", "", message(what), message(remedy)}});
}

/// contents.json of a folder; null if there is none of ours.
nlohmann::json contents_of(const fs::path& folder) {
    std::ifstream stream(folder / contents_name);
    nlohmann::json contents = nlohmann::json::parse(stream, nullptr, false);
    const bool ours =
        contents.is_object() && contents.value("program", nlohmann::json()) == program_name;
    return ours ? contents : nlohmann::json();
}

/// Relative paths of all files in the folder and below, sorted.
std::vector<std::string> files_of(const fs::path& folder) {
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory()) {
            files.push_back(entry.path().lexically_relative(folder).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Refuses a place where results must not go.
void check_place(const fs::path& place) {
    const fs::file_status status = fs::status(place);
    if (fs::exists(status) && !fs::is_directory(status)) {
        refuse(place, MessageId::record_is_a_file, MessageId::record_other_folder_remedy);
    }
    if (fs::is_directory(status) && !fs::is_empty(place) && !is_results_folder(place)) {
        refuse(place, MessageId::record_foreign_folder, MessageId::record_other_folder_remedy);
    }
}

/// Moves what somebody added to the older result into the new one, where the name is free.
void keep_additions(const fs::path& older, const fs::path& newer) {
    const nlohmann::json contents = contents_of(older);
    std::vector<std::string> listed;
    if (contents.is_object()) {  // else it was an empty folder
        listed = contents.value("files", listed);
    }
    for (const std::string& file : files_of(older)) {
        const bool ours = std::find(listed.begin(), listed.end(), file) != listed.end();
        if (!ours && file != contents_name && !fs::exists(newer / file)) {
            fs::create_directories((newer / file).parent_path());
            fs::rename(older / file, newer / file);
        }
    }
}

}  // namespace

std::string file_name_part(const std::string& id) {
    std::string part;
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        part += plain ? c : '_';
    }
    return part;
}

bool is_results_folder(const fs::path& folder) {
    return !contents_of(folder).is_null();
}

ResultsFolder::ResultsFolder(const fs::path& out, std::string kind) : kind_(std::move(kind)) {
    try {
        // Made absolute, because "results/", "." and links to folders have no sibling by name.
        out_ = fs::weakly_canonical(fs::absolute(out));
        if (!out_.has_filename()) {
            out_ = out_.parent_path();
        }
        if (!out_.has_filename()) {
            refuse(out, MessageId::record_foreign_folder, MessageId::record_other_folder_remedy);
        }
        incomplete_ = out_.string() + ".incomplete";
        check_place(out_);
        check_place(incomplete_);
        check_kind(out_);
        fs::create_directories(incomplete_);
        lock();
        for (const fs::directory_entry& entry : fs::directory_iterator(incomplete_)) {
            if (entry.path().filename() != contents_name) {
                fs::remove_all(entry.path());
            }
        }
    } catch (const fs::filesystem_error& error) {
        cannot_write(out, error.code().value());
    }
}

ResultsFolder::~ResultsFolder() {
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

void ResultsFolder::check_kind(const fs::path& place) const {
    const nlohmann::json contents = contents_of(place);
    const std::string theirs = contents.is_object() ? contents.value("kind", kind_) : kind_;
    if (theirs != kind_) {
        throw InputError({{place.string(), "", "", message(MessageId::record_other_kind, theirs),
                           message(MessageId::record_other_folder_remedy)}});
    }
}

void ResultsFolder::lock() {
    lock_ = ::open((incomplete_ / contents_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock_ < 0) {
        cannot_write(incomplete_ / contents_name, errno);
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(lock_);
        lock_ = -1;
        refuse(out_, MessageId::record_in_use, MessageId::record_in_use_remedy);
    }
    write_contents(false);
}

void ResultsFolder::write_contents(bool whole) const {
    nlohmann::ordered_json contents;
    contents["program"] = program_name;
    contents["version"] = version();
    contents["kind"] = kind_;
    contents["whole"] = whole;
    contents["files"] = whole ? files_of(incomplete_) : std::vector<std::string>();
    // In place, not by way of a new file: the lock stays with the file it was taken on.
    const std::string text = contents.dump(2) + "\n";
    if (::ftruncate(lock_, 0) != 0) {
        cannot_write(incomplete_ / contents_name, errno);
    }
    if (::pwrite(lock_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        cannot_write(incomplete_ / contents_name, ENOSPC);
    }
}

void ResultsFolder::discard() {
    std::error_code ignored;  // what cannot be removed is named .incomplete all the same
    fs::remove_all(incomplete_, ignored);
}

void ResultsFolder::finish() {
    // The older result waits inside the new one, so that no third name is needed beside OUT.
    constexpr const char* older = ".older";
    try {
        write_contents(true);
        const bool replaces = fs::exists(out_);
        if (replaces) {
            check_place(out_);
            fs::rename(out_, incomplete_ / older);
        }
        std::error_code error;
        fs::rename(incomplete_, out_, error);
        if (error) {
            if (replaces) {
                fs::rename(incomplete_ / older, out_);
            }
            cannot_write(out_, error.value());
        }
        finished_ = true;
        if (replaces) {
            keep_additions(out_ / older, out_);
            fs::remove_all(out_ / older);
        }
    } catch (const fs::filesystem_error& error) {
        cannot_write(out_, error.code().value());
    }
}

}  // namespace evac
