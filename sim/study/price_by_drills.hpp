#pragma once

#include "sim/findings/pricing.hpp"

#include <functional>

namespace evac {

/// Prices by pairs of drills with the same seed; the one as found is run once, at once. People with
/// a way out again are counted by the flow network. Where somebody is left inside, no seconds can
/// be compared, and the network's estimate stands. The
/// same once `go_on` says no. Keeps a reference to `site`.
Pricing price_by_drills(const Site& site, int threads, const std::function<bool()>& go_on);

}  // namespace evac
