// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/section.h"

#include "ui/panel/appearance.h"
#include "ui/panel/control_row.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/panel/slider_row.h"
#include "ui/state/app_state.h"
#include "ui/text/problem_text.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

/// A quiet title with a hairline to the end of the row.
class SectionHeading : public QLabel {
 public:
  using QLabel::QLabel;

  QSize sizeHint() const override {
    return {fontMetrics().horizontalAdvance(text()), fontMetrics().height() + smallGap};
  }
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(quietTextColor(palette()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
    const int left = painter.fontMetrics().horizontalAdvance(text()) + wideGap;
    painter.setPen(lineColor(palette(), 0.18));
    painter.drawLine(left, height() / 2, width(), height() / 2);
  }
};

/// The problem of the edited field itself if there is one; else the first, with its field.
QString problemTextFor(const QString& field, const std::vector<FieldProblem>& problems) {
  const auto own = std::find_if(problems.begin(), problems.end(), [&](const FieldProblem& problem) {
    return QString::fromStdString(problem.field) == field;
  });
  if (own != problems.end()) {
    return remedyText(*own);
  }
  const FieldProblem& first = problems.front();
  return QStringLiteral("%1: %2").arg(QString::fromStdString(first.field), remedyText(first));
}

} // namespace

Section::Section(AppState& state, Heading heading, QWidget* parent)
    : QWidget(parent), m_state(state), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
  if (heading == Heading::Shown) {
    m_heading = new SectionHeading(this);
    m_column->addWidget(m_heading);
    m_column->addSpacing(smallGap);
  }
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&state, &AppState::startedOver, this, [this] {
    for (NumberField* field : findChildren<NumberField*>()) {
      field->forgetTyping();
    }
  });
}

const Scenario& Section::scenario() const {
  return m_state.scenario();
}

const Scenario& Section::opened() const {
  return m_state.opened();
}

const std::filesystem::path& Section::folder() const {
  return m_state.document().folder;
}

void Section::setHeading(const QString& heading) {
  m_heading->setText(heading);
  setAccessibleName(heading);
}

void Section::addRow(ControlRow* row, const QStringList& fields) {
  row->setFields(fields);
  m_column->addWidget(row);
}

void Section::edit(ControlRow* row, const QString& field, const ScenarioChange& change) {
  const std::vector<FieldProblem> problems = m_state.edit(field, change);
  row->setProblem(problems.empty() ? QString() : problemTextFor(field, problems));
}

void Section::endEdit() {
  m_state.endEdit();
}

void Section::editOnce(ControlRow* row, const QString& field, const ScenarioChange& change) {
  m_state.endEdit();
  const std::vector<FieldProblem> problems = m_state.edit(field, change);
  m_state.endEdit();
  refresh();
  row->setProblem(problems.empty() ? QString() : problemTextFor(field, problems));
}

void Section::bind(SliderRow* row, const QString& field, const NumberChange& change,
                   const std::function<double(const Scenario&)>& value) {
  connect(row, &SliderRow::valueEdited, this, [this, row, field, change](double number) {
    edit(row, field, [&](Scenario& scenario) { change(scenario, number); });
  });
  connect(row, &SliderRow::resetRequested, this, [this, row, field, change, value] {
    m_state.endEdit();
    edit(row, field, [&](Scenario& scenario) { change(scenario, value(opened())); });
  });
  connect(row, &SliderRow::editEnded, this, [this] { m_state.endEdit(); });
}

void Section::bind(NumberRow* row, const QString& field, const NumberChange& change) {
  connect(row, &NumberRow::valueEdited, this, [this, row, field, change](double number) {
    edit(row, field, [&](Scenario& scenario) { change(scenario, number); });
  });
  connect(row, &NumberRow::editEnded, this, [this] { m_state.endEdit(); });
}

ReadOnlyText::ReadOnlyText(const QString& name, QWidget* parent) : QLabel(parent) {
  setObjectName(name);
  setTextInteractionFlags(Qt::NoTextInteraction);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ReadOnlyText::showText(const QString& text) {
  setText(text);
  setToolTip(text);
}

void ReadOnlyText::showFile(const QString& path) {
  setText(QFileInfo(path).fileName());
  setToolTip(QDir::toNativeSeparators(path));
}

QSize ReadOnlyText::minimumSizeHint() const {
  return {0, fontMetrics().height() + smallGap};
}

void ReadOnlyText::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(
      palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace backflow
