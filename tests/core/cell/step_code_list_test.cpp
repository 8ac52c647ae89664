// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that follow one another are done as one instruction. Nobody may see it from the
// numbers, and it has to happen.
#include "core/cell/step_code_list.h"

#include "core/cell/forward_plan.h"
#include "core/cell/reverse_plan.h"
#include "core/network/architecture.h"
#include "core/numeric/dense.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/kernels/step_chain.h"
#include "core/numeric/random.h"
#include "core/unroll/experiment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {
namespace {

const std::vector<std::span<const ChainLink>> allChains{pytorchGruChain,
                                                        pytorchGruReverseChain,
                                                        pytorchLstmChain,
                                                        pytorchLstmReverseChain,
                                                        courseGruGatesChain,
                                                        courseGruStateChain,
                                                        courseGruStateReverseChain,
                                                        courseGruGatesReverseChain,
                                                        courseLstmChain,
                                                        courseLstmReverseChain};

/// Operations of a chain: link k computes vector k of the scratch memory, and each operand from
/// outside is a vector of its own.
template <class Scalar> class ChainRun {
 public:
  ChainRun(std::span<const ChainLink> links, int size) : m_links(links), m_size(size) {
    for (std::size_t k = 0; k < links.size(); ++k) {
      const int number = static_cast<int>(3 * k);
      append(k, operand(links[k].left, number), operand(links[k].right, number + 1),
             operand(links[k].addend, number + 2));
    }
  }

  StepCodeList<Scalar> code;
  StepReading reading;

  std::vector<Scalar> results() {
    PortableRandom random{1, RandomStream::Input};
    std::vector<Scalar> outside(3 * m_links.size() * static_cast<std::size_t>(m_size));
    for (Scalar& number : outside) {
      number = static_cast<Scalar>(8 * random.normal()); // so that some units saturate
    }
    std::vector<Scalar> scratch(m_links.size() * static_cast<std::size_t>(m_size));
    Scalar zero = 0;
    StepCall<Scalar> call = code.call(&zero);
    place(call, StepMemory::Held, outside.data(), 0);
    place(call, StepMemory::Scratch, scratch.data(), 0);
    call.steps = 1;
    call.results = &reading;
    kernels<Scalar>().runSteps(call);
    return scratch;
  }

 private:
  StepOperand operand(int link, int number) const {
    return link >= 0 ? StepOperand{StepMemory::Scratch, link * m_size}
                     : StepOperand{StepMemory::Held, number * m_size};
  }
  void append(std::size_t k, StepOperand left, StepOperand right, StepOperand addend) {
    StepInstruction<Scalar> instruction{};
    instruction.code = m_links[k].code;
    instruction.size = m_size;
    instruction.target = {StepMemory::Scratch, static_cast<int>(k) * m_size};
    instruction.left = left;
    instruction.right = right;
    instruction.addend = addend;
    instruction.reading = static_cast<int>(k);
    code.append(instruction);
  }

  std::span<const ChainLink> m_links;
  int m_size;
};

template <class Scalar> void expectSameNumbers() {
  int saturated = 0;
  for (std::size_t chain = 0; chain < allChains.size(); ++chain) {
    for (const int size : {1, 3, 8, 15, 16, 17, 31, 32, 33, 48, 64, 77}) {
      SCOPED_TRACE(testing::Message() << "chain " << chain << ", size " << size);
      ChainRun<Scalar> apart(allChains[chain], size);
      ChainRun<Scalar> joined(allChains[chain], size);
      joined.code.joinChains();
      ASSERT_EQ(joined.code.usualCount(), 1);
      const std::vector<Scalar> expected = apart.results();
      const std::vector<Scalar> found = joined.results();
      EXPECT_EQ(std::memcmp(expected.data(), found.data(), sizeof(Scalar) * found.size()), 0);
      EXPECT_EQ(joined.reading.saturated, apart.reading.saturated);
      EXPECT_EQ(joined.reading.saturatedOperations, apart.reading.saturatedOperations);
      saturated += apart.reading.saturated;
    }
  }
  EXPECT_GT(saturated, 0);
}

TEST(StepCodeList, AChainGivesTheSameBits) {
  expectSameNumbers<float>();
  expectSameNumbers<double>();
}

TEST(StepCodeList, WhatReadsAnotherVectorIsNotJoined) {
  const auto countWith = [](StepOperand reset, StepOperand update) {
    StepCodeList<float> code;
    code.counting(StepCode::Logistic, 16, {StepMemory::Held, 0}, {StepMemory::Scratch, 0}, 0);
    code.counting(StepCode::Logistic, 16, update, {StepMemory::Scratch, 16}, 1);
    code.binary(StepCode::Multiply, 16, {StepMemory::Held, 32}, reset, {StepMemory::HeldBefore, 0});
    code.joinChains();
    return code.usualCount();
  };
  EXPECT_EQ(countWith({StepMemory::Held, 0}, {StepMemory::Held, 16}), 1);
  EXPECT_EQ(countWith({StepMemory::Held, 16}, {StepMemory::Held, 16}), 3);
  // Written anew before it is read.
  EXPECT_EQ(countWith({StepMemory::Held, 0}, {StepMemory::Held, 0}), 3);
}

TEST(StepCodeList, ReadingsAfterAChainKeepTheirPlace) {
  ChainRun<float> run(courseGruGatesChain, 16);
  run.code.read(StepCode::FiniteNorm, 16, {StepMemory::Scratch, 0});
  run.code.onlyIfSaturated();
  run.code.checkFinite(StepMemory::Scratch, 0, 48);
  run.code.joinChains();
  const StepCall<float> call = run.code.call(nullptr);
  ASSERT_EQ(call.usualCount, 2);
  ASSERT_EQ(call.allCount, 3);
  EXPECT_EQ(call.instructions[1].code, StepCode::FiniteNorm);
  EXPECT_EQ(call.instructions[2].code, StepCode::CheckFinite);
}

/// h of each step ← h of the step before + A·(h of the step before), `steps` in one call.
template <class Scalar> void expectProductsOfEachStep(int size, int steps) {
  SCOPED_TRACE(testing::Message() << "size " << size);
  PortableRandom random{2, RandomStream::RecurrentWeights};
  MatrixOf<Scalar> weights(size, size);
  for (Scalar& weight : weights.reshaped()) {
    weight = static_cast<Scalar>(random.normal() / size);
  }
  const PackedMatrix<Scalar> matrix(weights);
  MatrixOf<Scalar> expected(size, steps + 1);
  for (Scalar& number : expected.col(0)) {
    number = static_cast<Scalar>(random.normal());
  }
  MatrixOf<Scalar> found = MatrixOf<Scalar>::Zero(size, steps + 1);
  found.col(0) = expected.col(0);
  for (int t = 0; t < steps; ++t) {
    expected.col(t + 1) = expected.col(t);
    matrix.addProduct(expected.col(t).data(), expected.col(t + 1).data());
  }
  StepCodeList<Scalar> code;
  const StepOperand before{StepMemory::HeldBefore, 0};
  code.productTo({StepMemory::Held, 0}, before, matrix, {before}, {size});
  Scalar zero = 0;
  StepCall<Scalar> call = code.call(&zero);
  place(call, StepMemory::HeldBefore, found.data(), size);
  place(call, StepMemory::Held, found.col(1).data(), size);
  std::vector<StepReading> readings(static_cast<std::size_t>(steps));
  call.steps = steps;
  call.results = readings.data();
  kernels<Scalar>().runSteps(call);
  EXPECT_EQ(std::memcmp(expected.data(), found.data(),
                        sizeof(Scalar) * static_cast<std::size_t>(found.size())),
            0);
}

// Steps take turns in which end of a matrix they begin at.
TEST(StepCodeList, ProductsAreTheSameInEveryStep) {
  for (const int size : {1, 5, 16, 31, 64, 65, 100, 128, 145, 200}) {
    expectProductsOfEachStep<float>(size, 5);
    expectProductsOfEachStep<double>(size, 5);
  }
}

/// Each step copies its input to a place, whose norms are read by the step code; numbers of all
/// classes among them.
template <class Scalar>
void expectNormsOfEachStep(const Kernels<Scalar>& kernel, int size, int steps,
                           bool hasPlacesOfItsOwn) {
  SCOPED_TRACE(testing::Message() << "size " << size << ", " << steps << " steps");
  PortableRandom random{3, RandomStream::Input};
  MatrixOf<Scalar> input(size, steps);
  for (Scalar& number : input.reshaped()) {
    number = static_cast<Scalar>(random.normal());
  }
  using Limits = std::numeric_limits<Scalar>;
  input(0, 0) = Limits::denorm_min();
  input.col(steps / 2) *= Limits::max();
  input(size - 1, steps - 1) = Limits::quiet_NaN();
  if (size > 2) {
    input(size / 2, steps / 3) = 0; // elsewhere than the others
  }

  StepCodeList<Scalar> code;
  const StepOperand place0{StepMemory::Held, 0};
  code.unary(StepCode::Copy, size, place0, {StepMemory::Input, 0});
  code.read(StepCode::Measure, size, place0, 0);
  code.read(StepCode::Norm, size, place0, 1);
  code.read(StepCode::FiniteNorm, size, place0, 2);
  EXPECT_EQ(code.usualCount(), 4);
  Scalar zero = 0;
  StepCall<Scalar> call = code.call(&zero);
  MatrixOf<Scalar> places(size, steps);
  place(call, StepMemory::Input, input.data(), size);
  place(call, StepMemory::Held, places.data(), hasPlacesOfItsOwn ? size : 0);
  std::vector<StepReading> readings(static_cast<std::size_t>(steps));
  std::vector<double> norms(3 * static_cast<std::size_t>(steps));
  call.steps = steps;
  call.results = readings.data();
  call.norms = norms.data();
  call.normsPerStep = 3;
  kernel.runSteps(call);
  for (int step = 0; step < steps; ++step) {
    SCOPED_TRACE(step);
    ClassCounts classes;
    const double norm = kernel.measure(input.col(step).data(), size, classes);
    const StepReading& reading = readings[static_cast<std::size_t>(step)];
    for (std::size_t k = 0; k < 3; ++k) {
      const double found = norms[3 * static_cast<std::size_t>(step) + k];
      EXPECT_TRUE(found == norm || (std::isnan(found) && std::isnan(norm))) << k;
    }
    EXPECT_EQ(reading.isFinite, input.col(step).allFinite());
    EXPECT_EQ(reading.classes.zeros, classes.zeros);
    EXPECT_EQ(reading.classes.subnormals, classes.subnormals);
    EXPECT_EQ(reading.classes.infinities, classes.infinities);
    EXPECT_EQ(reading.classes.nans, classes.nans);
  }
}

// Several steps are read at once, the last ones by themselves.
TEST(StepCodeList, NormsAreThoseOfEachStep) {
  for (const KernelSet set : {KernelSet::Baseline, KernelSet::Avx2, KernelSet::Avx512}) {
    if (!isAvailable(set)) {
      continue;
    }
    SCOPED_TRACE(std::string(nameOf(set)));
    for (const int size : {1, 3, 8, 16, 21, 64}) {
      for (const int steps : {1, 2, 3, 4, 7, 8, 9, 19}) {
        for (const bool hasPlacesOfItsOwn : {true, false}) {
          expectNormsOfEachStep(kernelsOf<float>(set), size, steps, hasPlacesOfItsOwn);
          expectNormsOfEachStep(kernelsOf<double>(set), size, steps, hasPlacesOfItsOwn);
        }
      }
    }
  }
}

/// How many instructions a step takes forwards and backwards.
std::pair<std::ptrdiff_t, std::ptrdiff_t> instructionsOf(CellKind cell, Variant variant) {
  Scenario scenario;
  scenario.network.cell = cell;
  scenario.network.variant = variant;
  const auto experiment = std::get<Experiment>(prepare(scenario, ""));
  const NetworkPlan plan = planNetwork(scenario, 1);
  const StepEngine<float> engine(plan.stages.front().front().program, experiment.weights, {});
  return {ForwardPlan<float>(engine).instructionCount(),
          ReversePlan<float>(engine, {}).instructionCount()};
}

// Products, chains and what is read off the step.
TEST(StepCodeList, AStepOfACellIsAFewInstructions) {
  using Counts = std::pair<std::ptrdiff_t, std::ptrdiff_t>;
  EXPECT_EQ(instructionsOf(CellKind::Rnn, Variant::PyTorch), Counts(4, 4));
  EXPECT_EQ(instructionsOf(CellKind::Gru, Variant::PyTorch), Counts(6, 4));
  EXPECT_EQ(instructionsOf(CellKind::Lstm, Variant::PyTorch), Counts(4, 6));
  EXPECT_EQ(instructionsOf(CellKind::Gru, Variant::Course), Counts(7, 6));
  EXPECT_EQ(instructionsOf(CellKind::Lstm, Variant::Course), Counts(4, 6));
}

} // namespace
} // namespace backflow
