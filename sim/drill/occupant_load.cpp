#include "sim/drill/occupant_load.hpp"

#include <algorithm>
#include <array>

namespace evac {

namespace {

/// The table is in square feet.
constexpr double square_feet(double area) {
    return area * 0.09290304;  // m2
}

constexpr std::string_view chairs = "assembly, concentrated (chairs only)";
constexpr std::string_view tables = "assembly, unconcentrated (tables and chairs)";
constexpr std::string_view business = "business areas";
constexpr std::string_view nobody = "not counted: who is there is counted elsewhere";

constexpr std::array loads{
    OccupantLoad{"auditorium", square_feet(7), chairs},
    OccupantLoad{"canteen", square_feet(15), tables},
    OccupantLoad{"classroom", square_feet(20), "educational, classroom area"},
    OccupantLoad{"conferenceroom", square_feet(15), tables},
    OccupantLoad{"firstaid", square_feet(100), "institutional, outpatient areas"},
    OccupantLoad{"fitnessroom", square_feet(50), "exercise rooms"},
    OccupantLoad{"foodservice", square_feet(15), tables},
    OccupantLoad{"kitchen", square_feet(200), "kitchens, commercial"},
    OccupantLoad{"laboratory", square_feet(50), "educational, shops and vocational rooms"},
    OccupantLoad{"library", square_feet(50), "library, reading rooms"},
    OccupantLoad{"lounge", square_feet(15), tables},
    OccupantLoad{"mailroom", square_feet(150), business},
    OccupantLoad{"movietheater", square_feet(7), chairs},
    OccupantLoad{"office", square_feet(150), business},
    OccupantLoad{"parking", square_feet(200), "parking garages"},
    OccupantLoad{"recreation", square_feet(50), "exercise rooms"},
    OccupantLoad{"restroom", 0.0, nobody},
    OccupantLoad{"serverroom", square_feet(300), "mechanical equipment room"},
    OccupantLoad{"shop", square_feet(60), "mercantile"},
    OccupantLoad{"shower", 0.0, nobody},
    OccupantLoad{"storage", square_feet(300), "accessory storage areas"},
    OccupantLoad{"theater", square_feet(7), chairs},
    OccupantLoad{"waitingroom", square_feet(15), tables},
    OccupantLoad{"warehouse", square_feet(500), "warehouses"},
    OccupantLoad{"workshop", square_feet(100), "industrial areas"},
};

}  // namespace

std::span<const OccupantLoad> occupant_loads() {
    return loads;
}

std::optional<OccupantLoad> find_occupant_load(std::string_view category) {
    const std::string_view main_part = category.substr(0, category.find('.'));
    const auto found = std::find_if(loads.begin(), loads.end(), [&](const OccupantLoad& load) {
        return load.category == main_part;
    });
    return found == loads.end() ? std::nullopt : std::optional(*found);
}

OccupantLoad default_occupant_load() {
    return {"", square_feet(150), business};
}

}  // namespace evac
