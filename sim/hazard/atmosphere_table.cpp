#include "sim/hazard/atmosphere_table.hpp"

#include "sim/text/nearest.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace evac {

namespace {

constexpr std::size_t missing = static_cast<std::size_t>(-1);

struct Quantity {
    const char* column;
    double Atmosphere::*value;
    double low;
    double high;
};

// Limits beyond which a number is a slip or of another unit: ppm for percent, kelvin for degrees.
constexpr std::array<Quantity, 5> quantities{
    {{"extinction_1_per_m", &Atmosphere::extinction, 0.0, 1000.0},
     {"co_ppm", &Atmosphere::co, 0.0, 1.0e6},
     {"co2_percent", &Atmosphere::co2, 0.0, 100.0},
     {"o2_percent", &Atmosphere::o2, 0.0, 100.0},
     {"temperature_c", &Atmosphere::temperature, -60.0, 1500.0}}};

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t");
    const std::size_t last = text.find_last_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

struct Reader {
    Reader(const Plan& read_for, const std::filesystem::path& path)
        : plan(read_for), file(path.string()) {
        table.units.resize(plan.units.size());
        least.fill(std::numeric_limits<double>::infinity());
        most.fill(-std::numeric_limits<double>::infinity());
        for (const Unit& unit : plan.units) {
            unit_ids.push_back(unit.id);
        }
    }

    const Plan& plan;
    std::string file;
    std::vector<std::string> unit_ids;
    std::vector<std::string> header;
    std::size_t time_column = missing;
    std::size_t unit_column = missing;
    std::array<std::size_t, quantities.size()> columns{};
    std::array<double, quantities.size()> least{};  ///< of all that the table says
    std::array<double, quantities.size()> most{};
    AtmosphereTable table;
    std::vector<Problem> problems;

    void defect(const std::string& element, const Message& what, const Message& remedy) {
        problems.push_back({file, "", element, what, remedy});
    }
    std::size_t find_column(const std::string& name, int line);
    void read_header(const CsvRow& row);
    void read_row(const CsvRow& row);
    void check_units();
    std::optional<double> number(const CsvRow& row, std::size_t column, double low, double high);
};

std::size_t Reader::find_column(const std::string& name, int line) {
    const auto first = std::find(header.begin(), header.end(), name);
    if (first == header.end()) {
        return missing;
    }
    if (std::find(first + 1, header.end(), name) != header.end()) {
        defect("", message(MessageId::air_same_column, line, name),
               message(MessageId::air_same_column_remedy));
    }
    return static_cast<std::size_t>(first - header.begin());
}

void Reader::read_header(const CsvRow& row) {
    for (const std::string& cell : row.cells) {
        header.push_back(trimmed(cell));
    }
    time_column = find_column("time_s", row.line);
    unit_column = find_column("unit", row.line);
    for (const auto& [name, column] :
         {std::pair("time_s", time_column), std::pair("unit", unit_column)}) {
        if (column == missing) {
            const auto like = nearest(name, header);
            defect("", message(MessageId::air_no_column, row.line, name),
                   like ? message(MessageId::air_no_column_like, *like, name)
                        : message(MessageId::air_no_column_remedy));
        }
    }
    bool any = false;
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        columns[q] = find_column(quantities[q].column, row.line);
        any = any || columns[q] != missing;
    }
    if (!any) {
        defect("", message(MessageId::air_no_quantity, row.line),
               message(MessageId::air_no_quantity_remedy));
    }
}

/// The number in a cell, nothing where the cell is empty or was complained about.
std::optional<double> Reader::number(const CsvRow& row, std::size_t column, double low,
                                     double high) {
    const std::string text = column < row.cells.size() ? trimmed(row.cells[column]) : "";
    if (text.empty()) {
        return {};
    }
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) {
        defect("", message(MessageId::air_no_number, row.line, header[column], text),
               message(MessageId::air_no_number_remedy));
        return {};
    }
    if (value < low || value > high) {
        defect("", message(MessageId::air_impossible, row.line, header[column], text, low, high),
               message(MessageId::air_impossible_remedy));
        return {};
    }
    return value;
}

void Reader::read_row(const CsvRow& row) {
    const std::size_t before = problems.size();
    const std::optional<double> time = number(row, time_column, -1.0e6, 1.0e6);
    if (!time && problems.size() == before) {
        defect("", message(MessageId::air_no_time, row.line),
               message(MessageId::air_no_time_remedy));
    }
    const std::string id =
        unit_column < row.cells.size() ? trimmed(row.cells[unit_column]) : std::string();
    const int unit = find_unit(plan, id);
    if (unit < 0) {
        const auto like = nearest(id, unit_ids);
        defect("", message(MessageId::air_unknown_unit, row.line, id),
               like ? message(MessageId::air_unknown_unit_like, *like)
                    : message(MessageId::air_unknown_unit_remedy));
    }
    AtmosphereTable::Row read;
    if (unit >= 0 && !table.units[static_cast<std::size_t>(unit)].empty()) {
        read = table.units[static_cast<std::size_t>(unit)].back();  // what a cell leaves out
    }
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        const Quantity& quantity = quantities[q];
        const auto value = columns[q] == missing
                               ? std::nullopt
                               : number(row, columns[q], quantity.low, quantity.high);
        if (value) {
            read.air.*quantity.value = *value;
            least[q] = std::min(least[q], *value);
            most[q] = std::max(most[q], *value);
        }
    }
    if (unit < 0 || !time) {
        return;
    }
    read.time = *time;
    auto& rows = table.units[static_cast<std::size_t>(unit)];
    if (!rows.empty() && rows.back().time >= read.time) {
        defect(id, message(MessageId::air_time_order, row.line, read.time, rows.back().time),
               message(MessageId::air_time_order_remedy));
        return;
    }
    rows.push_back(read);
}

/// Numbers that are each possible, but not all of them together: fresh air is somewhere, at some
/// time. Oxygen as a share of one, or none at all where an export failed; kelvin, whose least is
/// the air of a cold or a warm day.
void Reader::check_units() {
    constexpr double least_percent = 1.0;
    constexpr double coldest = 243.0;  // K
    constexpr double warmest = 323.0;  // K
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        const Quantity& quantity = quantities[q];
        if (quantity.value == &Atmosphere::o2 && std::isfinite(most[q]) &&
            most[q] <= least_percent) {
            defect("", message(MessageId::air_share, quantity.column, most[q]),
                   message(MessageId::air_share_remedy));
        }
        if (quantity.value == &Atmosphere::temperature && least[q] > coldest &&
            least[q] < warmest) {
            defect("", message(MessageId::air_kelvin, quantity.column, least[q]),
                   message(MessageId::air_kelvin_remedy));
        }
    }
}

}  // namespace

AtmosphereTable read_atmosphere_table(const std::filesystem::path& file, const Plan& plan) {
    const std::vector<CsvRow> sheet = read_sheet(file);
    Reader reader(plan, file);
    reader.read_header(sheet.empty() ? CsvRow{1, {}} : sheet.front());
    // Without its columns every row would be wrong for the same reason.
    if (reader.problems.empty()) {
        for (std::size_t r = 1; r < sheet.size(); ++r) {
            reader.read_row(sheet[r]);
        }
        if (sheet.size() == 1) {  // an export that failed, most likely
            reader.defect("", message(MessageId::air_no_rows),
                          message(MessageId::air_no_rows_remedy));
        }
        reader.check_units();
    }
    if (!reader.problems.empty()) {
        throw InputError(std::move(reader.problems));
    }
    return std::move(reader.table);
}

Atmosphere at(const AtmosphereTable& table, int unit, double time) {
    const auto& rows = table.units[static_cast<std::size_t>(unit)];
    if (rows.empty() || time < rows.front().time) {
        return {};
    }
    const auto after = std::upper_bound(
        rows.begin(), rows.end(), time,
        [](double sought, const AtmosphereTable::Row& row) { return sought < row.time; });
    const AtmosphereTable::Row& low = *(after - 1);
    if (after == rows.end()) {
        return low.air;
    }
    const double share = (time - low.time) / (after->time - low.time);
    Atmosphere air;
    for (const Quantity& quantity : quantities) {
        const double from = low.air.*quantity.value;
        air.*quantity.value = from + (after->air.*quantity.value - from) * share;
    }
    return air;
}

}  // namespace evac
