#pragma once

#include "sim/text/language.hpp"

#include <cstdint>

namespace evac {

/// Tells on standard error how a drill gets on: on a terminal one line with a bar that is drawn
/// over a few times a second, elsewhere a plain line every half minute of simulated time.
class Progress {
public:
    Progress(Language language, bool quiet, int people);

    /// After a step; `wall` is the time the steps have taken so far [s].
    void show(double simulated, int inside, int out, double wall);

    /// Ends the line, so that what follows starts on a new one.
    void finish();

private:
    Language language_;
    bool quiet_;
    bool terminal_;
    int people_;
    double last_wall_ = -1.0;
    double last_line_ = 0.0;
    bool line_open_ = false;
};

}  // namespace evac
