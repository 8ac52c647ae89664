// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_lines.h"

#include "ui/plot/norm_plot.h"
#include "ui/text/enum_text.h"

namespace backflow {

namespace {

/// A legend with whole sentences would leave no room for the curves.
constexpr int longestName = 32;

QString pinnedName(const NormPicture& picture, const NormPin& pin) {
  QString name = pin.name;
  if (name.size() > longestName) {
    name = name.left(longestName - 1).trimmed() + QChar(u'…');
  }
  name = QStringLiteral("%1: %2").arg(pin.letter()).arg(name);
  if (pin.horizon == picture.horizon) {
    return name;
  }
  return (pin.alignsAtLoss ? NormPlot::tr("%1 (T = %2, aligned at the loss)")
                           : NormPlot::tr("%1 (T = %2, aligned at t = 1)"))
      .arg(name)
      .arg(pin.horizon);
}

} // namespace

QString referenceName() {
  return NormPlot::tr("reference (unbounded exponent)");
}

QString briefReferenceName() {
  return NormPlot::tr("reference");
}

NormLine lineOf(const NormPicture& picture, const NormCurve& curve, const Theme& theme) {
  const QString precision = QString::fromUtf8(nameOf(curve.precision).data());
  switch (curve.role) {
  case CurveRole::Run:
    break;
  case CurveRole::BeforeClip:
    return {theme.beforeClipPen(curve.precision),
            NormPlot::tr("%1 before clipping").arg(precision)};
  case CurveRole::Reference:
    return {theme.referencePen(), referenceName(), referenceName()};
  case CurveRole::Bound:
    return {theme.theoryPen(true), NormPlot::tr("bound (σ₁γ)ˢ")};
  case CurveRole::Asymptote:
    return {theme.theoryPen(false), QStringLiteral("ρˢ")};
  case CurveRole::OtherCell:
    return {theme.cellPen(curve.cell), displayText(curve.cell)};
  case CurveRole::AlongCell:
    return {theme.partPen(true), NormPlot::tr("∂L/∂c along the cell")};
  case CurveRole::ThroughGates:
    return {theme.partPen(false), NormPlot::tr("∂L/∂c through the gates")};
  case CurveRole::Direct:
    return {theme.partPen(true), NormPlot::tr("direct path")};
  case CurveRole::Recurrent:
    return {theme.partPen(false), NormPlot::tr("through the recurrence")};
  case CurveRole::ReadsForward:
    return {theme.partPen(true), NormPlot::tr("forward direction")};
  case CurveRole::ReadsBackward:
    return {theme.partPen(false), NormPlot::tr("backward direction")};
  case CurveRole::SeedLower:
  case CurveRole::SeedUpper:
    return {theme.seedQuartilePen(), NormPlot::tr("quartiles")};
  case CurveRole::SeedMedian:
    return {theme.seedMedianPen(), NormPlot::tr("median of %n seed(s)", nullptr, picture.seeds)};
  case CurveRole::Pinned: {
    const NormPin& pin = picture.pins[curve.pin];
    const QString letter = pin.horizon == picture.horizon
                               ? QString(pin.letter())
                               : QStringLiteral("%1 (T = %2)").arg(pin.letter()).arg(pin.horizon);
    return {theme.pinnedPen(pin.slot), letter, pinnedName(picture, pin)};
  }
  }
  return {theme.penOf(curve.precision), precision};
}

} // namespace backflow
