#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include "sim/crowd/demography.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

double property(const Person& person, const std::string& of) {
    return of == "pre_movement"  ? person.pre_movement
           : of == "age"         ? person.age
           : of == "male"        ? (person.male ? 1.0 : 0.0)
           : of == "body_radius" ? person.body_radius
                                 : person.free_speed;
}

/// The distribution that the people of the group were to be drawn from.
Distribution drawn_from(const Drill& drill, const Person& person, const std::string& of) {
    const Group& group = drill.scenario.groups[static_cast<std::size_t>(person.group)];
    const Profile& profile = drill.scenario.profiles[static_cast<std::size_t>(person.profile)];
    if (of == "pre_movement") {
        return group.own_pre_movement ? *group.own_pre_movement : profile.pre_movement;
    }
    return of == "age"           ? Population().age
           : of == "body_radius" ? profile.body_radius
                                 : profile.free_speed;
}

/// Calls visit(drill, person) for everybody who counts, in all trials.
template <class Visit>
void for_people(std::span<const Parameters> trials, Visit visit) {
    for (const Parameters& parameters : trials) {
        const auto who = parameters.who();
        const std::string sex = parameters.text("sex", "");
        const Drill& drill = parameters.drill();
        for (std::size_t person = 0; person < drill.people.size(); ++person) {
            const bool of_sex = sex.empty() || drill.people[person].male == (sex == "men");
            if (who(static_cast<int>(person)) && of_sex) {
                visit(drill, drill.people[person]);
            }
        }
    }
}

/// The value of a column at x, straight between the rows.
double between(const std::vector<double>& xs, const std::vector<double>& ys, double x) {
    const auto above =
        static_cast<std::size_t>(std::lower_bound(xs.begin(), xs.end(), x) - xs.begin());
    if (above == 0) {
        return ys.front();
    }
    const double share = (x - xs[above - 1]) / (xs[above] - xs[above - 1]);
    return ys[above - 1] + share * (ys[above] - ys[above - 1]);
}

}  // namespace

double take_property(std::span<const Parameters> trials) {
    const std::string of = trials.front().text("of");
    std::vector<double> values;
    Distribution from;
    for_people(trials, [&](const Drill& drill, const Person& person) {
        values.push_back(property(person, of));
        from = drawn_from(drill, person, of);
    });
    const std::string stat = trials.front().text("stat", "mean");
    return stat == "ks" ? kolmogorov_smirnov(std::move(values), from)
                        : statistic(stat, std::move(values));
}

double take_property_band(std::span<const Parameters> trials, Series& series) {
    const Parameters& parameters = trials.front();
    const std::string of = parameters.text("of");
    const std::string over = parameters.text("over");
    const CsvTable table = read_csv(parameters.file("reference"));
    const std::vector<double> x = column(table, "x");
    const std::vector<double> low = column(table, "low");
    const std::vector<double> high = column(table, "high");
    double good = 0.0;
    for_people(trials, [&](const Drill&, const Person& person) {
        const double at = property(person, over);
        const double value = property(person, of);
        if (at >= x.front() && at <= x.back()) {
            series.points.emplace_back(at, value);
            good += between(x, low, at) <= value && value <= between(x, high, at) ? 1.0 : 0.0;
        }
    });
    series.x_name = parameters.label("x_name", {});
    series.y_name = parameters.label("y_name", {});
    series.points_name = parameters.label("points_name", label_of(MessageId::verify_points));
    series.reference_name =
        parameters.label("reference_name", label_of(MessageId::verify_reference));
    series.band_name = parameters.label("band_name", label_of(MessageId::verify_band));
    for (std::size_t row = 0; row < x.size(); ++row) {
        series.reference.emplace_back(x[row], 0.5 * (low[row] + high[row]));
        series.low.emplace_back(x[row], low[row]);
        series.high.emplace_back(x[row], high[row]);
    }
    return series.points.empty() ? std::numeric_limits<double>::quiet_NaN()
                                 : good / static_cast<double>(series.points.size());
}

}  // namespace evac
