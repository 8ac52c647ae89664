// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_readings.h"

#include "core/unroll/truncation.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <cmath>

namespace backflow {

namespace {

/// How the values of a curve read at the cursor.
QString reading(const RunTrace& run, PlotKind kind, std::size_t index) {
  const auto& steps = run.steps;
  switch (kind) {
  case PlotKind::States:
    return formatReading(steps.stateNorm[index]);
  case PlotKind::ParameterGradient: {
    const QString before = formatReading(steps.parameterGradientNorm[index]);
    return steps.parameterGradientNormAfterClip.empty()
               ? before
               : before + QStringLiteral(" → ") +
                     formatReading(steps.parameterGradientNormAfterClip[index]);
  }
  case PlotKind::GradientFlow:
    break;
  }
  const QString after = formatReading(steps.gradientNorm[index]);
  return steps.gradientNormBeforeClip.empty()
             ? after
             : formatReading(steps.gradientNormBeforeClip[index]) + QStringLiteral(" → ") + after;
}

} // namespace

QStringList normReadings(const Trace& trace, const NormPicture& picture, PlotKind kind,
                         const QSet<QString>& hidden, std::size_t index) {
  QStringList lines;
  const bool isFlow = kind == PlotKind::GradientFlow;
  // A zero that no underflow made.
  const bool isCutHere =
      kind != PlotKind::States && !Truncation(trace.scenario).reaches(static_cast<int>(index) + 1);
  const bool comparesCells = isFlow && !trace.otherCells.empty();
  for (const RunTrace& run : trace.runs) {
    const QString name = QString::fromUtf8(nameOf(run.precision).data());
    if (!comparesCells && !hidden.contains(name)) {
      lines += name + QStringLiteral(": ") +
               (isCutHere && run.steps.gradientNorm[index] == 0 ? NormPlot::tr("cut")
                                                                : reading(run, kind, index));
    }
  }
  QStringList pinned;
  for (const NormCurve& curve : picture.curves) {
    if (hidden.contains(curveId(picture, curve))) {
      continue;
    }
    if (isPart(curve.role)) {
      lines += lineOf(picture, curve, {}).name + QStringLiteral(": ") +
               (isCutHere ? NormPlot::tr("cut") : formatReading(curve.values->norms[index]));
    } else if (curve.role == CurveRole::OtherCell) {
      lines += displayText(curve.cell) + QStringLiteral(": ") +
               formatReading(std::pow(10, curve.log10()[index]));
    } else if (curve.role == CurveRole::Pinned && isFlow) {
      const NormPin& pin = picture.pins[curve.pin];
      const auto t = static_cast<int>(index) + 1;
      pinned += pin.letter() + QStringLiteral(": ") +
                (t >= pin.first && t <= pin.last ? formatReading(curve.values->norms[index])
                                                 : QStringLiteral("–"));
    }
  }
  // Six lines more would not fit a low plot.
  constexpr qsizetype mostBelow = 3;
  const qsizetype inALine = pinned.size() > mostBelow ? 2 : 1;
  for (qsizetype first = 0; first < pinned.size(); first += inALine) {
    lines += pinned.mid(first, inALine).join(QStringLiteral("   "));
  }
  return lines;
}

} // namespace backflow
