// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/theory_report.h"

#include "app/cli/text_table.h"

#include <algorithm>

namespace backflow {

namespace {

const char* reasonOf(ExponentsObstacle obstacle) {
  switch (obstacle) {
  case ExponentsObstacle::None:
  case ExponentsObstacle::NotFinite:
    break;
  case ExponentsObstacle::TwoDirections:
    return "only for one direction";
  case ExponentsObstacle::TooMuchWork:
    return "too much work at this size and horizon";
  }
  return "numbers are not finite";
}

} // namespace

void writeTheory(const Analysis& analysis, std::ostream& out) {
  out << "Theory\n";
  if (analysis.criteria) {
    out << "  W_h: spectral radius ρ " << fourDigits(analysis.criteria->spectralRadius)
        << ", largest singular value σ₁ " << fourDigits(analysis.criteria->largestSingularValue)
        << ", |φ′| at most γ = " << fourDigits(analysis.criteria->gamma) << "\n  "
        << sentenceOf(*analysis.criteria) << '\n';
  }
  if (analysis.criticalGain) {
    out << "  critical gain of a wide network"
        << (analysis.isHalfOn ? ", half of its units on: " : " at zero state: ")
        << fourDigits(*analysis.criticalGain) << '\n';
  }
  if (analysis.meanField) {
    out << "  mean field, no input: q* " << fourDigits(analysis.meanField->variance) << ", χ "
        << fourDigits(analysis.meanField->gain) << ", λ = ½ ln χ "
        << fourDigits(analysis.meanField->lyapunovExponent) << " a step\n";
  }
  if (!analysis.lyapunovExponents.empty()) {
    out << "  Lyapunov exponents of this run, natural logarithm a step: largest "
        << fourDigits(analysis.lyapunovExponents.front()) << ", smallest "
        << fourDigits(analysis.lyapunovExponents.back()) << '\n';
  } else {
    out << "  Lyapunov exponents: left out (" << reasonOf(analysis.obstacle) << ")\n";
  }
  if (analysis.criteria && !analysis.jacobianLog2.empty()) {
    using enum TextTable::Align;
    TextTable table({Right, Right, Right, Right});
    table.addRow({"steps back s", "log₂ ‖dh_T/dh_t‖", "bound (σ₁γ)^s", "asymptote (ργ)^s"});
    const auto last = static_cast<int>(analysis.jacobianLog2.size()) - 1;
    const int rows = std::min(last, 5);
    for (int k = 0; k <= rows; ++k) {
      const int stepsBack = rows == 0 ? 0 : last * k / rows;
      table.addRow({std::to_string(stepsBack),
                    fourDigits(analysis.jacobianLog2[static_cast<std::size_t>(last - stepsBack)]),
                    fourDigits(boundLog2(*analysis.criteria, stepsBack)),
                    fourDigits(asymptoteLog2(*analysis.criteria, stepsBack))});
    }
    table.write(out);
  }
  out << '\n';
}

} // namespace backflow
