// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/unroll/backward.h"

#include <algorithm>
#include <type_traits>

namespace backflow {

/// Where flows travel apart, states are clipped, gates are pinned or ∂L/∂x is wanted, every step is
/// taken by itself.
template <class Scalar> void BackwardPass<Scalar>::planSteps() {
  if constexpr (std::is_floating_point_v<Scalar>) {
    if (m_flows.cols() > 1 || clipsState() || m_options.wantsInputGradient ||
        m_track.engine().hasPins()) {
      return;
    }
    const bool gathers = m_options.gathersParameters;
    m_plan = std::make_unique<ReversePlan<Scalar>>(
        m_track.engine(), gathers ? m_gathered.parts() : std::vector<ReversePart>());
    const StepProgram& program = m_track.program();
    m_planned.resize(program.stateSize, ReversePlan<Scalar>::mostSteps + 1);
    m_unusedPlace = AlignedArray<Scalar>(gathers ? 0 : program.linearSize);
  }
}

/// The last of the steps that are planned from u on; u + 1 if u has to be taken by itself, as where
/// a loss acts.
template <class Scalar> int BackwardPass<Scalar>::plannedDownTo(int u) const {
  if constexpr (std::is_floating_point_v<Scalar>) {
    if (!m_plan || !m_carried || m_source.actsAt(u)) {
      return u + 1;
    }
    // Within a block of the weights' gradient: its derivatives stand together, and its steps are
    // loaded together.
    const int horizon = m_track.horizon();
    const int blockFirst = horizon - ((horizon - u) / blockSteps + 1) * blockSteps + 1;
    const int least =
        std::max({blockFirst, m_truncation.earliest(), u - ReversePlan<Scalar>::mostSteps + 1});
    if (!m_options.truncation && !m_source.everyStep) {
      return least;
    }
    int first = u;
    while (first > least && !m_truncation.cutsBefore(first) &&
           !(m_source.everyStep && m_source.actsAt(first - 1))) {
      --first;
    }
    return first;
  } else {
    return u + 1;
  }
}

/// Takes steps `last` down to `first`, or as many as there is nothing new to tell of, and then
/// those that there is by themselves, where every number of them is at hand. Returns the step that
/// comes next.
template <class Scalar> int BackwardPass<Scalar>::followPlan(int last, int first) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    const bool gathers = m_options.gathersParameters;
    m_planned.col(0) = m_flows.col(0);
    const ReverseSteps<Scalar> planned{m_track.inputAt(last),
                                       m_track.inputStride(),
                                       m_track.heldAt(last),
                                       m_planned.data(),
                                       gathers ? m_gathered.place(last) : m_unusedPlace.data(),
                                       gathers ? m_gathered.placeStride() : 0,
                                       last - first + 1};
    m_plan->run(planned);
    int quiet = 0;
    while (quiet < planned.steps &&
           !m_watch.hasNews(plannedMeasure(quiet), m_plan->reading(quiet).isFinite)) {
      ++quiet;
    }
    if (quiet == 0) {
      for (int u = last; u >= first; --u) {
        step(u);
      }
      return first - 1;
    }
    // News is told with the numbers of the step before it on the way: that one by itself, too.
    const int taken = quiet == planned.steps ? quiet : quiet - 1;
    take(last, taken);
    followReference(last, last - taken + 1, PlannedNorms::Known);
    m_flows.col(0) = m_planned.col(taken);
    if (taken < planned.steps) {
      step(last - taken);
      step(last - taken - 1);
      return last - taken - 2;
    }
    m_plan->copyAdjoints(planned, m_flowAdjoints.front().data());
    cutOrCarry(first);
    m_isOver = isOver(first);
    return first - 1;
  } else {
    step(last);
    return last - 1;
  }
}

/// δ of the k-th step that the plan has computed.
template <class Scalar> Measure BackwardPass<Scalar>::plannedMeasure(int k) const {
  const ClassCounts& classes = m_plan->reading(k).classes;
  return {m_plan->stateNorm(k), classes.zeros, classes.subnormals, classes.infinities,
          classes.nans};
}

/// As record() does step by step. Everything is at hand, so that a step is a few loads and stores.
template <class Scalar> void BackwardPass<Scalar>::recordPlanned(int last, int count) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    const double scale = m_scale;
    double largest = m_largestAfter;
    const auto first = static_cast<std::size_t>(last - count);
    const auto ofBlock = [first](auto& records) {
      return records.data() + first;
    };
    double* const norms = ofBlock(steps.gradientNorm);
    int* const zeros = ofBlock(steps.zeros);
    int* const subnormals = ofBlock(steps.subnormals);
    int* const infinities = ofBlock(steps.infinities);
    int* const nans = ofBlock(steps.nans);
    for (int k = 0, place = count - 1; k < count; ++k, --place) {
      const ClassCounts& classes = m_plan->reading(k).classes;
      const double norm = m_plan->stateNorm(k) / scale;
      norms[place] = norm;
      zeros[place] = classes.zeros;
      subnormals[place] = classes.subnormals;
      infinities[place] = classes.infinities;
      nans[place] = classes.nans;
      largest = orNan(std::max(largest, norm), norm);
    }
    m_largestAfter = largest;
  }
}

/// Records the first `count` of the steps that the plan has computed from `last` down.
template <class Scalar> void BackwardPass<Scalar>::take(int last, int count) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    // What a scenario does not record costs a question a block, not one a step.
    const auto each = [last, count](auto recordStep) {
      for (int k = 0; k < count; ++k) {
        recordStep(last - k, static_cast<std::size_t>(last - k) - 1, k);
      }
    };
    recordPlanned(last, count);
    if (m_options.keepStateGradients) {
      each([this](int u, std::size_t, int k) {
        stateGradients.col(u - 1) =
            m_planned.col(k).segment(m_top, m_hidden).template cast<double>() / m_scale;
      });
    }
    if (m_source.everyStep) {
      each([this](int, std::size_t index, int) {
        steps.directGradientNorm[index] = 0;
        steps.recurrentGradientNorm[index] = steps.gradientNorm[index];
      });
    }
    for (std::size_t layer = 0; layer < steps.layerGradientNorm.size(); ++layer) {
      each([this, layer](int, std::size_t index, int k) {
        steps.layerGradientNorm[layer][index] = m_plan->layerNorms(k)[layer] / m_scale;
      });
    }
    if (!steps.cellGradientNorm.empty()) {
      each([this](int, std::size_t index, int k) {
        steps.cellGradientNorm[index] = m_plan->cellNorm(k) / m_scale;
      });
    }
    if (m_options.gathersParameters) {
      each([this](int u, std::size_t index, int k) {
        steps.parameterGradientNorm[index] =
            m_gathered.addPlaced(u, m_plan->partNorms(k)) / m_scale;
      });
    }
    if (!steps.cellGradientDirectNorm.empty()) {
      each([this](int u, std::size_t, int k) {
        recordCellParts(u, &m_planned.coeffRef(m_top, k), nullptr);
      });
    }
  }
}

/// The reference curve of the steps that were just taken.
template <class Scalar>
void BackwardPass<Scalar>::followReference(int last, int first, PlannedNorms norms) {
  if constexpr (std::is_same_v<Scalar, double>) {
    int u = last;
    if (m_reference && norms == PlannedNorms::Known) {
      u -= m_reference->ride(last, last - first + 1, m_planned, *m_plan);
    }
    for (; m_reference && m_reference->rides() && u >= first; --u) {
      m_track.valuesAt(u, m_values);
      m_track.valuesAt(u + 1, m_laterValues);
      m_states = m_planned.col(last - u);
      m_reference->follow(u, m_values, nullptr, m_states, &m_laterValues);
    }
    if (m_reference && u >= first) {
      m_reference->followQuietly(u, first);
    }
  }
}

/// Whether nothing but zeros comes from step `first` on the way back, where blocks end: ∂L/∂ of the
/// states is zero, no loss acts any more, and no number that it is multiplied with is inf or NaN.
template <class Scalar> bool BackwardPass<Scalar>::isOver(int first) const {
  const bool blockEnds = (m_track.horizon() - first + 1) % blockSteps == 0;
  const Measure nothing{0, static_cast<int>(m_hidden), 0, 0, 0};
  return blockEnds && m_carried && !m_source.everyStep && m_track.isFinite() &&
         !m_watch.hasNews(nothing, true) && (m_flows.col(0).array() == Scalar(0)).all();
}

/// A block of steps in which every derivative is zero.
template <class Scalar> int BackwardPass<Scalar>::rest(int last) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    const int first = std::max(m_truncation.earliest(), last - blockSteps + 1);
    m_stateGradient.setZero();
    m_planned.setZero();
    for (int u = last; u >= first; --u) {
      record(u, {0, static_cast<int>(m_hidden), 0, 0, 0});
      if (!steps.cellGradientDirectNorm.empty()) {
        recordCellParts(u, m_stateGradient.data(), nullptr);
      }
    }
    for (int u = last; u >= first; u -= ReversePlan<Scalar>::mostSteps) {
      followReference(u, std::max(first, u - ReversePlan<Scalar>::mostSteps + 1),
                      PlannedNorms::Unknown);
    }
    return first - 1;
  } else {
    return last;
  }
}

template class BackwardPass<float>;
template class BackwardPass<double>;
template class BackwardPass<BFloat16>;
template class BackwardPass<Float16>;

} // namespace backflow
