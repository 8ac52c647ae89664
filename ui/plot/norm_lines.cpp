// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_lines.h"

#include "core/scenario/cell_traits.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cstddef>
#include <vector>

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

enum class CurvePlace { InSight, Above, Below };

/// What theory says may lie beyond the picture's heights, which are those of what happens: where it
/// nearly all does, its name says on which side.
QString namedWithPlace(const QString& name, CurvePlace place) {
  switch (place) {
  case CurvePlace::InSight:
    break;
  case CurvePlace::Above:
    return NormPlot::tr("%1: above").arg(name);
  case CurvePlace::Below:
    return NormPlot::tr("%1: below").arg(name);
  }
  return name;
}

CurvePlace placeOf(const NormPicture& picture, const NormCurve& curve) {
  constexpr double leastShareInSight = 0.1; // with less a curve seems to be missing
  constexpr std::size_t mostLookedAt = 100;
  const std::vector<double>& heights = curve.log10();
  const std::size_t stride = std::max<std::size_t>(1, heights.size() / mostLookedAt);
  int above = 0;
  int below = 0;
  int inSight = 0;
  for (std::size_t k = 0; k < heights.size(); k += stride) {
    above += heights[k] > picture.highest ? 1 : 0;
    below += heights[k] < picture.lowest ? 1 : 0;
    inSight += heights[k] >= picture.lowest && heights[k] <= picture.highest ? 1 : 0;
  }
  if (inSight >= leastShareInSight * (above + below + inSight)) {
    return CurvePlace::InSight;
  }
  return above > below ? CurvePlace::Above : CurvePlace::Below;
}

/// Where γ is 1 it has no part in the name.
QString asymptoteName(const NormPicture& picture) {
  return picture.gamma == 1 ? QStringLiteral("ρˢ") : QStringLiteral("(ργ)ˢ");
}

QString cellName(const NormCurve& curve) {
  const QString cell = displayText(curve.cell);
  if (!curve.gateBias) {
    return cell;
  }
  return (hasGate(curve.cell, Gate::Forget) ? NormPlot::tr("%1, forget bias %2")
                                            : NormPlot::tr("%1, update bias %2"))
      .arg(cell, formatNumber(*curve.gateBias));
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
    return {theme.theoryPen(true),
            namedWithPlace(NormPlot::tr("bound (σ₁γ)ˢ"), placeOf(picture, curve))};
  case CurveRole::Asymptote:
    return {theme.theoryPen(false),
            namedWithPlace(asymptoteName(picture), placeOf(picture, curve))};
  case CurveRole::OtherCell:
    return {theme.cellPen(curve.cell), cellName(curve)};
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
