// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: the steps of a network, instruction by instruction. What a step costs
// beside its arithmetic is one branch an instruction, which repeats from step to step and is
// foretold.
#pragma once

#include "core/numeric/kernels/chained_operations.h"
#include "core/numeric/kernels/counted_activations.h"
#include "core/numeric/kernels/element_wise.h"
#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/number_classes.h"
#include "core/numeric/kernels/products.h"
#include "core/numeric/kernels/step_places.h"
#include "core/numeric/kernels/step_readings.h"

namespace backflow {
namespace {

/// The vectors of a product, which the memories of the step hold.
template <class Scalar> struct StepVectors {
  const StepProduct<Scalar>& step;
  const StepPlaces<Scalar>& places;

  const Scalar* segment(std::ptrdiff_t s) const { return places.at(step.segments[s]); }
  const Scalar* initial() const {
    return step.starts == nullptr ? places.at(step.initial) : nullptr;
  }
  const Scalar* start(int block) const { return places.at(step.starts[block]); }
  Scalar* block(int block) const { return places.at(step.blocks[block]); }
};

template <class Scalar>
[[gnu::noinline]] void multiplyIn(const StepProduct<Scalar>& step,
                                  const StepPlaces<Scalar>& places) {
  multiplyPanels(step.product, StepVectors<Scalar>{step, places}, places.order);
}

template <class Scalar>
BACKFLOW_INLINE void execute(const StepInstruction<Scalar>& instruction,
                             const StepPlaces<Scalar>& places, StepReading& reading,
                             double* norms) {
  // Most instructions have fewer operands than there can be.
  const auto target = [&] {
    return places.at(instruction.target);
  };
  const auto left = [&]() -> const Scalar* {
    return places.at(instruction.left);
  };
  const auto right = [&]() -> const Scalar* {
    return places.at(instruction.right);
  };
  const auto addend = [&]() -> const Scalar* {
    return places.at(instruction.addend);
  };
  const std::ptrdiff_t size = instruction.size;
  switch (instruction.code) {
  case StepCode::Product:
    multiplyIn(*instruction.product, places);
    break;
  case StepCode::Tanh:
    note(tanhAndCount(left(), target(), size), instruction.reading, reading);
    break;
  case StepCode::Logistic:
    note(logisticAndCount(left(), target(), size), instruction.reading, reading);
    break;
  case StepCode::Relu:
    reluAll(left(), target(), size);
    break;
  case StepCode::Copy:
    copyAll(left(), target(), size);
    break;
  case StepCode::Multiply:
    multiplyAll(left(), right(), target(), size);
    break;
  case StepCode::Add:
    addAll(left(), right(), target(), size);
    break;
  case StepCode::Complement:
    complementAll(left(), target(), size);
    break;
  case StepCode::ReverseTanh:
    reverseTanhAll(left(), right(), addend(), target(), size);
    break;
  case StepCode::ReverseLogistic:
    reverseLogisticAll(left(), right(), addend(), target(), size);
    break;
  case StepCode::ReverseRelu:
    reverseReluAll(left(), right(), addend(), target(), size);
    break;
  case StepCode::AddProduct:
    addProductAll(left(), right(), addend(), target(), size);
    break;
  case StepCode::Subtract:
    subtractAll(left(), addend(), target(), size);
    break;
  case StepCode::PyTorchGru:
    runChain<pytorchGruChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::PyTorchGruReverse:
    runChain<pytorchGruReverseChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::PyTorchLstm:
    runChain<pytorchLstmChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::PyTorchLstmReverse:
    runChain<pytorchLstmReverseChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseGruGates:
    runChain<courseGruGatesChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseGruState:
    runChain<courseGruStateChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseGruStateReverse:
    runChain<courseGruStateReverseChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseGruGatesReverse:
    runChain<courseGruGatesReverseChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseLstm:
    runChain<courseLstmChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::CourseLstmReverse:
    runChain<courseLstmReverseChain>(instruction.chain, size, places, reading);
    break;
  case StepCode::Norm:
    norms[instruction.reading] = normAll(left(), size);
    break;
  case StepCode::FiniteNorm: {
    const double norm = normAll(left(), size);
    norms[instruction.reading] = norm;
    reading.isFinite = reading.isFinite && norm <= __DBL_MAX__;
    break;
  }
  case StepCode::Measure:
    norms[instruction.reading] = measureAll(left(), size, reading.classes);
    break;
  case StepCode::CheckFinite:
    reading.isFinite = reading.isFinite && allFiniteIn(left(), size);
    break;
  }
}

template <class Scalar> void runSteps(const StepCall<Scalar>& call) {
  StepPlaces<Scalar> places;
  for (std::size_t m = 0; m < stepMemories; ++m) {
    places.memories[m] = call.memories[m];
  }
  const std::ptrdiff_t together = readableTogether(call);
  std::ptrdiff_t read = 0; // so many steps
  for (std::ptrdiff_t step = 0; step < call.steps; ++step) {
    StepReading& reading = call.results[step];
    reading = {};
    double* norms = call.norms + step * call.normsPerStep;
    std::ptrdiff_t i = 0;
    for (std::ptrdiff_t end = call.usualCount;
         i<end; end = reading.saturated> 0 ? call.allCount : end) {
      for (; i < end; ++i) {
        execute(call.instructions[i], places, reading, norms);
      }
    }
    if (step + 1 - read == together) {
      readSteps(call, read, together);
      read = step + 1;
    }
    for (std::size_t m = 0; m < stepMemories; ++m) {
      places.memories[m] += call.strides[m];
    }
    // The end of a matrix that a step has read last, the next reads first: of weights that a cache
    // does not hold whole it may still have that.
    places.order = places.order == RowOrder::FromFirst ? RowOrder::FromLast : RowOrder::FromFirst;
  }
  readSteps(call, read, call.steps - read);
}

} // namespace
} // namespace backflow
