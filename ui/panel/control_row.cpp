// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/control_row.h"

#include "ui/panel/appearance.h"
#include "ui/panel/caption_line.h"
#include "ui/panel/number_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace backflow {

ControlRow::ControlRow(Size size, Switch kind, QWidget* parent)
    : QWidget(parent), m_size(size), m_putBack(new QToolButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_body = new QHBoxLayout;
  m_body->setSpacing(wideGap);
  m_header = m_body;
  if (size == Size::Prominent) {
    m_header = new QHBoxLayout;
    m_header->setSpacing(wideGap);
    column->addLayout(m_header);
    column->addSpacing(smallGap / 2);
  }
  column->addLayout(m_body);

  if (kind == Switch::OnOff) {
    m_checkBox = new QCheckBox(this);
  } else {
    m_label = new QLabel(this);
  }
  m_header->addWidget(labelWidget());
  if (size == Size::Prominent) {
    m_header->addStretch();
  }
  m_putBack->setObjectName(QStringLiteral("putBack"));
  m_putBack->setText(QStringLiteral("↺"));
  m_putBack->setAutoRaise(true);
  m_putBack->hide();
  connect(m_putBack, &QToolButton::clicked, this, &ControlRow::putBackRequested);
  m_caption = new CaptionLine(this);
  m_lastLine = new QHBoxLayout;
  m_lastLine->setSpacing(smallGap);
  m_lastLine->addWidget(m_caption, 1);
  m_lastLine->addWidget(m_putBack);
  column->addLayout(m_lastLine);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  fitFonts();
  retranslate();
}

QWidget* ControlRow::labelWidget() const {
  return m_label ? static_cast<QWidget*>(m_label) : m_checkBox;
}

void ControlRow::setLabel(const QString& label) {
  if (label == m_labelText) {
    return; // setting it would have the row laid out anew
  }
  if (m_label) {
    m_label->setText(label);
  } else {
    m_checkBox->setText(label);
  }
  // Controls that have a name of their own keep it.
  for (QWidget* control : m_controls) {
    if (control->accessibleName().isEmpty() || control->accessibleName() == m_labelText) {
      control->setAccessibleName(label);
    }
  }
  m_labelText = label;
}

void ControlRow::addControl(QWidget* control, int stretch) {
  m_body->insertWidget(m_body->count() - m_trailing, control, stretch,
                       m_size == Size::Prominent ? Qt::AlignTop : Qt::Alignment());
  if (m_label && m_controls.empty()) {
    m_label->setBuddy(control);
  }
  m_controls.push_back(control);
  // A list may become narrower, a slider under the mouse may not.
  if (m_size == Size::Compact && qobject_cast<QComboBox*>(control) != nullptr) {
    putBackBeside();
  }
}

/// Where there is room beside the controls, it is plain what the button puts back.
void ControlRow::putBackBeside() {
  if (m_lastLine->indexOf(m_putBack) >= 0) {
    m_lastLine->removeWidget(m_putBack);
    m_body->addWidget(m_putBack);
    ++m_trailing;
  }
}

void ControlRow::addStretch() {
  m_body->insertStretch(m_body->count() - m_trailing);
  ++m_trailing;
  putBackBeside();
}

void ControlRow::addHeaderControl(QWidget* control) {
  m_header->addWidget(control);
  m_controls.push_back(control);
}

int ControlRow::labelWidthHint() const {
  if (m_size != Size::Compact) {
    return 0;
  }
  // A label's own hint is never below the width that was set before.
  return m_label ? m_label->fontMetrics().size(Qt::TextShowMnemonic, m_label->text()).width() + 1
                 : m_checkBox->sizeHint().width();
}

int ControlRow::headerLabelWidth() const {
  return labelWidget()->sizeHint().width();
}

void ControlRow::setLabelWidth(int width) {
  if (m_size == Size::Compact) {
    labelWidget()->setFixedWidth(width);
    forgetSizes();
  }
}

/// By themselves the inner layouts would keep the sizes that they had before.
void ControlRow::forgetSizes() {
  for (int k = 0; k < layout()->count(); ++k) {
    layout()->itemAt(k)->invalidate();
  }
  layout()->invalidate();
  updateGeometry();
}

void ControlRow::setHelp(const QString& help) {
  m_help = help;
  showHelp();
}

void ControlRow::setAvailable(bool available, const QString& reason) {
  m_isAvailable = available;
  labelWidget()->setEnabled(available);
  setControlsEnabled(available);
  m_reason = available ? QString() : reason;
  showHelp();
}

void ControlRow::setControlsEnabled(bool enabled) {
  for (QWidget* control : m_controls) {
    control->setEnabled(enabled);
  }
}

void ControlRow::showHelp() {
  setToolTip(m_reason.isEmpty() || m_help.isEmpty() ? m_help + m_reason
                                                    : m_reason + QStringLiteral("\n\n") + m_help);
}

void ControlRow::setNote(const QString& note, const QString& brief, const QString& least) {
  m_caption->setNote(note, brief, least);
}

void ControlRow::setProblem(const QString& problem) {
  m_problem = problem;
  if (!problem.isEmpty()) {
    for (const NumberField* field : findChildren<NumberField*>()) {
      // What is typed stays to be mended, and hides what holds.
      if (field->text() != field->shownText()) {
        m_problem += QChar(' ') + tr("Still %1.").arg(field->shownText());
      }
    }
  }
  showProblem();
}

void ControlRow::setRunProblem(const QString& problem) {
  m_runProblem = problem;
  showProblem();
}

void ControlRow::showProblem() {
  m_caption->setProblem(m_problem.isEmpty() ? m_runProblem : m_problem);
  for (QWidget* control : m_controls) {
    control->setAccessibleDescription(m_caption->showsProblem() ? m_caption->text() : m_help);
  }
}

int ControlRow::lengthOfMatch(const QString& field) const {
  qsizetype longest = 0;
  for (const QString& own : m_fields) {
    const bool inside = field.startsWith(own) &&
                        (field.size() == own.size() || field[own.size()] == QLatin1Char('.') ||
                         field[own.size()] == QLatin1Char('['));
    if (inside) {
      longest = std::max(longest, own.size());
    }
  }
  return static_cast<int>(longest);
}

void ControlRow::setChanged(bool changed) {
  m_putBack->setVisible(changed);
}

void ControlRow::retranslate() {
  m_putBack->setToolTip(tr("Back to the opened value"));
  m_putBack->setAccessibleName(tr("Back to the opened value"));
}

void ControlRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  if (event->type() == QEvent::FontChange) {
    fitFonts();
    forgetSizes();
  }
}

void ControlRow::fitFonts() {
  if (m_size == Size::Prominent) {
    QFont big = prominentFont(font());
    big.setWeight(QFont::DemiBold);
    labelWidget()->setFont(big);
  }
  // As high as the caption, whose room is always kept: nothing moves when the button comes.
  const int height = m_caption->sizeHint().height();
  m_putBack->setFont(captionFont(font()));
  m_putBack->setFixedSize(2 * height, height);
}

} // namespace backflow
