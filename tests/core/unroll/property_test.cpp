// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold for every network whatever, held against networks drawn at random. A failure
// names its seed; the scenario is in the trace.
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/compare.h"
#include "tests/support/experiments.h"
#include "tests/support/naive_cells.h"
#include "tests/support/random_scenarios.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <future>

namespace backflow::test {
namespace {

constexpr std::uint64_t seeds = 150;

void forRandomScenarios(const std::function<bool(Scenario&)>& fits,
                        const std::function<void(const Experiment&)>& expect) {
  int fitting = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Scenario scenario = randomScenario(seed);
    if (fits(scenario)) {
      SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + writeScenario(scenario));
      expect(experimentOf(scenario));
      ++fitting;
    }
    if (testing::Test::HasFailure()) {
      return;
    }
  }
  EXPECT_GE(fitting, 20) << "hardly anything was tried";
}

bool every(Scenario&) {
  return true;
}

/// max |found − expected| over max |expected|; 0 where both are zero throughout.
double distance(const Eigen::MatrixXd& found, const Eigen::MatrixXd& expected) {
  const double largest = expected.cwiseAbs().maxCoeff();
  const double error = (found - expected).cwiseAbs().maxCoeff();
  return error == 0 ? 0 : error / largest;
}

template <class LossAt> Wide difference(LossAt lossAt) {
  constexpr Wide step = 0x1p-13L;
  return (8 * (lossAt(step) - lossAt(-step)) - (lossAt(2 * step) - lossAt(-2 * step))) /
         (12 * step);
}

TEST(Properties, GradientsAreFiniteDifferences) {
  // A kink of relu within a difference would be no one's mistake.
  forRandomScenarios(
      [](Scenario& scenario) {
        return scenario.network.cell != CellKind::Rnn ||
               scenario.network.activation != Activation::Relu;
      },
      [](const Experiment& experiment) {
        constexpr Wide tolerance = 1e-10L;
        const Trace trace = traceOf(experiment);
        const RunTrace& run = trace.runs.front();
        NaiveCells naive(experiment);
        Wide largest = 1e-6L; // of what is a derivative and not the differences' own error
        for (const NamedMatrix& gradient : run.parameterGradients) {
          largest = std::max<Wide>(largest, gradient.values.cwiseAbs().maxCoeff());
        }
        for (auto& parameterOfNaive : naive.parameters) {
          const std::string& name = parameterOfNaive.first;
          auto& table = parameterOfNaive.second;
          const Eigen::MatrixXd& found = parameter(run.parameterGradients, name);
          for (std::size_t i = 0; i < table.size(); ++i) {
            for (std::size_t j = 0; j < table[i].size(); ++j) {
              const Wide kept = table[i][j];
              const Wide expected = difference([&](Wide amount) {
                table[i][j] = kept + amount;
                return naive.loss();
              });
              table[i][j] = kept;
              ASSERT_LE(std::abs(found(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) -
                                 expected),
                        tolerance * largest)
                  << name << " " << i << " " << j;
            }
          }
        }
      });
}

bool injects(Scenario& scenario) {
  return scenario.loss.kind == LossKind::Inject;
}

TEST(Properties, TheWayBackIsLinear) {
  forRandomScenarios(injects, [](const Experiment& experiment) {
    Experiment other = experiment;
    Experiment sum = experiment;
    other.injected = (experiment.injected.array() * 3 + 0.25).matrix();
    sum.injected = experiment.injected - 2 * other.injected;
    const RunTrace one = traceOf(experiment).runs.front();
    const RunTrace two = traceOf(other).runs.front();
    const RunTrace both = traceOf(sum).runs.front();
    const Eigen::MatrixXd states = one.stateGradients - 2 * two.stateGradients;
    EXPECT_LE((both.stateGradients - states).cwiseAbs().maxCoeff(),
              1e-13 * two.stateGradients.cwiseAbs().maxCoeff());
    for (std::size_t k = 0; k < one.parameterGradients.size(); ++k) {
      const Eigen::MatrixXd& second = two.parameterGradients[k].values;
      const Eigen::MatrixXd expected = one.parameterGradients[k].values - 2 * second;
      EXPECT_LE((both.parameterGradients[k].values - expected).cwiseAbs().maxCoeff(),
                1e-13 * (1 + second.cwiseAbs().maxCoeff()))
          << one.parameterGradients[k].name;
    }
  });
}

// A power of two changes no digit: not in the widest format, not in the narrowest.
TEST(Properties, PowersOfTwoChangeTheExponentAlone) {
  forRandomScenarios(
      [](Scenario& scenario) {
        scenario.precisions = {Precision::Float64, Precision::Float32, Precision::BFloat16};
        return injects(scenario);
      },
      [](const Experiment& experiment) {
        const Trace trace = traceOf(experiment);
        for (const int exponent : {-9, 1, 12}) {
          const double factor = std::ldexp(1.0, exponent);
          Experiment scaled = experiment;
          scaled.injected *= factor;
          const Trace times = traceOf(scaled);
          for (std::size_t k = 0; k < trace.runs.size(); ++k) {
            EXPECT_EQ(times.runs[k].stateGradients, factor * trace.runs[k].stateGradients);
            for (std::size_t p = 0; p < trace.runs[k].parameterGradients.size(); ++p) {
              EXPECT_EQ(times.runs[k].parameterGradients[p].values,
                        factor * trace.runs[k].parameterGradients[p].values)
                  << trace.runs[k].parameterGradients[p].name;
            }
          }
          for (std::size_t t = 0; t < trace.referenceLog2.size(); ++t) {
            const double expected = trace.referenceLog2[t] + exponent;
            EXPECT_TRUE(times.referenceLog2[t] == expected ||
                        std::abs(times.referenceLog2[t] - expected) < 1e-12)
                << t;
          }
          // The loss' own scale is taken away again.
          scaled = experiment;
          scaled.scenario.loss.scale = factor;
          const RunTrace unscaled = traceOf(scaled).runs.front();
          for (std::size_t p = 0; p < unscaled.parameterGradients.size(); ++p) {
            EXPECT_EQ(unscaled.parameterGradients[p].values,
                      trace.runs.front().parameterGradients[p].values);
          }
        }
      });
}

Eigen::VectorXd halvesSwapped(const Eigen::VectorXd& vector) {
  const Eigen::Index half = vector.size() / 2;
  Eigen::VectorXd result(vector.size());
  result << vector.tail(half), vector.head(half);
  return result;
}

/// The network that reads what `experiment` reads, from its end to its beginning: each direction
/// has the other's weights and initial state.
Experiment reversed(const Experiment& experiment) {
  Experiment result = experiment;
  const NetworkSpec& network = experiment.scenario.network;
  const Eigen::Index hidden = network.hidden;
  const bool isCourse = network.cell != CellKind::Rnn && network.variant == Variant::Course;
  for (NamedMatrix& matrix : result.weights) {
    const std::size_t end = matrix.name.rfind("_reverse");
    matrix.values =
        parameter(experiment.weights,
                  end == std::string::npos ? matrix.name + "_reverse" : matrix.name.substr(0, end));
    const bool readsInput =
        isCourse ? matrix.values.cols() > hidden
                 : matrix.name.starts_with("W_x") || matrix.name.starts_with("weight_ih");
    const bool isFirst = network.layers == 1 || matrix.name.find("_l0") != std::string::npos;
    if (readsInput && !isFirst) {
      const Eigen::Index from = isCourse ? hidden : 0;
      matrix.values.middleCols(from, hidden).swap(matrix.values.middleCols(from + hidden, hidden));
    }
  }
  result.input = experiment.input.rowwise().reverse();
  const int horizon = experiment.scenario.unroll.horizon;
  for (int layer = 0; layer < network.layers; ++layer) {
    for (Eigen::VectorXd* state : {&result.initialState, &result.initialCell}) {
      auto both = state->segment(2 * hidden * layer, 2 * hidden);
      both = halvesSwapped(both).eval();
    }
  }
  if (result.injected.size() > 0) {
    result.injected = halvesSwapped(experiment.injected);
  }
  for (Eigen::Index t = 0; t < result.targets.cols(); ++t) {
    result.targets.col(t) =
        halvesSwapped(experiment.targets.col(experiment.targets.cols() - 1 - t));
  }
  for (PinSpec& pin : result.scenario.pins) {
    pin = {pin.gate, pin.value, horizon + 1 - pin.to, horizon + 1 - pin.from};
  }
  return result;
}

TEST(Properties, TwoDirectionsReadTheSameFromBothEnds) {
  forRandomScenarios(
      [](Scenario& scenario) {
        scenario.network.bidirectional = true;
        scenario.network.readout = Readout::State;
        scenario.loss.at = LossPlace::Every;
        scenario.loss.target.clear();
        return true;
      },
      [](const Experiment& experiment) {
        const RunTrace there = traceOf(experiment).runs.front();
        const RunTrace back = traceOf(reversed(experiment)).runs.front();
        EXPECT_NEAR(there.loss, back.loss, 1e-12 * (1 + std::abs(there.loss)));
        Eigen::MatrixXd expected = there.stateGradients.rowwise().reverse();
        for (Eigen::Index t = 0; t < expected.cols(); ++t) {
          expected.col(t) = halvesSwapped(expected.col(t));
        }
        EXPECT_LE(distance(back.stateGradients, expected), 1e-12);
        const Experiment wanted = reversed({experiment.scenario,
                                            there.parameterGradients,
                                            experiment.input,
                                            experiment.initialState,
                                            experiment.initialCell,
                                            experiment.injected,
                                            experiment.targets,
                                            {},
                                            {}});
        for (const NamedMatrix& gradient : back.parameterGradients) {
          EXPECT_LE(distance(gradient.values, parameter(wanted.weights, gradient.name)), 1e-12)
              << gradient.name;
        }
      });
}

/// The rows of a gate's own weights in a matrix of that name; none if it is another's.
std::pair<Eigen::Index, Eigen::Index> rowsOfGate(const NetworkSpec& network, Gate gate,
                                                 const std::string& name) {
  const Eigen::Index hidden = network.hidden;
  if (network.variant == Variant::Course) {
    const char letter = "urfo"[static_cast<int>(gate)];
    return {0, name.size() > 2 && name[2] == letter ? hidden : 0};
  }
  // Blocks r, z, n and i, f, g, o.
  const int gru[] = {1, 0, 0, 0};
  const int lstm[] = {0, 0, 1, 3};
  const int block = (network.cell == CellKind::Gru ? gru : lstm)[static_cast<int>(gate)];
  return {block * hidden, hidden};
}

TEST(Properties, APinnedGateNeitherLearnsNorActs) {
  forRandomScenarios(
      [](Scenario& scenario) {
        for (PinSpec& pin : scenario.pins) {
          pin.from = 1;
          pin.to = scenario.unroll.horizon;
        }
        return !scenario.pins.empty();
      },
      [](const Experiment& experiment) {
        const NetworkSpec& network = experiment.scenario.network;
        const RunTrace before = traceOf(experiment).runs.front();
        Experiment other = experiment;
        for (std::size_t k = 0; k < other.weights.size(); ++k) {
          const auto [row, rows] =
              rowsOfGate(network, experiment.scenario.pins.front().gate, other.weights[k].name);
          EXPECT_TRUE(before.parameterGradients[k].values.middleRows(row, rows).isZero(0))
              << other.weights[k].name;
          other.weights[k].values.middleRows(row, rows).array() += 0.5;
        }
        const RunTrace after = traceOf(other).runs.front();
        EXPECT_EQ(before.loss, after.loss);
        EXPECT_EQ(before.stateGradients, after.stateGradients);
        for (std::size_t k = 0; k < other.weights.size(); ++k) {
          EXPECT_EQ(before.parameterGradients[k].values, after.parameterGradients[k].values);
        }
      });
}

TEST(Properties, TruncationAsLongAsTheHorizonIsNone) {
  forRandomScenarios(every, [](const Experiment& experiment) {
    const int horizon = experiment.scenario.unroll.horizon;
    const Trace whole = traceOf(experiment);
    for (const TruncationMode mode : {TruncationMode::Windows, TruncationMode::FromLoss}) {
      for (const int length : {horizon, horizon + 3}) {
        const Trace cut = traceOf(experimentOf(truncated(experiment.scenario, mode, length)));
        EXPECT_EQ(cut.referenceLog2, whole.referenceLog2);
        const RunTrace& run = cut.runs.front();
        EXPECT_EQ(run.stateGradients, whole.runs.front().stateGradients);
        for (std::size_t k = 0; k < run.parameterGradients.size(); ++k) {
          EXPECT_EQ(run.parameterGradients[k].values,
                    whole.runs.front().parameterGradients[k].values)
              << run.parameterGradients[k].name;
        }
      }
    }
  });
}

// Also while others run beside it, and whatever else is recorded.
TEST(Properties, TheSameScenarioGivesTheSameBits) {
  forRandomScenarios(
      [](Scenario& scenario) {
        scenario.precisions = {Precision::Float16, Precision::Float32, Precision::Float64,
                               Precision::BFloat16};
        return true;
      },
      [](const Experiment& experiment) {
        const Trace one = traceOf(experiment);
        std::vector<std::future<Trace>> others;
        for (int k = 0; k < 3; ++k) {
          others.push_back(std::async(std::launch::async, [&experiment] {
            return run(experiment, {.keepStateGradients = true,
                                    .keepStates = true,
                                    .keepParameterGradients = true})
                .value();
          }));
        }
        for (std::future<Trace>& future : others) {
          const Trace other = future.get();
          EXPECT_EQ(one.referenceLog2, other.referenceLog2);
          for (std::size_t k = 0; k < one.runs.size(); ++k) {
            EXPECT_EQ(one.runs[k].loss, other.runs[k].loss);
            EXPECT_EQ(one.runs[k].steps.gradientNorm, other.runs[k].steps.gradientNorm);
            EXPECT_EQ(one.runs[k].steps.stateNorm, other.runs[k].steps.stateNorm);
            EXPECT_EQ(one.runs[k].stateGradients, other.runs[k].stateGradients);
            for (std::size_t p = 0; p < one.runs[k].parameterGradients.size(); ++p) {
              EXPECT_EQ(one.runs[k].parameterGradients[p].values,
                        other.runs[k].parameterGradients[p].values);
            }
          }
        }
      });
}

} // namespace
} // namespace backflow::test
