#pragma once

#include "sim/plan/plan.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// Everything in a plan that a place of the inspection list can name.
class Places {
public:
    explicit Places(const Plan& plan);

    enum class Thing { fixture, opening, unit };
    struct Named {
        Thing thing = Thing::fixture;
        int index = 0;
        std::string id;
        friend bool operator==(const Named& a, const Named& b) {
            return a.thing == b.thing && a.index == b.index;
        }
    };

    /// All that `text` may mean: an id before names; "Pallet 1 (pallet-1)" as we print it
    /// ourselves.
    std::vector<Named> find(const std::string& text) const;

    /// For a message: what was probably meant, else nothing.
    std::optional<std::string> like(const std::string& text) const;

private:
    template <class Element>
    void collect(const std::vector<Element>& elements, Thing thing);
    void note(std::map<std::string, std::vector<Named>>& names, const std::string& name,
              const Named& named);

    std::map<std::string, std::vector<Named>> by_id_, by_name_;
    std::vector<std::string> spellings_;
};

/// "pallet-1; pallet-2", also with the Chinese marks and with line breaks inside the cell.
std::vector<std::string> parts_of_place(const std::string& place);

}  // namespace evac
