// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initialisers.h"

#include "core/network/haar_orthogonal.h"
#include "core/numeric/random.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/parameter_shapes.h"

#include <cmath>

namespace backflow {

namespace {

template <class Draw> Eigen::MatrixXd drawn(int rows, int columns, Draw draw) {
  Eigen::MatrixXd result(rows, columns);
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) {
      result(i, j) = draw();
    }
  }
  return result;
}

Eigen::MatrixXd gaussianMatrix(int rows, int columns, double std, PortableRandom random) {
  return drawn(rows, columns, [&] { return std * random.normal(); });
}

Eigen::MatrixXd uniformMatrix(int rows, int columns, double bound, PortableRandom random) {
  return drawn(rows, columns, [&] { return bound * (2 * random.uniform() - 1); });
}

int blocksPerLayer(const NetworkSpec& network) {
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return 3;
  case CellKind::Lstm:
    return 4;
  }
  return 1;
}

Parameters explicitParameters(const Scenario& scenario, int inputs) {
  Parameters result;
  for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
    const auto found = scenario.weights.parameters.find(shape.name);
    result.push_back({shape.name, found == scenario.weights.parameters.end()
                                      ? Eigen::MatrixXd::Zero(shape.rows, shape.columns)
                                      : matrixFrom(found->second)});
  }
  return result;
}

/// Where block `gate` of a layer stands in the parameters of that layer, the first of which is
/// `first`: its rows and columns in the input weights, the recurrent weights and the bias.
class LayerBlocks {
 public:
  LayerBlocks(const NetworkSpec& network, Parameters& parameters, std::size_t first, int inputs)
      : m_network(network), m_parameters(parameters), m_first(first), m_inputs(inputs) {}

  Eigen::Index hidden() const { return m_network.hidden; }
  Eigen::Block<Eigen::MatrixXd> recurrent(int gate) {
    const int hidden = m_network.hidden;
    if (m_network.cell == CellKind::Rnn || isCourse()) {
      return at(gate).block(0, 0, hidden, hidden);
    }
    return at(1).block(Eigen::Index{gate} * hidden, 0, hidden, hidden);
  }
  Eigen::Block<Eigen::MatrixXd> input(int gate) {
    const int hidden = m_network.hidden;
    if (m_network.cell == CellKind::Rnn) {
      return at(1).block(0, 0, hidden, m_inputs);
    }
    return isCourse() ? at(gate).block(0, hidden, hidden, m_inputs)
                      : at(0).block(Eigen::Index{gate} * hidden, 0, hidden, m_inputs);
  }
  Eigen::Block<Eigen::MatrixXd> bias(int gate) {
    const int hidden = m_network.hidden;
    if (m_network.cell == CellKind::Rnn) {
      return at(2).block(0, 0, hidden, 1);
    }
    return isCourse() ? at(blocksPerLayer(m_network) + gate).block(0, 0, hidden, 1)
                      : at(2).block(Eigen::Index{gate} * hidden, 0, hidden, 1);
  }
  /// The gate's block, or −1: course GRU c, u, r, LSTM c, u, f, o; PyTorch r, z, n and i, f, g, o.
  int forgetGate() const {
    switch (m_network.cell) {
    case CellKind::Rnn:
    case CellKind::Gru:
      break;
    case CellKind::Lstm:
      return isCourse() ? 2 : 1;
    }
    return -1;
  }
  int updateGate() const {
    switch (m_network.cell) {
    case CellKind::Rnn:
      break;
    case CellKind::Gru:
      return 1;
    case CellKind::Lstm:
      return isCourse() ? 1 : 0;
    }
    return -1;
  }
  /// Whether an open update gate keeps the state, as PyTorch's z does.
  bool updateKeeps() const { return m_network.cell == CellKind::Gru && !isCourse(); }

 private:
  bool isCourse() const {
    return m_network.cell != CellKind::Rnn &&
           (!hasVariants(m_network.cell) || m_network.variant == Variant::Course);
  }
  Eigen::MatrixXd& at(int offset) {
    return m_parameters[m_first + static_cast<std::size_t>(offset)].values;
  }

  const NetworkSpec& m_network;
  Parameters& m_parameters;
  std::size_t m_first;
  int m_inputs;
};

void addGateBiases(const WeightsSpec& weights, LayerBlocks& blocks, int layerIndex) {
  if (!weights.chrono) {
    if (blocks.forgetGate() >= 0) {
      blocks.bias(blocks.forgetGate()).array() += weights.forgetBias;
    }
    if (blocks.updateGate() >= 0) {
      blocks.bias(blocks.updateGate()).array() += weights.updateBias;
    }
    return;
  }
  PortableRandom random(weights.seed, RandomStream::Chrono, layerIndex);
  for (Eigen::Index i = 0; i < blocks.hidden(); ++i) {
    const double memory = 1 + random.uniform() * (*weights.chrono - 2);
    const double keeps = portableLog(memory);
    if (blocks.updateGate() >= 0) {
      blocks.bias(blocks.updateGate())(i, 0) = blocks.updateKeeps() ? keeps : -keeps;
    }
    if (blocks.forgetGate() >= 0) {
      blocks.bias(blocks.forgetGate())(i, 0) = keeps;
    }
  }
}

} // namespace

Eigen::MatrixXd recurrentMatrix(WeightInit init, int hidden, std::uint64_t seed, int block) {
  const double bound = 1 / std::sqrt(static_cast<double>(hidden));
  const PortableRandom random(seed, RandomStream::RecurrentWeights, block);
  switch (init) {
  case WeightInit::Gaussian:
    return gaussianMatrix(hidden, hidden, bound, random);
  case WeightInit::Orthogonal:
    return haarOrthogonal(gaussianMatrix(hidden, hidden, 1, random));
  case WeightInit::Uniform:
    return uniformMatrix(hidden, hidden, bound, random);
  case WeightInit::Identity:
  case WeightInit::Explicit:
    break;
  }
  return Eigen::MatrixXd::Identity(hidden, hidden);
}

int recurrentBlocks(const NetworkSpec& network) {
  return blocksPerLayer(network) * network.layers * directionsOf(network);
}

Parameters makeParameters(const Scenario& scenario, int inputs,
                          const std::vector<Eigen::MatrixXd>& recurrentAtGainOne) {
  const NetworkSpec& network = scenario.network;
  const WeightsSpec& weights = scenario.weights;
  if (weights.init == WeightInit::Explicit) {
    return explicitParameters(scenario, inputs);
  }
  Parameters result;
  for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
    result.push_back({shape.name, Eigen::MatrixXd::Zero(shape.rows, shape.columns)});
  }
  const double bound = 1 / std::sqrt(static_cast<double>(network.hidden));
  const int gates = blocksPerLayer(network);
  const std::size_t inHead = scenario.loss.kind == LossKind::CrossEntropy ? 2 : 0;
  const std::size_t parametersPerLayer =
      (result.size() - inHead) / static_cast<std::size_t>(network.layers * directionsOf(network));
  for (int layer = 0, index = 0; layer < network.layers; ++layer) {
    const int read = layer == 0 ? inputs : readoutSize(network);
    const double inputGain = layer == 0 ? weights.inputGain : 1;
    const double inputStd = layer == 0 ? inputGain : 1 / std::sqrt(static_cast<double>(read));
    for (int direction = 0; direction < directionsOf(network); ++direction, ++index) {
      LayerBlocks blocks(network, result, static_cast<std::size_t>(index) * parametersPerLayer,
                         read);
      for (int gate = 0; gate < gates; ++gate) {
        const int block = index * gates + gate;
        blocks.recurrent(gate) = weights.gain * recurrentAtGainOne[static_cast<std::size_t>(block)];
        const PortableRandom inputRandom(weights.seed, RandomStream::InputWeights, block);
        if (weights.init == WeightInit::Uniform) {
          blocks.input(gate) = uniformMatrix(network.hidden, read, inputGain * bound, inputRandom);
          blocks.bias(gate) =
              uniformMatrix(network.hidden, 1, bound, {weights.seed, RandomStream::Bias, block});
        } else {
          blocks.input(gate) = gaussianMatrix(network.hidden, read, inputStd, inputRandom);
        }
      }
      addGateBiases(weights, blocks, index);
    }
  }
  if (scenario.loss.kind == LossKind::CrossEntropy) {
    const double std = 1 / std::sqrt(static_cast<double>(readoutSize(network)));
    result[result.size() - 2].values = gaussianMatrix(inputs, readoutSize(network), std,
                                                      {weights.seed, RandomStream::OutputWeights});
  }
  return result;
}

Eigen::MatrixXd matrixFrom(const Rows& rows) {
  const auto height = static_cast<Eigen::Index>(rows.size());
  const Eigen::Index width = rows.empty() ? 0 : static_cast<Eigen::Index>(rows.front().size());
  Eigen::MatrixXd result(height, width);
  for (Eigen::Index i = 0; i < height; ++i) {
    for (Eigen::Index j = 0; j < width; ++j) {
      result(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    }
  }
  return result;
}

} // namespace backflow
