// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"
#include "core/train/batch_track.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

std::size_t asIndex(int number) {
  return static_cast<std::size_t>(number);
}

} // namespace

template <class Scalar>
void BatchTrack<Scalar>::backward(const WeightList<Scalar>& weights,
                                  const MatrixSeries<Scalar>& inputs, BatchBackward<Scalar>& way) {
  m_linear.beginBackward(weights);
  // As on the single path: what no loss reaches stays zero, and not even 0 · inf is computed.
  const int earliest = way.truncation != nullptr ? way.truncation->earliest() : 1;
  for (int u = m_horizon; u >= earliest; --u) {
    lookAt(u, inputs);
    beginReverseStep(u, way);
    for (std::size_t index = m_program.operations.size(); index-- > 0;) {
      if (u > earliest) {
        fetch(m_program.operations[index].result, u - 1);
      }
      reverse(index, u, way);
    }
    makePasses();
    if (way.inputGradients != nullptr) {
      way.inputGradients->at(timeOf(u) - 1) += adjoint(m_program.input);
    }
    if (watch && watch(u)) {
      break;
    }
  }
  m_linear.endBackward(*way.gradients);
}

/// Has the register of step u brought into the cache while another step is computed: the way back
/// comes to it long after the way forwards wrote it. All registers at once would be waited for.
template <class Scalar> void BatchTrack<Scalar>::fetch(int reg, int u) const {
  if (!isHeld(reg)) {
    return;
  }
  constexpr Eigen::Index lineLength = 64 / sizeof(Scalar);
  const auto value = m_values[asIndex(reg)].at(u - 1);
  for (Eigen::Index i = 0; i < value.size(); i += lineLength) {
    __builtin_prefetch(value.data() + i, 0, 2);
  }
}

/// ∂L/∂ of the states from the step after and from above; of everything else nothing as yet.
template <class Scalar>
void BatchTrack<Scalar>::beginReverseStep(int u, BatchBackward<Scalar>& way) {
  const bool isCut =
      u == m_horizon || (way.truncation != nullptr && way.truncation->cutsBefore(u + 1));
  m_laterAt.swap(m_adjointAt);
  std::ranges::fill(m_adjointAt, nullptr);
  for (const StepState& state : m_program.states) {
    std::swap(m_adjoints[asIndex(state.current)], m_adjoints[asIndex(state.previous)]);
    if (!isCut) {
      m_adjointAt[asIndex(state.current)] = m_laterAt[asIndex(state.previous)];
    }
  }
  const int output = m_program.output;
  const Eigen::Index size = m_adjoints[asIndex(output)].at(0).size();
  const std::size_t step = asIndex(timeOf(u)) - 1;
  if (const Scalar* above = (*way.fromAbove)[step]) {
    const Scalar* later = adjointAt(output);
    kernels<Scalar>().add(later, above, adjointTo(output), size);
  }
  if (way.stateNormThreshold) {
    clipStates(static_cast<Scalar>(*way.stateNormThreshold));
  }
  if (way.outputNorms != nullptr) {
    double& norm = (*way.outputNorms)[step];
    norm = hypotenuse(norm, scaledNorm(adjointAt(output), size));
  }
  if (way.regulariser > 0) {
    m_total = adjoint(output);
  }
  m_linear.beginReverseStep(m_at);
}

/// As the single path does: each state of each sequence by its own norm, computed in `Scalar`.
template <class Scalar> void BatchTrack<Scalar>::clipStates(Scalar threshold) {
  for (const StepState& state : m_program.states) {
    auto adjoint = begunAdjoint(state.current);
    for (Eigen::Index b = 0; b < adjoint.cols(); ++b) {
      const Scalar norm = adjoint.col(b).norm();
      if (norm > threshold) {
        adjoint.col(b) *= threshold / norm;
      }
    }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverse(std::size_t index, int u, BatchBackward<Scalar>& way) {
  using Kind = typename EntryPass::Kind;
  const StepOperation& operation = m_program.operations[index];
  const Scalar* upstream = adjointAt(operation.result);
  const Eigen::Index size = m_adjoints[asIndex(operation.result)].at(0).size();
  switch (operation.kind) {
  case StepOperationKind::Linear:
    makePasses();
    reverseLinear(index, way);
    break;
  case StepOperationKind::Activate:
    if (pinOf(operation, timeOf(u)) == nullptr) {
      reverseActivation(operation, upstream, size);
    }
    break;
  case StepOperationKind::Multiply: {
    const Scalar* left = m_adjointAt[asIndex(operation.left)];
    const Scalar* right = m_adjointAt[asIndex(operation.right)];
    m_passes.push_back({Kind::ReverseMultiply, m_at[asIndex(operation.left)],
                        m_at[asIndex(operation.right)], upstream, left, adjointTo(operation.left),
                        right, adjointTo(operation.right), size});
    break;
  }
  case StepOperationKind::Add:
    for (const int reg : {operation.left, operation.right}) {
      if (m_isPassedOn[asIndex(reg)]) {
        m_adjointAt[asIndex(reg)] = upstream;
      } else {
        const Scalar* before = adjointAt(reg);
        m_passes.push_back({Kind::Add, nullptr, nullptr, upstream, before, adjointTo(reg), nullptr,
                            nullptr, size});
      }
    }
    break;
  case StepOperationKind::Complement: {
    const Scalar* before = adjointAt(operation.left);
    m_passes.push_back({Kind::Subtract, nullptr, nullptr, upstream, before,
                        adjointTo(operation.left), nullptr, nullptr, size});
    break;
  }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverseActivation(const StepOperation& operation, const Scalar* upstream,
                                           Eigen::Index size) {
  using Kind = typename EntryPass::Kind;
  const Scalar* before = adjointAt(operation.left);
  EntryPass pass{Kind::Add, m_at[asIndex(operation.result)], nullptr, upstream,
                 before,    adjointTo(operation.left),       nullptr, nullptr,
                 size};
  switch (operation.activation) {
  case Activation::Tanh:
    pass.kind = Kind::ReverseTanh;
    break;
  case Activation::Sigmoid:
    pass.kind = Kind::ReverseLogistic;
    break;
  case Activation::Relu:
    // A mask and no factor: 0 · inf does not happen in it.
    pass.kind = Kind::ReverseRelu;
    break;
  case Activation::Identity:
    break;
  }
  m_passes.push_back(pass);
}

/// A few entries of all vectors at a time, which stay in the innermost cache from pass to pass.
template <class Scalar> void BatchTrack<Scalar>::makePasses() {
  constexpr Eigen::Index together = 2048 / sizeof(Scalar);
  Eigen::Index most = 0;
  for (const EntryPass& pass : m_passes) {
    most = std::max(most, pass.size);
  }
  for (Eigen::Index first = 0; first < most; first += together) {
    for (const EntryPass& pass : m_passes) {
      if (first < pass.size) {
        makePass(pass, first, std::min(together, pass.size - first));
      }
    }
  }
  m_passes.clear();
}

template <class Scalar>
void BatchTrack<Scalar>::makePass(const EntryPass& pass, Eigen::Index first,
                                  Eigen::Index count) const {
  using Kind = typename EntryPass::Kind;
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto from = [first](const Scalar* vector) {
    return vector != nullptr ? vector + first : nullptr;
  };
  const Scalar* upstream = pass.upstream + first;
  Scalar* target = pass.target + first;
  switch (pass.kind) {
  case Kind::ReverseMultiply:
    kernel.reverseMultiply({pass.left + first, pass.right + first, upstream, from(pass.addend),
                            target, from(pass.rightAddend), pass.rightTarget + first, count});
    break;
  case Kind::ReverseTanh:
    kernel.reverseTanh(pass.left + first, upstream, pass.addend + first, target, count);
    break;
  case Kind::ReverseLogistic:
    kernel.reverseLogistic(pass.left + first, upstream, pass.addend + first, target, count);
    break;
  case Kind::ReverseRelu:
    kernel.reverseRelu(pass.left + first, upstream, pass.addend + first, target, count);
    break;
  case Kind::Add:
    kernel.add(pass.addend + first, upstream, target, count);
    break;
  case Kind::Subtract:
    kernel.subtract(upstream, pass.addend + first, target, count);
    break;
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverseLinear(std::size_t index, BatchBackward<Scalar>& way) {
  const StepOperation& operation = m_program.operations[index];
  const ConstMap adjoint = this->adjoint(operation.result);
  m_linear.gather(index, adjoint.data(), *way.gradients);
  for (std::size_t b = 0; b < operation.weights.size(); ++b) {
    const int source = operation.weights[b].source;
    if (source == m_program.input && way.inputGradients == nullptr) {
      continue;
    }
    auto target = begunAdjoint(source);
    if (way.regulariser > 0 && m_currentOf[asIndex(source)] >= 0) {
      m_earlier.setZero(target.rows(), target.cols());
      m_linear.addReverseProduct(index, b, adjoint.data(), m_earlier.data());
      regularise(adjoint, way, (*way.gradients)[m_linear.weightPlace(index, b)]);
      target += m_earlier;
    } else {
      m_linear.addReverseProduct(index, b, adjoint.data(), target.data());
    }
  }
}

/// Pascanu et al. 2013, equations 9 and 10: Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)², and of its
/// derivative the immediate part alone: ∂L/∂h_t and φ′ count as constants.
template <class Scalar>
void BatchTrack<Scalar>::regularise(const Eigen::Ref<const Matrix>& preActivation,
                                    BatchBackward<Scalar>& way, Matrix& gradient) {
  const Eigen::Index sequences = m_earlier.cols();
  for (Eigen::Index b = 0; b < sequences; ++b) {
    const Scalar before = m_earlier.col(b).stableNorm();
    const Scalar after = m_total.col(b).stableNorm();
    if (!(before > Scalar(0)) || !(after > Scalar(0))) {
      continue;
    }
    const Scalar excess = before / after - Scalar(1);
    way.omega += static_cast<double>(excess * excess) / static_cast<double>(sequences);
    const Scalar factor =
        static_cast<Scalar>(way.regulariser) * Scalar(2) * excess / static_cast<Scalar>(sequences);
    // Each vector by its own norm: the product of the norms underflows long before they do.
    const VectorOf<Scalar> left = preActivation.col(b) / after;
    const VectorOf<Scalar> right = m_earlier.col(b) / before;
    gradient.noalias() += factor * left * right.transpose();
  }
}

template class BatchTrack<float>;
template class BatchTrack<double>;

} // namespace backflow
