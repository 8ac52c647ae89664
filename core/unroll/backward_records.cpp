// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"
#include "core/unroll/backward.h"

#include <algorithm>

namespace backflow {

template <class Scalar> void BackwardPass<Scalar>::record(int u, const Measure& measured) {
  const auto index = static_cast<std::size_t>(u) - 1;
  const double norm = measured.norm / m_scale;
  steps.gradientNorm[index] = norm;
  steps.zeros[index] = measured.zeros;
  steps.subnormals[index] = measured.subnormals;
  steps.infinities[index] = measured.infinities;
  steps.nans[index] = measured.nans;
  m_largestAfter = orNan(std::max(m_largestAfter, norm), norm);
  if (stateGradients.size() > 0) {
    stateGradients.col(u - 1) = m_stateGradient.template cast<double>() / m_scale;
  }
}

template <class Scalar> void BackwardPass<Scalar>::recordParts(int u, bool lossActs) {
  const auto index = static_cast<std::size_t>(u) - 1;
  const StepProgram& program = m_track.program();
  if (m_source.everyStep) {
    steps.directGradientNorm[index] = scaledNorm(m_lossGradient.data(), m_hidden) / m_scale;
    steps.recurrentGradientNorm[index] = scaledNorm(m_carriedTop.data(), m_hidden) / m_scale;
  }
  for (std::size_t layer = 0; layer < steps.layerGradientNorm.size(); ++layer) {
    const StepRegister& output = reg(program.layerOutputs[layer]);
    steps.layerGradientNorm[layer][index] =
        scaledNorm(m_adjoints.data() + output.adjoint, output.size) / m_scale;
  }
  if (m_options.wantsInputGradient) {
    inputGradient.col(u - 1) = adjoint(program.input);
  }
  if (!steps.cellGradientNorm.empty()) {
    const auto state = static_cast<std::size_t>(program.carousel->state);
    steps.cellGradientNorm[index] =
        scaledNorm(adjoint(program.states[state].current).data(), m_hidden) / m_scale;
    if (!steps.cellGradientDirectNorm.empty()) {
      recordCellParts(u, m_stateGradient.data(), lossActs ? m_lossGradient.data() : nullptr);
    }
  }
}

/// state: ∂L/∂h of the top layer; loss: the loss's own part of it, or null if none acts.
template <class Scalar>
void BackwardPass<Scalar>::recordCellParts(int u, const Scalar* state, const Scalar* loss) {
  const auto index = static_cast<std::size_t>(u) - 1;
  const Carousel& carousel = *m_track.program().carousel;
  // Activations and the factors of a product are held.
  const auto value = [this, held = m_track.heldAt(u)](int number) -> const Scalar* {
    return number >= 0 ? held + reg(number).held : nullptr;
  };
  const CellPartNorms norms = kernels<Scalar>().carryCellParts(
      {value(carousel.outputGate), value(carousel.squashed), value(carousel.keep), state, loss,
       m_directCell.data(), m_gatesCell.data(), m_keepLater.data(), m_hidden});
  steps.cellGradientDirectNorm[index] = norms.direct / m_scale;
  steps.cellGradientGatesNorm[index] = norms.gates / m_scale;
  if (m_truncation.cutsBefore(u)) {
    m_keepLater.setZero();
  }
}

template class BackwardPass<float>;
template class BackwardPass<double>;
template class BackwardPass<BFloat16>;
template class BackwardPass<Float16>;

} // namespace backflow
