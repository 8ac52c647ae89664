// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/event_text.h"

#include "core/numeric/digits_apart.h"
#include "core/record/replayed_sum.h"
#include "ui/text/number_text.h"

#include <QRegularExpression>

#include <cmath>

namespace backflow {

namespace {

QString precisionName(const Event& event) {
  return QString::fromUtf8(nameOf(event.precision).data());
}

} // namespace

/// Within a sentence "a" alone reads as a word, in both languages.
QString EventText::subject(const Event& event) {
  const QString quantity = prettyQuantity(event.quantity);
  return event.quantity == "a" ? tr("the pre-activation %1").arg(quantity) : quantity;
}

QString prettyQuantity(const std::string& name) {
  QString text = QString::fromStdString(name);
  text.replace(QStringLiteral("dL/d"), QStringLiteral("∂L/∂"));
  text.replace(QStringLiteral("phi'"), QStringLiteral("φ′"));
  text.replace(QStringLiteral("W_h"), QStringLiteral("Wₕ"));
  text.replace(QStringLiteral("W_x"), QStringLiteral("Wₓ"));
  text.replace(QStringLiteral("c~"), QStringLiteral("ĉ"));
  static const QRegularExpression gate(QStringLiteral("\\bG(?=[ufor](_|\\b))"));
  text.replace(gate, QStringLiteral("Γ"));
  text.replace(QChar('*'), QStringLiteral(" × "));
  QString result;
  bool subscript = false;
  for (const QChar c : text) {
    if (c == QChar('_')) {
      subscript = true;
    } else if (subscript && c.isDigit()) {
      result += QChar(0x2080 + c.digitValue());
    } else {
      subscript = false;
      result += c;
    }
  }
  return result;
}

QString EventText::marker(const Event& event) {
  return marker(event, precisionName(event));
}

QString EventText::marker(const Event& event, const QString& precisions) {
  //: s counts multiplications back from the last step; the value number is s + 1
  const QString place = event.phase == Phase::Forward
                            ? QStringLiteral("t = %1").arg(event.t)
                            : tr("s = %1 (value %2)").arg(event.stepsBack).arg(event.stepsBack + 1);
  const QString pattern = QStringLiteral("%1: %2, %3");
  // The gradient of a weight is the sum over the steps, beside curves of what each step adds.
  const QString sums =
      isOfWeights(event) ? prettyQuantity(event.quantity) + QStringLiteral(" = ") : QString();
  switch (event.kind) {
  case EventKind::ThresholdVanish:
    return pattern.arg(precisions, tr("vanished"), place);
  case EventKind::ThresholdExplode:
    return pattern.arg(precisions, tr("exploded"), place);
  case EventKind::UnderflowSubnormal:
    return pattern.arg(precisions, tr("subnormal"), place);
  case EventKind::UnderflowZero:
    return pattern.arg(precisions, tr("exactly 0"), place);
  case EventKind::OverflowInf:
    return pattern.arg(precisions, sums + QStringLiteral("∞"), place);
  case EventKind::NanOnset:
    return pattern.arg(precisions, sums + QStringLiteral("NaN"), place);
  case EventKind::Saturation:
    return pattern.arg(precisions, tr("saturated"), place);
  case EventKind::NormOverflow:
  case EventKind::NormUnderflow:
  case EventKind::ClipNonfinite:
    break;
  }
  return pattern.arg(precisions, tr("clipping"), place);
}

QString EventText::what(const Event& event) {
  const QString quantity = subject(event);
  switch (event.kind) {
  case EventKind::ThresholdVanish:
    return tr("the gradient has vanished: ‖%1‖ falls below the threshold").arg(quantity);
  case EventKind::ThresholdExplode:
    return tr("the gradient has exploded: ‖%1‖ rises above the threshold").arg(quantity);
  case EventKind::UnderflowSubnormal:
    return tr("%1 has its first subnormal entry and loses digits").arg(quantity);
  case EventKind::UnderflowZero:
    return tr("%1 is exactly zero: no gradient is left in it").arg(quantity);
  case EventKind::OverflowInf:
    return tr("%1 has its first infinite entry").arg(quantity);
  case EventKind::NanOnset:
    return tr("%1 has its first NaN").arg(quantity);
  case EventKind::NormOverflow:
    return tr("the norm that clips is infinite though every entry is finite: clipping sets the "
              "gradient to zero");
  case EventKind::NormUnderflow:
    return tr("the norm that clips is zero though the gradient is not");
  case EventKind::ClipNonfinite:
    return tr("the gradient is no longer finite when it comes to be clipped");
  case EventKind::Saturation:
    return tr("a unit is saturated: its φ′ is exactly zero");
  }
  return {};
}

QString EventText::where(const Event& event) {
  if (event.t == 0) {
    return {};
  }
  if (event.phase == Phase::Forward) {
    return tr("at t = %1").arg(event.t);
  }
  //: t is the time step; s counts multiplications back from the last step; the value number is s+1
  return tr("at t = %1, %n step(s) back (value %2)", nullptr, event.stepsBack)
      .arg(event.t)
      .arg(event.stepsBack + 1);
}

QString EventText::sentence(const Event& event) {
  const QString place = where(event);
  const QString unit = event.element ? tr(", entry %1").arg(*event.element) : QString();
  const QString text = place.isEmpty() ? what(event) : what(event) + QStringLiteral(" ") + place;
  return QStringLiteral("%1: %2%3.").arg(precisionName(event), text, unit);
}

QString EventText::operation(const Cause& cause, const QString& sign) {
  return QStringLiteral("%1 %2 %3 = %4 %2 %5")
      .arg(prettyQuantity(cause.leftName), sign, prettyQuantity(cause.rightName),
           formatReading(cause.left), formatReading(cause.right));
}

QString EventText::alreadyWas(const std::string& name, double value) {
  return tr("%1 already was %2.").arg(prettyQuantity(name), formatReading(value));
}

/// The operation may be one of many: then the numbers of the sentence are those of the sum too, or
/// whoever multiplies would find it false.
QString EventText::productUnderflow(const Cause& cause, Precision precision) {
  const FormatLimits limits = limitsOf(precision);
  const QString product = operation(cause, QStringLiteral("×"));
  const double value = roundedTo(precision, cause.left * cause.right);
  if (value != cause.result) {
    return cause.result == 0
               ? tr("%1 = %2 is the largest term of a sum that rounds to zero.")
                     .arg(product, formatReading(value))
               : tr("%1 = %2 is the largest term of a sum. The sum is %3: below %4, the smallest "
                    "normal number.")
                     .arg(product, formatReading(value), formatReading(cause.result),
                          formatReading(limits.smallestNormal));
  }
  return cause.result == 0
             ? tr("%1 rounds to zero: it is at most half of %2, the smallest number there is.")
                   .arg(product, formatReading(limits.smallestSubnormal))
             : tr("%1 is below %2, the smallest normal number.")
                   .arg(product, formatReading(limits.smallestNormal));
}

QString EventText::inherited(const Cause& cause, Precision precision) {
  if (cause.leftName.empty()) {
    return tr("An operand already was %1.").arg(formatReading(cause.result));
  }
  if (cause.rightName.empty()) {
    return alreadyWas(cause.leftName, cause.left);
  }
  const QString which = std::isfinite(cause.right) ? alreadyWas(cause.leftName, cause.left)
                                                   : alreadyWas(cause.rightName, cause.right);
  // A threshold and a norm are compared, not multiplied.
  const double product = roundedTo(precision, cause.left * cause.right);
  const bool isProduct =
      product == cause.result || (std::isnan(product) && std::isnan(cause.result));
  return isProduct && cause.leftName != "threshold"
             ? operation(cause, QStringLiteral("×")) + QStringLiteral(": ") + which
             : which;
}

QString EventText::cause(const Event& event) {
  const Cause& cause = event.cause;
  const FormatLimits limits = limitsOf(event.precision);
  const QString times = QStringLiteral("×");
  switch (cause.kind) {
  case CauseKind::BelowThreshold:
  case CauseKind::AboveThreshold: {
    const int digits = digitsApart(cause.left, cause.right, readingDigits);
    return tr("The norm is %1, the threshold %2.")
        .arg(formatReading(cause.left, digits), formatReading(cause.right, digits));
  }
  case CauseKind::Given:
    return cause.leftName.empty() ? tr("It is so from the loss, the input or the weights on.")
                                  : alreadyWas(cause.leftName, cause.left);
  case CauseKind::ProductUnderflow:
    return productUnderflow(cause, event.precision);
  case CauseKind::ZeroFactor:
    return tr("%1: every product has a factor that is exactly zero.").arg(operation(cause, times));
  case CauseKind::ZeroDerivative:
    return tr("%1: φ′ is exactly zero in every unit that still had a gradient.")
        .arg(operation(cause, times));
  case CauseKind::Cancellation:
    return cause.left + cause.right == 0
               ? tr("%1 + %2 is exactly zero: the terms cancel.")
                     .arg(formatReading(cause.left), formatReading(cause.right))
               : tr("%1 is not zero, but the terms of the sum cancel exactly.")
                     .arg(operation(cause, times));
  case CauseKind::ProductOverflow:
    return tr("%1 is beyond %2, the largest number.")
        .arg(operation(cause, times), formatReading(limits.largest));
  case CauseKind::SumOverflow:
    return tr("The sum %1 + %2 is beyond %3, the largest number.")
        .arg(formatReading(cause.left), formatReading(cause.right), formatReading(limits.largest));
  case CauseKind::InfMinusInf:
    return tr("%1 + %2 (%3): opposite infinities have no sum.")
        .arg(formatReading(cause.left), formatReading(cause.right),
             cause.rightName == otherPartialSum ? tr("another partial sum")
                                                : prettyQuantity(cause.rightName));
  case CauseKind::ZeroTimesInf:
    return tr("%1: zero times infinity has no value.").arg(operation(cause, times));
  case CauseKind::InfOverInf:
    return tr("%1: infinity over infinity has no value.")
        .arg(operation(cause, QStringLiteral("÷")));
  case CauseKind::Inherited:
    if (event.kind == EventKind::ClipNonfinite && std::isnan(cause.right)) {
      return tr("The norm is NaN, and so is every entry that is multiplied by θ ÷ NaN.");
    }
    if (event.kind == EventKind::ClipNonfinite) {
      return tr("The norm is %1, so every entry is multiplied by %2.")
          .arg(formatReading(cause.right), formatReading(cause.result));
    }
    return inherited(cause, event.precision);
  case CauseKind::SquareOverflow:
    return std::isinf(roundedTo(event.precision, cause.left * cause.left))
               ? tr("The largest entry, %1, squared is beyond %2, the largest number.")
                     .arg(formatReading(cause.left), formatReading(limits.largest))
               : tr("The sum of the squares is beyond %2, the largest number; the largest entry is "
                    "%1.")
                     .arg(formatReading(cause.left), formatReading(limits.largest));
  case CauseKind::SquareUnderflow:
    return tr("The largest entry, %1, squared rounds to zero.").arg(formatReading(cause.left));
  case CauseKind::SaturatedUnit:
    return tr("%1 = %2 gives %3 = %4, where φ′ rounds to zero.")
        .arg(prettyQuantity(cause.leftName), formatReading(cause.left),
             prettyQuantity(cause.rightName), formatReading(cause.right));
  }
  return {};
}

} // namespace backflow
