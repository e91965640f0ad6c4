#include "render/drawing/labels.hpp"

#include "render/drawing/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

constexpr double line_pitch = 1.25;    // of lines of text, in their size
constexpr double detail_share = 0.82;  // size of the detail, in that of the name
constexpr double air = 5.0;            // between a label and whatever stands beside it [px]

/// One way to write a label.
struct Way {
    std::vector<std::string> lines;
    bool has_detail = false;
    bool upright = false;
    double size = 0.0;
};

/// Splits UTF-8 into characters.
std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> all;
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (continues && !all.empty()) {
            all.back() += byte;
        } else {
            all.emplace_back(1, byte);
        }
    }
    return all;
}

std::string joined(const std::vector<std::string>& parts, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += parts[i];
    }
    return text;
}

bool wide(const std::string& character) {
    return character.size() >= 3;
}  // CJK in UTF-8

bool mostly_cjk(const std::string& name) {
    const std::vector<std::string> letters = characters(name);
    return 2 * std::count_if(letters.begin(), letters.end(), wide) >
           static_cast<std::ptrdiff_t>(letters.size());
}

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

Vec2 size_of(const Way& way, const MeasureText& measure) {
    double width = 0.0;
    double height = 0.0;
    for (std::size_t i = 0; i < way.lines.size(); ++i) {
        const bool detail = way.has_detail && i + 1 == way.lines.size();
        const double size = way.size * (detail ? detail_share : 1.0);
        width = std::max(width, measure(way.lines[i], {size, {}, false, {}}));
        height += i == 0 ? size : line_pitch * size;
    }
    return way.upright ? Vec2(height, width) : Vec2(width, height);
}

bool box_in_rings(const Box& box, const std::vector<Ring>& rings) {
    bool inside = false;
    const Vec2 p = 0.5 * (box.low + box.high);
    for (const Ring& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Vec2& a = ring[i];
            const Vec2& b = ring[j];
            if ((a.y() > p.y()) != (b.y() > p.y()) &&
                p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
            // Does this edge enter the box? Cut it against the four sides (Liang-Barsky).
            double from = 0.0;
            double to = 1.0;
            for (int axis = 0; axis < 2; ++axis) {
                const double d = b[axis] - a[axis];
                const double low = box.low[axis] - a[axis];
                const double high = box.high[axis] - a[axis];
                if (d == 0.0) {
                    if (low > 0.0 || high < 0.0) {
                        to = -1.0;
                    }
                    continue;
                }
                from = std::max(from, std::min(low / d, high / d));
                to = std::min(to, std::max(low / d, high / d));
            }
            if (from <= to) {
                return false;
            }
        }
    }
    return inside;
}

Box grown(const Box& box, double by) {
    return {box.low - Vec2(by, by), box.high + Vec2(by, by)};
}

bool meets(const Box& box, const std::vector<Box>& others) {
    return std::any_of(others.begin(), others.end(),
                       [&](const Box& other) { return overlap(box, other); });
}

Box bounds(const std::vector<Ring>& rings) {
    return rings.empty() ? Box{} : bounding_box(Polygon{rings.front(), {}});
}

/// Places to try, nearest to the middle first.
std::vector<Vec2> places(const std::vector<Ring>& rings) {
    const Box box = bounds(rings);
    Polygon polygon{rings.front(), {rings.begin() + 1, rings.end()}};
    const Vec2 middle = label_point(polygon);
    std::vector<Vec2> all{middle};
    constexpr double cells = 24.0;
    const double step_x = std::max(6.0, box.size().x() / cells);
    const double step_y = std::max(4.0, box.size().y() / cells);
    const int reach_x = static_cast<int>(box.size().x() / step_x) + 1;
    const int reach_y = static_cast<int>(box.size().y() / step_y) + 1;
    for (int row = -reach_y; row <= reach_y; ++row) {
        for (int column = -reach_x; column <= reach_x; ++column) {
            const Vec2 p = middle + Vec2(column * step_x, row * step_y);
            if (box.contains(p) && (row != 0 || column != 0)) {
                all.push_back(p);
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [&](const Vec2& a, const Vec2& b) {
        return (a - middle).squaredNorm() < (b - middle).squaredNorm();
    });
    return all;
}

/// All ways to write a label, from the fullest to the shortest.
std::vector<Way> ways(const LabelWish& wish, bool tall) {
    std::vector<Way> all;
    const auto offer = [&](std::vector<std::string> lines, bool detail, bool upright,
                           std::initializer_list<double> sizes) {
        if (detail) {
            if (wish.detail.empty()) {
                return;
            }
            lines.push_back(wish.detail);
        }
        for (const double size : sizes) {
            all.push_back({lines, detail, upright, size});
        }
    };
    const std::vector<std::string> one{wish.name};
    const std::vector<std::string> two = in_two_lines(wish.name);
    // Ideographs stand badly on their side: two lines first. Latin words read well that way.
    const bool turn = tall && !mostly_cjk(wish.name);
    offer(one, true, false, {26.0, 22.0, 19.0});
    offer(two, true, false, {22.0, 19.0});
    offer(one, false, false, {26.0, 22.0, 19.0});
    if (turn) {
        offer(one, true, true, {22.0, 19.0});
        offer(two, true, true, {22.0, 19.0});
        offer(one, false, true, {22.0, 19.0});
        offer(two, false, true, {19.0, 16.0});
    }
    offer(two, false, false, {22.0, 19.0, 16.0});
    offer(one, false, false, {16.0, 14.0});
    if (tall) {
        offer(one, false, true, {19.0, 16.0, 14.0});
    }
    offer(two, false, false, {14.0});
    const std::string brief = shortened(wish.name);
    if (brief != wish.name) {
        offer({brief}, false, false, {19.0, 16.0, 14.0});
        if (tall) {
            offer({brief}, false, true, {16.0, 14.0});
        }
    }
    offer({brief}, false, false, {12.5});
    return all;
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
    return a.low.x() < b.high.x() && b.low.x() < a.high.x() && a.low.y() < b.high.y() &&
           b.low.y() < a.high.y();
}

std::string shortened(const std::string& name) {
    // The last run of letters and digits with a digit in it is what people call the room by.
    std::string word;
    std::string number;
    for (const char c : name + " ") {
        const bool letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
                            ('0' <= c && c <= '9') || c == '-' || c == '.';
        if (letter) {
            word += c;
        } else {
            number = has_digit(word) ? word : number;
            word.clear();
        }
    }
    if (!number.empty() && number.size() < name.size() && number.size() <= 8) {
        return number;
    }
    const std::vector<std::string> letters = characters(name);
    const std::size_t keep = !letters.empty() && wide(letters.front()) ? 2 : 5;
    return letters.size() <= keep + 1 ? name : joined(letters, 0, keep) + "…";
}

std::vector<std::string> in_two_lines(const std::string& name) {
    const std::vector<std::string> letters = characters(name);
    const bool cjk = std::count_if(letters.begin(), letters.end(), wide) > 3;
    std::size_t best = 0;
    for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
        const bool may_break =
            letters[i] == " " || (cjk && wide(letters[i]) && wide(letters[i - 1]));
        const auto off = [&](std::size_t at) {
            return std::abs(static_cast<double>(at) - 0.5 * static_cast<double>(letters.size()));
        };
        if (may_break && (best == 0 || off(i) < off(best))) {
            best = i;
        }
    }
    if (best == 0) {
        return {name};
    }
    const std::size_t next = letters[best] == " " ? best + 1 : best;
    return {joined(letters, 0, best), joined(letters, next, letters.size())};
}

std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, std::vector<Box> taken,
                                      const std::vector<Box>& avoid, const MeasureText& measure) {
    std::vector<PlacedLabel> placed;
    const auto try_one = [&](std::size_t index, const std::vector<Box>& also_avoid) {
        const LabelWish& wish = wishes[index];
        const Box area = bounds(wish.rings);
        const std::vector<Vec2> candidates = places(wish.rings);
        for (const Way& way : ways(wish, area.size().y() > 1.2 * area.size().x())) {
            const Vec2 half = 0.5 * size_of(way, measure);
            if (2.0 * half.x() > area.size().x() || 2.0 * half.y() > area.size().y()) {
                continue;
            }
            for (const Vec2& p : candidates) {
                const Box box = grown({p - half, p + half}, air + wish.rim);
                if (!meets(box, taken) && !meets(box, also_avoid) &&
                    box_in_rings(box, wish.rings)) {
                    placed.push_back(
                        {index, box, way.lines, way.has_detail, way.size, way.upright});
                    taken.push_back(box);
                    return true;
                }
            }
        }
        return false;
    };
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (wishes[i].name.empty() || wishes[i].rings.empty()) {
            continue;
        }
        if (!try_one(i, avoid)) {
            try_one(i, {});
        }
    }
    return placed;
}

Drawing label_drawing(const std::vector<PlacedLabel>& labels,
                      const std::vector<LabelWish>& wishes) {
    Drawing drawing;
    for (const PlacedLabel& label : labels) {
        const Vec2 centre = 0.5 * (label.box.low + label.box.high);
        const double around = 2.0 * (air + wishes[label.wish].rim);
        const Vec2 size = label.box.size() - Vec2(around, around);
        const double depth = label.upright ? size.x() : size.y();
        double offset = -0.5 * depth;
        for (std::size_t i = 0; i < label.lines.size(); ++i) {
            const bool detail = label.has_detail && i + 1 == label.lines.size();
            const double letters = label.size * (detail ? detail_share : 1.0);
            offset += i == 0 ? 0.5 * letters : (line_pitch - 0.5) * letters;
            const Colour colour = wishes[label.wish].colour;
            const TextStyle style{letters, detail ? mix(colour, theme::paper, 0.3) : colour, false,
                                  wishes[label.wish].halo};
            const Vec2 at = centre + (label.upright ? Vec2(offset, 0.0) : Vec2(0.0, offset));
            drawing.add(Text{at, label.lines[i], style, Align::centre, label.upright});
            offset += 0.5 * letters;
        }
    }
    return drawing;
}

}  // namespace evac::render
