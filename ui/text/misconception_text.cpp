// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/misconception_text.h"

#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace backflow {

namespace {

struct MisconceptionText {
  Q_DECLARE_TR_FUNCTIONS(MisconceptionText)
};

/// ‖∂L/∂h‖ at the last step, at the step that is told of, and what became of it on the way.
struct Norms {
  QString last;
  QString there;
  QString factor;
};

Norms normsOf(const Misconception& one) {
  return {formatPowerOfTwo(one.lastLog2), formatPowerOfTwo(one.log2),
          formatPowerOfTwo(one.log2 - one.lastLog2)};
}

QString clippingRescuesInf(const Misconception& one) {
  const QString precision = displayText(one.precision);
  if (one.normOverflows) {
    return MisconceptionText::tr("here every entry is finite, but the norm overflows %1. θ/∞ = %2 "
                                 "multiplies the gradient: clipping has thrown it away.")
        .arg(precision, formatReading(one.number));
  }
  return MisconceptionText::tr("here the gradient is no longer finite in %1 when it comes to be "
                               "clipped. It is multiplied by %2, and 0 × ∞ is NaN: clip before it "
                               "overflows, or skip the update.")
      .arg(precision, formatReading(one.number));
}

QString lstmNeverVanishes(const Misconception& one) {
  const Norms norms = normsOf(one);
  if (one.number > 0) {
    return MisconceptionText::tr(
               "here it falls to %1 at t = %2, although the biases are drawn for "
               "memories of up to %3 steps. The gates decide, not the name of the "
               "cell.")
        .arg(norms.there)
        .arg(one.t)
        .arg(formatReading(one.number));
  }
  constexpr double helpfulBias = 3;
  const QString fall = MisconceptionText::tr("here it falls to %1 at t = %2: with a forget bias of "
                                             "%3 the forget gate keeps too little at each step.")
                           .arg(norms.there)
                           .arg(one.t)
                           .arg(formatReading(one.setting));
  if (one.setting >= helpfulBias) {
    return fall;
  }
  return fall + QLatin1Char(' ') +
         MisconceptionText::tr("A bias of %1 would open it to σ(%1) = %2.")
             .arg(formatReading(helpfulBias), formatReading(1 / (1 + std::exp(-helpfulBias))));
}

} // namespace

QString beliefText(MisconceptionKind kind) {
  switch (kind) {
  case MisconceptionKind::ClippingRescuesInf:
    return MisconceptionText::tr("Clipping rescues an infinite gradient.");
  case MisconceptionKind::ClippingCuresVanishing:
    return MisconceptionText::tr("Clipping cures vanishing gradients.");
  case MisconceptionKind::LstmNeverVanishes:
    return MisconceptionText::tr("In an LSTM gradients never vanish.");
  case MisconceptionKind::GainAboveOneExplodes:
    return MisconceptionText::tr("A gain above 1 makes the gradient explode.");
  case MisconceptionKind::RadiusBelowOneDecays:
    return MisconceptionText::tr("With ρ below 1 the gradient gets smaller at every step back.");
  case MisconceptionKind::TruncationLimitsMemory:
    return MisconceptionText::tr("Truncation limits what the network can remember.");
  case MisconceptionKind::InfIsNan:
    return MisconceptionText::tr("Infinite and NaN are the same.");
  case MisconceptionKind::SeparateWeights:
    return MisconceptionText::tr("Every time step has weights of its own.");
  }
  return {};
}

QString confrontationText(const Misconception& one) {
  const Norms norms = normsOf(one);
  switch (one.kind) {
  case MisconceptionKind::ClippingRescuesInf:
    return clippingRescuesInf(one);
  case MisconceptionKind::ClippingCuresVanishing:
    return MisconceptionText::tr("here θ = %1 is on and the gradient still falls to %2 at t = %3. "
                                 "Clipping only ever shortens: it multiplies by 1 or less.")
        .arg(formatReading(one.setting), norms.there)
        .arg(one.t);
  case MisconceptionKind::LstmNeverVanishes:
    return lstmNeverVanishes(one);
  case MisconceptionKind::GainAboveOneExplodes:
    return MisconceptionText::tr("here the gain is %1, and at t = 1 the gradient has only %2 times "
                                 "its size at the last step: φ′ at the states takes more than the "
                                 "weights give.")
        .arg(formatReading(one.setting), norms.factor);
  case MisconceptionKind::RadiusBelowOneDecays:
    return MisconceptionText::tr("here ρ = %1, and the gradient grows to %2 times its size, at "
                                 "t = %3. W is not normal: ρ tells only what its powers come to in "
                                 "the end.")
        .arg(formatReading(one.setting), norms.factor)
        .arg(one.t);
  case MisconceptionKind::TruncationLimitsMemory:
    return MisconceptionText::tr("here k = %1 stops only the gradient. The state of t = %2, of "
                                 "norm %3, goes into the next step as it is.")
        .arg(formatReading(one.setting))
        .arg(one.t)
        .arg(formatReading(one.number));
  case MisconceptionKind::InfIsNan:
    return MisconceptionText::tr(
               "here %1 has its first ∞ at t = %2, and no NaN. ∞ still has a sign "
               "and can be compared; in these networks NaN comes only of ∞ − ∞, 0 × ∞ or ∞ ÷ ∞.")
        .arg(displayText(one.precision))
        .arg(one.t);
  case MisconceptionKind::SeparateWeights:
    return MisconceptionText::tr(
               "here one set of weights is used %1 times. What is drawn for each t "
               "is a copy's contribution; their sum is the gradient, of norm %2 "
               "(%3).")
        .arg(formatReading(one.setting), formatReading(one.number), displayText(one.precision));
  }
  return {};
}

QString misconceptionText(const Misconception& misconception) {
  return MisconceptionText::tr("Often believed: “%1” But %2")
      .arg(beliefText(misconception.kind), confrontationText(misconception));
}

} // namespace backflow
