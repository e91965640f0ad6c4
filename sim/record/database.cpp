#include "sim/record/database.hpp"

#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

namespace evac {

namespace {

/// The errno behind an SQLITE_IOERR: of the database file or of its log; 0 if there is none.
int system_error(sqlite3* handle) {
    for (const int pointer : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        sqlite3_file* file = nullptr;
        int error = 0;
        if (handle != nullptr &&
            sqlite3_file_control(handle, "main", pointer, &file) == SQLITE_OK && file != nullptr &&
            file->pMethods != nullptr) {
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
        }
        if (error != 0) {
            return error;
        }
    }
    return handle == nullptr ? 0 : sqlite3_system_errno(handle);
}

}  // namespace

Database::Database(std::filesystem::path file, Mode mode) : file_(std::move(file)), mode_(mode) {
    std::error_code error;
    if (mode == Mode::create) {
        for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
            std::filesystem::remove(file_.string() + companion, error);
        }
    } else if (!std::filesystem::exists(file_, error)) {
        throw InputError({{file_.string(), "", "", message(MessageId::file_not_found),
                           message(MessageId::file_not_found_remedy)}});
    }
    const int flags =
        mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file_.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) {
        fail(code);
    }
    sqlite3_extended_result_codes(handle, 1);
    constexpr int patience = 2000;  // while another program holds the file [ms]
    sqlite3_busy_timeout(handle, patience);
}

void Database::execute(const char* sql) {
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void Database::fail(int code) const {
    if (mode_ == Mode::create) {
        const bool full = (code & 0xff) == SQLITE_FULL;
        const int error = full ? ENOSPC : system_error(handle());
        if (error != 0) {
            cannot_write(file_, error);
        }
        throw InputError(
            {{file_.string(), "", "", message(MessageId::file_unwritable, sqlite3_errstr(code)),
              message(MessageId::file_unwritable_remedy)}});
    }
    Message what = message(MessageId::file_unreadable, sqlite3_errstr(code));
    Message remedy = message(MessageId::file_unreadable_remedy);
    const int kind = code & 0xff;
    if (kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT) {
        what = message(kind == SQLITE_NOTADB ? MessageId::record_no_replay
                                             : MessageId::record_damaged);
        remedy = message(MessageId::record_damaged_remedy);
    }
    throw InputError({{file_.string(), "", "", what, remedy}});
}

Statement::Statement(Database& database, const char* sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
    statement_.reset(statement);
    if (code == SQLITE_ERROR) {
        // The statement is ours and right, so the file has other tables than a replay.
        database.fail(SQLITE_NOTADB);
    }
    check(code);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(),
                              SQLITE_STATIC));
    return *this;
}

void Statement::run() {
    while (step()) {
    }
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    const int reset = sqlite3_reset(statement_.get());
    check(code == SQLITE_DONE ? reset : code);
    return false;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr
               ? std::string()
               : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace evac
