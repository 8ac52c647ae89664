// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QString>

class QCustomPlot;

namespace backflow {

/// Lets a click on an entry of a plot's legend hide its curve or bring it back: tells which was
/// clicked, by the plottable's object name.
class LegendToggle : public QObject {
  Q_OBJECT

 public:
  /// Has to be made before others listen to the plot's mouse, so that they can ask isPressed().
  explicit LegendToggle(QCustomPlot& plot);

  /// Whether the mouse button went down on an entry and is still down.
  bool isPressed() const { return !m_pressed.isEmpty(); }
  /// What the pointer says over every entry.
  void setHint(const QString& hint) { m_hint = hint; }
  /// What it says before that, by the plottable's object name.
  void setDetails(const QHash<QString, QString>& details) { m_details = details; }
  /// Where the entry of a plottable stands; nothing if it has none.
  QRect placeOf(const QString& name) const;

 signals:
  void clicked(const QString& name);

 private:
  QString entryAt(const QPoint& place) const;
  void showHover(const QPoint& place);

  QCustomPlot& m_plot;
  QString m_pressed;
  QString m_hint;
  QHash<QString, QString> m_details;
  QString m_over; ///< the entry under the pointer
};

} // namespace backflow
