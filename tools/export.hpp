#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace evac {

enum class ExportFormat {
    csv,              ///< one row per person and frame, with level, unit and activity
    pedpy,            ///< text "id frame x y z" as PedPy and the Jülich data archive have it
    jupedsim_sqlite,  ///< trajectory file of JuPedSim, version 2, which PedPy reads too
    wkt               ///< the walkable area only, as text
};

/// The format called "csv", "pedpy", "jupedsim-sqlite" or "wkt"; nothing for other names.
std::optional<ExportFormat> export_format(std::string_view name);

struct ExportOptions {
    std::filesystem::path result;  ///< results folder, NAME.incomplete or replay file
    ExportFormat format = ExportFormat::csv;
    std::filesystem::path out;
};

/// Writes the drill for other programs and returns the files written, each of them whole. Formats
/// that know no storeys give one file per level when there are several: OUT "a.txt" becomes
/// "a-L1.txt", "a-L2.txt". Throws InputError (see Replay and OutputFile).
std::vector<std::filesystem::path> export_result(const ExportOptions& options);

}  // namespace evac
