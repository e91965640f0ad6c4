#pragma once

#include <filesystem>
#include <string>

namespace evac {

/// A folder of results that appears whole or not at all. It is filled under the name
/// OUT.incomplete, which is what a killed run leaves behind, and takes its place in `finish`; only
/// then an older result of the same name goes away.
///
/// A file `contents.json` marks the folder as ours and lists what we put into it. A folder that
/// holds something else is never touched, and files that somebody added to an older result (notes,
/// screenshots) move over to the new one.
///
///     ResultsFolder results("results/school");
///     ... write into results.path() ...
///     results.finish();
///
/// Throws InputError: OUT is a file, belongs to somebody else, cannot be written, or another run
/// is writing to it.
class ResultsFolder {
public:
    /// `kind`: the command that writes ("run", "check", "compare"); a folder of another kind is
    /// refused.
    ResultsFolder(const std::filesystem::path& out, std::string kind);
    ~ResultsFolder();
    ResultsFolder(const ResultsFolder&) = delete;
    ResultsFolder& operator=(const ResultsFolder&) = delete;

    /// Where to write to: OUT.incomplete, after `finish` OUT.
    const std::filesystem::path& path() const { return finished_ ? out_ : incomplete_; }

    /// Where the results will be.
    const std::filesystem::path& final_path() const { return out_; }

    void finish();

    /// Gives up: what was written goes away.
    void discard();

private:
    void lock();
    void write_contents(bool whole) const;

    void check_kind(const std::filesystem::path& place) const;

    std::filesystem::path out_;
    std::string kind_;
    std::filesystem::path incomplete_;
    int lock_ = -1;  ///< file descriptor of contents.json, held while we write
    bool finished_ = false;
};

/// An element's id as part of a file name: what file systems may not like is "_".
std::string file_name_part(const std::string& id);

/// Whether the folder holds results, whole or not.
bool is_results_folder(const std::filesystem::path& folder);

}  // namespace evac
