// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/track.h"

#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace backflow {

template <class Scalar>
Track<Scalar>::Track(StepEngine<Scalar> engine, const Matrix& input, Vector initialStates,
                     bool readsBackwards, int segment)
    : m_engine(std::move(engine)),
      m_input(readsBackwards ? Matrix(input.rowwise().reverse()) : input),
      m_readsBackwards(readsBackwards), m_segment(segment),
      m_normed(normedRegisters(m_engine.program())) {
  const StepProgram& program = m_engine.program();
  const int columns = m_segment > 0 ? m_segment + 2 : horizon() + 1;
  // The steps are written before they are read: no need to touch their memory twice.
  m_tape =
      AlignedArray<Scalar>::uninitialised(static_cast<std::ptrdiff_t>(program.heldSize) * columns);
  std::fill_n(column(0), program.heldSize, Scalar(0));
  m_scratch = AlignedArray<Scalar>(program.scratchSize);
  Eigen::Index next = 0;
  for (const StepState& state : program.states) {
    const StepRegister& reg = program.registers[static_cast<std::size_t>(state.current)];
    held(reg, 0) = initialStates.segment(next, reg.size);
    next += reg.size;
  }
  m_norms.resize(m_normed.size() * static_cast<std::size_t>(columns));
  noteNorms(0);
  if constexpr (std::is_floating_point_v<Scalar>) {
    if (!m_engine.hasPins()) {
      m_plan = std::make_unique<ForwardPlan<Scalar>>(m_engine);
    }
  }
  if (m_segment > 0) {
    m_checkpoints.setZero(program.stateSize, (horizon() + m_segment - 1) / m_segment);
  }
}

template <class Scalar> int Track<Scalar>::segmentStart(int u) const {
  const int back = (horizon() - u) / m_segment;
  return std::max(1, horizon() - (back + 1) * m_segment + 1);
}

template <class Scalar> int Track<Scalar>::segmentEnd(int u) const {
  return horizon() - (horizon() - u) / m_segment * m_segment;
}

template <class Scalar> void Track<Scalar>::storeStates(int beforeStep, Eigen::Index column) {
  Eigen::Index next = 0;
  for (const StepState& state : program().states) {
    const StepRegister& reg = program().registers[static_cast<std::size_t>(state.current)];
    m_checkpoints.col(column).segment(next, reg.size) = held(reg, beforeStep - m_first);
    next += reg.size;
  }
}

template <class Scalar> void Track<Scalar>::restoreStates(Eigen::Index column) {
  Eigen::Index next = 0;
  for (const StepState& state : program().states) {
    const StepRegister& reg = program().registers[static_cast<std::size_t>(state.current)];
    held(reg, 0) = m_checkpoints.col(column).segment(next, reg.size);
    next += reg.size;
  }
  noteNorms(0);
}

template <class Scalar> void Track<Scalar>::copyColumn(int from, int to) {
  std::copy_n(column(from), program().heldSize, column(to));
  std::copy_n(norms(from), normsPerStep(), norms(to));
}

/// Those of a step that was computed by itself, or of the states before the first.
template <class Scalar> void Track<Scalar>::noteNorms(int number) {
  for (std::size_t i = 0; i < m_normed.size(); ++i) {
    const StepRegister& reg = program().registers[static_cast<std::size_t>(m_normed[i])];
    const bool isInput = m_normed[i] == program().input;
    if (isInput && number == 0) {
      continue;
    }
    norms(number)[i] =
        scaledNorm(isInput ? inputAt(m_first + number - 1) : column(number) + reg.held, reg.size);
  }
}

template <class Scalar> std::ptrdiff_t Track<Scalar>::normOffset(int reg) const {
  const int current = currentOf(program(), reg);
  const auto found = std::find(m_normed.begin(), m_normed.end(), current) - m_normed.begin();
  return current == reg ? found : found - normsPerStep();
}

template <class Scalar>
bool Track<Scalar>::computeSteps(int first, int last, const VisitBlock* visit,
                                 const std::stop_token& stop) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    constexpr int most = ForwardPlan<Scalar>::mostSteps;
    for (int u = first; m_plan && u <= last; u += most) {
      if (stop.stop_requested()) {
        return false;
      }
      const int end = std::min(last, u + most - 1);
      m_plan->run({&m_input.coeffRef(0, u - 1), m_input.outerStride(), column(u - m_first + 1),
                   m_scratch.data(), norms(u - m_first + 1), end - u + 1});
      if (visit != nullptr) {
        (*visit)(u, end);
      }
    }
    if (m_plan) {
      return true;
    }
  }
  Values values(program().registers.size());
  for (int u = first; u <= last; ++u) {
    if (stop.stop_requested()) {
      return false;
    }
    valuesAt(u, values);
    m_engine.forward(timeOf(u), values);
    noteNorms(u - m_first + 1);
    if (visit != nullptr) {
      m_signs = signsOf(u, values);
      (*visit)(u, u);
    }
  }
  return true;
}

/// The same signs read off a step that was computed by itself.
template <class Scalar> ForwardSigns Track<Scalar>::signsOf(int u, const Values& values) const {
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  ForwardSigns signs;
  signs.isFinite = kernel.allFinite(column(u - m_first + 1), program().heldSize) &&
                   kernel.allFinite(m_scratch.data(), program().scratchSize);
  for (std::size_t k = 0; k < program().operations.size(); ++k) {
    const StepOperation& operation = program().operations[k];
    const bool isTanh = operation.activation == Activation::Tanh;
    if (operation.kind != StepOperationKind::Activate ||
        !(isTanh || operation.activation == Activation::Sigmoid) ||
        m_engine.pinOf(operation, timeOf(u)) != nullptr) {
      continue;
    }
    const auto reg = static_cast<std::size_t>(operation.result);
    const int size = program().registers[reg].size;
    const int here =
        isTanh ? kernel.countOnes(values[reg], size) : kernel.countZerosAndOnes(values[reg], size);
    signs.saturated += here;
    signs.saturatedOperations |= here > 0 ? std::uint64_t{1} << (k % 64) : 0;
  }
  signs.outputNorm = *normsAt(u);
  return signs;
}

template <class Scalar>
bool Track<Scalar>::computeAll(const VisitBlock& visit, const std::stop_token& stop) {
  if (m_segment == 0) {
    return computeSteps(1, horizon(), &visit, stop);
  }
  for (int first = 1, last = 0; first <= horizon(); first = last + 1) {
    const int back = (horizon() - first) / m_segment;
    last = segmentEnd(first);
    if (first > 1) {
      // The states that the last segment ended with stand before this one.
      copyColumn(first - m_first, 0);
    }
    m_first = first;
    storeStates(first, back);
    if (!computeSteps(first, last, &visit, stop)) {
      return false;
    }
  }
  return true;
}

template <class Scalar> bool Track<Scalar>::load(int u, const std::stop_token& stop) {
  if (m_segment == 0 || (u >= m_first && u <= segmentEnd(m_first))) {
    return true;
  }
  const int first = segmentStart(u);
  const int end = segmentEnd(u);
  if (end == m_first - 1) {
    copyColumn(1, end - first + 2); // the step after: causes are looked for in it
  }
  m_first = first;
  restoreStates((horizon() - first) / m_segment);
  return computeSteps(first, end, nullptr, stop);
}

template <class Scalar> typename Track<Scalar>::Values Track<Scalar>::valuesAt(int u) {
  Values values(program().registers.size());
  valuesAt(u, values);
  return values;
}

template <class Scalar> void Track<Scalar>::valuesAt(int u, Values& values) {
  const StepProgram& program = m_engine.program();
  Scalar* now = column(u - m_first + 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const StepRegister& reg = program.registers[i];
    values[i] = reg.held >= 0 ? now + reg.held : m_scratch.data() + std::max(reg.scratch, 0);
  }
  values[static_cast<std::size_t>(program.input)] = m_input.col(u - 1).data();
  Scalar* before = column(u - m_first);
  for (const StepState& state : program.states) {
    values[static_cast<std::size_t>(state.previous)] =
        before + program.registers[static_cast<std::size_t>(state.current)].held;
  }
}

template <class Scalar>
typename Track<Scalar>::Columns Track<Scalar>::sources(int reg, int u, int count) const {
  const StepProgram& program = m_engine.program();
  const Eigen::Index size = program.registers[static_cast<std::size_t>(reg)].size;
  if (reg == program.input) {
    return {m_input.col(u - 1).data(), size, count, Eigen::OuterStride<>(m_input.outerStride())};
  }
  const Eigen::OuterStride<> stride(program.heldSize);
  for (const StepState& state : program.states) {
    if (state.previous == reg) {
      return {column(u - m_first) + program.registers[static_cast<std::size_t>(state.current)].held,
              size, count, stride};
    }
  }
  return {column(u - m_first + 1) + program.registers[static_cast<std::size_t>(reg)].held, size,
          count, stride};
}

template class Track<float>;
template class Track<double>;
template class Track<BFloat16>;
template class Track<Float16>;

} // namespace backflow
