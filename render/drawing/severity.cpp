#include "render/drawing/severity.hpp"

#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace evac::render {

Colour severity_colour(Severity severity) {
    switch (severity) {
        case Severity::S1:
            return rgb(0x9B1021);
        case Severity::S2:
            return rgb(0xD55E00);
        case Severity::S3:
            return rgb(0xF0B400);
        case Severity::S4:
            break;
    }
    return rgb(0x3B6FB5);
}

MessageId severity_message(Severity severity) {
    switch (severity) {
        case Severity::S1:
            return MessageId::picture_severity_s1;
        case Severity::S2:
            return MessageId::picture_severity_s2;
        case Severity::S3:
            return MessageId::picture_severity_s3;
        case Severity::S4:
            break;
    }
    return MessageId::picture_severity_s4;
}

Ring severity_ring(Severity severity, double radius) {
    const auto regular = [](int corners, double reach, double turn) {
        Ring ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = turn + 2.0 * std::numbers::pi * i / corners;
            ring.push_back(reach * Vec2(std::cos(angle), std::sin(angle)));
        }
        return ring;
    };
    switch (severity) {
        case Severity::S1:
            return regular(8, 1.08 * radius, std::numbers::pi / 8.0);
        case Severity::S2:
            return regular(4, 1.3 * radius, 0.0);
        case Severity::S3:
            return regular(4, 1.3 * radius, std::numbers::pi / 4.0);
        case Severity::S4:
            break;
    }
    return circle(Vec2::Zero(), radius);
}

Mark severity_pin(const Vec2& at, const Vec2& offset, const std::string& number,
                  Severity severity) {
    const Colour colour = severity_colour(severity);
    Mark mark{at, {}};
    if (offset.norm() > 1.0) {
        mark.parts.push_back(
            Line{{Vec2::Zero(), offset}, Pen{theme::paper, 0.0, 6.0, {}, true}, false});
        mark.parts.push_back(
            Line{{Vec2::Zero(), offset}, Pen{theme::ink, 0.0, 2.5, {}, true}, false});
        mark.parts.push_back(
            Area{{circle(Vec2::Zero(), 5.0)}, theme::ink, {}, Pen{theme::paper, 0.0, 2.0, {}, false}});
    }
    Ring ring = severity_ring(severity, pin_radius);
    for (Vec2& p : ring) {
        p += offset;
    }
    mark.parts.push_back(Area{{ring}, colour, {}, Pen{theme::paper, 0.0, 5.0, {}, false}});
    mark.parts.push_back(Area{{ring}, colour, {}, Pen{theme::ink, 0.0, 1.5, {}, false}});
    const Colour words = lightness(colour) > 60.0 ? theme::ink : theme::paper;
    const double size = number.size() > 2 ? 18.0 : 24.0;
    mark.parts.push_back(Text{offset, number, {size, words, true, {}}, Align::centre, false});
    return mark;
}

}  // namespace evac::render
