#include "sim/drill/read_profile.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace evac {

namespace {

using nlohmann::json;
using Shape = Distribution::Shape;

constexpr ValueRange speed_range{slowest_speed, fastest_speed, "m/s"};
constexpr ValueRange body_range{thinnest_body, widest_body, "m"};
constexpr ValueRange reaction_range{0.0, longest_reaction, "s"};

/// Checks the numbers of one distribution and notes what is wrong with them.
class DistributionReader {
public:
    DistributionReader(const json& value, const ValueRange& range, const std::string& pointer,
                       const std::string& element, Defects& defects)
        : value_(value), range_(range), pointer_(pointer), element_(element), defects_(defects) {}

    Distribution read() {
        if (value_.is_number()) {
            const double constant = value_.get<double>();
            check_range(constant, "");
            return {Shape::constant, constant, 0.0, constant, constant};
        }
        if (const auto pair = value_.find("uniform"); pair != value_.end()) {
            return read_uniform(*pair);
        }
        if (const auto pair = value_.find("normal"); pair != value_.end()) {
            return read_bell(Shape::normal, *pair, "/normal");
        }
        if (const auto pair = value_.find("lognormal"); pair != value_.end()) {
            return read_bell(Shape::lognormal, *pair, "/lognormal");
        }
        if (const auto pair = value_.find("gamma"); pair != value_.end()) {
            return read_shaped(Shape::gamma, *pair, "/gamma");
        }
        if (const auto pair = value_.find("weibull"); pair != value_.end()) {
            return read_shaped(Shape::weibull, *pair, "/weibull");
        }
        return read_triangular(value_.at("triangular"));
    }

private:
    void add(const std::string& below, Message what, Message remedy) {
        defects_.add(pointer_ + below, element_, std::move(what), std::move(remedy));
    }

    void check_range(double number, const std::string& below) {
        if (number < range_.low || number > range_.high) {
            add(below, message(MessageId::scenario_out_of_range, number, range_.unit),
                message(MessageId::scenario_out_of_range_remedy, range_.low, range_.high,
                        range_.unit));
        }
    }

    void check_order(double lower, double upper, const std::string& below) {
        if (lower > upper) {
            add(below, message(MessageId::scenario_limits_swapped, lower, upper),
                message(MessageId::scenario_limits_swapped_remedy));
        }
    }

    Distribution read_uniform(const json& pair) {
        const double lower = pair[0].get<double>();
        const double upper = pair[1].get<double>();
        check_range(lower, "/uniform/0");
        check_range(upper, "/uniform/1");
        check_order(lower, upper, "/uniform");
        return {Shape::uniform, lower, upper, lower, upper};
    }

    Distribution read_triangular(const json& three) {
        const double lower = three[0].get<double>();
        const double mode = three[1].get<double>();
        const double upper = three[2].get<double>();
        check_range(lower, "/triangular/0");
        check_range(upper, "/triangular/2");
        check_order(lower, upper, "/triangular");
        if (lower <= upper) {
            check_middle(mode, lower, upper, "/triangular/1");
        }
        return {Shape::triangular, mode, 0.0, lower, upper};
    }

    Distribution read_bell(Shape shape, const json& pair, const std::string& below) {
        const double middle = pair[0].get<double>();
        const double deviation = pair[1].get<double>();
        check_range(middle, below + "/0");
        if (deviation < 0.0) {
            add(below + "/1", message(MessageId::scenario_negative_deviation, deviation),
                message(MessageId::scenario_negative_deviation_remedy));
        }
        const double lower = read_limit("min", range_.low);
        const double upper = read_limit("max", range_.high);
        check_order(lower, upper, "");
        if (lower <= upper && defects_.sound(pointer_ + below)) {
            check_middle(middle, lower, upper, below + "/0");
        }
        return {shape, middle, deviation, lower, upper};
    }

    Distribution read_shaped(Shape kind, const json& pair, const std::string& below) {
        const double shape = pair[0].get<double>();
        const double scale = pair[1].get<double>();
        if (shape < least_shape || shape > most_shape) {
            add(below + "/0", message(MessageId::scenario_bad_shape, shape),
                message(MessageId::scenario_bad_shape_remedy, least_shape, most_shape));
        }
        if (scale <= 0.0) {
            add(below + "/1", message(MessageId::scenario_bad_scale, scale),
                message(MessageId::scenario_bad_scale_remedy));
        }
        const double lower = read_limit("min", range_.low);
        const double upper = read_limit("max", range_.high);
        check_order(lower, upper, "");
        const double middle = kind == Shape::gamma ? shape * scale : scale;
        if (defects_.sound(pointer_ + below)) {
            check_range(middle, below);
        }
        if (lower <= upper && defects_.sound(pointer_ + below)) {
            check_middle(middle, lower, upper, below);
        }
        return {kind, shape, scale, lower, upper};
    }

    double read_limit(const char* name, double otherwise) {
        const auto limit = value_.find(name);
        if (limit == value_.end()) {
            return otherwise;
        }
        check_range(limit->get<double>(), std::string("/") + name);
        return limit->get<double>();
    }

    void check_middle(double middle, double lower, double upper, const std::string& below) {
        if (middle < lower || middle > upper) {
            add(below, message(MessageId::scenario_middle_outside, middle, lower, upper),
                message(MessageId::scenario_middle_outside_remedy));
        }
    }

    const json& value_;
    const ValueRange& range_;
    const std::string& pointer_;
    const std::string& element_;
    Defects& defects_;
};

Profile* find_profile(std::vector<Profile>& profiles, const std::string& id) {
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&](const Profile& profile) { return profile.id == id; });
    return found == profiles.end() ? nullptr : &*found;
}

void read_profile(const json& entry, const std::string& pointer, Profile& profile,
                  Defects& defects) {
    const auto distribution = [&](const char* key, const ValueRange& range, Distribution& target) {
        const auto value = entry.find(key);
        const std::string at = pointer + "/" + key;
        if (value != entry.end() && defects.sound(at)) {
            target = read_distribution(*value, range, at, profile.id, defects);
        }
    };
    distribution("free_speed", speed_range, profile.free_speed);
    distribution("body_radius", body_range, profile.body_radius);
    distribution("pre_movement", reaction_range, profile.pre_movement);
    const auto number = [&](const char* key, double& target) {
        if (const auto value = entry.find(key); value != entry.end() && value->is_number()) {
            target = value->get<double>();
        }
    };
    number("stairs_up", profile.stairs_up);
    number("stairs_down", profile.stairs_down);
    number("dose_limit", profile.dose_limit);
    if (const auto carriers = entry.find("carriers");
        carriers != entry.end() && carriers->is_number_integer()) {
        profile.carriers = carriers->get<int>();
    }
    if (const auto enters = entry.find("enters_smoke");
        enters != entry.end() && enters->is_boolean()) {
        profile.enters_smoke = enters->get<bool>();
    }
    if (const auto knows = entry.find("knows"); knows != entry.end()) {
        profile.knows = *knows == "way_in" ? Familiarity::way_in : Familiarity::building;
    }
    profile.by_age =
        entry.contains("population") || (profile.by_age && !entry.contains("free_speed"));
    if (entry.contains("population") && entry.contains("free_speed")) {
        defects.add(pointer + "/population", profile.id,
                    message(MessageId::scenario_by_age_and_speed),
                    message(MessageId::scenario_by_age_and_speed_remedy));
    }
    const auto name = entry.find("name");
    if (name != entry.end() && name->is_object() && defects.sound(pointer + "/name")) {
        name->get_to(profile.name.by_language);
    }
}

}  // namespace

Distribution read_distribution(const json& value, const ValueRange& range,
                               const std::string& pointer, const std::string& element,
                               Defects& defects) {
    return DistributionReader(value, range, pointer, element, defects).read();
}

Distribution read_pre_movement(const json& value, const std::string& pointer,
                               const std::string& element, Defects& defects) {
    return read_distribution(value, reaction_range, pointer, element, defects);
}

std::vector<Profile> read_profiles(const json& entries, Defects& defects) {
    std::vector<Profile> profiles = built_in_profiles();
    if (!entries.is_array()) {
        return profiles;
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const json& entry = entries[i];
        const std::string pointer = "/profiles/" + std::to_string(i);
        const auto id_member = entry.is_object() ? entry.find("id") : entry.end();
        if (id_member == entry.end() || !id_member->is_string()) {
            continue;  // the schema has told
        }
        const auto id = id_member->get<std::string>();
        if (!seen.insert(id).second) {
            defects.add(pointer + "/id", id, message(MessageId::scenario_duplicate_id, id),
                        message(MessageId::scenario_duplicate_id_remedy));
            continue;
        }
        Profile* profile = find_profile(profiles, id);
        if (profile == nullptr) {
            Profile like_adult = *find_profile(profiles, "adult");
            like_adult.id = id;
            like_adult.name = {};
            profiles.push_back(std::move(like_adult));
            profile = &profiles.back();
        }
        read_profile(entry, pointer, *profile, defects);
    }
    return profiles;
}

}  // namespace evac
