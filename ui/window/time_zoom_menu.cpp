// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/time_zoom_menu.h"

#include <QEvent>

namespace backflow {

namespace {

constexpr double zoomOfKey = 0.5;

} // namespace

TimeZoomMenu::TimeZoomMenu(QWidget* parent)
    : QMenu(parent), m_nearer(addAction(QString())), m_farther(addAction(QString())),
      m_all(addAction(QString())) {
  setObjectName(QStringLiteral("timeZoom"));
  m_nearer->setObjectName(QStringLiteral("zoomIn"));
  m_farther->setObjectName(QStringLiteral("zoomOut"));
  m_all->setObjectName(QStringLiteral("allSteps"));
  // Where + needs ⇧, the key without it does as well.
  m_nearer->setShortcuts(
      {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
  m_farther->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
  m_all->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
  connect(m_nearer, &QAction::triggered, this, [this] { zoom(zoomOfKey); });
  connect(m_farther, &QAction::triggered, this, [this] { zoom(1 / zoomOfKey); });
  connect(m_all, &QAction::triggered, this, [this] { setStretch(wholeStretch(m_horizon)); });
  retranslate();
}

void TimeZoomMenu::setStretch(const TimeStretch& stretch) {
  const TimeStretch possible = moved(stretch, m_horizon, 0);
  if (possible != m_stretch) {
    m_stretch = possible;
    emit stretchChanged(m_stretch);
  }
}

void TimeZoomMenu::setHorizon(int horizon, const Scenario& opened) {
  if (horizon != m_horizon || opened != m_opened) {
    m_horizon = horizon;
    m_opened = opened;
    setStretch(wholeStretch(horizon));
  }
}

void TimeZoomMenu::setTimeCursor(int t) {
  m_time = t;
  setStretch(withInSight(m_stretch, m_horizon, t));
}

/// About the time cursor, or about the middle where the cursor is out of sight.
void TimeZoomMenu::zoom(double factor) {
  const bool isInSight = m_time >= m_stretch.first && m_time <= m_stretch.last;
  const double about = isInSight ? m_time : (m_stretch.first + m_stretch.last) / 2;
  setStretch(zoomed(m_stretch, m_horizon, about, factor));
}

void TimeZoomMenu::retranslate() {
  setTitle(tr("Time axis"));
  m_nearer->setText(tr("Zoom in on time"));
  m_farther->setText(tr("Zoom out"));
  m_all->setText(tr("Show all steps"));
}

void TimeZoomMenu::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QMenu::changeEvent(event);
}

} // namespace backflow
