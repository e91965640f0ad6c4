#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "sim/plan/plan.hpp"

namespace evac {

namespace {

using enum UnitKind;

// The unit categories of IMDF (OGC 20-094, section 5.4) in which nobody stays as in a room, and a
// few words that importers and people use beside them.
constexpr std::pair<std::string_view, UnitKind> kinds[] = {
    // Ways.
    {"walkway", passage},
    {"walkway.island", passage},
    {"lobby", passage},
    {"footbridge", passage},
    {"platform", passage},
    {"corridor", passage},
    {"vestibule", passage},
    {"landing", passage},
    // A stopped moving walkway is a corridor; a stopped escalator has steps too high and too uneven
    // to count as a way of escape, and lifts are not used in a fire (GB 50016, 5.5.4).
    {"movingwalkway", passage},
    {"escalator", unwalkable},
    {"elevator", unwalkable},
    // Between two heights.
    {"stairs", flight},
    {"steps", flight},
    {"ramp", ramp},
    // Open air.
    {"outdoors", outdoors},
    {"road", outdoors},
    {"terrace", outdoors},
    {"unenclosedarea", outdoors},
    {"fieldofplay", outdoors},
    // What the building is made of, and air without a floor.
    {"brick", unwalkable},
    {"column", unwalkable},
    {"concrete", unwalkable},
    {"drywall", unwalkable},
    {"glass", unwalkable},
    {"opentobelow", unwalkable},
    {"structure", unwalkable},
    {"vegetation", unwalkable},
    {"wood", unwalkable},
};

}  // namespace

UnitKind kind_of_category(const std::string& category) {
    for (const auto& [name, kind] : kinds) {
        if (category == name) {
            return kind;
        }
    }
    // auditorium, classroom, conferenceroom, firstaid, fitnessroom, foodservice, huddleroom,
    // kitchen, laboratory, library, lounge, mailroom, mothersroom, movietheater, nonpublic, office,
    // parking, phoneroom, privatelounge, recreation, restroom (and restroom.*), room, serverroom,
    // shower, smokingarea, storage, theater, unspecified, waitingroom, and whatever else people
    // call their rooms.
    return room;
}

bool usually_movable(const std::string& fixture_category) {
    constexpr std::string_view put_down[] = {"goods",   "pallet",  "waste",   "bin",
                                             "ebike",   "bicycle", "trolley", "cart",
                                             "vehicle", "storage", "rubbish", "boxes"};
    return std::find(std::begin(put_down), std::end(put_down), fixture_category) !=
           std::end(put_down);
}

}  // namespace evac
