// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/input_sequence.h"

#include "core/network/initialisers.h"
#include "core/numeric/measure.h"
#include "core/numeric/random.h"

#include <cmath>
#include <numbers>

namespace backflow {

namespace {

Eigen::VectorXd asVector(const std::vector<double>& numbers) {
  return Eigen::Map<const Eigen::VectorXd>(numbers.data(),
                                           static_cast<Eigen::Index>(numbers.size()));
}

Eigen::MatrixXd noise(int rows, int columns, double std, PortableRandom random) {
  Eigen::MatrixXd result(rows, columns);
  for (double& number : result.reshaped()) {
    number = std * random.normal();
  }
  return result;
}

Eigen::MatrixXd sine(const InputSpec& input, int horizon) {
  Eigen::MatrixXd result(input.size, horizon);
  for (int d = 0; d < input.size; ++d) {
    const double shift = static_cast<double>(d) / input.size;
    for (int step = 0; step < horizon; ++step) {
      const double cycles = step / input.period + shift;
      result(d, step) = input.amplitude * std::sin(2 * std::numbers::pi * cycles);
    }
  }
  return result;
}

} // namespace

Eigen::MatrixXd inputSequence(const InputSpec& input, int horizon) {
  switch (input.kind) {
  case InputKind::Noise:
    return noise(input.size, horizon, input.std, {input.seed, RandomStream::Input});
  case InputKind::Impulse: {
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(input.size, horizon);
    result.col(input.step - 1).setConstant(input.amplitude);
    return result;
  }
  case InputKind::Constant:
    return Eigen::MatrixXd::Constant(input.size, horizon, input.amplitude);
  case InputKind::Sine:
    return sine(input, horizon);
  case InputKind::Explicit:
  case InputKind::Csv:
  case InputKind::Text:
    break;
  }
  return matrixFrom(input.values).transpose();
}

Eigen::VectorXd initialState(const InitialStateSpec& spec, int size) {
  switch (spec.kind) {
  case InitialStateKind::Zero:
    break;
  case InitialStateKind::Noise:
    return noise(size, 1, spec.std, {spec.seed, RandomStream::InitialState});
  case InitialStateKind::Explicit:
    return asVector(spec.values);
  }
  return Eigen::VectorXd::Zero(size);
}

Eigen::VectorXd initialCell(const InitialStateSpec& spec, int size) {
  return spec.kind == InitialStateKind::Explicit && !spec.cell.empty()
             ? asVector(spec.cell)
             : Eigen::VectorXd(Eigen::VectorXd::Zero(size));
}

Eigen::VectorXd injectedGradient(const LossSpec& loss, int size) {
  if (!loss.gradient.empty()) {
    return asVector(loss.gradient);
  }
  const Eigen::VectorXd direction = noise(size, 1, 1, {loss.seed, RandomStream::LossGradient});
  // Not Eigen's norm(): it sums in an order that depends on the machine's vector width.
  return direction / scaledNorm(direction.data(), direction.size());
}

} // namespace backflow
