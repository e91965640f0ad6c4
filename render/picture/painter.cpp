#include "render/picture/painter.hpp"

#include "render/picture/layout.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>

namespace evac::render {

namespace {

/// Paints the shapes of one drawing at their place on the page.
class Painter {
public:
    Painter(cairo_t* cairo, const View& view) : cairo_(cairo), view_(view) {}

    void operator()(const Area& area) const {
        for (const Ring& ring : area.rings) {
            trace(ring, true);
        }
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
        if (area.fill) {
            set_colour(*area.fill);
            cairo_fill_preserve(cairo_);
        }
        if (area.hatch) {
            paint_hatch(*area.hatch);
        }
        if (area.outline) {
            set_pen(*area.outline);
            cairo_stroke_preserve(cairo_);
        }
        cairo_new_path(cairo_);
    }

    void operator()(const Line& line) const {
        trace(line.points, line.closed);
        set_pen(line.pen);
        cairo_stroke(cairo_);
    }

    void operator()(const Text& text) const {
        const Vec2 place = view_.to_page(text.at);
        const Layout layout = make_layout(text.words, text.style);
        PangoRectangle logical;
        pango_layout_get_extents(layout.get(), nullptr, &logical);
        const double width = static_cast<double>(logical.width) / PANGO_SCALE;
        const double baseline =
            static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
        const double left = text.align == Align::left     ? 0.0
                            : text.align == Align::centre ? -0.5 * width
                                                          : -width;
        cairo_save(cairo_);
        cairo_translate(cairo_, place.x(), place.y());
        if (text.upright) {
            cairo_rotate(cairo_, -0.5 * std::numbers::pi);
        }
        cairo_translate(cairo_, left, middle_above_baseline * text.style.size - baseline);
        if (text.style.halo) {
            cairo_move_to(cairo_, 0.0, 0.0);
            pango_cairo_layout_path(cairo_, layout.get());
            set_colour(*text.style.halo);
            cairo_set_line_width(cairo_, 0.22 * text.style.size);
            cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
            cairo_set_dash(cairo_, nullptr, 0, 0.0);
            cairo_stroke(cairo_);
        }
        cairo_move_to(cairo_, 0.0, 0.0);
        set_colour(text.style.colour);
        pango_cairo_show_layout(cairo_, layout.get());
        cairo_restore(cairo_);
    }

    void operator()(const Mark& mark) const {
        // Pixels around the mark's place, upwards on any page.
        const Painter around(cairo_, View{1.0, view_.to_page(mark.at), true});
        for (const auto& part : mark.parts) {
            std::visit(around, part);
        }
    }

    void operator()(const Lattice& lattice) const {
        if (lattice.columns == 0 || lattice.rows == 0) {
            return;
        }
        const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> cells(
            cairo_image_surface_create(CAIRO_FORMAT_ARGB32, lattice.columns, lattice.rows),
            cairo_surface_destroy);
        fill_cells(cells.get(), lattice);
        cairo_save(cairo_);
        for (const Ring& ring : lattice.clip) {
            trace(ring, true);
        }
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_clip(cairo_);
        const Vec2 corner = view_.to_page(lattice.origin);
        const Vec2 right = view_.to_page(lattice.origin + lattice.cell * Vec2::UnitX()) - corner;
        const Vec2 up = view_.to_page(lattice.origin + lattice.cell * Vec2::UnitY()) - corner;
        cairo_matrix_t cell;
        cairo_matrix_init(&cell, right.x(), right.y(), up.x(), up.y(), corner.x(), corner.y());
        cairo_transform(cairo_, &cell);
        cairo_set_source_surface(cairo_, cells.get(), 0.0, 0.0);
        cairo_pattern_set_filter(cairo_get_source(cairo_), CAIRO_FILTER_NEAREST);
        cairo_paint(cairo_);
        cairo_restore(cairo_);
    }

private:
    void trace(const std::vector<Vec2>& points, bool closed) const {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Vec2 p = view_.to_page(points[i]);
            if (i == 0) {
                cairo_move_to(cairo_, p.x(), p.y());
            } else {
                cairo_line_to(cairo_, p.x(), p.y());
            }
        }
        if (closed) {
            cairo_close_path(cairo_);
        }
    }

    void set_colour(const Colour& colour) const {
        cairo_set_source_rgba(cairo_, colour.red, colour.green, colour.blue, colour.alpha);
    }

    void set_pen(const Pen& pen) const {
        set_colour(pen.colour);
        cairo_set_line_width(cairo_, std::max(pen.pixels, pen.metres * view_.scale));
        cairo_set_dash(cairo_, pen.dashes.data(), static_cast<int>(pen.dashes.size()), 0.0);
        cairo_set_line_cap(cairo_, pen.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cairo_, pen.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    }

    /// Hatches the current path and keeps it.
    void paint_hatch(const Hatch& hatch) const {
        double left = 0.0;
        double top = 0.0;
        double right = 0.0;
        double bottom = 0.0;
        cairo_path_t* const outline = cairo_copy_path(cairo_);
        cairo_fill_extents(cairo_, &left, &top, &right, &bottom);
        cairo_save(cairo_);
        cairo_clip(cairo_);
        // Lines x - y = c at multiples of the spacing, so that hatches of neighbours meet.
        const double pitch = hatch.spacing * std::numbers::sqrt2;
        const auto lines = [&](double slope) {
            const double low = slope > 0.0 ? left - bottom : left + top;
            const double high = slope > 0.0 ? right - top : right + bottom;
            for (double c = std::ceil(low / pitch) * pitch; c <= high; c += pitch) {
                cairo_move_to(cairo_, slope > 0.0 ? c + top : c - top, top);
                cairo_line_to(cairo_, slope > 0.0 ? c + bottom : c - bottom, bottom);
            }
        };
        lines(-1.0);
        if (hatch.crossed) {
            lines(1.0);
        }
        set_pen(Pen{hatch.colour, 0.0, hatch.width, {}, false});
        cairo_stroke(cairo_);
        cairo_restore(cairo_);
        cairo_append_path(cairo_, outline);
        cairo_path_destroy(outline);
    }

    static void fill_cells(cairo_surface_t* surface, const Lattice& lattice) {
        cairo_surface_flush(surface);
        unsigned char* const data = cairo_image_surface_get_data(surface);
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        const auto columns = static_cast<std::size_t>(lattice.columns);
        for (std::size_t row = 0; row < static_cast<std::size_t>(lattice.rows); ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const Colour& colour = lattice.colours[row * columns + column];
                const auto byte = [](double share) {
                    return static_cast<std::uint32_t>(std::lround(255.0 * share));
                };
                // Cairo's own format: premultiplied, in the byte order of the machine.
                const std::uint32_t pixel =
                    byte(colour.alpha) << 24U | byte(colour.red * colour.alpha) << 16U |
                    byte(colour.green * colour.alpha) << 8U | byte(colour.blue * colour.alpha);
                std::memcpy(data + row * stride + 4 * column, &pixel, 4);
            }
        }
        cairo_surface_mark_dirty(surface);
    }

    cairo_t* cairo_;
    View view_;
};

}  // namespace

void paint(cairo_t* cairo, const Sheet& sheet) {
    for (const Pane& pane : sheet.panes) {
        cairo_save(cairo);
        if (pane.clip) {
            const Vec2 size = pane.clip->size();
            cairo_rectangle(cairo, pane.clip->low.x(), pane.clip->low.y(), size.x(), size.y());
            cairo_clip(cairo);
        }
        const Painter painter(cairo, pane.view);
        for (const Shape& shape : pane.drawing.shapes) {
            std::visit(painter, shape);
        }
        cairo_restore(cairo);
    }
}

}  // namespace evac::render
