// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hints.h"

#include "ui/panel/appearance.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

constexpr int pointer = 14; ///< length of the pointer, all around the box
constexpr int widthInLetters = 44;

/// Black on yellow, as in the margin of a book, whatever the theme.
const QColor paper(0xff, 0xf3, 0xc4);
const QColor ink(0x22, 0x22, 0x22);
const QColor edge(0xc9, 0xa2, 0x27);

} // namespace

Hints::Hints(QWidget* window)
    : QWidget(window), m_text(new QLabel), m_number(new QLabel), m_next(new QPushButton),
      m_close(new QToolButton) {
  setObjectName(QStringLiteral("hints"));
  QPalette colors(paper);
  colors.setColor(QPalette::WindowText, ink);
  setPalette(colors);
  auto* column = new QVBoxLayout(this);
  const int margin = pointer + wideGap;
  column->setContentsMargins(margin, margin, margin, margin);
  auto* top = new QHBoxLayout;
  m_text->setObjectName(QStringLiteral("hintText"));
  m_text->setWordWrap(true);
  m_text->setFixedWidth(m_text->fontMetrics().averageCharWidth() * widthInLetters);
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  top->addWidget(m_text, 1);
  top->addWidget(m_close, 0, Qt::AlignTop);
  auto* bottom = new QHBoxLayout;
  m_next->setObjectName(QStringLiteral("hintNext"));
  bottom->addWidget(m_number, 1);
  bottom->addWidget(m_next);
  column->addLayout(top);
  column->addLayout(bottom);
  connect(m_next, &QPushButton::clicked, this, &Hints::goOn);
  connect(m_close, &QToolButton::clicked, this, &Hints::finish);
  window->installEventFilter(this);
  setWords();
  hide();
}

void Hints::start() {
  m_current = 0;
  showCurrent();
}

void Hints::goOn() {
  if (m_current + 1 == count) {
    finish();
    return;
  }
  ++m_current;
  showCurrent();
}

void Hints::finish() {
  hide();
  emit finished();
}

QString Hints::words() const {
  switch (m_current) {
  case 0:
    if (!m_isGainUsed()) {
      return tr("Here is the recurrence gain; it moves the curve, the norm of the gradient on its "
                "way back from the loss. This scenario gives its weights, so it is not used: "
                "another one under “Scenarios” lets you drag it.");
    }
    return tr("Drag the recurrence gain and watch the curve: it is the norm of the gradient on its "
              "way back from the loss, from right to left. It fades, holds or grows.");
  case 1:
    return tr(
        "Markers say where the gradient has vanished or exploded, and where float32 can hold it no "
        "longer: it becomes subnormal, then exactly 0, or ∞. float64 goes on further. “What "
        "happened” says where and why; a click there moves the time cursor.");
  default:
    return tr(
        "Eleven exercises are here: predict, run, and see why. F11 is the view for a projector, F1 "
        "lists all keys.");
  }
}

void Hints::setWords() {
  m_text->setText(words());
  m_number->setText(tr("%1 of %2").arg(m_current + 1).arg(count));
  m_next->setText(m_current + 1 == count ? tr("Got it") : tr("Next"));
  m_close->setToolTip(tr("Close the hints; the Help menu brings them back"));
  m_close->setAccessibleName(tr("Close the hints"));
}

void Hints::showCurrent() {
  setWords();
  show();
  raise();
  place();
}

void Hints::place() {
  const Target& target = m_targets[static_cast<std::size_t>(m_current)];
  if (!target) {
    return;
  }
  m_text->setMinimumHeight(0);
  m_text->setMaximumHeight(QWIDGETSIZE_MAX);
  m_text->setFixedHeight(m_text->heightForWidth(m_text->width()));
  layout()->invalidate();
  layout()->activate();
  adjustSize();
  const QWidget* window = parentWidget();
  const QRect about = target();
  // Under what it is about, never over the plot that it bids to watch: that has it at its lower
  // edge.
  const bool isPlot = about.width() > window->width() / 3;
  const QPoint tip = isPlot ? QPoint(about.left() + about.width() / 3, about.bottom() - pointer)
                            : QPoint(about.center().x(), about.bottom());
  QPoint corner = tip + QPoint(-width() / 2, 0);
  corner.setX(std::clamp(corner.x(), 0, std::max(0, window->width() - width())));
  corner.setY(std::clamp(corner.y(), 0, std::max(0, window->height() - height())));
  move(corner);
  m_tip = tip - corner;
  update();
}

void Hints::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(pointer, pointer, -pointer, -pointer);
  QPainterPath path;
  path.addRoundedRect(box, 6, 6);
  // The pointer grows out of the box's nearest edge.
  const QPointF from(std::clamp(m_tip.x(), box.left() + pointer, box.right() - pointer),
                     std::clamp(m_tip.y(), box.top() + pointer, box.bottom() - pointer));
  const bool sideways = m_tip.x() <= box.left() || m_tip.x() >= box.right();
  const QPointF half = sideways ? QPointF(0, pointer * 0.7) : QPointF(pointer * 0.7, 0);
  QPainterPath beak;
  beak.moveTo(from - half);
  beak.lineTo(m_tip);
  beak.lineTo(from + half);
  beak.closeSubpath();
  painter.setPen(QPen(edge, 1.2));
  painter.setBrush(paper);
  painter.drawPath(path.united(beak));
}

void Hints::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && isVisible()) {
    showCurrent();
  }
  QWidget::changeEvent(event);
}

bool Hints::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible()) {
    place();
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace backflow
