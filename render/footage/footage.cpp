#include "render/footage/footage.hpp"

#include <exception>
#include <utility>

namespace evac::render {

Footage::Footage(Work work)
    : worker_([this, work = std::move(work)](const std::stop_token& stop) {
          std::vector<Problem> problems;
          try {
              work(*this, stop);
          } catch (const InputError& error) {
              problems = error.problems();
          } catch (const std::exception& error) {
              problems.push_back({"", "", "", message(MessageId::our_fault, error.what()), {}});
          }
          std::shared_ptr<Tape> tape;
          {
              const std::lock_guard lock(mutex_);
              tape = tape_;
              if (!tape) {
                  problems_ = problems;
              }
          }
          if (tape) {
              tape->write([&](TapeLog& log) {
                  log.problems = std::move(problems);
                  log.finished = true;
              });
          }
      }) {}

std::shared_ptr<const Tape> Footage::tape() const {
    const std::lock_guard lock(mutex_);
    return tape_;
}

std::vector<Problem> Footage::problems() const {
    const std::lock_guard lock(mutex_);
    return problems_;
}

void Footage::hand_over(std::shared_ptr<Tape> tape) {
    const std::lock_guard lock(mutex_);
    tape_ = std::move(tape);
}

}  // namespace evac::render
