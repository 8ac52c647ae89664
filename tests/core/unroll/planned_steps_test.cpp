// SPDX-License-Identifier: GPL-3.0-or-later
// Many steps of the way back are one call where nothing happens in them; where something does they
// are taken one by one. Nobody may see from the records which of the two it was.
#include "core/network/architecture.h"
#include "core/unroll/backward.h"
#include "core/unroll/experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {
namespace {

/// A network of one direction with the injected loss at some steps, walked back over.
template <class Scalar> class Walk {
 public:
  Walk(const Experiment& experiment, int segment, std::vector<int> lossSteps)
      : m_scenario(experiment.scenario),
        m_plan(planNetwork(m_scenario, static_cast<int>(experiment.input.rows()))),
        m_program(m_plan.stages.front().front().program),
        m_track(StepEngine<Scalar>(m_program, experiment.weights, {}),
                experiment.input.cast<Scalar>(), VectorOf<Scalar>::Zero(m_program.stateSize), false,
                segment) {
    m_track.compute([](const typename Track<Scalar>::Shown&, const ForwardSigns&) {}, {});
    m_source.everyStep = lossSteps != std::vector<int>{m_track.horizon()};
    m_source.actsAt = [lossSteps](int u) {
      return std::find(lossSteps.begin(), lossSteps.end(), u) != lossSteps.end();
    };
    const VectorOf<Scalar> injected = experiment.injected.cast<Scalar>();
    m_source.gradient = [injected](int, const typename Track<Scalar>::Values&,
                                   VectorOf<Scalar>& result) {
      result = injected;
    };
  }

  /// oneByOne: ∂L/∂x is wanted too, which is computed step by step.
  std::unique_ptr<BackwardPass<Scalar>> back(bool oneByOne) {
    BackwardOptions options;
    options.keepStateGradients = true;
    options.wantsInputGradient = oneByOne;
    options.truncation = m_scenario.unroll.truncation;
    auto pass = std::make_unique<BackwardPass<Scalar>>(m_scenario, m_track, m_plan.shapes, m_source,
                                                       options);
    pass->followReference();
    EXPECT_TRUE(pass->walk({}));
    return pass;
  }

 private:
  const Scenario& m_scenario;
  NetworkPlan m_plan;
  StepProgram m_program;
  Track<Scalar> m_track;
  GradientSource<Scalar> m_source;
};

template <class Number>
void expectSame(const std::vector<Number>& one, const std::vector<Number>& other,
                const char* what) {
  ASSERT_EQ(one.size(), other.size()) << what;
  for (std::size_t i = 0; i < one.size(); ++i) {
    // Bit for bit, NaN too.
    EXPECT_EQ(std::memcmp(&one[i], &other[i], sizeof(Number)), 0)
        << what << " at own time " << i + 1 << ": " << one[i] << " and " << other[i];
  }
}

template <class Matrix>
void expectSameMatrix(const Matrix& one, const Matrix& other, const char* what) {
  ASSERT_EQ(one.size(), other.size()) << what;
  for (Eigen::Index i = 0; i < one.size(); ++i) {
    const auto a = one.data()[i];
    const auto b = other.data()[i];
    EXPECT_TRUE(a == b || (a != a && b != b)) << what << " " << i << ": " << a << " and " << b;
  }
}

/// Powers of two are split off at other steps, so that the logarithms are rounded otherwise.
void expectSameCurve(const std::vector<double>& one, const std::vector<double>& other) {
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (std::isfinite(other[i])) {
      EXPECT_NEAR(one[i], other[i], 1e-11) << "reference curve at own time " << i + 1;
    } else {
      EXPECT_TRUE(one[i] == other[i] || (std::isnan(one[i]) && std::isnan(other[i])))
          << "reference curve at own time " << i + 1 << ": " << one[i] << " and " << other[i];
    }
  }
}

template <class Scalar> void expectSamePasses(Walk<Scalar>& walk) {
  const auto planned = walk.back(false);
  const auto single = walk.back(true);
  const StepRecords& a = planned->steps;
  const StepRecords& b = single->steps;
  expectSame(a.gradientNorm, b.gradientNorm, "‖δ‖");
  expectSame(a.parameterGradientNorm, b.parameterGradientNorm, "‖∂⁺L/∂θ‖");
  expectSame(a.zeros, b.zeros, "zeros");
  expectSame(a.subnormals, b.subnormals, "subnormals");
  expectSame(a.infinities, b.infinities, "infinities");
  expectSame(a.nans, b.nans, "NaNs");
  expectSame(a.cellGradientNorm, b.cellGradientNorm, "‖∂L/∂c‖");
  expectSame(a.cellGradientDirectNorm, b.cellGradientDirectNorm, "direct ‖∂L/∂c‖");
  expectSame(a.cellGradientGatesNorm, b.cellGradientGatesNorm, "‖∂L/∂c‖ through gates");
  expectSame(a.directGradientNorm, b.directGradientNorm, "direct ‖δ‖");
  expectSame(a.recurrentGradientNorm, b.recurrentGradientNorm, "recurrent ‖δ‖");
  ASSERT_EQ(a.layerGradientNorm.size(), b.layerGradientNorm.size());
  for (std::size_t layer = 0; layer < a.layerGradientNorm.size(); ++layer) {
    expectSame(a.layerGradientNorm[layer], b.layerGradientNorm[layer], "‖δ‖ of a layer");
  }
  expectSameCurve(planned->referenceLog2, single->referenceLog2);
  expectSameMatrix(planned->stateGradients, single->stateGradients, "δ");
  for (std::size_t p = 0; p < planned->parameters().sums().size(); ++p) {
    expectSameMatrix(planned->parameters().sums()[p], single->parameters().sums()[p], "gradient");
  }
  ASSERT_EQ(planned->events.size(), single->events.size());
  for (std::size_t e = 0; e < planned->events.size(); ++e) {
    const Event& one = planned->events[e];
    const Event& other = single->events[e];
    EXPECT_EQ(one.kind, other.kind);
    EXPECT_EQ(one.quantity, other.quantity);
    EXPECT_EQ(one.t, other.t) << one.quantity;
    EXPECT_EQ(one.element, other.element);
    EXPECT_EQ(one.cause.kind, other.cause.kind);
    EXPECT_EQ(one.cause.leftName, other.cause.leftName);
    EXPECT_EQ(one.cause.rightName, other.cause.rightName);
  }
  EXPECT_EQ(planned->sawInf(), single->sawInf());
  EXPECT_EQ(planned->sawNan(), single->sawNan());
}

struct Case {
  CellKind cell;
  Variant variant;
  double gain; ///< of the recurrent weights
  int layers = 1;
  int segment = 0;
  int cut = 0; ///< truncation length, 0 for none
  std::vector<int> lossSteps;
  const char* name;
  Activation activation = Activation::Tanh;
};

class PlannedStepsTest : public testing::TestWithParam<Case> {};

template <class Scalar> void compare(const Case& one) {
  Scenario scenario;
  scenario.network.cell = one.cell;
  scenario.network.variant = one.variant;
  scenario.network.hidden = 19;
  scenario.network.layers = one.layers;
  scenario.network.activation = one.activation;
  scenario.weights.init = WeightInit::Gaussian;
  scenario.weights.gain = one.gain;
  scenario.unroll.horizon = 421;
  if (one.cut > 0) {
    scenario.unroll.truncation = TruncationSpec{TruncationMode::Windows, one.cut};
  }
  const Experiment experiment = std::get<Experiment>(prepare(scenario, ""));
  Walk<Scalar> walk(experiment, one.segment, one.lossSteps);
  expectSamePasses(walk);
}

TEST_P(PlannedStepsTest, TellNothingElseInFloat32) {
  compare<float>(GetParam());
}
TEST_P(PlannedStepsTest, TellNothingElseInFloat64) {
  compare<double>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Runs, PlannedStepsTest,
    testing::Values(
        Case{CellKind::Rnn, Variant::PyTorch, 1, 1, 0, 0, {421}, "HealthyRnn"},
        Case{CellKind::Rnn, Variant::PyTorch, 0.4, 1, 0, 0, {421}, "VanishingRnn"},
        Case{CellKind::Rnn, Variant::PyTorch, 0.01, 1, 0, 0, {421}, "RnnThatIsZeroSoon"},
        Case{CellKind::Rnn, Variant::PyTorch, 40, 1, 0, 0, {421}, "SaturatedRnn"},
        Case{CellKind::Rnn, Variant::PyTorch, 1, 1, 128, 100, {421}, "CutRnnInSegments"},
        Case{CellKind::Rnn, Variant::PyTorch, 1, 3, 0, 0, {421}, "LayersOfRnn"},
        Case{CellKind::Rnn, Variant::PyTorch, 0.9, 1, 0, 0, {40, 200, 201, 390}, "LossesInRnn"},
        Case{CellKind::Rnn,
             Variant::PyTorch,
             0.003,
             1,
             0,
             100,
             {40, 200, 201, 390},
             "CutLossesInRnn"},
        Case{CellKind::Gru, Variant::PyTorch, 2, 1, 0, 0, {421}, "HealthyGru"},
        Case{CellKind::Gru, Variant::Course, 0.2, 1, 64, 0, {421}, "VanishingCourseGru"},
        Case{CellKind::Gru, Variant::PyTorch, 60, 1, 0, 0, {421}, "ExplodingGru"},
        Case{CellKind::Lstm, Variant::PyTorch, 2, 1, 0, 0, {421}, "HealthyLstm"},
        Case{CellKind::Lstm, Variant::Course, 0.2, 2, 0, 0, {421}, "LayersOfCourseLstm"},
        Case{CellKind::Lstm, Variant::PyTorch, 500, 1, 0, 0, {421}, "SaturatedLstm"},
        Case{CellKind::Rnn,
             Variant::PyTorch,
             2,
             1,
             0,
             0,
             {421},
             "LinearRnnToInf",
             Activation::Identity},
        Case{CellKind::Rnn,
             Variant::PyTorch,
             300,
             1,
             64,
             0,
             {421},
             "ReluRnnToNan",
             Activation::Relu},
        Case{CellKind::Lstm, Variant::PyTorch, 1, 2, 0, 0, {100, 421}, "LossesInLayersOfLstm"}),
    [](const testing::TestParamInfo<Case>& one) { return std::string(one.param.name); });

} // namespace
} // namespace backflow
