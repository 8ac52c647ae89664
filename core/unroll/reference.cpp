// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/reference.h"

#include "core/numeric/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

void scale(Eigen::VectorXd& values, int exponent) {
  // A product with a power of two is as exact, and faster; but not all powers are numbers.
  if (std::abs(exponent) < 1000) {
    values *= std::scalbn(1.0, exponent);
    return;
  }
  for (double& value : values) {
    value = std::scalbn(value, exponent);
  }
}

bool isZero(const Eigen::VectorXd& values) {
  return (values.array() == 0).all();
}

} // namespace

void ScaledVector::setZero() {
  m_values.setZero();
  m_exponent = 0;
}

void ScaledVector::set(const Eigen::VectorXd& values, long exponent) {
  m_values = values;
  m_exponent = exponent;
  normalise();
}

/// Moves a power of two from the values into the exponent.
void ScaledVector::normalise() {
  const double largest = m_values.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
  if (largest == 0) {
    m_exponent = 0;
  } else if (std::isfinite(largest)) {
    const int shift = std::ilogb(largest);
    scale(m_values, -shift);
    m_exponent += shift;
  }
}

void ScaledVector::add(const ScaledVector& other) {
  if (isZero(other.m_values)) {
    return;
  }
  if (isZero(m_values)) {
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

double ScaledVector::log2Norm(Eigen::Index first, Eigen::Index size) const {
  return std::log2(scaledNorm(m_values.data() + first, size)) + static_cast<double>(m_exponent);
}

void ScaledVector::multiplyBy2ToThe(double power, Eigen::Index first, Eigen::Index size) {
  auto entries = m_values.segment(first, size);
  if (!std::isfinite(power)) {
    entries *= 0;
    return;
  }
  // By itself, with an exponent of its own: beside the others it might leave the numbers.
  ScaledVector multiplied(m_values.size());
  const double whole = std::floor(power);
  multiplied.m_values.segment(first, size) = entries * std::exp2(power - whole);
  multiplied.m_exponent = m_exponent + static_cast<long>(whole);
  multiplied.normalise();
  entries.setZero();
  normalise();
  add(multiplied);
}

ReferenceCurve::ReferenceCurve(const Scenario& scenario, Track<double>& track,
                               const Truncation& truncation)
    : m_scenario(scenario), m_track(track), m_truncation(truncation),
      m_hidden(track.program().registers[static_cast<std::size_t>(track.program().output)].size),
      m_log2Scale(std::log2(scenario.loss.scale)) {
  const StepProgram& program = track.program();
  for (const StepState& state : program.states) {
    if (state.layer == scenario.network.layers - 1 || program.layerOutputs.size() == 1) {
      m_states.push_back(state);
      m_size += program.registers[static_cast<std::size_t>(state.current)].size;
    }
  }
  m_flows.assign(static_cast<std::size_t>(truncation.flows()), ScaledVector(m_size));
  m_active.assign(m_flows.size(), false);
  m_adjoints.setZero(program.adjointSize);
  m_log2.assign(static_cast<std::size_t>(track.horizon()),
                -std::numeric_limits<double>::infinity());
  m_rides = m_flows.size() == 1 && !(scenario.clip && scenario.clip->mode == ClipMode::StateNorm);
  m_ridden.setZero(m_size);
  m_values.resize(program.registers.size());
}

/// Whether what the run has is what scaled numbers would hold: what its smaller entries may have
/// lost is 2⁵⁰⁰ times smaller than the largest. Zero, where nothing has begun.
bool ReferenceCurve::isFarFromLimits(const Eigen::Ref<const Eigen::VectorXd>& states,
                                     bool carried) const {
  const double largest = states.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
  if (largest == 0) {
    return !carried || isZero(m_ridden);
  }
  return largest > 0x1p-500 && largest < 0x1p500;
}

void ReferenceCurve::follow(int u, const Track<double>::Values& values,
                            const Eigen::VectorXd* lossGradient, const Eigen::VectorXd& states,
                            const Track<double>::Values* laterValues) {
  const auto own = states.tail(m_size);
  if (m_rides && isFarFromLimits(own, laterValues != nullptr)) {
    m_ridden = own;
    m_log2[static_cast<std::size_t>(u) - 1] =
        std::log2(scaledNorm(m_ridden.data(), m_hidden)) - m_log2Scale;
    return;
  }
  if (m_rides) {
    // From here on with scaled numbers, beginning with the last step that was safe.
    m_rides = false;
    if (laterValues != nullptr && !isZero(m_ridden)) {
      m_flows.front().set(m_ridden, 0);
      m_active.front() = true;
      goBack(u + 1, *laterValues, m_flows.front());
    }
  }
  step(u, values, lossGradient);
}

int ReferenceCurve::ride(int last, int count, const Eigen::MatrixXd& planned,
                         const ReversePlan<double>& plan) {
  // A norm is at most √H = 64 times the largest entry: what is within these bounds is well within
  // those of isFarFromLimits().
  constexpr double least = 0x1p-490;
  constexpr double most = 0x1p490;
  int ridden = 0;
  for (; m_rides && ridden < count; ++ridden) {
    const double norm = plan.stateNorm(ridden);
    const auto others = planned.col(ridden).tail(m_size - m_hidden);
    if (!(norm > least && norm < most) || !(others.array().abs() < most).all()) {
      break;
    }
    m_log2[static_cast<std::size_t>(last - ridden) - 1] = std::log2(norm) - m_log2Scale;
  }
  if (ridden > 0) {
    m_ridden = planned.col(ridden - 1).tail(m_size);
  }
  return ridden;
}

void ReferenceCurve::followQuietly(int last, int first) {
  const bool staysZero = isZero(m_flows.front().values()) && m_track.isFinite();
  for (int u = staysZero ? first - 1 : last; u >= first;) {
    const int next = followPlan(u, first);
    if (next == u) {
      m_track.valuesAt(u, m_values);
      step(u--, m_values, nullptr);
    } else {
      u = next;
    }
  }
  if (m_truncation.cutsBefore(first)) {
    cut();
  }
}

/// Nothing passes to the step before.
void ReferenceCurve::cut() {
  for (ScaledVector& flow : m_flows) {
    flow.setZero();
  }
  m_active.assign(m_active.size(), false);
}

/// Many steps in one call, the largest entry being in [1, 2) at first: as long as all of δ is far
/// from both ends of float64, nothing needs to be scaled. Returns the step that comes next, `last`
/// if there was none.
int ReferenceCurve::followPlan(int last, int first) {
  ScaledVector& flow = m_flows.front();
  if (isZero(flow.values()) || !flow.values().allFinite()) {
    return last;
  }
  const StepProgram& program = m_track.program();
  if (!m_plan) {
    m_plan = std::make_unique<ReversePlan<double>>(m_track.engine(), std::vector<ReversePart>());
    m_planned.setZero(program.stateSize, ReversePlan<double>::mostSteps + 1);
    m_unusedPlace = AlignedArray<double>(program.linearSize);
  }
  m_planned.col(0).setZero();
  m_planned.col(0).tail(m_size) = flow.values();
  const int steps = std::min(m_plannedSteps, last - first + 1);
  m_plan->run({m_track.inputAt(last), m_track.inputStride(), m_track.heldAt(last), m_planned.data(),
               m_unusedPlace.data(), 0, steps});
  int taken = 0;
  for (; taken < steps; ++taken) {
    const double norm = m_plan->stateNorm(taken);
    if (!(norm > 0x1p-500 && norm < 0x1p500)) {
      break;
    }
    m_log2[static_cast<std::size_t>(last - taken) - 1] =
        std::log2(norm) + static_cast<double>(flow.exponent()) - m_log2Scale;
  }
  m_plannedSteps = taken < steps ? std::max(1, taken)
                                 : std::min(2 * m_plannedSteps, ReversePlan<double>::mostSteps);
  if (taken > 0) {
    flow.set(m_planned.col(taken).tail(m_size), flow.exponent());
  }
  return last - taken;
}

void ReferenceCurve::step(int u, const Track<double>::Values& values,
                          const Eigen::VectorXd* lossGradient) {
  const auto slot = static_cast<std::size_t>(m_truncation.flowOf(u));
  if (m_flows.size() > 1) {
    m_flows[slot].setZero();
  }
  if (lossGradient != nullptr) {
    Eigen::VectorXd own = Eigen::VectorXd::Zero(m_size);
    own.head(m_hidden) = *lossGradient;
    ScaledVector scaled(m_size);
    scaled.set(own, 0);
    m_flows[slot].add(scaled);
    m_active[slot] = true;
  }
  const ScaledVector whole = total();
  if (m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm) {
    clipStates(whole);
    m_log2[static_cast<std::size_t>(u) - 1] = total().log2Norm(0, m_hidden) - m_log2Scale;
  } else {
    m_log2[static_cast<std::size_t>(u) - 1] = whole.log2Norm(0, m_hidden) - m_log2Scale;
  }
  if (m_truncation.cutsBefore(u)) {
    cut();
    return;
  }
  for (std::size_t k = 0; k < m_flows.size(); ++k) {
    if (m_active[k]) {
      goBack(u, values, m_flows[k]);
    }
  }
}

/// Of all flows together.
ScaledVector ReferenceCurve::total() const {
  ScaledVector result = m_flows[0];
  for (std::size_t k = 1; k < m_flows.size(); ++k) {
    result.add(m_flows[k]);
  }
  return result;
}

/// Each state by its own norm, which is that of `whole`; in every flow by the same factor.
void ReferenceCurve::clipStates(const ScaledVector& whole) {
  const double most = std::log2(m_scenario.clip->threshold * m_scenario.loss.scale);
  Eigen::Index first = 0;
  for (const StepState& state : m_states) {
    const auto reg = static_cast<std::size_t>(state.current);
    const Eigen::Index size = m_track.program().registers[reg].size;
    const double norm = whole.log2Norm(first, size);
    if (norm > most) {
      for (ScaledVector& flow : m_flows) {
        flow.multiplyBy2ToThe(most - norm, first, size);
      }
    }
    first += size;
  }
}

void ReferenceCurve::goBack(int u, const Track<double>::Values& values, ScaledVector& flow) {
  const auto& registers = m_track.program().registers;
  m_adjoints.setZero();
  Eigen::Index next = 0;
  for (const StepState& state : m_states) {
    const StepRegister& reg = registers[static_cast<std::size_t>(state.current)];
    m_adjoints.segment(reg.adjoint, reg.size) = flow.values().segment(next, reg.size);
    next += reg.size;
  }
  m_track.engine().reverse(m_track.timeOf(u), values, m_adjoints.data(), ReverseReach::TopLayer,
                           false);
  Eigen::VectorXd before(m_size);
  next = 0;
  for (const StepState& state : m_states) {
    const StepRegister& reg = registers[static_cast<std::size_t>(state.previous)];
    before.segment(next, reg.size) = m_adjoints.segment(reg.adjoint, reg.size);
    next += reg.size;
  }
  flow.set(before, flow.exponent());
}

} // namespace backflow
