#include "sim/drill/motivation.hpp"

namespace evac {

namespace {

struct Facts {
    std::string_view name;
    double time_gap;  ///< [s]
};

/// As Motivation.
constexpr std::array<Facts, motivations.size()> facts{
    {{"leisurely", 1.30}, {"calm", 0.95}, {"drill", 0.80}, {"urgent", 0.70}}};

}  // namespace

std::string_view name_of(Motivation motivation) {
    return facts[static_cast<std::size_t>(motivation)].name;
}

double time_gap(Motivation motivation) {
    return facts[static_cast<std::size_t>(motivation)].time_gap;
}

}  // namespace evac
