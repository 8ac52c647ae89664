// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/pinned_run_row.h"

#include "ui/panel/appearance.h"
#include "ui/panel/pin_swatch.h"
#include "ui/panel/section.h"
#include "ui/text/difference_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace backflow {

PinnedRunRow::PinnedRunRow(int place, QWidget* parent)
    : QWidget(parent), m_shown(new QCheckBox), m_swatch(new PinSwatch), m_name(new QLineEdit),
      m_difference(new ReadOnlyText(QStringLiteral("pin%1Difference").arg(place))),
      m_load(new QToolButton), m_remove(new QToolButton) {
  const auto named = [place](QWidget* widget, const char* what) {
    widget->setObjectName(QStringLiteral("pin%1%2").arg(place).arg(QLatin1String(what)));
  };
  named(m_shown, "Shown");
  named(m_name, "Name");
  named(m_load, "Load");
  named(m_remove, "Remove");
  m_name->setFrame(false);
  m_name->setReadOnly(true);
  m_name->installEventFilter(this);
  m_load->setAutoRaise(true);
  m_remove->setAutoRaise(true);
  m_remove->setText(QStringLiteral("✕"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(wideGap, 0, smallGap, 0);
  layout->setSpacing(smallGap);
  layout->addWidget(m_shown);
  layout->addWidget(m_swatch);
  layout->addWidget(m_name, 2);
  layout->addWidget(m_difference, 3);
  layout->addWidget(m_load);
  layout->addWidget(m_remove);
  connect(m_shown, &QCheckBox::clicked, this,
          [this](bool shown) { emit shownChosen(m_run.id, shown); });
  connect(m_load, &QToolButton::clicked, this, [this] { emit loadWanted(m_run.id); });
  connect(m_remove, &QToolButton::clicked, this, [this] { emit removeWanted(m_run.id); });
  connect(m_name, &QLineEdit::editingFinished, this, &PinnedRunRow::endEdit);
  retranslate();
}

void PinnedRunRow::showRun(const PinnedRun& run, const Scenario& present, const Theme& theme) {
  const bool isOther = run.id != m_run.id;
  m_run = run;
  m_present = present;
  m_shown->setChecked(run.isShown);
  QPen pen = theme.pinnedPen(run.slot);
  pen.setWidthF(1.8);
  m_swatch->showLine(run.letter(), pen, theme.background);
  if (isOther || m_name->isReadOnly()) {
    m_name->setReadOnly(true);
    showName();
  }
  QPalette colors;
  if (m_name->isReadOnly()) {
    colors.setColor(QPalette::Base, Qt::transparent);
  }
  m_name->setPalette(colors);
  showDifference();
}

void PinnedRunRow::setBrief(bool isBrief) {
  m_difference->setVisible(!isBrief);
  m_load->setVisible(!isBrief);
  m_remove->setVisible(!isBrief);
}

/// As much of the name as there is room for.
void PinnedRunRow::showName() {
  const QMargins margins = m_name->textMargins();
  constexpr int ownMargins = 6; // of QLineEdit, left and right
  const int room = m_name->width() - margins.left() - margins.right() - ownMargins;
  m_name->setText(m_name->fontMetrics().elidedText(m_run.name, Qt::ElideRight, room));
  m_name->setCursorPosition(0);
}

void PinnedRunRow::showDifference() {
  if (m_run.trace) {
    m_difference->showText(DifferenceText::line(m_run.trace->scenario, m_present));
  }
  m_name->setToolTip(m_run.name + QChar('\n') + tr("Double-click or F2 to rename"));
}

void PinnedRunRow::editName() {
  m_name->setReadOnly(false);
  m_name->setText(m_run.name);
  m_name->setPalette(QPalette());
  m_name->setFocus();
  m_name->selectAll();
}

void PinnedRunRow::endEdit() {
  if (m_name->isReadOnly()) {
    return;
  }
  const QString name = m_name->text();
  m_name->setReadOnly(true);
  showName(); // an empty one changes nothing
  QPalette colors;
  colors.setColor(QPalette::Base, Qt::transparent);
  m_name->setPalette(colors);
  emit renamed(m_run.id, name);
}

bool PinnedRunRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonDblClick && m_name->isReadOnly()) {
    editName();
    return true;
  }
  if (event->type() == QEvent::Resize && m_name->isReadOnly()) {
    showName();
  }
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_F2 && m_name->isReadOnly()) {
      editName();
      return true;
    }
    if (key == Qt::Key_Escape && !m_name->isReadOnly()) {
      m_name->setText(m_run.name);
      endEdit();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void PinnedRunRow::retranslate() {
  m_shown->setToolTip(tr("Show this curve in the plots"));
  m_shown->setAccessibleName(m_shown->toolTip());
  m_name->setAccessibleName(tr("Name of the pinned curve"));
  m_difference->setAccessibleName(tr("What differs from the present scenario"));
  m_load->setText(tr("Load"));
  m_load->setToolTip(tr("Load its settings: opens the scenario of this curve"));
  m_remove->setToolTip(tr("Remove this pinned curve"));
  m_remove->setAccessibleName(m_remove->toolTip());
  showDifference();
}

void PinnedRunRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
