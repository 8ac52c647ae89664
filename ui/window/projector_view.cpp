// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/projector_view.h"

#include "ui/panel/appearance.h"
#include "ui/panel/control_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace backflow {

namespace {

/// The line of keys is for the lecturer, who stands near.
constexpr double sizeOfKeys = 0.65;
constexpr int pageOfTime = 10;

} // namespace

ProjectorView::ProjectorView(ControlPanel& controls, QWidget* parent)
    : QWidget(parent), m_controls(controls), m_column(new QVBoxLayout(this)),
      m_keys(new QLabel(this)), m_leave(new QToolButton(this)) {
  setObjectName(QStringLiteral("projectorView"));
  m_column->setContentsMargins(2 * wideGap, wideGap, 2 * wideGap, wideGap);
  m_column->setSpacing(wideGap);
  auto* bottom = new QHBoxLayout;
  m_keys->setObjectName(QStringLiteral("projectorKeys"));
  m_keys->setTextFormat(Qt::RichText);
  m_keys->setWordWrap(true);
  m_leave->setObjectName(QStringLiteral("projectorLeave"));
  m_leave->setAutoRaise(true);
  bottom->addWidget(m_keys, 1);
  bottom->addWidget(m_leave, 0, Qt::AlignBottom | Qt::AlignRight);
  m_column->addLayout(bottom);
  connect(m_leave, &QToolButton::clicked, this, &ProjectorView::leaveWished);
  // What a presenter's remote control sends, too: also while a slider that was dragged has the
  // focus, which would take the keys for itself. Hidden, this hears none.
  for (const auto& [key, steps] : {std::pair{Qt::Key_PageDown, 1}, {Qt::Key_PageUp, -1}}) {
    connect(new QShortcut(key, this), &QShortcut::activated, this,
            [this, by = steps] { emit scenarioStepWished(by); });
  }
  retranslate();
  hide();
}

void ProjectorView::setOn(bool on) {
  if (std::exchange(m_isOn, on) == on) {
    return;
  }
  if (on) {
    for (QWidget* part : m_parts) {
      if (!part->isHidden()) {
        m_toBringBack += part;
        part->hide();
      }
    }
    m_sliders = m_controls.lendMainSliders();
    m_column->insertWidget(0, m_sliders);
    m_sliders->setDirection(Qt::Horizontal);
  } else {
    m_column->removeWidget(m_sliders);
    m_sliders->setDirection(Qt::Vertical);
    m_controls.takeMainSlidersBack();
    m_sliders = nullptr;
    for (QWidget* part : std::exchange(m_toBringBack, {})) {
      part->show();
    }
  }
  setVisible(on);
}

void ProjectorView::setTypeSize(double points) {
  QFont large = font();
  large.setPointSizeF(points);
  setFont(large);
  const QFont small = scaledFont(large, sizeOfKeys);
  m_keys->setFont(small);
  m_leave->setFont(small);
}

void ProjectorView::setCompact(bool compact) {
  if (std::exchange(m_isCompact, compact) != compact) {
    m_tellsAllKeys = false;
    showKeys();
  }
}

void ProjectorView::setWork(PlotColumn::Work work) {
  m_work = work;
  showKeys();
}

bool ProjectorView::press(const QKeyEvent& event) {
  if (!m_isOn || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0) {
    return false;
  }
  const int direction = (event.modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1;
  switch (event.key()) {
  case Qt::Key_G:
    m_sliders->step(MainSetting::Gain, direction);
    return true;
  case Qt::Key_C:
    m_sliders->step(MainSetting::Clipping, direction);
    return true;
  case Qt::Key_V:
    m_sliders->toggle(MainSetting::Clipping);
    return true;
  case Qt::Key_K:
    m_sliders->step(MainSetting::Truncation, direction);
    return true;
  case Qt::Key_J:
    m_sliders->toggle(MainSetting::Truncation);
    return true;
  case Qt::Key_Left:
  case Qt::Key_Right: {
    const int sign = event.key() == Qt::Key_Left ? -1 : 1;
    emit timeStepWished(direction < 0 ? sign * pageOfTime : sign);
    return true;
  }
  case Qt::Key_Space:
    emit playWished();
    return true;
  case Qt::Key_L:
    emit lowerPlotsToggled();
    return true;
  case Qt::Key_W:
    emit happeningsToggled();
    return true;
  case Qt::Key_H: {
    bool& tells = m_isCompact ? m_tellsAllKeys : m_tellsKeys;
    tells = !tells;
    showKeys();
    return true;
  }
  case Qt::Key_Escape:
    emit leaveWished();
    return true;
  default:
    return false;
  }
}

void ProjectorView::showKeys() {
  const auto key = [](const QString& keys, const QString& what) {
    // A line may break between keys, never within.
    QString words = what;
    words.replace(QLatin1Char(' '), QChar(0xa0));
    return QStringLiteral("<b>%1</b>\u00a0%2").arg(keys, words);
  };
  const QString shift = QStringLiteral("/⇧");
  const QString separator = QStringLiteral("  · ");
  m_keys->setVisible(m_isCompact || m_tellsKeys);
  QStringList keys;
  if (m_work == PlotColumn::Work::Training) {
    keys << key(QStringLiteral("F5"), tr("train, halt"))
         << key(QStringLiteral("F6"), tr("one update"));
  }
  const QString ofPlots =
      m_work == PlotColumn::Work::Flow ? tr("plots below") : tr("gradient flow");
  if (m_isCompact && !m_tellsAllKeys) {
    // What the sliders show is not among them: they can be taken hold of.
    keys << key(QStringLiteral("L"), ofPlots) << key(QStringLiteral("PgDn"), tr("next scenario"))
         << key(QStringLiteral("H"), tr("all keys"));
  } else {
    keys << key(QStringLiteral("G") + shift + QStringLiteral("G"), tr("gain"))
         << key(QStringLiteral("C") + shift + QStringLiteral("C"), tr("clipping"))
         << key(QStringLiteral("V"), tr("clipping on, off"))
         << key(QStringLiteral("K") + shift + QStringLiteral("K"), tr("truncation"))
         << key(QStringLiteral("J"), tr("truncation on, off"))
         << key(QStringLiteral("←/→"), tr("time")) << key(tr("Space"), tr("play backwards"))
         << key(QStringLiteral("PgDn/\u2060PgUp"), tr("next, previous scenario"))
         << key(QStringLiteral("L"), ofPlots) << key(QStringLiteral("W"), tr("what happened"))
         << key(QStringLiteral("H"), tr("these keys"));
  }
  m_keys->setText(keys.join(separator));
}

void ProjectorView::retranslate() {
  showKeys();
  m_leave->setText(tr("Leave (F11)"));
}

void ProjectorView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
