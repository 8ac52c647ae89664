// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <QString>

#include <vector>

namespace backflow {

/// A critical value on a slider.
struct SliderMark {
  double position; ///< in the slider's units
  QString label;
  bool operator==(const SliderMark&) const = default;
};

/// A horizontal slider with critical values marked below its groove. It draws and handles itself,
/// so that groove, handle and marks agree in every style.
class MarkedSlider : public QSlider {
  Q_OBJECT

 public:
  enum class Size { Compact, Prominent };
  /// Whether there is room for marks below the groove.
  enum class Marks { None, Below };

  MarkedSlider(Size size, Marks marks, QWidget* parent = nullptr);

  void setMarks(std::vector<SliderMark> marks);

  /// As the keys do.
  void step(int steps) { emit stepRequested(steps); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void doubleClicked();
  void stepRequested(int steps);
  /// What comes next is another step of undo.
  void editEnded();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  double radius() const;
  double xOf(double position) const;
  double centreY() const;
  int markHeight() const;
  void drawMarks(QPainter& painter) const;

  Size m_size;
  Marks m_marksPlace;
  std::vector<SliderMark> m_marks;
  double m_grip = 0; ///< from the handle's centre to where the mouse took it
  int m_wheelAngle = 0;
};

} // namespace backflow
