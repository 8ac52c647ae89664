// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"
#include "ui/plot/unroll_drawing.h"

#include <QPixmap>

#include <memory>
#include <vector>

namespace backflow {

/// The unrolled network as a drawing: its nodes have the colour of ‖∂L/∂h_t‖, and the gradient
/// travels back from the loss to the time cursor. As many steps as can be read stand around the
/// cursor, and all T in a strip below. A press in either moves the cursor.
class UnrollView : public PlotView {
  Q_OBJECT

 public:
  explicit UnrollView(QWidget* parent = nullptr);

  void setFindings(const Findings& findings) override;
  void setTimeCursor(int t) override;
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  void setPlaying(bool playing) override;
  void setPictureSize(const QSize& size) override;
  void paintPicture(QPaintDevice& device, const QSizeF& extent) override;

  const UnrollPicture& picture() const { return m_picture; }
  const UnrollLayout& drawnLayout() const { return m_drawing.layout(); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Drag { None, Detail, Strips };

  UnrollWords words() const;
  QString reading(const UnrollRow& row) const;
  /// Everything anew, when next it is looked at.
  void invalidate();
  void arrange();
  void refreshPicture();
  void paintStill(QPainter& painter) const;
  void paintMoving(QPainter& painter) const;
  void point(const QPointF& position);

  Theme m_theme;
  std::shared_ptr<const Trace> m_trace;
  UnrollPicture m_picture;
  UnrollDrawing m_drawing;
  std::vector<UnrollStrip> m_strips;
  QPixmap m_still; ///< what does not move with the cursor; null: to be painted
  double m_decades = 4;
  int m_time = 1;
  bool m_isArranged = false;
  bool m_playing = false;
  bool m_captionShown = false;
  Drag m_drag = Drag::None;
};

} // namespace backflow
