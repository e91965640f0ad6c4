#pragma once

#include "render/film/stage.hpp"
#include "render/footage/tape.hpp"
#include "render/picture/image.hpp"
#include "sim/record/density.hpp"

#include <memory>
#include <vector>

namespace evac::render {

/// Which density is to be painted.
struct HeatOrder {
    std::shared_ptr<const Tape> tape;
    Stage stage;  ///< as the camera shows it
    Camera camera;
    std::size_t chunk = 0;  ///< the second of the tape
    bool peak = false;      ///< the highest density until then instead of that of the moment
    double type_scale = 1.0;
    int width = 0;
    int height = 0;

    bool operator==(const HeatOrder& other) const {
        return tape == other.tape && camera == other.camera && chunk == other.chunk &&
               peak == other.peak && type_scale == other.type_scale && width == other.width &&
               height == other.height && stage.layout == other.stage.layout &&
               stage.room.low == other.stage.room.low && stage.room.high == other.stage.room.high;
    }
};

/// Densities painted over the floors, transparent elsewhere.
struct Heat {
    HeatOrder order;
    Image image;
};

/// Paints densities, and remembers those of the seconds it has been through.
class HeatPainter {
public:
    std::shared_ptr<const Heat> paint(const HeatOrder& order);

private:
    void gather(const HeatOrder& order);

    std::shared_ptr<const Tape> tape_;
    std::vector<DensityMap> empty_;
    std::vector<DensityMap> highest_;
    std::size_t gathered_ = 0;  ///< chunks in `highest_`
};

}  // namespace evac::render
