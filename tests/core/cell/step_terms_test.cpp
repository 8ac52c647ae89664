// SPDX-License-Identifier: GPL-3.0-or-later
// The cause of an inf or a NaN is found by adding a number up once more. That is true only of the
// very sum that was computed: the replay has to end with the same bits.
#include "core/cell/step_terms.h"

#include "core/cell/adjoint_terms.h"
#include "core/cell/forward_plan.h"
#include "core/network/architecture.h"
#include "core/numeric/dense.h"
#include "core/numeric/emulated.h"
#include "core/numeric/random.h"
#include "core/unroll/experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace backflow {
namespace {

struct Network {
  CellKind cell;
  Variant variant;
  int hidden;
  int layers = 1;
  bool hasHead = false; ///< an output layer
};

Experiment experimentOf(const Network& network) {
  Scenario scenario;
  scenario.network.cell = network.cell;
  scenario.network.variant = network.variant;
  scenario.network.hidden = network.hidden;
  scenario.network.layers = network.layers;
  if (network.hasHead) {
    scenario.loss.kind = LossKind::CrossEntropy;
    scenario.input.kind = InputKind::Text;
    scenario.input.text = "data/alice-in-wonderland.txt";
  }
  scenario.weights.init = WeightInit::Gaussian;
  scenario.input.size = 3;
  scenario.unroll.horizon = 2;
  return std::get<Experiment>(prepare(scenario, BACKFLOW_RESOURCE_FOLDER));
}

/// One step with its numbers, all drawn at random but those that it computes.
template <class Scalar> class Step {
 public:
  explicit Step(const Experiment& experiment)
      : m_engine(programOf(experiment), experiment.weights, {}) {
    for (const StepRegister& reg : program().registers) {
      m_numbers.push_back(random(reg.size));
    }
    for (VectorOf<Scalar>& numbers : m_numbers) {
      m_values.push_back(numbers.data());
    }
    m_engine.forward(1, m_values);
    adjoints = random(program().adjointSize);
    // Of what is computed within the step nothing has come from outside.
    m_seeds = adjoints;
    m_engine.reverseHead(adjoints.data());
    m_engine.reverse(1, m_values, adjoints.data(), ReverseReach::WholeStep, true);
  }

  const StepProgram& program() const { return m_engine.program(); }
  const StepEngine<Scalar>& engine() const { return m_engine; }
  StepMoment<Scalar> moment() const { return {m_engine, m_values, 1, 0}; }
  Scalar value(int reg, Eigen::Index element) const {
    return m_values[static_cast<std::size_t>(reg)][element];
  }
  const VectorOf<Scalar>& numbers(int reg) const {
    return m_numbers[static_cast<std::size_t>(reg)];
  }
  /// What the way back started from.
  Scalar seed(Eigen::Index place) const { return m_seeds[place]; }

  VectorOf<Scalar> adjoints;

 private:
  static StepProgram programOf(const Experiment& experiment) {
    return planNetwork(experiment.scenario, static_cast<int>(experiment.input.rows()))
        .stages.front()
        .front()
        .program;
  }

  VectorOf<Scalar> random(Eigen::Index size) {
    VectorOf<Scalar> result(size);
    for (Scalar& number : result) {
      number = static_cast<Scalar>(m_random.normal());
    }
    return result;
  }

  PortableRandom m_random{12, RandomStream::Input};
  StepEngine<Scalar> m_engine;
  std::vector<VectorOf<Scalar>> m_numbers;
  typename StepEngine<Scalar>::Values m_values;
  VectorOf<Scalar> m_seeds;
};

template <class Scalar> Scalar replayed(const std::vector<Term<Scalar>>& terms) {
  return additionsOf(terms, stepRounding<Scalar>()).back().after;
}

/// The replay begins with zero, so that the sign of a zero is not told apart.
template <class Scalar> void expectSame(Scalar found, Scalar expected, const std::string& where) {
  EXPECT_EQ(static_cast<double>(found), static_cast<double>(expected)) << where;
}

template <class Scalar> class StepTermsTest : public testing::Test {
 protected:
  /// From one panel of rows to several groups of panels.
  template <class Test> static void forEachNetwork(Test test) {
    for (const int hidden : {1, 3, 8, 16, 21, 33, 50, 70}) {
      for (const Network& network : {Network{CellKind::Rnn, Variant::PyTorch, hidden},
                                     Network{CellKind::Rnn, Variant::PyTorch, hidden, 2},
                                     Network{CellKind::Rnn, Variant::PyTorch, hidden, 1, true},
                                     Network{CellKind::Lstm, Variant::Course, hidden, 2, true},
                                     Network{CellKind::Gru, Variant::PyTorch, hidden},
                                     Network{CellKind::Gru, Variant::Course, hidden},
                                     Network{CellKind::Lstm, Variant::PyTorch, hidden},
                                     Network{CellKind::Lstm, Variant::Course, hidden, 2}}) {
        SCOPED_TRACE(std::to_string(static_cast<int>(network.cell)) + "/" +
                     std::to_string(static_cast<int>(network.variant)) + ", H " +
                     std::to_string(hidden));
        const Step<Scalar> step(experimentOf(network));
        test(step);
      }
    }
  }
};

using Scalars = testing::Types<float, double, Float16, BFloat16>;
TYPED_TEST_SUITE(StepTermsTest, Scalars);

TYPED_TEST(StepTermsTest, AReplayOfAResultEndsWithItsBits) {
  this->forEachNetwork([](const Step<TypeParam>& step) {
    const StepProgram& program = step.program();
    for (std::size_t k = 0; k < program.operations.size(); ++k) {
      const StepOperation& operation = program.operations[k];
      const StepRegister& result = program.registers[static_cast<std::size_t>(operation.result)];
      for (int i = 0; operation.kind != StepOperationKind::Activate && i < result.size; ++i) {
        expectSame(replayed(forwardTerms(step.moment(), static_cast<int>(k), i)),
                   step.value(operation.result, i), result.name);
      }
    }
  });
}

TYPED_TEST(StepTermsTest, AReplayOfADerivativeEndsWithItsBits) {
  this->forEachNetwork([](const Step<TypeParam>& step) {
    const StepProgram& program = step.program();
    for (std::size_t reg = 0; reg < program.registers.size(); ++reg) {
      const StepRegister& here = program.registers[reg];
      for (int i = 0; i < here.size; ++i) {
        std::vector<Term<TypeParam>> terms{{"seed", step.seed(here.adjoint + i), {}, {}}};
        const auto more =
            adjointTerms(step.moment(), step.adjoints.data(), static_cast<int>(reg), i);
        terms.insert(terms.end(), more.begin(), more.end());
        expectSame(replayed(terms), step.adjoints[here.adjoint + i], here.name);
      }
    }
  });
}

/// Looks at every addend of every entry.
template <class Scalar>
std::optional<TermPlace> largestOfAll(const Step<Scalar>& step, const VectorOf<Scalar>& adjoints,
                                      int reg, TermKinds kinds) {
  std::optional<TermPlace> largest;
  for (int i = 0; i < step.program().registers[static_cast<std::size_t>(reg)].size; ++i) {
    const auto terms = adjointTerms(step.moment(), adjoints.data(), reg, i, kinds);
    for (std::size_t k = 0; k < terms.size(); ++k) {
      const bool lives = (terms[k].isProduct() ? terms[k].right : terms[k].left) != Scalar(0);
      if (const ExactSize size = exactSize(terms[k]); lives && (!largest || size > largest->size)) {
        largest = {i, k, size};
      }
    }
  }
  return largest;
}

TYPED_TEST(StepTermsTest, TheLargestLivingTermIsFoundAndNamedAloneAsAmongAll) {
  this->forEachNetwork([](const Step<TypeParam>& step) {
    VectorOf<TypeParam> adjoints = step.adjoints;
    for (const int living : {1, 3, 1000000}) {
      for (Eigen::Index i = 0; i < adjoints.size(); ++i) {
        adjoints[i] = i % living == living / 2 ? adjoints[i] : TypeParam(0);
      }
      for (int reg = 0; reg < static_cast<int>(step.program().registers.size()); ++reg) {
        for (const TermKinds kinds : {TermKinds::All, TermKinds::Derivatives, TermKinds::Others}) {
          const auto expected = largestOfAll(step, adjoints, reg, kinds);
          const auto found = largestLivingTerm(step.moment(), adjoints.data(), reg, kinds);
          ASSERT_EQ(found.has_value(), expected.has_value());
          if (!found) {
            continue;
          }
          EXPECT_EQ(found->element, expected->element);
          EXPECT_EQ(found->number, expected->number);
          EXPECT_EQ(found->size, expected->size);
          const auto all = adjointTerms(step.moment(), adjoints.data(), reg, found->element, kinds);
          const auto one = adjointTerms(step.moment(), adjoints.data(), reg, found->element, kinds,
                                        NamedTerms::only(found->number));
          EXPECT_EQ(one[found->number].leftName, all[found->number].leftName);
          EXPECT_EQ(one[found->number].rightName, all[found->number].rightName);
        }
      }
    }
  });
}

// The products with the input are computed for many steps at once, all others step by step.
TYPED_TEST(StepTermsTest, APlannedStepHasTheBitsOfASingleOne) {
  if constexpr (std::is_floating_point_v<TypeParam>) {
    this->forEachNetwork([](const Step<TypeParam>& step) {
      const StepProgram& program = step.program();
      AlignedArray<TypeParam> held(2 * program.heldSize);
      for (const StepState& state : program.states) {
        const StepRegister& reg = program.registers[static_cast<std::size_t>(state.current)];
        const VectorOf<TypeParam>& before = step.numbers(state.previous);
        std::copy_n(before.data(), reg.size, held.data() + reg.held);
      }
      AlignedArray<TypeParam> scratch(program.scratchSize);
      std::vector<double> norms(program.registers.size());
      ForwardPlan<TypeParam> plan(step.engine());
      const VectorOf<TypeParam>& input = step.numbers(program.input);
      plan.run({input.data(), input.size(), held.data() + program.heldSize, scratch.data(),
                norms.data(), 1});
      for (const StepOperation& operation : program.operations) {
        const StepRegister& reg = program.registers[static_cast<std::size_t>(operation.result)];
        for (int i = 0; reg.held >= 0 && i < reg.size; ++i) {
          expectSame(held.data()[program.heldSize + reg.held + i], step.value(operation.result, i),
                     reg.name);
        }
      }
    });
  }
}

} // namespace
} // namespace backflow
