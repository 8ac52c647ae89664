// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/cliff_text.h"

#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

struct CliffText {
  Q_DECLARE_TR_FUNCTIONS(CliffText)
};

/// Three digits are enough in a sentence that is read out.
QString inWords(double value) {
  return formatReading(QString::number(value, 'g', 3).toDouble());
}

/// A line must not end in the middle of a number or equation.
QString unbroken(QString text) {
  const QChar space(QChar::Nbsp);
  text.replace(QStringLiteral(" = "), QString(space) + QLatin1Char('=') + space);
  text.replace(QStringLiteral(" × "), QString(space) + QStringLiteral("×") + space);
  return text;
}

} // namespace

CliffJump longestJump(const std::vector<CliffStep>& steps, int updates) {
  CliffJump longest;
  for (std::size_t k = 1; k < steps.size(); ++k) {
    const CliffPoint from = steps[k - 1].point;
    const CliffPoint to = steps[k].point;
    const double length = std::hypot(to.w - from.w, to.b - from.b);
    if (length > longest.length) {
      longest = {static_cast<int>(k), length, steps[k - 1].slope.norm()};
    }
  }
  if (!steps.empty() && static_cast<int>(steps.size()) <= updates) {
    return {static_cast<int>(steps.size()), std::numeric_limits<double>::infinity(),
            steps.back().slope.norm()};
  }
  return longest;
}

QString cliffText(const CliffStudy& study) {
  const int updates = static_cast<int>(study.clipped.size()) - 1;
  const CliffJump free = longestJump(study.free, updates);
  const CliffJump clipped = longestJump(study.clipped, updates);
  const bool neverClipped =
      std::all_of(study.clipped.begin(), study.clipped.end(),
                  [](const CliffStep& step) { return step.coefficient == 1; });
  const QString threshold = formatReading(study.threshold);
  if (neverClipped) {
    return unbroken(
        CliffText::tr("No slope on the way is above θ = %1: with and without clipping the "
                      "descent is the same. No update moves farther than %2, and update %3 ends "
                      "at the error %4.")
            .arg(threshold, inWords(clipped.length))
            .arg(updates)
            .arg(inWords(study.clipped.back().slope.error)));
  }
  return unbroken(
      CliffText::tr("Without clipping, update %1 jumps %2 away: the slope there is %3. Clipped "
                    "at θ = %4, no update moves farther than %5. After %6 updates the error is "
                    "%7 without and %8 with clipping.")
          .arg(free.update)
          .arg(inWords(free.length), inWords(free.slope), threshold, inWords(clipped.length))
          .arg(updates)
          .arg(inWords(study.free.back().slope.error), inWords(study.clipped.back().slope.error)));
}

} // namespace backflow
