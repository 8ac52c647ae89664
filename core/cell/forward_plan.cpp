// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/forward_plan.h"

#include "core/cell/finite_reading.h"
#include "core/numeric/dense.h"
#include "core/numeric/kernels/kernels.h"

#include <algorithm>

namespace backflow {

template <class Scalar>
ForwardPlan<Scalar>::ForwardPlan(const StepEngine<Scalar>& engine)
    : m_engine(engine), m_readings(mostSteps) {
  const StepProgram& program = engine.program();
  for (const StepAction& action : engine.forwardSchedule().actions) {
    if (action.isProduct) {
      addProduct(action.index);
    } else {
      addOperation(static_cast<int>(action.index));
    }
  }
  addReadings();
  m_code.joinChains();
  m_projected = AlignedArray<Scalar>::uninitialised(m_projectionSize * mostSteps);
  for (const Projection& projection : m_projections) {
    // What reads no input is the same at every step.
    for (int k = 0; projection.weights.steps() == 0 && k < mostSteps; ++k) {
      std::copy_n(biasesOf(projection), projection.size,
                  m_projected.data() + projection.offset + k * m_projectionSize);
    }
  }
  m_inputs = PackedFactor<Scalar>(FactorSide::Right, mostSteps,
                                  program.registers[static_cast<std::size_t>(program.input)].size);
  m_zeros = AlignedArray<Scalar>(1);
}

template <class Scalar> void ForwardPlan<Scalar>::addProduct(std::size_t group) {
  const StepProgram& program = m_engine.program();
  const auto& product = m_engine.forwardProducts()[group];
  const bool startsWithInput = m_engine.startsWithInput(product.group);
  const int inputs = program.registers[static_cast<std::size_t>(program.input)].size;
  const std::ptrdiff_t size = product.matrix.startSize();
  Projection projection{group, m_projectionSize, size, {}};
  if (startsWithInput) {
    MatrixOf<Scalar> weights(size, inputs);
    product.matrix.copyColumns(0, weights);
    projection.weights = PackedFactor<Scalar>(FactorSide::Left, size, inputs);
    projection.weights.append({weights.data(), 1, weights.outerStride()}, inputs);
  }
  m_projections.push_back(std::move(projection));
  if (startsWithInput && product.group.segments.size() == 1) {
    copyProjection(product.group.blocks);
    m_projectionSize += size;
    return;
  }
  std::vector<StepOperand> segments;
  std::vector<int> sizes;
  segments.reserve(product.group.segments.size());
  sizes.reserve(product.group.segments.size());
  for (std::size_t s = startsWithInput ? 1 : 0; s < product.group.segments.size(); ++s) {
    const int reg = product.group.segments[s];
    segments.push_back(valueOperand(program, reg));
    sizes.push_back(program.registers[static_cast<std::size_t>(reg)].size);
  }
  std::vector<StepOperand> blocks;
  blocks.reserve(product.group.blocks.size());
  for (const int reg : product.group.blocks) {
    blocks.push_back(valueOperand(program, reg));
  }
  m_code.productFrom({StepMemory::Projection, static_cast<std::int32_t>(m_projectionSize)},
                     product.matrix, startsWithInput ? inputs : 0, std::move(segments), sizes,
                     std::move(blocks));
  m_projectionSize += size;
}

/// Of what reads the input alone nothing is left to compute.
template <class Scalar> void ForwardPlan<Scalar>::copyProjection(const std::vector<int>& blocks) {
  const StepProgram& program = m_engine.program();
  auto from = static_cast<std::int32_t>(m_projectionSize);
  for (const int reg : blocks) {
    const int size = program.registers[static_cast<std::size_t>(reg)].size;
    m_code.unary(StepCode::Copy, size, valueOperand(program, reg), {StepMemory::Projection, from});
    constexpr auto rows = static_cast<std::int32_t>(PackedMatrix<Scalar>::panelRows);
    from += (size + rows - 1) / rows * rows;
  }
}

template <class Scalar> void ForwardPlan<Scalar>::addOperation(int index) {
  const StepProgram& program = m_engine.program();
  const StepOperation& operation = program.operations[static_cast<std::size_t>(index)];
  const int size = program.registers[static_cast<std::size_t>(operation.result)].size;
  const StepOperand result = valueOperand(program, operation.result);
  const StepOperand left = valueOperand(program, operation.left);
  const StepOperand right = valueOperand(program, operation.right);
  switch (operation.kind) {
  case StepOperationKind::Linear:
    break; // by its group
  case StepOperationKind::Activate:
    switch (operation.activation) {
    case Activation::Tanh:
      m_code.counting(StepCode::Tanh, size, result, left, index);
      break;
    case Activation::Sigmoid:
      m_code.counting(StepCode::Logistic, size, result, left, index);
      break;
    case Activation::Relu:
      m_code.unary(StepCode::Relu, size, result, left);
      break;
    case Activation::Identity:
      m_code.unary(StepCode::Copy, size, result, left);
      break;
    }
    break;
  case StepOperationKind::Multiply:
    m_code.binary(StepCode::Multiply, size, result, left, right);
    break;
  case StepOperationKind::Add:
    m_code.binary(StepCode::Add, size, result, left, right);
    break;
  case StepOperationKind::Complement:
    m_code.unary(StepCode::Complement, size, result, left);
    break;
  }
}

template <class Scalar> void ForwardPlan<Scalar>::addReadings() {
  const StepProgram& program = m_engine.program();
  const auto sizeOf = [&](int reg) {
    return program.registers[static_cast<std::size_t>(reg)].size;
  };
  for (const int reg : normedRegisters(program)) {
    m_code.read(reg == program.output ? StepCode::FiniteNorm : StepCode::Norm, sizeOf(reg),
                valueOperand(program, reg), static_cast<int>(m_normsPerStep++));
  }
  for (const int reg : telltaleResults(program)) {
    if (reg != program.output) {
      m_code.read(StepCode::CheckFinite, sizeOf(reg), valueOperand(program, reg));
    }
  }
  m_code.onlyIfSaturated();
  m_code.checkFinite(StepMemory::Held, 0, program.heldSize);
  m_code.checkFinite(StepMemory::Scratch, 0, program.scratchSize);
}

template <class Scalar> void ForwardPlan<Scalar>::project(const ForwardSteps<Scalar>& steps) {
  const std::ptrdiff_t inputs = m_inputs.capacity();
  // The rest of the last block would lie beyond the input.
  PackedFactor<Scalar> fewer;
  PackedFactor<Scalar>* packed = &m_inputs;
  if (steps.steps < mostSteps) {
    fewer = PackedFactor<Scalar>(FactorSide::Right, steps.steps, inputs);
    packed = &fewer;
  }
  packed->clear();
  packed->append({steps.input, steps.inputStride, 1}, inputs);
  for (const Projection& projection : m_projections) {
    if (projection.weights.steps() > 0) {
      setTileProduct(projection.weights, *packed, biasesOf(projection),
                     m_projected.data() + projection.offset, m_projectionSize);
    }
  }
}

template <class Scalar> void ForwardPlan<Scalar>::run(const ForwardSteps<Scalar>& steps) {
  project(steps);
  const std::ptrdiff_t held = m_engine.program().heldSize;
  StepCall<Scalar> call = m_code.call(m_zeros.data());
  place(call, StepMemory::Held, steps.held, held);
  place(call, StepMemory::HeldBefore, steps.held - held, held);
  // Nothing writes to the input.
  place(call, StepMemory::Input, const_cast<Scalar*>(steps.input), steps.inputStride);
  place(call, StepMemory::Scratch, steps.scratch, 0);
  place(call, StepMemory::Projection, m_projected.data(), m_projectionSize);
  call.steps = steps.steps;
  call.results = m_readings.data();
  call.norms = steps.norms;
  call.normsPerStep = m_normsPerStep;
  kernels<Scalar>().runSteps(call);
}

template class ForwardPlan<float>;
template class ForwardPlan<double>;

} // namespace backflow
