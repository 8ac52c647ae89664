// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/reverse_plan.h"

#include "core/cell/finite_reading.h"
#include "core/numeric/kernels/kernels.h"

#include <algorithm>

namespace backflow {

template <class Scalar>
ReversePlan<Scalar>::ReversePlan(const StepEngine<Scalar>& engine,
                                 const std::vector<ReversePart>& parts)
    : m_engine(engine), m_readings(mostSteps) {
  placeAdjoints();
  for (const StepAction& action : engine.reverseSchedule().actions) {
    if (!action.isProduct) {
      addOperation(program().operations[action.index]);
    } else if (!engine.reverseProducts()[action.index].group.toInput) {
      addProduct(action.index);
    }
  }
  fillRest();
  addReadings(parts);
  m_code.joinChains();
  m_norms.resize(static_cast<std::size_t>(m_normsPerStep) * mostSteps);
  m_adjoints = AlignedArray<Scalar>(m_scratchSize);
  int most = 0;
  for (const StepRegister& reg : program().registers) {
    most = std::max(most, reg.size);
  }
  m_zeros = AlignedArray<Scalar>(most);
}

/// What is read later has a place of its own; everything else is gone after its step.
template <class Scalar> void ReversePlan<Scalar>::placeAdjoints() {
  const std::vector<StepRegister>& registers = program().registers;
  m_homes.resize(registers.size());
  m_current.resize(registers.size());
  int state = 0;
  std::vector<bool> isPrevious(registers.size(), false);
  for (const StepState& one : program().states) {
    isPrevious[static_cast<std::size_t>(one.previous)] = true;
    m_homes[static_cast<std::size_t>(one.previous)] = {StepMemory::StateAdjointsBefore, state};
    m_current[static_cast<std::size_t>(one.current)] = {StepMemory::StateAdjoints, state};
    state += sizeOf(one.current);
    if (one.current == program().output) {
      m_previousTop = one.previous;
    }
  }
  for (std::size_t reg = 0; reg < registers.size(); ++reg) {
    if (registers[reg].linear >= 0) {
      m_homes[reg] = {StepMemory::LinearAdjoints, registers[reg].linear};
    } else if (!isPrevious[reg] && static_cast<int>(reg) != program().input) {
      m_homes[reg] = {StepMemory::Adjoints, m_scratchSize};
      m_scratchSize += registers[reg].size;
    }
  }
}

template <class Scalar> StepOperand ReversePlan<Scalar>::added(int reg) {
  const auto index = static_cast<std::size_t>(reg);
  m_current[index] = m_homes[index];
  return m_homes[index];
}

template <class Scalar> void ReversePlan<Scalar>::addProduct(std::size_t group) {
  const auto& product = m_engine.reverseProducts()[group];
  std::vector<StepOperand> segments;
  std::vector<int> sizes;
  segments.reserve(product.group.segments.size());
  sizes.reserve(product.group.segments.size());
  for (const int reg : product.group.segments) {
    segments.push_back(adjointOf(reg));
    sizes.push_back(sizeOf(reg));
  }
  const int target = product.group.blocks.front();
  const StepOperand start = adjointOf(target);
  m_code.productTo(added(target), start, product.matrix, std::move(segments), sizes);
}

template <class Scalar> void ReversePlan<Scalar>::addOperation(const StepOperation& operation) {
  const int size = sizeOf(operation.result);
  const StepOperand upstream = adjointOf(operation.result);
  const auto value = [this](int reg) {
    return valueOperand(program(), reg);
  };
  const auto add = [&](StepCode code, int operand, StepOperand left, StepOperand right) {
    const StepOperand addend = adjointOf(operand);
    m_code.binary(code, size, added(operand), left, right, addend);
  };
  const auto addUpstream = [&](int operand) {
    const StepOperand before = adjointOf(operand);
    m_code.binary(StepCode::Add, size, added(operand), before, upstream);
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    break; // by its group
  case StepOperationKind::Activate:
    switch (operation.activation) {
    case Activation::Tanh:
      add(StepCode::ReverseTanh, operation.left, value(operation.result), upstream);
      break;
    case Activation::Sigmoid:
      add(StepCode::ReverseLogistic, operation.left, value(operation.result), upstream);
      break;
    case Activation::Relu:
      add(StepCode::ReverseRelu, operation.left, value(operation.result), upstream);
      break;
    case Activation::Identity:
      addUpstream(operation.left);
      break;
    }
    break;
  case StepOperationKind::Multiply:
    add(StepCode::AddProduct, operation.left, value(operation.right), upstream);
    add(StepCode::AddProduct, operation.right, value(operation.left), upstream);
    break;
  case StepOperationKind::Add:
    addUpstream(operation.left);
    addUpstream(operation.right);
    break;
  case StepOperationKind::Complement:
    add(StepCode::Subtract, operation.left, upstream, {});
    break;
  }
}

/// Zeros for what is read later although nothing was added to it.
template <class Scalar> void ReversePlan<Scalar>::fillRest() {
  for (std::size_t reg = 0; reg < m_homes.size(); ++reg) {
    const StepMemory memory = m_homes[reg].memory;
    if ((memory == StepMemory::LinearAdjoints || memory == StepMemory::StateAdjointsBefore) &&
        m_current[reg].memory == StepMemory::Zeros) {
      m_code.unary(StepCode::Copy, program().registers[reg].size, m_homes[reg], {});
    }
  }
}

template <class Scalar>
void ReversePlan<Scalar>::addReadings(const std::vector<ReversePart>& parts) {
  m_code.read(StepCode::Measure, sizeOf(program().output), adjointOf(program().output), 0);
  const auto& carousel = program().carousel;
  if (carousel && program().states[static_cast<std::size_t>(carousel->state)].isCell) {
    const int cell = program().states[static_cast<std::size_t>(carousel->state)].current;
    m_code.read(StepCode::Norm, sizeOf(cell), adjointOf(cell), 1);
  }
  m_firstPart = 2;
  if (const auto& outputs = program().layerOutputs; outputs.size() > 1) {
    for (const int output : outputs) {
      m_code.read(StepCode::Norm, sizeOf(output), adjointOf(output), m_firstPart++);
    }
  }
  m_normsPerStep = m_firstPart;
  int linearsRead = 0;
  for (const ReversePart& part : parts) {
    linearsRead += part.size;
    m_code.read(StepCode::FiniteNorm, part.size, {StepMemory::LinearAdjoints, part.offset},
                static_cast<int>(m_normsPerStep++));
  }
  if (linearsRead < program().linearSize) {
    m_code.checkFinite(StepMemory::LinearAdjoints, 0, program().linearSize);
  }
  for (const int reg : telltaleDerivatives(program())) {
    if (adjointOf(reg).memory == StepMemory::Adjoints) {
      m_code.read(StepCode::CheckFinite, sizeOf(reg), adjointOf(reg));
    }
  }
  // The top layer's h is looked at when its turn comes.
  const int top = m_homes[static_cast<std::size_t>(m_previousTop)].offset;
  m_code.checkFinite(StepMemory::StateAdjointsBefore, 0, top);
  m_code.checkFinite(StepMemory::StateAdjointsBefore, top + sizeOf(m_previousTop),
                     program().stateSize);
}

template <class Scalar> void ReversePlan<Scalar>::run(const ReverseSteps<Scalar>& steps) {
  const std::ptrdiff_t held = program().heldSize;
  const std::ptrdiff_t states = program().stateSize;
  StepCall<Scalar> call = m_code.call(m_zeros.data());
  // Nothing writes to the values.
  auto* values = const_cast<Scalar*>(steps.held);
  place(call, StepMemory::Held, values, -held);
  place(call, StepMemory::HeldBefore, values - held, -held);
  place(call, StepMemory::Input, const_cast<Scalar*>(steps.input), -steps.inputStride);
  place(call, StepMemory::Adjoints, m_adjoints.data(), 0);
  place(call, StepMemory::LinearAdjoints, steps.linears, -steps.linearStride);
  place(call, StepMemory::StateAdjoints, steps.states, states);
  place(call, StepMemory::StateAdjointsBefore, steps.states + states, states);
  call.steps = steps.steps;
  call.results = m_readings.data();
  call.norms = m_norms.data();
  call.normsPerStep = m_normsPerStep;
  kernels<Scalar>().runSteps(call);
}

template <class Scalar>
void ReversePlan<Scalar>::copyAdjoints(const ReverseSteps<Scalar>& steps, Scalar* adjoints) const {
  const Scalar* states = steps.states + (steps.steps - 1) * program().stateSize;
  const Scalar* linears = steps.linears - (steps.steps - 1) * steps.linearStride;
  for (std::size_t reg = 0; reg < m_current.size(); ++reg) {
    const StepRegister& own = program().registers[reg];
    const StepOperand at = m_current[reg];
    const Scalar* from = m_zeros.data();
    switch (at.memory) {
    case StepMemory::Adjoints:
      from = m_adjoints.data() + at.offset;
      break;
    case StepMemory::LinearAdjoints:
      from = linears + at.offset;
      break;
    case StepMemory::StateAdjoints:
      from = states + at.offset;
      break;
    case StepMemory::StateAdjointsBefore:
      from = states + program().stateSize + at.offset;
      break;
    default:
      break;
    }
    std::copy_n(from, own.size, adjoints + own.adjoint);
  }
}

template class ReversePlan<float>;
template class ReversePlan<double>;

} // namespace backflow
