// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QSizeF>
#include <QString>

namespace backflow {

/// The words of a label in a plot of some size: "float32: NaN, s = 64 (value 65). Why that is so."
/// Where there is no room for them all, the reasons give way, then the brackets, then the step,
/// which stands at the marker.
class LabelWords {
 public:
  LabelWords(const QFontMetricsF& metrics, const QSizeF& plot) : m_metrics(metrics), m_plot(plot) {}

  /// In pixels, with what is free around them.
  QSizeF sizeOf(const QString& words) const;
  QString fitting(const QString& words) const;
  /// Without the reasons, whether or not there is room for them.
  QString brief(const QString& words) const;
  /// What stands before the colon if no more is as narrow as that; empty if that is not.
  QString within(double width, const QString& words) const;

  /// What the same label says whatever the numbers of the moment are.
  static QString withoutNumbers(const QString& words);

 private:
  QString narrowed(QString words) const;

  QFontMetricsF m_metrics;
  QSizeF m_plot;
};

} // namespace backflow
