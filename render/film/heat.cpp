#include "render/film/heat.hpp"

#include "render/drawing/heat_picture.hpp"
#include "sim/record/chunk.hpp"

namespace evac::render {

namespace {

/// Adds the first moment of a chunk; a chunk that is not there adds nothing.
void add_second(std::vector<DensityMap>& maps, const Tape& tape, std::size_t chunk) {
    const auto bytes = tape.chunk(chunk);
    const auto frames = bytes ? decode_chunk(*bytes) : std::nullopt;
    if (frames && !frames->empty()) {
        add_frame(maps, tape.info().plan, frames->front());
    }
}

}  // namespace

void HeatPainter::gather(const HeatOrder& order) {
    if (gathered_ > order.chunk + 1) {
        highest_ = empty_;
        gathered_ = 0;
    }
    for (; gathered_ <= order.chunk; ++gathered_) {
        add_second(highest_, *order.tape, gathered_);
    }
}

std::shared_ptr<const Heat> HeatPainter::paint(const HeatOrder& order) {
    const Plan& plan = order.tape->info().plan;
    if (tape_ != order.tape) {
        tape_ = order.tape;
        empty_ = density_maps(plan);
        highest_ = empty_;
        gathered_ = 0;
    }
    std::vector<DensityMap> now;
    if (order.peak) {
        gather(order);
    } else {
        now = empty_;
        add_second(now, *order.tape, order.chunk);
    }
    const std::vector<DensityMap>& maps = order.peak ? highest_ : now;
    Sheet sheet{0.0, 0.0, {}};
    for (const StageFloor& place : order.stage.floors) {
        Drawing drawing;
        for (const int level : place.levels) {
            const LevelSubject subject{plan, level, {}, {}, Language::en, {}};
            drawing.add(
                density_lattice(plan, level_parts(subject), maps[static_cast<std::size_t>(level)]));
        }
        sheet.panes.push_back({std::move(drawing), place.view, order.stage.room});
    }
    auto heat = std::make_shared<Heat>();
    heat->order = order;
    heat->image = Image(order.width, order.height);
    render::paint(heat->image, sheet, order.type_scale);
    // So that walls, doors and names stay readable through it.
    for (std::uint32_t& pixel : heat->image.pixels) {
        const std::uint32_t even = (pixel & 0x00FF00FFU) * 200U >> 8U & 0x00FF00FFU;
        const std::uint32_t odd = (pixel >> 8U & 0x00FF00FFU) * 200U & 0xFF00FF00U;
        pixel = even | odd;
    }
    return heat;
}

}  // namespace evac::render
