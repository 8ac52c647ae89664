// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/time_bar.h"

#include "ui/text/event_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QWheelEvent>

namespace backflow {

namespace {

/// The wheel moves it only where it has the focus.
class CursorSlider : public QSlider {
 public:
  CursorSlider() : QSlider(Qt::Horizontal) { setFocusPolicy(Qt::StrongFocus); }

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus()) {
      QSlider::wheelEvent(event);
    } else {
      event->ignore();
    }
  }
};

} // namespace

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_back(new QToolButton), m_forth(new QToolButton),
      m_slider(new CursorSlider), m_reading(new QLabel) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 2, 8, 4);
  layout->setSpacing(6);
  m_slider->setObjectName(QStringLiteral("timeSlider"));
  m_slider->setRange(1, 1);
  m_back->setArrowType(Qt::LeftArrow);
  m_forth->setArrowType(Qt::RightArrow);
  for (QToolButton* button : {m_back, m_forth}) {
    button->setAutoRaise(true);
    button->setAutoRepeat(true);
  }
  m_reading->setObjectName(QStringLiteral("timeReading"));
  m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layout->addWidget(m_name);
  layout->addWidget(m_back);
  layout->addWidget(m_slider, 1);
  layout->addWidget(m_forth);
  layout->addWidget(m_reading);
  connect(m_back, &QToolButton::clicked, this, [this] { setTime(time() - 1); });
  connect(m_forth, &QToolButton::clicked, this, [this] { setTime(time() + 1); });
  connect(m_slider, &QSlider::valueChanged, this, [this](int t) {
    refresh();
    emit timeChanged(t);
  });
  refresh();
}

void TimeBar::showTrace(std::shared_ptr<const Trace> trace) {
  const bool atEnd = m_slider->value() == m_slider->maximum();
  m_trace = std::move(trace);
  if (m_trace) {
    const int horizon = m_trace->scenario.unroll.horizon;
    m_slider->setRange(1, horizon);
    m_slider->setPageStep(std::max(1, horizon / 10));
    if (atEnd) {
      m_slider->setValue(horizon);
    }
  }
  refresh();
}

int TimeBar::time() const {
  return m_slider->value();
}

void TimeBar::setTime(int t) {
  m_slider->setValue(t);
}

void TimeBar::refresh() {
  m_name->setText(tr("Time cursor"));
  m_back->setToolTip(tr("One step back in time, towards t = 1"));
  m_forth->setToolTip(tr("One step on in time, towards the loss"));
  m_back->setAccessibleName(m_back->toolTip());
  m_forth->setAccessibleName(m_forth->toolTip());
  m_slider->setAccessibleName(tr("Time cursor, time step t"));
  if (!m_trace) {
    m_reading->clear();
    return;
  }
  const int t = time();
  const int back = m_slider->maximum() - t;
  m_reading->setText(tr("t = %1, %n step(s) back (value %2)", nullptr, back).arg(t).arg(back + 1));
  // The widest text that this horizon can give, so that nothing moves as the cursor does.
  const int horizon = m_slider->maximum();
  const QString widest =
      tr("t = %1, %n step(s) back (value %2)", nullptr, horizon).arg(horizon).arg(horizon);
  m_reading->setMinimumWidth(m_reading->fontMetrics().horizontalAdvance(widest) + 4);
}

void TimeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    refresh();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
