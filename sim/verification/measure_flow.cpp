#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include "sim/study/curve_distance.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// People per second between two shares of those who pass (default: all but the first and the last
/// tenth), over the width if one is given [1/s or 1/(m s)].
double flow(const Parameters& parameters, const std::vector<double>& times) {
    const auto last = static_cast<double>(times.size()) - 1.0;
    const auto first = static_cast<std::size_t>(parameters.number("from", 0.1) * last);
    const auto end = static_cast<std::size_t>(parameters.number("to", 0.9) * last);
    if (times.size() < 2 || end <= first || times[end] <= times[first]) {
        return not_a_number;
    }
    return static_cast<double>(end - first) / (times[end] - times[first]) /
           parameters.number("width", 1.0);
}

double longest_pause(const std::vector<double>& times) {
    double longest = times.size() < 2 ? not_a_number : 0.0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        longest = std::max(longest, times[i] - times[i - 1]);
    }
    return longest;
}

/// N(t) beside that of an experiment: erd, epc or sc, both counted from the first who passes.
double distance_to(const Parameters& parameters, std::vector<double> times, Series& series) {
    std::vector<double> measured = column(read_csv(parameters.file("reference")), "time_s");
    std::sort(measured.begin(), measured.end());
    const auto from_first = [](std::vector<double>& curve) {
        const double first = curve.empty() ? 0.0 : curve.front();
        for (double& time : curve) {
            time -= first;
        }
    };
    from_first(times);
    from_first(measured);
    if (series.points.empty()) {
        series.x_name = label_of(MessageId::verify_axis_time);
        series.y_name = label_of(MessageId::verify_axis_passed);
        series.points_name = parameters.label("points_name", label_of(MessageId::verify_points));
        series.reference_name =
            parameters.label("reference_name", label_of(MessageId::verify_reference));
        series.joined = true;
        for (std::size_t i = 0; i < times.size(); ++i) {
            series.points.emplace_back(times[i], static_cast<double>(i + 1));
        }
        for (std::size_t i = 0; i < measured.size(); ++i) {
            series.reference.emplace_back(measured[i], static_cast<double>(i + 1));
        }
    }
    const CurveDistance distance =
        curve_distance(measured, times, static_cast<int>(parameters.number("span", 5.0)));
    const std::string which = parameters.text("stat");
    return which == "erd" ? distance.erd : which == "epc" ? distance.epc : distance.sc;
}

}  // namespace

double take_flow(const std::string& kind, const Parameters& parameters, Series& series) {
    std::vector<double> times = crossings(parameters.trial(), parameters.line(), parameters.who());
    if (kind == "passed") {
        return static_cast<double>(times.size());
    }
    if (kind == "longest_pause") {
        return longest_pause(times);
    }
    if (kind == "flow") {
        const auto [from, to] = parameters.window();
        std::erase_if(times, [from = from, to = to](double t) { return t < from || t > to; });
    }
    return kind == "flow" ? flow(parameters, times)
                          : distance_to(parameters, std::move(times), series);
}

}  // namespace evac
