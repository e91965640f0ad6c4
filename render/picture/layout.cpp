#include "render/picture/layout.hpp"

#include "render/picture/text.hpp"

#include <pango/pangocairo.h>
#include <algorithm>
#include <cmath>

namespace evac::render {

Layout make_layout(const std::string& words, const TextStyle& style) {
    const std::unique_ptr<PangoContext, Unref> context(
        pango_font_map_create_context(pango_cairo_font_map_get_default()));
    // No hinting: a word is as wide at any size and on any machine as its outline says.
    const std::unique_ptr<cairo_font_options_t, void (*)(cairo_font_options_t*)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string("zh-Hans"));

    const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family(font.get(), "Noto Sans CJK SC");
    pango_font_description_set_weight(font.get(),
                                      style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);

    Layout layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
    return layout;
}

double text_width(const std::string& words, const TextStyle& style) {
    const Layout layout = make_layout(words, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

int missing_glyphs(const std::string& words) {
    return pango_layout_get_unknown_glyphs_count(make_layout(words, {}).get());
}

std::vector<std::string> faces_of(const std::string& words) {
    std::vector<std::string> names;
    const Layout layout = make_layout(words, {});
    PangoLayoutIter* const iterator = pango_layout_get_iter(layout.get());
    do {
        const PangoLayoutRun* const run = pango_layout_iter_get_run_readonly(iterator);
        if (run == nullptr) {
            continue;
        }
        PangoFontDescription* const font = pango_font_describe(run->item->analysis.font);
        const std::string name = pango_font_description_get_family(font);
        pango_font_description_free(font);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    } while (pango_layout_iter_next_run(iterator) != 0);
    pango_layout_iter_free(iterator);
    return names;
}

}  // namespace evac::render
