#include "sim/passage/sweep_diagram.hpp"

#include <boost/polygon/voronoi_builder.hpp>

#include <deque>
#include <utility>

namespace evac {

namespace {

using CoordinateTypes = boost::polygon::detail::voronoi_ctype_traits<std::int32_t>;
using BoostPredicates = boost::polygon::detail::voronoi_predicates<CoordinateTypes>;

/// Boost's predicates, but circles must touch a segment between its ends.
struct Predicates : BoostPredicates {
    template <class SiteEvent, class CircleEvent>
    class circle_formation_predicate {
    public:
        bool operator()(const SiteEvent& first, const SiteEvent& second, const SiteEvent& third,
                        CircleEvent& circle) {
            return formed_(first, second, third, circle) && touches(circle, first) &&
                   touches(circle, second) && touches(circle, third);
        }

    private:
        static bool touches(const CircleEvent& circle, const SiteEvent& site) {
            if (!site.is_segment()) {
                return true;
            }
            const double dx = static_cast<double>(site.x1()) - static_cast<double>(site.x0());
            const double dy = static_cast<double>(site.y1()) - static_cast<double>(site.y0());
            const double along = (circle.x() - static_cast<double>(site.x0())) * dx +
                                 (circle.y() - static_cast<double>(site.y0())) * dy;
            const double length2 = dx * dx + dy * dy;
            constexpr double rounding = 1e-3;  // of a step of the grid
            const double slack = rounding * (dx < 0.0 ? -dx : dx) + rounding * (dy < 0.0 ? -dy : dy);
            return along >= -slack && along <= length2 + slack;
        }

        BoostPredicates::circle_formation_predicate<SiteEvent, CircleEvent> formed_;
    };
};

/// What Boost's builder writes to.
class Recorder {
public:
    void _reserve(std::size_t sites) {
        diagram_.vertices.reserve(2 * sites);
        diagram_.edges.reserve(3 * sites);
    }

    template <class SiteEvent>
    void _process_single_site(const SiteEvent&) {}

    template <class SiteEvent>
    std::pair<void*, void*> _insert_new_edge(const SiteEvent& first, const SiteEvent& second) {
        const auto edge = diagram_.edges.size();
        diagram_.edges.push_back({site_of(first), site_of(second), -1, -1});
        halves_.push_back({edge, true});
        void* const start = &halves_.back();
        halves_.push_back({edge, false});
        return {start, &halves_.back()};
    }

    template <class SiteEvent, class CircleEvent>
    std::pair<void*, void*> _insert_new_edge(const SiteEvent& first, const SiteEvent& third,
                                             const CircleEvent& circle, void* first_second,
                                             void* second_third) {
        const auto vertex = static_cast<int>(diagram_.vertices.size());
        diagram_.vertices.emplace_back(circle.x(), circle.y());
        start_at(first_second, vertex);
        start_at(second_third, vertex);
        const std::pair<void*, void*> halves = _insert_new_edge(first, third);
        start_at(halves.second, vertex);
        return halves;
    }

    void _build() {}

    SweepDiagram take() { return std::move(diagram_); }

private:
    struct Half {
        std::size_t edge;
        bool forward;
    };

    void start_at(void* half, int vertex) {
        if (half == nullptr) {
            return;  // between the two sides of one segment
        }
        const auto& [edge, forward] = *static_cast<const Half*>(half);
        (forward ? diagram_.edges[edge].from : diagram_.edges[edge].to) = vertex;
    }

    /// Segments may come turned round.
    template <class SiteEvent>
    static GridSite site_of(const SiteEvent& event) {
        return {{event.x0(), event.y0()}, {event.x1(), event.y1()}};
    }

    SweepDiagram diagram_;
    std::deque<Half> halves_;  ///< their addresses stay
};

}  // namespace

SweepDiagram sweep_diagram(const std::vector<GridSite>& sites) {
    boost::polygon::voronoi_builder<std::int32_t, CoordinateTypes, Predicates> builder;
    for (const GridSite& site : sites) {
        if (site.is_point()) {
            builder.insert_point(site.a[0], site.a[1]);
        } else {
            builder.insert_segment(site.a[0], site.a[1], site.b[0], site.b[1]);
        }
    }
    Recorder recorder;
    builder.construct(&recorder);
    return recorder.take();
}

}  // namespace evac
