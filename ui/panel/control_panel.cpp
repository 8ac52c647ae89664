// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/control_panel.h"

#include "core/record/trace.h"
#include "ui/panel/appearance.h"
#include "ui/panel/control_row.h"
#include "ui/panel/input_section.h"
#include "ui/panel/loss_section.h"
#include "ui/panel/main_sliders.h"
#include "ui/panel/network_section.h"
#include "ui/panel/pin_section.h"
#include "ui/panel/run_section.h"
#include "ui/panel/training_section.h"
#include "ui/panel/unroll_section.h"
#include "ui/state/app_state.h"
#include "ui/state/setting_reset.h"
#include "ui/text/problem_text.h"

#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

/// Where the part that scrolls begins.
class Hairline : public QWidget {
 public:
  explicit Hairline(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter(this).fillRect(rect(), lineColor(palette(), 0.18));
  }
};

} // namespace

ControlPanel::ControlPanel(AppState& state, QWidget* parent) : QWidget(parent), m_state(state) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, wideGap, 0, 0);
  column->setSpacing(smallGap);

  m_main = new MainSliders(state, this);
  m_main->setContentsMargins(wideGap, 0, wideGap, 0);
  column->addWidget(m_main);

  auto* scroll = new QScrollArea(this);
  m_scroll = scroll;
  scroll->setObjectName(QStringLiteral("controlScroll"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  column->addWidget(new Hairline(this));
  column->addWidget(scroll, 1);

  auto* rest = new QWidget(scroll);
  auto* rows = new QVBoxLayout(rest);
  rows->setContentsMargins(wideGap, smallGap, wideGap, wideGap);
  rows->setSpacing(wideGap);
  m_input = new InputSection(state, rest);
  connect(m_input, &InputSection::dataChosen, this, &ControlPanel::dataChosen);
  connect(m_input, &InputSection::textChosen, this, &ControlPanel::textChosen);
  m_sections = {m_main,
                new NetworkSection(state, rest),
                new PinSection(state, rest),
                new UnrollSection(state, rest),
                m_input,
                new LossSection(state, rest),
                new RunSection(state, rest),
                new TrainingSection(state, rest)};
  for (auto section = m_sections.begin() + 1; section != m_sections.end(); ++section) {
    rows->addWidget(*section);
  }
  rows->addStretch();
  scroll->setWidget(rest);

  findRows();
  connectPutBack();
  connect(&state, &AppState::scenarioChanged, this, &ControlPanel::refresh);
  retranslate();
}

void ControlPanel::showTable(const std::filesystem::path& file,
                             const std::vector<ColumnContent>& columns, std::size_t rows) {
  m_input->noteTable(file, columns, rows);
}

MainSliders* ControlPanel::lendMainSliders() {
  layout()->removeWidget(m_main);
  return m_main;
}

void ControlPanel::takeMainSlidersBack() {
  static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_main);
}

/// Sections may stand elsewhere for a while: the rows are found once.
void ControlPanel::findRows() {
  for (const Section* section : m_sections) {
    for (ControlRow* row : section->findChildren<ControlRow*>()) {
      // One section may stand in another.
      if (!m_rows.contains(row)) {
        m_rows += row;
      }
    }
  }
}

void ControlPanel::connectPutBack() {
  for (ControlRow* row : m_rows) {
    connect(row, &ControlRow::putBackRequested, this, [this, row] { putBack(*row); });
  }
}

void ControlPanel::putBack(ControlRow& row) {
  m_state.endEdit();
  const std::vector<FieldProblem> problems = m_state.edit({}, [&](Scenario& scenario) {
    for (const QString& field : row.fields()) {
      if (const ResettableSetting* setting = resettableSetting(field.toStdString())) {
        setting->copy(m_state.opened(), scenario);
      }
    }
  });
  m_state.endEdit();
  row.setProblem(problems.empty() ? QString() : problemsText(problems));
}

/// Rows of which a setting differs from the scenario as it was opened.
void ControlPanel::markChanges() {
  const Scenario& scenario = m_state.scenario();
  for (ControlRow* row : m_rows) {
    const QStringList& fields = row->fields();
    row->setChanged(std::any_of(fields.begin(), fields.end(), [&](const QString& field) {
      const ResettableSetting* setting = resettableSetting(field.toStdString());
      return setting != nullptr && !setting->isSame(scenario, m_state.opened());
    }));
  }
}

void ControlPanel::bringTrainingForward() {
  // Once the rows stand where the scenario wants them.
  QTimer::singleShot(
      0, this, [this] { m_scroll->verticalScrollBar()->setValue(m_sections.back()->pos().y()); });
}

QSize ControlPanel::sizeHint() const {
  return {fontMetrics().height() * 20, 650};
}

void ControlPanel::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  for (ControlRow* row : m_rows) {
    row->setRunProblem({});
  }
  for (Section* section : m_sections) {
    section->showTrace(m_trace.get());
  }
}

void ControlPanel::showProblems(const std::vector<FieldProblem>& problems) {
  QList<ControlRow*> rows = m_rows;
  for (ControlRow* row : rows) {
    row->setRunProblem({});
  }
  rows.removeIf([this](const ControlRow* row) { return !row->isVisibleTo(this); });
  // From the last to the first: where a row has several, the first one stays.
  for (auto problem = problems.rbegin(); problem != problems.rend(); ++problem) {
    const QString field = QString::fromStdString(problem->field);
    const auto row = std::max_element(rows.begin(), rows.end(), [&](auto* one, auto* other) {
      return one->lengthOfMatch(field) < other->lengthOfMatch(field);
    });
    if (row != rows.end() && (*row)->lengthOfMatch(field) > 0) {
      (*row)->setRunProblem(remedyText(*problem));
    }
  }
}

void ControlPanel::refresh() {
  for (Section* section : m_sections) {
    section->refresh();
  }
  markChanges();
}

void ControlPanel::retranslate() {
  for (Section* section : m_sections) {
    section->retranslate();
    section->refresh();
    section->showTrace(m_trace.get());
  }
  alignLabels();
}

void ControlPanel::alignLabels() {
  int width = 0;
  for (const ControlRow* row : m_rows) {
    width = std::max(width, row->labelWidthHint());
  }
  for (ControlRow* row : m_rows) {
    row->setLabelWidth(width);
  }
}

void ControlPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
    retranslate();
  }
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    // The labels get the font after the panel, those of what is hidden even later.
    QTimer::singleShot(0, this, &ControlPanel::alignLabels);
  }
}

} // namespace backflow
