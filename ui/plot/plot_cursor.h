// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/ink_map.h"
#include "ui/plot/theme.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <optional>
#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace backflow {

/// The time cursor of one plot, with the values there. It has a buffer of its own: moving it
/// repaints nothing else.
class PlotCursor {
 public:
  explicit PlotCursor(QCustomPlot& plot);

  void setTheme(const Theme& theme);
  void setVisible(bool visible);
  void moveTo(int t, const QStringList& values);
  /// What had better stay in sight, in pixels.
  struct InSight {
    std::vector<QRectF> labels;
    std::vector<QLineF> leaders;    ///< from marks to their labels
    const InkMap* ink = nullptr;    ///< curves and other lines
    const InkMap* curves = nullptr; ///< of these, those that the plot is about
    std::vector<QPointF> marks;
    double markRadius = 0;
    std::vector<QRectF> edgeWords; ///< they may give way to the values
  };
  /// Puts the values where they cover least: into a corner if that is as good, where they rest
  /// while the cursor moves; in fewer lines where they have no room one below the other. They stay
  /// where they stand if another place is not clearly better. Returns where that is.
  QRectF placeText(const InSight& inSight);
  /// The next reading is of another picture: it goes where it is placed best.
  void forgetPlace() { m_stood.reset(); }
  /// Where they would cover clearly less if no labels were in the way.
  std::optional<QRectF> wishedPlace(const InSight& inSight) const;
  /// What its line covers, in pixels.
  QRectF lineBox() const;
  void replot();

 private:
  /// One of those that are tried.
  struct Choice {
    qsizetype inALine; ///< values
    bool besideLine;   ///< of the cursor
    double across;     ///< 0 at the left; beside the line, 0 or 1
    double down;       ///< 0 at the top
    bool operator==(const Choice&) const = default;
  };
  struct Place {
    QRectF box;
    double cost;
    Choice choice;
  };
  bool isInSight() const;
  QSizeF sizeOf(const QString& text) const;
  QString inLinesOf(qsizetype count) const;
  qsizetype leastInALine(const QRectF& area) const;
  static double costOf(const QRectF& box, const InSight& inSight);
  double habitOf(const Choice& choice) const;
  Place bestPlace(const InSight& inSight) const;
  Place bestPlace(const QSizeF& size, qsizetype inALine, const InSight& inSight) const;

  QCustomPlot& m_plot;
  QCPItemStraightLine* m_line;
  QCPItemText* m_text;
  QStringList m_values;
  std::optional<Choice> m_stood; ///< where the values stood last
  int m_time = 1;
};

} // namespace backflow
