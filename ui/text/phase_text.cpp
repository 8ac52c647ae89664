// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/phase_text.h"

#include "ui/text/number_text.h"

#include <cmath>

namespace backflow {

namespace {

QString ratioText(double log10) {
  return formatPowerOfTwo(log10 / std::log10(2.0));
}

} // namespace

QString PhaseText::fate(GradientFate fate) {
  switch (fate) {
  case GradientFate::Vanishing:
    return tr("vanishing");
  case GradientFate::Living:
    break;
  case GradientFate::Exploding:
    return tr("exploding");
  case GradientFate::Nan:
    return tr("NaN");
  }
  return tr("living");
}

QString PhaseText::parameter(PhaseParameter parameter) {
  switch (parameter) {
  case PhaseParameter::InputDeviation:
    break;
  case PhaseParameter::InputAmplitude:
    return tr("Input amplitude");
  case PhaseParameter::InputGain:
    return tr("Input gain");
  case PhaseParameter::Horizon:
    return tr("Horizon T");
  case PhaseParameter::ForgetBias:
    return tr("Forget bias");
  case PhaseParameter::Seed:
    return tr("Seed");
  }
  return tr("Input deviation");
}

QString PhaseText::axis(PhaseParameter parameter) {
  switch (parameter) {
  case PhaseParameter::InputDeviation:
    break;
  case PhaseParameter::InputAmplitude:
    return tr("amplitude of the input");
  case PhaseParameter::InputGain:
    return tr("gain of the input weights");
  case PhaseParameter::Horizon:
    return tr("horizon T, steps");
  case PhaseParameter::ForgetBias:
    return tr("bias of the forget gate");
  case PhaseParameter::Seed:
    return tr("seed of the weights");
  }
  return tr("standard deviation of the input");
}

QString PhaseText::reading(PhaseParameter parameter, double gain, double value,
                           std::optional<double> ratioLog10, GradientFate fate, int seeds) {
  const QString place =
      tr("gain %1, %2 %3").arg(formatReading(gain), axis(parameter), formatReading(value));
  if (!ratioLog10) {
    return tr("%1: not computed yet").arg(place);
  }
  if (fate == GradientFate::Nan) {
    return tr("%1: NaN").arg(place);
  }
  if (seeds > 1) {
    return tr("%1: the median ratio of %n seeds is %2, %3", nullptr, seeds)
        .arg(place, ratioText(*ratioLog10), PhaseText::fate(fate));
  }
  return tr("%1: the ratio is %2, %3").arg(place, ratioText(*ratioLog10), PhaseText::fate(fate));
}

} // namespace backflow
