// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_network.h"

#include "core/network/initialisers.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/training_checks.h"

#include <cmath>
#include <utility>

namespace backflow {

namespace {

/// The network without an output layer of its own.
Scenario withoutHead(Scenario scenario) {
  scenario.loss.kind = LossKind::Inject;
  return scenario;
}

std::size_t asIndex(int number) {
  return static_cast<std::size_t>(number);
}

/// log Σ exp of each column, and the columns ← softmax.
template <class Scalar> VectorOf<Scalar> softmax(MatrixOf<Scalar>& columns) {
  VectorOf<Scalar> logSum(columns.cols());
  for (Eigen::Index b = 0; b < columns.cols(); ++b) {
    auto column = columns.col(b);
    const Scalar largest = column.template maxCoeff<Eigen::PropagateNaN>();
    column = (column.array() - largest).exp();
    const Scalar sum = column.sum();
    column /= sum;
    logSum[b] = largest + std::log(sum);
  }
  return logSum;
}

} // namespace

std::vector<ParameterShape> trainedShapes(const Scenario& scenario, int inputs, int outputs) {
  std::vector<ParameterShape> shapes = parameterShapes(withoutHead(scenario), inputs);
  shapes.push_back({"W_y", outputs, readoutSize(scenario.network)});
  shapes.push_back({"b_y", outputs, 1});
  return shapes;
}

Parameters drawTrainedParameters(const Scenario& scenario, int inputs, int outputs) {
  std::vector<Eigen::MatrixXd> blocks;
  const WeightsSpec& weights = scenario.weights;
  for (int block = 0; block < recurrentBlocks(scenario.network); ++block) {
    blocks.push_back(recurrentMatrix(weights.init, scenario.network.hidden, weights.seed, block));
  }
  Parameters parameters = makeParameters(withoutHead(scenario), inputs, blocks);
  const int readout = readoutSize(scenario.network);
  PortableRandom random(weights.seed, RandomStream::OutputWeights);
  Eigen::MatrixXd output(outputs, readout);
  for (Eigen::Index i = 0; i < output.rows(); ++i) {
    for (Eigen::Index j = 0; j < output.cols(); ++j) {
      output(i, j) = random.normal() / std::sqrt(static_cast<double>(readout));
    }
  }
  parameters.push_back({"W_y", std::move(output)});
  parameters.push_back({"b_y", Eigen::MatrixXd::Zero(outputs, 1)});
  return parameters;
}

template <class Scalar>
BatchNetwork<Scalar>::BatchNetwork(const Scenario& scenario, int inputs, int outputs, int batch)
    : m_scenario(scenario), m_batch(batch), m_horizon(scenario.unroll.horizon) {
  const std::vector<ParameterShape> shapes = trainedShapes(scenario, inputs, outputs);
  NetworkPlan plan = planNetwork(withoutHead(scenario), inputs);
  for (std::vector<TrackPlan>& stage : plan.stages) {
    auto& tracks = m_stages.emplace_back();
    for (TrackPlan& track : stage) {
      tracks.push_back(std::make_unique<BatchTrack<Scalar>>(
          std::move(track.program), track.readsBackwards, shapes, scenario.pins, m_horizon, batch));
    }
  }
  const int hidden = scenario.network.hidden;
  const std::size_t directions = m_stages.front().size();
  const int readout = hidden * static_cast<int>(directions);
  for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
    m_inputs.emplace_back(stage == 0 ? inputs : readout, batch, m_horizon);
  }
  for (std::size_t k = 0; k < directions; ++k) {
    m_fromAbove.emplace_back(hidden, batch, m_horizon);
  }
  m_arrivals.resize(directions);
  if (m_stages.size() > 1) {
    m_below = {readout, batch, m_horizon};
  }
  m_judgesLastAlone = !hasLossAtEveryStep(scenario.training->task.kind);
}

/// What the output layer reads at a judged step: of the reverse direction h_1 where the last step
/// alone is judged, since that is where it has read everything.
template <class Scalar> void BatchNetwork<Scalar>::readAt(int t, Matrix& readout) const {
  const auto& tracks = m_stages.back();
  if (tracks.size() == 1) {
    readout = tracks.front()->output(t);
    return;
  }
  const Eigen::Index hidden = m_scenario.network.hidden;
  readout.resize(2 * hidden, m_batch);
  readout.topRows(hidden) = tracks.front()->output(t);
  readout.bottomRows(hidden) = tracks.back()->output(m_judgesLastAlone ? 1 : t);
}

template <class Scalar>
BatchScore BatchNetwork<Scalar>::forward(const WeightList<Scalar>& weights,
                                         const TaskBatch& batch) {
  for (int k = 0; k < m_horizon; ++k) {
    m_inputs.front().at(k) = batch.inputs[asIndex(k)].template cast<Scalar>();
  }
  const Eigen::Index hidden = m_scenario.network.hidden;
  for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
    const auto& tracks = m_stages[stage];
    for (const auto& track : tracks) {
      track->forward(weights, m_inputs[stage]);
    }
    for (int t = 1; stage + 1 < m_stages.size() && t <= m_horizon; ++t) {
      auto above = m_inputs[stage + 1].at(t - 1);
      for (std::size_t k = 0; k < tracks.size(); ++k) {
        above.middleRows(static_cast<Eigen::Index>(k) * hidden, hidden) = tracks[k]->output(t);
      }
    }
  }
  m_readouts.resize(batch.lossSteps.size());
  m_outputs.resize(batch.lossSteps.size());
  const Matrix& outputWeights = weights[weights.size() - 2];
  for (std::size_t i = 0; i < m_outputs.size(); ++i) {
    readAt(batch.lossSteps[i], m_readouts[i]);
    m_outputs[i].noalias() = outputWeights * m_readouts[i];
    m_outputs[i].colwise() += weights.back().col(0);
  }
  return judge(batch);
}

template <class Scalar> BatchScore BatchNetwork<Scalar>::judge(const TaskBatch& batch) {
  BatchScore score;
  m_outputGradients.resize(m_outputs.size());
  const bool hasClasses = !batch.classes.empty();
  const double judged = static_cast<double>(m_batch) * static_cast<double>(m_outputs.size());
  Scalar sum(0);
  int right = 0;
  int scored = 0;
  std::size_t nextScored = 0;
  for (std::size_t i = 0; i < m_outputs.size(); ++i) {
    Matrix& gradient = m_outputGradients[i];
    if (!hasClasses) {
      gradient = m_outputs[i] - batch.targets[i].template cast<Scalar>();
      sum += gradient.squaredNorm();
      gradient *= static_cast<Scalar>(2 / (judged * static_cast<double>(gradient.rows())));
      continue;
    }
    gradient = m_outputs[i];
    const VectorOf<Scalar> logSum = softmax<Scalar>(gradient);
    const bool isScored = nextScored < batch.scoredSteps.size() &&
                          batch.scoredSteps[nextScored] == batch.lossSteps[i];
    nextScored += isScored ? 1 : 0;
    for (Eigen::Index b = 0; b < gradient.cols(); ++b) {
      const int wanted = batch.classes[i][static_cast<std::size_t>(b)];
      sum += logSum[b] - m_outputs[i](wanted, b);
      if (isScored) {
        Eigen::Index chosen = 0;
        m_outputs[i].col(b).maxCoeff(&chosen);
        right += static_cast<int>(chosen == wanted);
        ++scored;
      }
      gradient(wanted, b) -= Scalar(1);
    }
    gradient *= static_cast<Scalar>(1 / judged);
  }
  const double outputs =
      hasClasses || m_outputs.empty() ? 1 : static_cast<double>(m_outputs.front().rows());
  score.loss = static_cast<double>(sum) / (judged * outputs);
  if (scored > 0) {
    score.accuracy = static_cast<double>(right) / scored;
  }
  return score;
}

/// Through the output layer: its own gradients, and what comes from it to the top stage.
template <class Scalar>
void BatchNetwork<Scalar>::reverseHead(const WeightList<Scalar>& weights, const TaskBatch& batch,
                                       WeightList<Scalar>& gradients) {
  const Eigen::Index hidden = m_scenario.network.hidden;
  const Matrix& outputWeights = weights[weights.size() - 2];
  for (auto& arrivals : m_arrivals) {
    arrivals.assign(asIndex(m_horizon), nullptr);
  }
  for (std::size_t i = 0; i < m_outputs.size(); ++i) {
    const Matrix& gradient = m_outputGradients[i];
    gradients[weights.size() - 2].noalias() += gradient * m_readouts[i].transpose();
    gradients.back().col(0) += gradient.rowwise().sum();
    m_readoutGradient.noalias() = outputWeights.transpose() * gradient;
    for (std::size_t k = 0; k < m_fromAbove.size(); ++k) {
      const int t = k == 1 && m_judgesLastAlone ? 1 : batch.lossSteps[i];
      auto fromAbove = m_fromAbove[k].at(t - 1);
      fromAbove = m_readoutGradient.middleRows(static_cast<Eigen::Index>(k) * hidden, hidden);
      m_arrivals[k][asIndex(t) - 1] = fromAbove.data();
    }
  }
}

template <class Scalar>
WeightList<Scalar> BatchNetwork<Scalar>::backward(const WeightList<Scalar>& weights,
                                                  const TaskBatch& batch, double regulariser) {
  WeightList<Scalar> gradients;
  gradients.reserve(weights.size());
  for (const Matrix& weight : weights) {
    gradients.push_back(Matrix::Zero(weight.rows(), weight.cols()));
  }
  reverseHead(weights, batch, gradients);
  m_profile.assign(asIndex(m_horizon), 0);
  m_omega = 0;
  const Eigen::Index hidden = m_scenario.network.hidden;
  for (std::size_t stage = m_stages.size(); stage-- > 0;) {
    const auto& tracks = m_stages[stage];
    const bool isTop = stage + 1 == m_stages.size();
    for (int k = 0; stage > 0 && k < m_horizon; ++k) {
      m_below.at(k).setZero();
    }
    for (std::size_t k = 0; k < tracks.size(); ++k) {
      const Truncation truncation(m_horizon, m_scenario.unroll.truncation,
                                  !m_judgesLastAlone || !isTop, tracks[k]->readsBackwards());
      BatchBackward<Scalar> way;
      way.truncation = &truncation;
      if (m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm) {
        way.stateNormThreshold = m_scenario.clip->threshold;
      }
      way.regulariser = regulariser;
      way.gradients = &gradients;
      way.fromAbove = &m_arrivals[k];
      way.outputNorms = isTop ? &m_profile : nullptr;
      way.inputGradients = stage > 0 ? &m_below : nullptr;
      tracks[k]->backward(weights, m_inputs[stage], way);
      m_omega += way.omega;
    }
    for (std::size_t k = 0; stage > 0 && k < m_fromAbove.size(); ++k) {
      for (int t = 1; t <= m_horizon; ++t) {
        auto fromAbove = m_fromAbove[k].at(t - 1);
        fromAbove = m_below.at(t - 1).middleRows(static_cast<Eigen::Index>(k) * hidden, hidden);
        m_arrivals[k][asIndex(t) - 1] = fromAbove.data();
      }
    }
  }
  return gradients;
}

template class BatchNetwork<float>;
template class BatchNetwork<double>;

} // namespace backflow
