// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/reference.h"

#include "core/numeric/measure.h"
#include "core/unroll/truncation.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// A vector v · 2^e, the largest entry of v being in [1, 2) unless v is zero or not finite.
class ScaledVector {
 public:
  explicit ScaledVector(Eigen::Index size) : m_values(Eigen::VectorXd::Zero(size)) {}

  void setZero() {
    m_values.setZero();
    m_exponent = 0;
  }

  double* data() { return m_values.data(); }
  const double* data() const { return m_values.data(); }

  /// Moves a power of two from the values into the exponent.
  void normalise() {
    const double largest = m_values.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
    if (largest == 0) {
      m_exponent = 0;
    } else if (std::isfinite(largest)) {
      const int shift = std::ilogb(largest);
      scale(m_values, -shift);
      m_exponent += shift;
    }
  }

  void add(const ScaledVector& other) {
    if (other.isZero()) {
      return;
    }
    if (isZero()) {
      *this = other;
      return;
    }
    // What is 2¹¹⁰⁰ times smaller cannot change a digit of the other.
    const long difference = std::clamp(other.m_exponent - m_exponent, -2200L, 2200L);
    if (difference > 0) {
      scale(m_values, -static_cast<int>(difference));
      m_exponent = other.m_exponent;
      m_values += other.m_values;
    } else {
      Eigen::VectorXd addend = other.m_values;
      scale(addend, static_cast<int>(difference));
      m_values += addend;
    }
    normalise();
  }

  void setFrom(const Eigen::VectorXd& values) {
    m_values = values;
    m_exponent = 0;
    normalise();
  }

  double log2Norm() const {
    return std::log2(scaledNorm(m_values.data(), m_values.size())) +
           static_cast<double>(m_exponent);
  }

  /// power: −inf stands for a factor of zero, which leaves NaN of an inf.
  void multiplyBy2ToThe(double power) {
    if (!std::isfinite(power)) {
      m_values *= 0;
      return;
    }
    const double whole = std::floor(power);
    m_values *= std::exp2(power - whole);
    m_exponent += static_cast<long>(whole);
    normalise();
  }

 private:
  bool isZero() const { return (m_values.array() == 0).all(); }
  static void scale(Eigen::VectorXd& values, int exponent) {
    for (double& value : values) {
      value = std::scalbn(value, exponent);
    }
  }

  Eigen::VectorXd m_values;
  long m_exponent = 0;
};

} // namespace

std::vector<double> referenceLog2(const Experiment& experiment, const RnnCell<double>& cell,
                                  const Loss<double>& loss, const Eigen::MatrixXd& states,
                                  const std::stop_token& stop) {
  const Scenario& scenario = experiment.scenario;
  const Truncation truncation(scenario);
  const int horizon = scenario.unroll.horizon;
  const bool clips = scenario.clip && scenario.clip->mode == ClipMode::StateNorm;
  std::vector<double> result(static_cast<std::size_t>(horizon));
  std::vector<ScaledVector> flows(static_cast<std::size_t>(truncation.flows()),
                                  ScaledVector(cell.hidden()));
  std::vector<bool> active(flows.size(), false);
  ScaledVector own(cell.hidden());
  ScaledVector total(cell.hidden());
  Eigen::VectorXd lossGradient(cell.hidden());
  Eigen::VectorXd activationGradient(cell.hidden());

  for (int t = horizon; t >= 1; --t) {
    if (stop.stop_requested()) {
      return {};
    }
    const auto slot = static_cast<std::size_t>(truncation.flowOf(t));
    if (flows.size() > 1) {
      flows[slot].setZero();
    }
    if (loss.actsAt(t)) {
      loss.gradient(t, states.col(t).data(), lossGradient);
      own.setFrom(lossGradient);
      flows[slot].add(own);
      active[slot] = true;
    }
    total = flows[0];
    for (std::size_t k = 1; k < flows.size(); ++k) {
      total.add(flows[k]);
    }
    double size = total.log2Norm();
    if (clips && size > std::log2(scenario.clip->threshold)) {
      const double power = std::log2(scenario.clip->threshold) - size;
      for (ScaledVector& flow : flows) {
        flow.multiplyBy2ToThe(power);
      }
      size += power;
    }
    result[static_cast<std::size_t>(t) - 1] = size;
    if (truncation.cutsBefore(t)) {
      for (ScaledVector& flow : flows) {
        flow.setZero();
      }
      active.assign(active.size(), false);
      continue;
    }
    for (std::size_t k = 0; k < flows.size(); ++k) {
      if (active[k]) {
        cell.activationGradient(states.col(t).data(), flows[k].data(), activationGradient.data());
        cell.previousStateGradient(activationGradient.data(), flows[k].data());
        flows[k].normalise();
      }
    }
  }
  return result;
}

} // namespace backflow
