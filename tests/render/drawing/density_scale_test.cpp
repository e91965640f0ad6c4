#include "render/drawing/density_scale.hpp"

#include <catch2/catch.hpp>

#include "render/drawing/trajectories_picture.hpp"

using namespace evac;

TEST_CASE("the denser, the darker: the colour scale can be read without seeing colours") {
    double last = 101.0;
    for (double density = 0.0; density <= 6.0; density += 0.05) {
        const double lightness = render::lightness(render::density_colour(density));
        INFO(density);
        CHECK(lightness < last);
        last = lightness;
    }
    // From near white to near black, so that there is something to see.
    CHECK(render::lightness(render::density_colour(0.0)) > 90.0);
    CHECK(last < 10.0);
}

TEST_CASE("densities beyond the scale keep its last colour") {
    CHECK(render::density_position(50.0) == 1.0);
    CHECK(render::density_position(-1.0) == 0.0);
}

TEST_CASE("the classes of density join without a gap and carry Fruin's letters") {
    std::string letters;
    const auto& classes = render::density_classes();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        letters += classes[i].level;
        if (i > 0) {
            CHECK(classes[i].from == classes[i - 1].to);
            CHECK(classes[i].left == classes[i - 1].right);
        }
    }
    CHECK(letters == "ABCDEF");
    CHECK(classes[5].from == 2.17);  // Fruin's F on walkways [persons/m2]
}

TEST_CASE("exits have different colours until there are too many to tell apart") {
    for (std::size_t i = 0; i <= render::distinct_exits; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const render::Colour a = render::exit_colour(i);
            const render::Colour b = render::exit_colour(j);
            CHECK(std::abs(a.red - b.red) + std::abs(a.green - b.green) +
                      std::abs(a.blue - b.blue) >
                  0.1);
        }
    }
    CHECK(render::exit_colour(40).red == render::exit_colour(render::distinct_exits).red);
}
