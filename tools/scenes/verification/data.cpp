#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <span>

namespace evac::drawing {

namespace {

/// Speeds in one bin of density.
struct Bin {
    double density;         // [1/m2], single file [1/m]
    double mean, p10, p90;  // [m/s]
};

constexpr Bin single_file[] = {
    {0.3, 1.169, 1.024, 1.267}, {0.5, 0.987, 0.809, 1.199},  {0.7, 0.899, 0.772, 1.058},
    {0.9, 0.848, 0.625, 0.963}, {1.1, 0.58, 0.45, 0.874},    {1.3, 0.415, 0.287, 0.519},
    {1.5, 0.286, 0.18, 0.403},  {1.7, 0.218, 0.17, 0.266},   {1.9, 0.145, 0.096, 0.204},
    {2.1, 0.097, 0.051, 0.143}, {2.3, 0.059, -0.002, 0.118}, {2.5, 0.057, 0.009, 0.101},
    {2.7, 0.01, -0.014, 0.037}, {2.9, 0.01, -0.029, 0.04},
};

constexpr Bin closed_corridor[] = {
    {0.2, 1.122, 1.016, 1.226}, {0.6, 1.024, 0.947, 1.122}, {1.0, 0.79, 0.721, 0.862},
    {1.4, 0.648, 0.515, 0.816}, {1.8, 0.547, 0.49, 0.603},  {2.2, 0.434, 0.282, 0.557},
    {2.6, 0.361, 0.271, 0.484}, {3.0, 0.268, 0.226, 0.318}, {3.4, 0.207, 0.159, 0.255},
    {3.8, 0.164, 0.078, 0.216}, {4.2, 0.062, 0.033, 0.119}, {4.6, 0.052, 0.029, 0.083},
};

constexpr Bin open_corridor[] = {
    {0.2, 1.495, 1.31, 1.705},  {0.6, 1.449, 1.306, 1.621}, {1.0, 1.274, 1.171, 1.396},
    {1.4, 1.171, 1.06, 1.28},   {1.8, 1.005, 0.829, 1.114}, {2.2, 0.61, 0.448, 0.855},
    {2.6, 0.418, 0.315, 0.531}, {3.0, 0.285, 0.18, 0.366},  {3.4, 0.183, 0.161, 0.206},
    {3.8, 0.147, 0.123, 0.169},
};

/// Times at which people passed the opening, from the first on [s].
constexpr double opening_050[] = {
    0.000,  0.429,  1.183,  1.877,  3.166,  3.615,  4.562,  5.276,  5.427,  6.800,  6.937,
    7.414,  9.460,  10.094, 11.142, 11.716, 12.244, 13.089, 13.969, 14.387, 15.781, 16.375,
    17.120, 18.160, 18.253, 19.936, 19.999, 20.674, 22.240, 23.192, 23.774, 24.612, 25.004,
    26.244, 26.570, 27.835, 29.109, 29.863, 30.964, 31.280, 32.110, 32.433, 34.972, 35.897,
    36.349, 37.012, 38.089, 39.104, 39.934, 40.773, 41.866, 41.995, 43.595, 44.569, 45.010,
    46.014, 47.232, 48.044, 49.195, 50.014, 50.552, 51.643, 52.564, 53.525, 54.371, 55.543,
    56.172, 57.000, 58.407, 59.320, 60.072, 60.934, 62.087, 63.092, 64.472};

std::string table(std::span<const Bin> bins) {
    std::string text = "density,mean,p10,p90\n";
    for (const Bin& bin : bins) {
        text += fmt::format("{:g},{:g},{:g},{:g}\n", bin.density, bin.mean, bin.p10, bin.p90);
    }
    return text;
}

std::string curve(std::span<const double> times) {
    std::string text = "n,time_s\n";
    for (std::size_t i = 0; i < times.size(); ++i) {
        text += fmt::format("{},{:.3f}\n", i + 1, times[i]);
    }
    return text;
}

const char* const readme = R"(# data: what experiments measured

Numbers only, binned or counted from published trajectories; the trajectories are not here.

| file | from | doi |
|---|---|---|
| `fd_single_file.csv` | single file in a ring of 26 m, 14 to 70 people, Jülich | none known for these runs, see below |
| `fd_closed_corridor.csv` | closed corridor, 1.8 m wide and 30 m long, 15 to 230 people ("ug-180"), HERMES, Düsseldorf 2009 | 10.1088/1742-5468/2011/06/P06004 (the project's straight corridors) |
| `fd_open_corridor.csv` | open corridor 3 m ("uo-300"), HERMES | 10.1088/1742-5468/2011/06/P06004 |
| `nt_opening_050.csv` | N(t) of 040_c_56_h-, opening 0.5 m, Wuppertal 2018 | 10.34735/ped.2018.1, 10.1098/rsif.2019.0871 |

`density` is in persons per m² (single file: per m), speeds in m/s: their mean and the 10 % and 90 %
in each bin (width 0.4, single file 0.2). The bins come from the Voronoi data published with jpscore
(LGPL-3, systemtest/Validation, cases 1 to 3). `time_s` counts from the first who passes.

The first measurement of single file, Seyfried et al. 2005 (10.1088/1742-5468/2005/10/P10002), is not
that of these runs: they go up to 70 people and 2.9 persons/m. jpscore names no paper; the likely one is
Seyfried, Portz and Schadschneider 2010 (arXiv 1006.3546), not checked.

The trajectories are those of the Pedestrian Dynamics Data Archive, under CC BY 4.0 (not checked against
the archive).
)";

}  // namespace

std::map<std::string, std::string> verification_data() {
    return {{"README.md", readme},
            {"fd_single_file.csv", table(single_file)},
            {"fd_closed_corridor.csv", table(closed_corridor)},
            {"fd_open_corridor.csv", table(open_corridor)},
            {"nt_opening_050.csv", curve(opening_050)}};
}

}  // namespace evac::drawing
