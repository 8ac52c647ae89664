// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/recurrent_criteria.h"

#include "core/theory/spectrum.h"

namespace backflow {

namespace {

constexpr int mostUnits = 512;
/// Two matrices that differ by a factor have the same direction but for rounding.
constexpr double rounding = 1e-12;

bool hasOnePlainLayer(const NetworkSpec& network) {
  return network.cell == CellKind::Rnn && network.layers == 1 && !network.bidirectional;
}

} // namespace

std::optional<Criteria> RecurrentCriteria::of(const Experiment& experiment) {
  const NetworkSpec& network = experiment.scenario.network;
  if (!hasOnePlainLayer(network) || network.hidden > mostUnits) {
    return std::nullopt;
  }
  const Eigen::MatrixXd& matrix = parameter(experiment.weights, "W_h");
  const double size = matrix.cwiseAbs().maxCoeff();
  if (!(size > 0) || !matrix.allFinite()) {
    return std::nullopt;
  }
  const Eigen::MatrixXd direction = matrix / size;
  const bool isKnown = m_known && m_known->direction.rows() == direction.rows() &&
                       (m_known->direction - direction).cwiseAbs().maxCoeff() <= rounding;
  if (!isKnown) {
    const std::optional<Spectrum> spectrum = spectrumOf(direction);
    if (!spectrum) {
      return std::nullopt;
    }
    m_known = Known{direction, spectrum->largestSingularValue(), spectrum->spectralRadius()};
  }
  return criteriaOf(size * m_known->largestSingularValue, size * m_known->spectralRadius,
                    network.activation);
}

} // namespace backflow
