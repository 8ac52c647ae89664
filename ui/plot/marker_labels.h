// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/label_layout.h"
#include "ui/plot/label_words.h"
#include "ui/plot/theme.h"
#include "ui/plot/time_stretch.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <map>
#include <optional>
#include <vector>

class QCPAbstractItem;
class QCustomPlot;

namespace backflow {

/// Words beside points of a plot, each with a thin line to its point: the lines on the layer
/// "marks", the words over all lines on "labels". Both layers are made here.
class MarkerLabels {
 public:
  enum class Leader { Line, None };
  /// Where there is no room for all, those go first whose words are extra; of equal ones the last.
  enum class Rank { Needed, Extra };

  explicit MarkerLabels(QCustomPlot& plot);

  /// What is added after it stands as the same words stood before, whatever their numbers.
  void clear();
  /// What is added next is placed as if nothing had stood before.
  void forgetPlaces() { m_stood.clear(); }
  /// Words on all of a stretch of steps, at a height of the plot: they stand at the middle of what
  /// is in sight of it, and nowhere if nothing is.
  void add(const QString& text, const QColor& color, const Theme& theme, const TimeStretch& steps,
           double height, Leader leader);
  /// The same; where the stretch is narrower than they are, what stands after their colon gives
  /// way, then all of them: beside it they would say what is not so.
  void addWithin(const TimeStretch& steps, const QString& text, const QColor& color,
                 const Theme& theme, double height);
  /// Words on one step. Returns their number for move().
  std::size_t add(const QString& text, const QColor& color, const Theme& theme, QPointF point,
                  Leader leader, Rank rank = Rank::Needed);
  /// To another step and height, before place().
  void move(std::size_t label, QPointF point);
  /// Puts the labels where there is room, and hides those that have none: on other words they would
  /// say less than their marks. Of what surrounds them the area is set here.
  void place(const Theme& theme, LabelSurroundings surroundings);
  /// Where those stand that are shown, in pixels.
  const std::vector<QRectF>& places() const { return m_places; }
  /// The lines to their points.
  std::vector<QLineF> leaders() const;

 private:
  struct Label {
    TimeStretch steps; ///< in the plot's coordinates, as the height
    double height;
    QString words; ///< in full
    QCPAbstractItem* text;
    QCPAbstractItem* leader;
    bool staysWithin = false; ///< the stretch
    Rank rank = Rank::Needed;
    QString name{}; ///< the words without numbers: the same label in the next picture
  };
  /// Where a label stands from its point.
  struct Offset {
    bool isLeft;  ///< the label's middle, of the point
    bool isAbove; ///< likewise
    QPointF toEdges;
  };

  /// A label that may be shown.
  struct Candidate {
    const Label* label;
    QString words; ///< in this plot
    LabelRequest request;
  };

  std::optional<Candidate> candidateOf(const Label& label, const LabelWords& labelWords,
                                       const QRectF& area) const;
  std::vector<Candidate> candidates(const LabelWords& labelWords, const QRectF& area) const;
  void shortenWhatHides(std::vector<Candidate>& candidates, const LabelWords& labelWords,
                        const LabelSurroundings& surroundings) const;
  void show(const std::vector<Candidate>& candidates, const std::vector<QRectF>& places);
  static void setVisible(const Label& label, bool visible);
  static Offset offsetOf(const QRectF& place, const QPointF& anchor);
  static QRectF placeAt(const Offset& offset, const QPointF& anchor, const QSizeF& size);
  LabelRequest requestFor(const Label& label, const QPointF& anchor, const QSizeF& size) const;
  QString nameOf(const QString& words);

  QCustomPlot& m_plot;
  std::vector<Label> m_labels;
  std::map<QString, int> m_alike;    ///< how many labels have those words, without numbers
  std::map<QString, Offset> m_stood; ///< where labels stood last, by their names
  std::vector<QRectF> m_places;
};

} // namespace backflow
