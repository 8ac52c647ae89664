// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/time_bar.h"

#include "ui/text/event_text.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSlider>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

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
using namespace std::chrono_literals;

constexpr int leastTrackInLines = 8;
constexpr int shortestTrackInLines = 4; ///< where even the reading has given way
constexpr auto slowPass = 16s;
constexpr auto normalPass = 8s;
constexpr auto fastPass = 4s;
/// No screen shows more than 60 pictures a second.
constexpr auto tick = 17ms;

/// To the left, as the gradient goes; round, to be told from the arrow of a single step.
QIcon playIcon(const QPalette& palette, bool playing) {
  constexpr int size = 64;
  QIcon icon;
  for (const auto mode : {QIcon::Normal, QIcon::Disabled}) {
    const auto group = mode == QIcon::Normal ? QPalette::Active : QPalette::Disabled;
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(group, QPalette::ButtonText));
    painter.drawEllipse(2, 2, size - 4, size - 4);
    painter.setBrush(palette.color(group, QPalette::Button));
    if (playing) {
      painter.drawRect(21, 18, 8, 28);
      painter.drawRect(35, 18, 8, 28);
    } else {
      painter.drawPolygon(QPolygon({{16, 32}, {42, 16}, {42, 48}}));
    }
    painter.end();
    icon.addPixmap(pixmap, mode);
  }
  return icon;
}

} // namespace

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_play(new QToolButton), m_speeds(new QMenu(this)),
      m_back(new QToolButton), m_forth(new QToolButton), m_slider(new CursorSlider),
      m_reading(new QLabel), m_duration(normalPass) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 2, 8, 4);
  layout->setSpacing(6);
  // A click beside the controls gives the bar the keyboard, and Space plays.
  setFocusPolicy(Qt::ClickFocus);
  m_slider->setObjectName(QStringLiteral("timeSlider"));
  m_slider->setRange(1, 1);
  m_back->setObjectName(QStringLiteral("timeBack"));
  m_forth->setObjectName(QStringLiteral("timeForth"));
  m_back->setArrowType(Qt::LeftArrow);
  m_forth->setArrowType(Qt::RightArrow);
  for (QToolButton* button : {m_back, m_forth}) {
    button->setAutoRaise(true);
    button->setAutoRepeat(true);
  }
  makePlayButton();
  m_reading->setObjectName(QStringLiteral("timeReading"));
  m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layout->addWidget(m_name);
  layout->addWidget(m_play);
  layout->addWidget(m_back);
  layout->addWidget(m_slider, 1);
  layout->addWidget(m_forth);
  layout->addWidget(m_reading);
  connect(m_back, &QToolButton::clicked, this, [this] { setTime(time() - 1); });
  connect(m_forth, &QToolButton::clicked, this, [this] { setTime(time() + 1); });
  connect(m_slider, &QSlider::sliderPressed, this, &TimeBar::pause);
  connect(m_slider, &QSlider::valueChanged, this, [this](int t) {
    if (!m_movesItself) {
      pause();
    }
    refresh();
    emit timeChanged(t);
  });
  m_ticks.setTimerType(Qt::PreciseTimer);
  m_ticks.setInterval(tick);
  connect(&m_ticks, &QTimer::timeout, this, &TimeBar::advance);
  retranslate();
}

void TimeBar::makePlayButton() {
  m_play->setObjectName(QStringLiteral("playBackward"));
  m_play->setAutoRaise(true);
  m_play->setPopupMode(QToolButton::MenuButtonPopup);
  m_play->setMenu(m_speeds);
  m_speeds->setObjectName(QStringLiteral("playSpeeds"));
  auto* group = new QActionGroup(this);
  const auto speed = [&](QAction*& action, const char* name, std::chrono::milliseconds duration) {
    action = m_speeds->addAction(QString());
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    action->setChecked(duration == m_duration);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, duration] { setPassDuration(duration); });
  };
  speed(m_slow, "playSlow", slowPass);
  speed(m_normal, "playNormal", normalPass);
  speed(m_fast, "playFast", fastPass);
  connect(m_play, &QToolButton::clicked, this, &TimeBar::togglePlaying);
}

void TimeBar::showTrace(std::shared_ptr<const Trace> trace) {
  if (m_slider->maximum() > 1) { // the only step of a run says nothing
    m_followsEnd = m_slider->value() == m_slider->maximum();
  }
  m_trace = std::move(trace);
  if (m_trace) {
    const QScopedValueRollback<bool> byItself(m_movesItself, true);
    const int horizon = m_trace->scenario.unroll.horizon;
    const bool hasOtherLength = horizon != m_slider->maximum();
    m_slider->setRange(1, horizon);
    m_slider->setPageStep(std::max(1, horizon / 10));
    if (m_followsEnd) {
      m_slider->setValue(horizon);
    }
    if (m_playing && hasOtherLength) {
      startClock();
    }
  }
  m_play->setEnabled(m_slider->maximum() > 1);
  refresh();
}

int TimeBar::time() const {
  return m_slider->value();
}

void TimeBar::setTime(int t) {
  pause();
  m_slider->setValue(t);
}

void TimeBar::moveTo(int t) {
  const QScopedValueRollback<bool> byItself(m_movesItself, true);
  m_slider->setValue(t);
}

void TimeBar::play() {
  if (m_playing || m_slider->maximum() == 1) {
    return;
  }
  m_playing = true;
  refreshPlayButton();
  // First the views make ready, then the cursor jumps.
  emit playingChanged(true);
  if (time() == 1) {
    moveTo(m_slider->maximum());
  }
  startClock();
  m_ticks.start();
}

void TimeBar::pause() {
  if (!m_playing) {
    return;
  }
  m_playing = false;
  m_ticks.stop();
  refreshPlayButton();
  emit playingChanged(false);
}

void TimeBar::setPassDuration(std::chrono::milliseconds duration) {
  m_duration = duration;
  startClock();
}

/// The way goes on from here.
void TimeBar::startClock() {
  m_startedAt = time();
  m_clock.start();
}

void TimeBar::advance() {
  const double share =
      static_cast<double>(m_clock.elapsed()) / static_cast<double>(m_duration.count());
  const int steps = m_slider->maximum() - 1;
  moveTo(std::max(1, m_startedAt - static_cast<int>(std::min(1.0, share) * steps)));
  if (time() == 1) {
    pause();
  }
}

void TimeBar::refreshPlayButton() {
  m_play->setIcon(playIcon(palette(), m_playing));
  m_play->setEnabled(m_slider->maximum() > 1);
  const QString words = m_playing ? tr("Pause the backward pass (Space)")
                                  : tr("Play the backward pass, from the loss to t = 1 (Space)");
  m_play->setToolTip(words);
  m_play->setAccessibleName(words);
}

void TimeBar::togglePlaying() {
  if (m_playing) {
    pause();
  } else {
    play();
  }
}

void TimeBar::retranslate() {
  m_name->setText(tr("Time cursor"));
  m_back->setToolTip(tr("One step back in time, towards t = 1"));
  m_forth->setToolTip(tr("One step on in time, towards the loss"));
  m_back->setAccessibleName(m_back->toolTip());
  m_forth->setAccessibleName(m_forth->toolTip());
  m_slow->setText(tr("Slow: %1 s").arg(std::chrono::seconds(slowPass).count()));
  m_normal->setText(tr("Normal: %1 s").arg(std::chrono::seconds(normalPass).count()));
  m_fast->setText(tr("Fast: %1 s").arg(std::chrono::seconds(fastPass).count()));
  m_slider->setAccessibleName(tr("Time cursor, time step t"));
  refreshPlayButton();
  refresh();
}

void TimeBar::refresh() {
  if (!m_trace) {
    m_reading->clear();
    return;
  }
  fitReading();
}

/// Of the buttons and the gaps.
int TimeBar::widthBesideTrack() const {
  const QMargins margins = layout()->contentsMargins();
  return margins.left() + margins.right() + 5 * layout()->spacing() + m_play->sizeHint().width() +
         m_back->sizeHint().width() + m_forth->sizeHint().width();
}

/// Whatever words there are just now: they give way.
QSize TimeBar::minimumSizeHint() const {
  return {widthBesideTrack() + shortestTrackInLines * fontMetrics().height(),
          QWidget::minimumSizeHint().height()};
}

/// The slider can be taken hold of in a narrow bar too: first the words on the cursor give way,
/// then its name, at last its place, which the plots have.
void TimeBar::fitReading() {
  if (!m_trace) {
    return;
  }
  const auto whole = [](int t, int back) {
    return tr("t = %1, %n step(s) back (value %2)", nullptr, back).arg(t).arg(back + 1);
  };
  const auto brief = [](int t, int back) {
    return tr("t = %1, s = %2").arg(t).arg(back);
  };
  const int t = time();
  const int horizon = m_slider->maximum();
  // The widest text that this horizon can give, so that nothing moves as the cursor does.
  const QFontMetrics metrics = m_reading->fontMetrics();
  const int wholeWidth =
      metrics.horizontalAdvance(
          tr("t = %1, %n step(s) back (value %2)", nullptr, horizon).arg(horizon).arg(horizon)) +
      4;
  const int briefWidth = metrics.horizontalAdvance(brief(horizon, horizon)) + 4;
  const int name = m_name->sizeHint().width();
  const int room = width() - widthBesideTrack() - leastTrackInLines * metrics.height();
  const bool isAnywhere =
      width() >= widthBesideTrack() + shortestTrackInLines * metrics.height() + briefWidth;
  const bool isWhole = name + wholeWidth <= room;
  m_name->setVisible(isWhole || name + briefWidth <= room);
  m_reading->setVisible(isAnywhere);
  m_reading->setText(isWhole ? whole(t, horizon - t) : brief(t, horizon - t));
  m_reading->setMinimumWidth(isWhole ? wholeWidth : briefWidth);
}

void TimeBar::resizeEvent(QResizeEvent* event) {
  fitReading();
  QWidget::resizeEvent(event);
}

void TimeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::PaletteChange) {
    refreshPlayButton();
  } else if (event->type() == QEvent::FontChange) {
    refresh(); // the room that is kept for the reading is as wide as its type
  }
  QWidget::changeEvent(event);
}

void TimeBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space) {
    m_play->click();
    return;
  }
  QWidget::keyPressEvent(event);
}

} // namespace backflow
