// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initialisers.h"

#include "core/numeric/random.h"

#include <cmath>

namespace backflow {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

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

/// rows first… of `matrix` ← (I − scale·v·vᵀ) rows, from column `first` on. Only sums of rows, in
/// one order: a vectorising compiler cannot change a bit of it.
void reflect(RowMajor& matrix, const Eigen::VectorXd& v, double scale, Eigen::Index first) {
  const Eigen::Index n = matrix.rows();
  Eigen::RowVectorXd projection = Eigen::RowVectorXd::Zero(n - first);
  for (Eigen::Index i = first; i < n; ++i) {
    projection += v[i] * matrix.row(i).tail(n - first);
  }
  for (Eigen::Index i = first; i < n; ++i) {
    matrix.row(i).tail(n - first) -= (scale * v[i]) * projection;
  }
}

Eigen::MatrixXd haarOrthogonal(int size, std::uint64_t seed) {
  RowMajor r = gaussianMatrix(size, size, 1, {seed, RandomStream::RecurrentWeights});
  std::vector<Eigen::VectorXd> reflectors;
  std::vector<double> scales;
  Eigen::VectorXd diagonalSigns(size);
  for (Eigen::Index k = 0; k + 1 < size; ++k) {
    Eigen::VectorXd v = Eigen::VectorXd::Zero(size);
    double squares = 0;
    for (Eigen::Index i = k; i < size; ++i) {
      v[i] = r(i, k);
      squares += v[i] * v[i];
    }
    const double diagonal = v[k] > 0 ? -std::sqrt(squares) : std::sqrt(squares);
    diagonalSigns[k] = diagonal < 0 ? -1 : 1;
    // v·v after v_k −= diagonal, without summing again.
    const double length = 2 * (squares - v[k] * diagonal);
    v[k] -= diagonal;
    const double scale = length > 0 ? 2 / length : 0;
    reflect(r, v, scale, k);
    reflectors.push_back(std::move(v));
    scales.push_back(scale);
  }
  // The last column has nothing below its diagonal: no reflection, and H = 1 gives exactly ±1.
  diagonalSigns[size - 1] = r(size - 1, size - 1) < 0 ? -1 : 1;
  RowMajor q = RowMajor::Identity(size, size);
  for (Eigen::Index k = size - 2; k >= 0; --k) {
    const auto index = static_cast<std::size_t>(k);
    reflect(q, reflectors[index], scales[index], k);
  }
  return q * diagonalSigns.asDiagonal();
}

Eigen::MatrixXd explicitOrZero(const Scenario& scenario, const char* name, int rows, int columns) {
  const auto found = scenario.weights.parameters.find(name);
  return found == scenario.weights.parameters.end() ? Eigen::MatrixXd::Zero(rows, columns)
                                                    : matrixFrom(found->second);
}

} // namespace

Eigen::MatrixXd recurrentMatrix(WeightInit init, int hidden, std::uint64_t seed) {
  const double bound = 1 / std::sqrt(static_cast<double>(hidden));
  switch (init) {
  case WeightInit::Gaussian:
    return gaussianMatrix(hidden, hidden, bound, {seed, RandomStream::RecurrentWeights});
  case WeightInit::Orthogonal:
    return haarOrthogonal(hidden, seed);
  case WeightInit::Uniform:
    return uniformMatrix(hidden, hidden, bound, {seed, RandomStream::RecurrentWeights});
  case WeightInit::Identity:
  case WeightInit::Explicit:
    break;
  }
  return Eigen::MatrixXd::Identity(hidden, hidden);
}

Parameters makeParameters(const Scenario& scenario, int inputs,
                          const Eigen::MatrixXd& recurrentAtGainOne) {
  const int hidden = scenario.network.hidden;
  const WeightsSpec& weights = scenario.weights;
  if (weights.init == WeightInit::Explicit) {
    return {{"W_h", explicitOrZero(scenario, "W_h", hidden, hidden)},
            {"W_x", explicitOrZero(scenario, "W_x", hidden, inputs)},
            {"b", explicitOrZero(scenario, "b", hidden, 1)}};
  }
  Parameters result{{"W_h", weights.gain * recurrentAtGainOne}, {"W_x", {}}, {"b", {}}};
  const PortableRandom inputWeights(weights.seed, RandomStream::InputWeights);
  if (weights.init == WeightInit::Uniform) {
    const double bound = 1 / std::sqrt(static_cast<double>(hidden));
    result[1].values = uniformMatrix(hidden, inputs, bound, inputWeights);
    result[2].values = uniformMatrix(hidden, 1, bound, {weights.seed, RandomStream::Bias});
  } else {
    result[1].values = gaussianMatrix(hidden, inputs, 1, inputWeights);
    result[2].values = Eigen::MatrixXd::Zero(hidden, 1);
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
