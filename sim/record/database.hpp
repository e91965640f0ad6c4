#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace evac {

/// An SQLite file. Whatever goes wrong is an InputError that names the file and tells what to do:
/// no such file, not a database, damaged, disk full, not writable.
class Database {
public:
    enum class Mode {
        read,    ///< must exist; may be the leftover of a killed writer
        create,  ///< made anew; a file that is there already is replaced
    };

    Database(std::filesystem::path file, Mode mode);

    /// Runs statements that give no rows.
    void execute(const char* sql);

    const std::filesystem::path& file() const { return file_; }
    sqlite3* handle() const { return handle_.get(); }

    /// Throws the InputError that belongs to an SQLite result code.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };

    std::filesystem::path file_;
    Mode mode_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// One statement of a Database, used as often as needed:
/// `insert.bind(1, id).bind(2, name).run()`, or `while (select.step()) select.integer(0)`.
class Statement {
public:
    Statement(Database& database, const char* sql);

    /// Parameters count from 1. Text and blobs must stay alive until the next `run` or `step`.
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);

    /// Carries out a statement without rows and makes it ready for the next.
    void run();

    /// The next row; false, and ready to start again, when there is none.
    bool step();

    /// Columns of the row, counted from 0.
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;  ///< text or blob

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    void check(int code) const;

    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace evac
