#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace evac {

/// No input we know of comes near this size; a larger file is a mistake, such as a disk image or a
/// device that never ends [bytes].
inline constexpr std::size_t largest_text_file = 256u << 20;

/// The whole file. Throws InputError: not there, a folder, unreadable, larger than
/// `largest_text_file`. Pipes are read to their end.
std::string read_text(const std::filesystem::path& file);

/// Writes the file whole or not at all: to a temporary name beside it, then renamed. Makes the
/// folders that lead to it. Throws InputError naming the path when the disk is full or the place
/// cannot be written to; a file that stood there before is then untouched.
void write_text(const std::filesystem::path& file, std::string_view text);

/// Gives a file that has been written under the name `temporary` its own name; an older one of that
/// name goes away. Throws InputError, and removes `temporary`, if that cannot be: above all, a
/// device such as /dev/null is not replaced, which the superuser otherwise could.
void replace_file(const std::filesystem::path& temporary, const std::filesystem::path& file);

/// Throws the InputError for a file that could not be written because of the system's `error`
/// (an errno): make room on the disk, or choose another place.
[[noreturn]] void cannot_write(const std::filesystem::path& file, int error);

}  // namespace evac
