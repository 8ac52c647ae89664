// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/forward_watch.h"

#include "core/numeric/emulated.h"

#include <cmath>

namespace backflow {

template <class Scalar>
ForwardWatch<Scalar>::ForwardWatch(Track<Scalar>& track, std::vector<Event>& events)
    : m_track(track), m_events(events), m_saturated(track.program().operations.size(), false),
      m_untold(~std::uint64_t{0}) {}

template <class Scalar>
void ForwardWatch<Scalar>::tell(const typename Track<Scalar>::Shown& step, bool isWrong,
                                bool isNew) {
  const int u = step.u;
  const Values& values = step.values();
  m_track.computeAgain(u, values);
  if (isWrong) {
    lookForNonfinite(u, values, m_sawInf, false);
    lookForNonfinite(u, values, m_sawNan, true);
  }
  if (isNew) {
    lookForSaturated(u, values);
  }
}

template <class Scalar> void ForwardWatch<Scalar>::lookForSaturated(int u, const Values& values) {
  const StepProgram& program = m_track.program();
  std::uint64_t untold = 0;
  for (std::size_t k = 0; k < program.operations.size(); ++k) {
    const StepOperation& operation = program.operations[k];
    const bool saturates =
        operation.kind == StepOperationKind::Activate &&
        (operation.activation == Activation::Tanh || operation.activation == Activation::Sigmoid);
    if (!saturates || m_saturated[k]) {
      continue;
    }
    const auto reg = static_cast<std::size_t>(operation.result);
    const int size = m_track.engine().pinOf(operation, m_track.timeOf(u)) == nullptr
                         ? program.registers[reg].size
                         : 0;
    for (int i = 0; i < size && !m_saturated[k]; ++i) {
      const Scalar h = values[reg][i];
      if (activationDerivative(operation.activation, h) == Scalar(0)) {
        m_saturated[k] = true;
        const auto operand = static_cast<std::size_t>(operation.left);
        const int t = m_track.timeOf(u);
        add(EventKind::Saturation, u, program.registers[reg].name, i,
            {CauseKind::SaturatedUnit, entryNameAt(program.registers[operand].name, t, i),
             static_cast<double>(values[operand][i]),
             entryNameAt(program.registers[reg].name, t, i), static_cast<double>(h), 0});
      }
    }
    untold |= m_saturated[k] ? 0 : std::uint64_t{1} << (k % 64);
  }
  m_untold = untold;
}

template <class Scalar>
void ForwardWatch<Scalar>::lookForNonfinite(int u, const Values& values, bool& seen, bool nan) {
  const StepProgram& program = m_track.program();
  const auto isWanted = [nan](Scalar x) {
    return nan ? std::isnan(x) : std::isinf(x);
  };
  for (std::size_t k = 0; k < program.operations.size() && !seen; ++k) {
    const auto reg = static_cast<std::size_t>(program.operations[k].result);
    for (int i = 0; i < program.registers[reg].size; ++i) {
      if (!isWanted(values[reg][i])) {
        continue;
      }
      seen = true;
      const auto moment = m_track.momentAt(u, values);
      const auto found = firstOperation(forwardTerms(moment, static_cast<int>(k), i),
                                        nan ? Wanted::Nan : Wanted::Inf, stepRounding<Scalar>());
      // What goes on into the state is told as the state's.
      const auto output = static_cast<std::size_t>(program.output);
      const bool isState = i < program.registers[output].size && isWanted(values[output][i]);
      add(nan ? EventKind::NanOnset : EventKind::OverflowInf, u,
          program.registers[isState ? output : reg].name, i, found ? found->cause : Cause{});
      break;
    }
  }
}

template <class Scalar>
Event& ForwardWatch<Scalar>::add(EventKind kind, int u, const std::string& quantity,
                                 Eigen::Index element, Cause cause) {
  Event event;
  event.kind = kind;
  event.phase = Phase::Forward;
  event.precision = precisionOf<Scalar>();
  event.quantity = quantity;
  event.t = m_track.timeOf(u);
  event.stepsBack = m_track.horizon() - u;
  event.element = static_cast<int>(element) + 1;
  event.cause = std::move(cause);
  return m_events.emplace_back(std::move(event));
}

template class ForwardWatch<float>;
template class ForwardWatch<double>;
template class ForwardWatch<BFloat16>;
template class ForwardWatch<Float16>;

} // namespace backflow
