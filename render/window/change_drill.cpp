// What happens to the drill when somebody changes it in the window.

#include "render/film/words.hpp"
#include "render/window/goods.hpp"
#include "render/window/viewer.hpp"

#include <algorithm>

namespace evac::render {

namespace {

Polygon shifted(Polygon polygon, const Vec2& by) {
    for (Vec2& p : polygon.outer) {
        p += by;
    }
    for (Ring& hole : polygon.holes) {
        for (Vec2& p : hole) {
            p += by;
        }
    }
    return polygon;
}

}  // namespace

bool Viewer::can_change() {
    if (request_.drills.size() > 1) {
        why_no_what_if_ = say(options_.language, Word::what_if_two);
        return false;
    }
    if (!asked_what_if_) {
        asked_what_if_ = true;
        try {
            what_if_.emplace(request_.drills.front().drill_file, request_.drills.front().seed);
            if (!same_building(what_if_->plan(), film_.reel(0).plan())) {
                what_if_.reset();  // the file is no longer what was watched
            }
        } catch (const InputError&) {
            // That the drill can be watched does not depend on it.
        }
    }
    if (!what_if_) {
        why_no_what_if_ =
            say(options_.language, Word::what_if_none, request_.drills.front().drill_file.string());
    }
    return what_if_.has_value();
}

void Viewer::make_change(const Change& change) {
    if (!can_change()) {
        return;
    }
    try {
        what_if_->make(change);
        tab_ = 1;
        panel_ = true;
    } catch (const InputError& error) {
        toast(say(options_.language, error.problems().front()));
    }
}

void Viewer::undo_change() {
    if (what_if_) {
        what_if_->undo();
        changes_common_ = std::min(changes_common_, what_if_->changes().size());
    }
}

void Viewer::run_again() {
    if (!can_change()) {
        toast(why_no_what_if_);
        return;
    }
    if (what_if_->changes().empty() && !rerun_shown_) {
        toast(say(options_.language, Word::changes_none));
        return;
    }
    rerun_shown_ = false;
    let_go(std::move(rerun_));  // one that still runs is of no use any more
    changes_run_ = what_if_->changes().size();
    changes_common_ = changes_run_;
    rerun_ = rehearse(what_if_->scenario(), request_.threads);
    toast(say(options_.language, Word::preparing));
}

void Viewer::save_changes() {
    if (!can_change()) {
        toast(why_no_what_if_);
        return;
    }
    if (what_if_->changes().empty()) {
        toast(say(options_.language, Word::changes_none));
        return;
    }
    try {
        toast(say(options_.language, Word::saved_as, what_if_->save().string()));
    } catch (const InputError& error) {
        toast(say(options_.language, error.problems().front()));
    }
}

void Viewer::put_goods(const Vec2& page) {
    Reel* const reel = front();
    const auto point = reel == nullptr ? std::nullopt : under(reel->stage, reel->plan(), page);
    placing_ = false;
    if (!point || !can_change()) {
        return;
    }
    Change change;
    change.kind = Change::Kind::place;
    change.element = fresh_thing_id(what_if_->plan());
    // In a corridor narrower than the pallet is long it stands the other way.
    for (const Vec2& size : {pallet, Vec2(pallet.y(), pallet.x())}) {
        change.polygon = rectangle(point->place, size);
        for (const int level : point->floor->levels) {
            const std::string unit = unit_around(what_if_->plan(), level, change.polygon);
            change.unit = unit.empty() ? change.unit : unit;
        }
        if (!change.unit.empty()) {
            break;
        }
    }
    const std::string number = change.element.substr(change.element.rfind('-') + 1);
    change.name = label_of(MessageId::change_things, number);
    if (change.unit.empty()) {
        toast(say(options_.language, MessageId::change_nowhere, change.name.in(options_.language)) +
              "\n" + say(options_.language, MessageId::change_nowhere_remedy));
        return;
    }
    make_change(change);
}

void Viewer::move_thing(const Vec2& page) {
    Reel* const reel = front();
    if (reel == nullptr || thing_ < 0 || thing_ >= static_cast<int>(reel->plan().fixtures.size()) ||
        !can_change()) {
        return;
    }
    const auto from = under(reel->stage, reel->plan(), drag_from_);
    const auto to = under(reel->stage, reel->plan(), page);
    const Fixture& fixture = reel->plan().fixtures[static_cast<std::size_t>(thing_)];
    const Scenario& scenario = what_if_->scenario();
    const int index = find_fixture(scenario.plan, fixture.id);
    const bool gone =
        std::any_of(scenario.events.begin(), scenario.events.end(), [&](const Event& event) {
            return event.kind == Event::Kind::remove && event.element == index && event.time == 0.0;
        });
    if (!from || !to || index < 0 || gone) {
        return;  // what has been moved or cleared away already is drawn until it is run again
    }
    Change change;
    change.kind = Change::Kind::move;
    change.element = fixture.id;
    change.polygon = shifted(fixture.polygon, to->place - from->place);
    for (const int level : to->floor->levels) {
        const std::string unit = unit_around(what_if_->plan(), level, change.polygon);
        change.unit = unit.empty() ? change.unit : unit;
    }
    if (change.unit.empty()) {
        const std::string name = fixture.name.in(options_.language);
        toast(say(options_.language, MessageId::change_nowhere, name.empty() ? fixture.id : name) +
              "\n" + say(options_.language, MessageId::change_nowhere_remedy));
        return;
    }
    make_change(change);
}

}  // namespace evac::render
