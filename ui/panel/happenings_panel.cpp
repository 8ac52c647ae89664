// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/happenings_panel.h"

#include "ui/panel/event_panel.h"
#include "ui/panel/number_inspector.h"
#include "ui/panel/size_barrier.h"

#include <QEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace backflow {

HappeningsPanel::HappeningsPanel(QWidget* parent)
    : QWidget(parent), m_events(new EventPanel), m_inspector(new NumberInspector),
      m_splitter(new QSplitter(Qt::Vertical)), m_lower(new QWidget), m_fold(new QToolButton) {
  m_splitter->setObjectName(QStringLiteral("happeningsSplitter"));
  m_splitter->setChildrenCollapsible(false);
  m_fold->setObjectName(QStringLiteral("foldInspector"));
  m_fold->setAutoRaise(true);
  m_fold->setCheckable(true);
  m_fold->setChecked(true);
  m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* lowerColumn = new QVBoxLayout(m_lower);
  lowerColumn->setContentsMargins(0, 0, 0, 0);
  lowerColumn->setSpacing(2);
  lowerColumn->addWidget(m_fold);
  lowerColumn->addWidget(m_inspector, 1);
  m_splitter->addWidget(new SizeBarrier(m_events));
  m_splitter->addWidget(m_lower);
  m_splitter->setStretchFactor(0, 3);
  m_splitter->setStretchFactor(1, 2);
  m_events->setMinimumHeight(120);
  m_inspector->setMinimumHeight(90);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_splitter);
  connect(m_fold, &QToolButton::toggled, this, [this](bool open) { setInspectorFolded(!open); });
  retranslate();
  m_splitter->setSizes({380, 320});
}

bool HappeningsPanel::isInspectorFolded() const {
  return !m_fold->isChecked();
}

void HappeningsPanel::setInspectorFolded(bool folded) {
  m_fold->setChecked(!folded);
  if (m_inspector->isHidden() == folded) {
    return;
  }
  m_inspector->setVisible(!folded);
  fitHeader();
  retranslate();
  emit inspectorFolded(folded);
}

/// Folded, only the header is left, and the events get the room.
void HappeningsPanel::fitHeader() {
  m_lower->setMaximumHeight(isInspectorFolded() ? m_fold->sizeHint().height() + 2
                                                : QWIDGETSIZE_MAX);
}

void HappeningsPanel::retranslate() {
  const bool folded = isInspectorFolded();
  m_fold->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
  m_fold->setText(tr("Number at the cursor"));
  m_fold->setToolTip(folded ? tr("Show the bits of the number at the time cursor")
                            : tr("Fold the bits away"));
  m_fold->setAccessibleName(m_fold->text());
}

void HappeningsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::FontChange) {
    fitHeader();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
