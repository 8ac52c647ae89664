// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotted_norms.h"

namespace backflow {

const std::vector<double>& normsOf(const RunTrace& run, PlotKind kind) {
  switch (kind) {
  case PlotKind::States:
    return run.steps.stateNorm;
  case PlotKind::ParameterGradient:
    return run.steps.parameterGradientNormAfterClip.empty()
               ? run.steps.parameterGradientNorm
               : run.steps.parameterGradientNormAfterClip;
  case PlotKind::GradientFlow:
    break;
  }
  return run.steps.gradientNorm;
}

const std::vector<double>& normsBeforeClip(const RunTrace& run, PlotKind kind) {
  static const std::vector<double> none;
  if (kind == PlotKind::GradientFlow) {
    return run.steps.gradientNormBeforeClip;
  }
  const bool clipped =
      kind == PlotKind::ParameterGradient && !run.steps.parameterGradientNormAfterClip.empty();
  return clipped ? run.steps.parameterGradientNorm : none;
}

} // namespace backflow
