// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/marked_slider.h"

#include "ui/panel/appearance.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int tickLength = 4;
constexpr int wheelNotch = 120;
constexpr int pageSteps = 10;

} // namespace

MarkedSlider::MarkedSlider(Size size, Marks marks, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_size(size), m_marksPlace(marks) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarkedSlider::setMarks(std::vector<SliderMark> marks) {
  if (marks != m_marks) {
    m_marks = std::move(marks);
    update();
  }
}

double MarkedSlider::radius() const {
  const double share = m_size == Size::Prominent ? 0.65 : 0.42;
  return std::round(fontMetrics().height() * share);
}

int MarkedSlider::markHeight() const {
  if (m_marksPlace == Marks::None) {
    return 0;
  }
  return QFontMetrics(captionFont(font())).height() - 1;
}

QSize MarkedSlider::sizeHint() const {
  return {fontMetrics().height() * 8, static_cast<int>(2 * radius()) + 6 + markHeight()};
}

QSize MarkedSlider::minimumSizeHint() const {
  return {fontMetrics().height() * 3, sizeHint().height()};
}

double MarkedSlider::xOf(double position) const {
  const double margin = radius() + 2;
  const double share =
      maximum() > minimum() ? (position - minimum()) / (maximum() - minimum()) : 0.0;
  return margin + share * (width() - 2 * margin);
}

double MarkedSlider::centreY() const {
  return (height() - markHeight()) / 2.0;
}

void MarkedSlider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double thickness = m_size == Size::Prominent ? 8 : 4;
  const double x = xOf(sliderPosition());
  const double y = centreY();
  const QColor groove = lineColor(palette(), 0.22);
  const QColor active = isEnabled() ? palette().color(QPalette::Active, QPalette::Highlight)
                                    : lineColor(palette(), 0.35);
  painter.setPen(Qt::NoPen);
  const auto drawGroove = [&](double from, double to, const QColor& color) {
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(from, y - thickness / 2, to - from, thickness), thickness / 2,
                            thickness / 2);
  };
  drawGroove(2, width() - 2, groove);
  drawGroove(2, x, active);
  drawMarks(painter);

  const double r = radius();
  const bool lively = isEnabled() && (underMouse() || isSliderDown());
  if (hasFocus()) {
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
  } else {
    painter.setPen(QPen(palette().color(QPalette::Window), 1.5));
  }
  painter.setBrush(lively ? active.lighter(115) : active);
  painter.drawEllipse(QPointF(x, y), r, r);
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().color(QPalette::Window));
  painter.drawEllipse(QPointF(x, y), r * 0.35, r * 0.35);
}

void MarkedSlider::drawMarks(QPainter& painter) const {
  painter.setFont(captionFont(font()));
  const QFontMetricsF metrics(painter.font());
  const double below = centreY() + radius();
  for (const SliderMark& mark : m_marks) {
    const double x = std::round(xOf(mark.position)) + 0.5;
    const QColor color = isEnabled() ? quietTextColor(palette()) : lineColor(palette(), 0.45);
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QPointF(x, below - radius() + 4), QPointF(x, below + tickLength - 1));
    const double labelWidth = metrics.horizontalAdvance(mark.label);
    const double left = std::clamp(x - labelWidth / 2, 0.0, std::max(0.0, width() - labelWidth));
    painter.drawText(QPointF(left, height() - metrics.descent()), mark.label);
  }
  painter.setPen(Qt::NoPen);
}

void MarkedSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  const double offset = event->position().x() - xOf(sliderPosition());
  const bool onHandle = std::abs(offset) <= radius();
  m_grip = onHandle ? offset : 0;
  setSliderDown(true);
  if (!onHandle) {
    mouseMoveEvent(event);
  }
}

void MarkedSlider::mouseMoveEvent(QMouseEvent* event) {
  if (!isSliderDown()) {
    return;
  }
  const double margin = radius() + 2;
  const double room = std::max(1.0, width() - 2 * margin);
  const double share = std::clamp((event->position().x() - m_grip - margin) / room, 0.0, 1.0);
  setSliderPosition(minimum() + static_cast<int>(std::lround(share * (maximum() - minimum()))));
}

void MarkedSlider::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && isSliderDown()) {
    setSliderDown(false);
    update();
    emit editEnded();
  }
}

void MarkedSlider::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) {
    emit doubleClicked();
  }
}

void MarkedSlider::wheelEvent(QWheelEvent* event) {
  if (!hasFocus()) {
    event->ignore();
    return;
  }
  event->accept();
  m_wheelAngle += event->angleDelta().y();
  if (const int steps = m_wheelAngle / wheelNotch; steps != 0) {
    m_wheelAngle -= steps * wheelNotch;
    emit stepRequested(steps);
  }
}

void MarkedSlider::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Down:
    emit stepRequested(-1);
    break;
  case Qt::Key_Right:
  case Qt::Key_Up:
    emit stepRequested(1);
    break;
  case Qt::Key_PageDown:
    emit stepRequested(-pageSteps);
    break;
  case Qt::Key_PageUp:
    emit stepRequested(pageSteps);
    break;
  default:
    QSlider::keyPressEvent(event);
  }
}

void MarkedSlider::keyReleaseEvent(QKeyEvent* event) {
  if (!event->isAutoRepeat()) {
    emit editEnded();
  }
  QSlider::keyReleaseEvent(event);
}

void MarkedSlider::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
  }
  QSlider::changeEvent(event);
}

void MarkedSlider::enterEvent(QEnterEvent* event) {
  update();
  QSlider::enterEvent(event);
}

void MarkedSlider::leaveEvent(QEvent* event) {
  update();
  QSlider::leaveEvent(event);
}

} // namespace backflow
