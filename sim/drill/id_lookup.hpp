#pragma once

#include "sim/drill/defects.hpp"
#include "sim/plan/plan.hpp"

#include <string>
#include <vector>

namespace evac {

/// Finds what a drill file names in its plan. An id that is not there becomes a defect that says
/// what was probably meant; the answer is then -1 (or false).
class IdLookup {
public:
    IdLookup(const Plan& plan, Defects& defects) : plan_(plan), defects_(defects) {}

    /// `pointer` is where the id stands, `element` the id of the entry it belongs to.
    int unit(const std::string& id, const std::string& pointer, const std::string& element = "");
    int level(const std::string& id, const std::string& pointer, const std::string& element = "");
    int opening(const std::string& id, const std::string& pointer, const std::string& element = "");
    int fixture(const std::string& id, const std::string& pointer, const std::string& element = "");
    int assembly_area(const std::string& id, const std::string& pointer,
                      const std::string& element = "");
    /// Also a defect when the opening is no exit.
    int exit(const std::string& id, const std::string& pointer, const std::string& element = "");
    bool stair(const std::string& id, const std::string& pointer, const std::string& element = "");
    bool category(const std::string& name, const std::string& pointer,
                  const std::string& element = "");

private:
    const Plan& plan_;
    Defects& defects_;
};

/// Notes that `id` is not among `choices`: "did you mean ...?", or what there is.
void add_unknown(Defects& defects, MessageId what, const std::string& id,
                 const std::vector<std::string>& choices, const std::string& pointer,
                 const std::string& element);

}  // namespace evac
