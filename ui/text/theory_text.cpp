// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/theory_text.h"

#include "ui/text/number_text.h"

#include <QCoreApplication>

namespace backflow {

namespace {

struct TheoryText {
  Q_DECLARE_TR_FUNCTIONS(TheoryText)
};

} // namespace

QString criteriaText(const Criteria& criteria) {
  const QString sigma = formatReading(criteria.largestSingularValue);
  const QString rho = formatReading(criteria.spectralRadius);
  const QString limit = formatReading(1 / criteria.gamma);
  switch (criteria.criterion) {
  case Criterion::MustVanish:
    return TheoryText::tr("σ₁ = %1 is below 1/γ = %2: sufficient for what a late loss sends back "
                          "through the recurrence to vanish over long times.")
        .arg(sigma, limit);
  case Criterion::MayExplode:
    break;
  case Criterion::RadiusAboveOne:
    return TheoryText::tr("ρ = %1 is above 1/γ = %2, and so is σ₁, which is never less. σ₁ > 1/γ "
                          "is necessary for exploding, not sufficient: what happens is up to φ′ at "
                          "the states.")
        .arg(rho, limit);
  case Criterion::LinearFades:
    return criteria.largestSingularValue > 1
               ? TheoryText::tr("ρ = %1 is below 1: a linear layer's gradient fades in the end. As "
                                "σ₁ = %2 is above 1, it may grow first.")
                     .arg(rho, sigma)
               : TheoryText::tr("ρ = %1 is below 1: a linear layer's gradient fades in the end.")
                     .arg(rho);
  case Criterion::LinearHolds:
    return TheoryText::tr("ρ = %1: a linear layer's gradient neither fades nor grows "
                          "exponentially.")
        .arg(rho);
  case Criterion::LinearGrows:
    return TheoryText::tr("ρ = %1 is above 1: a linear layer's gradient grows in the end, unless "
                          "it has no part along the growing directions.")
        .arg(rho);
  }
  return TheoryText::tr("σ₁ = %1 is not below 1/γ = %3 and ρ = %2 is not above it: nothing "
                        "follows. σ₁ > 1/γ is necessary for exploding, not sufficient.")
      .arg(sigma, rho, limit);
}

namespace {

QString exponentText(const SpectrumStudy& study) {
  const QString largest = TheoryText::tr("largest Lyapunov exponent λ₁ = %1 a step");
  if (!study.isComplete()) {
    // As wide as a number, so that the lines break where they will when it is there.
    return largest.arg(QStringLiteral("…\u2007\u2007\u2007\u2007\u2007"));
  }
  switch (study.analysis.obstacle) {
  case ExponentsObstacle::None:
    break;
  case ExponentsObstacle::TwoDirections:
    return TheoryText::tr("Lyapunov exponents: only for one direction");
  case ExponentsObstacle::TooMuchWork:
    return TheoryText::tr("Lyapunov exponents: too much work at this size and horizon");
  case ExponentsObstacle::NotFinite:
    return TheoryText::tr("Lyapunov exponents: none, numbers are not finite");
  }
  return largest.arg(formatReading(study.analysis.lyapunovExponents.front()));
}

} // namespace

QStringList theoryLines(const SpectrumStudy& study) {
  const Analysis& analysis = study.analysis;
  QStringList lines;
  if (analysis.criteria) {
    lines += criteriaText(*analysis.criteria);
  }
  QStringList figures;
  if (study.step) {
    figures += TheoryText::tr("step Jacobian at t = %1: ρ = %2, σ₁ = %3")
                   .arg(study.time)
                   .arg(formatReading(study.step->spectralRadius()),
                        formatReading(study.step->largestSingularValue()));
  }
  figures += exponentText(study);
  if (analysis.meanField) {
    figures += TheoryText::tr("mean field without input: q* = %1, χ = %2, λ = %3")
                   .arg(formatReading(analysis.meanField->variance),
                        formatReading(analysis.meanField->gain),
                        formatReading(analysis.meanField->lyapunovExponent));
  }
  if (analysis.criticalGain) {
    const QString gain = formatReading(*analysis.criticalGain);
    figures +=
        analysis.isHalfOn
            ? TheoryText::tr("critical gain of a wide network, half of its units on: %1").arg(gain)
            : TheoryText::tr("critical gain of a wide network at zero state: %1").arg(gain);
  }
  if (!figures.isEmpty()) {
    lines += figures.join(QStringLiteral(" · "));
  }
  return lines;
}

} // namespace backflow
