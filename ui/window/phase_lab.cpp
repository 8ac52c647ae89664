// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/phase_lab.h"

#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/number_field.h"
#include "ui/plot/phase_plot.h"
#include "ui/text/phase_text.h"
#include "ui/text/problem_text.h"
#include "ui/text/training_text.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

constexpr PhaseParameter parameters[] = {
    PhaseParameter::InputDeviation, PhaseParameter::InputAmplitude, PhaseParameter::InputGain,
    PhaseParameter::Horizon,        PhaseParameter::ForgetBias,     PhaseParameter::Seed};
/// Columns; three quarters as many rows.
constexpr int sizes[] = {16, 32, 64, 128};
/// Odd, so that a median is one of them.
constexpr int seedCounts[] = {1, 3, 5, 9};

int rowsFor(int columns) {
  return columns * 3 / 4;
}

} // namespace

PhaseLab::PhaseLab(AppState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_gainLabel(new QLabel(this)),
      m_gainDash(new QLabel(QStringLiteral("–"), this)), m_parameterLabel(new QLabel(this)),
      m_parameter(new ChoiceBox(QStringLiteral("phaseParameter"), this)),
      m_parameterDash(new QLabel(QStringLiteral("–"), this)), m_cellsLabel(new QLabel(this)),
      m_cells(new ChoiceBox(QStringLiteral("phaseCells"), this)), m_seedsLabel(new QLabel(this)),
      m_seeds(new ChoiceBox(QStringLiteral("phaseSeeds"), this)), m_play(new QPushButton(this)),
      m_progress(new QProgressBar(this)), m_words(new QLabel(this)), m_plot(new PhasePlot(this)) {
  setObjectName(QStringLiteral("phaseTab"));
  m_controls = {control("phaseLeastGain", &PhaseSettings::leastGain),
                control("phaseMostGain", &PhaseSettings::mostGain),
                control("phaseLeast", &PhaseSettings::least),
                control("phaseMost", &PhaseSettings::most)};
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, smallGap, 0, 0);
  column->setSpacing(smallGap);
  column->addLayout(makeControls());
  m_words->setObjectName(QStringLiteral("phaseWords"));
  m_words->setContentsMargins(wideGap, 0, wideGap, 0);
  m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_words->setWordWrap(true);
  m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  // The space of two lines is always kept: the plot stays where it is.
  m_words->setFixedHeight(2 * m_words->fontMetrics().lineSpacing() + smallGap);
  column->addWidget(m_words);
  column->addWidget(m_plot, 1);
  connectControls();
  chooseParameter(m_settings.parameter);
  retranslate();
}

PhaseLab::~PhaseLab() {
  m_run.disconnect(this);
}

PhaseLab::Control PhaseLab::control(const char* name, double PhaseSettings::*value) {
  auto* field = new NumberField(QString::fromLatin1(name) + QStringLiteral("Field"), this);
  field->setWidthInDigits(5);
  return {field, value, {}};
}

QLayout* PhaseLab::makeControls() {
  m_play->setObjectName(QStringLiteral("phaseRun"));
  m_progress->setObjectName(QStringLiteral("phaseProgress"));
  m_progress->installEventFilter(this);
  m_gainLabel->setBuddy(m_controls[0].field);
  m_parameterLabel->setBuddy(m_parameter);
  m_cellsLabel->setBuddy(m_cells);
  m_seedsLabel->setBuddy(m_seeds);
  auto* parameter = oneWord({m_parameterLabel, m_parameter});
  auto* ranges = new FlowLayout;
  for (QWidget* word : std::initializer_list<QWidget*>{
           oneWord({m_gainLabel, m_controls[0].field, m_gainDash, m_controls[1].field}), parameter,
           oneWord({m_controls[2].field, m_parameterDash, m_controls[3].field})}) {
    ranges->addWidget(word);
  }
  ranges->setFiller(parameter);
  auto* work = new FlowLayout;
  for (QWidget* word :
       std::initializer_list<QWidget*>{oneWord({m_cellsLabel, m_cells}),
                                       oneWord({m_seedsLabel, m_seeds}), m_play, m_progress}) {
    work->addWidget(word);
  }
  work->setFiller(m_progress);
  auto* both = new QVBoxLayout;
  both->setContentsMargins(wideGap, 0, wideGap, 0);
  for (FlowLayout* row : {ranges, work}) {
    row->setSpacing(smallGap);
    both->addLayout(row);
  }
  return both;
}

void PhaseLab::connectControls() {
  for (Control& one : m_controls) {
    connect(one.field, &NumberField::valueEntered, this,
            [this, &one](double value) { enter(one, value); });
    connect(one.field, &NumberField::textRejected, this, [this, &one] {
      one.problem = one.field->expectation();
      showWordsOfState();
    });
    connect(one.field, &NumberField::textRestored, this, [this, &one] {
      one.problem.clear();
      showWordsOfState();
    });
  }
  connect(m_parameter, &ChoiceBox::chosen, this,
          [this](int parameter) { chooseParameter(static_cast<PhaseParameter>(parameter)); });
  connect(m_cells, &ChoiceBox::chosen, this, [this](int columns) {
    m_settings.columns = columns;
    m_settings.rows = rowsFor(columns);
  });
  connect(m_seeds, &ChoiceBox::chosen, this, [this](int seeds) { m_settings.seeds = seeds; });
  connect(m_play, &QPushButton::clicked, this, [this] { isRunning() ? stop() : run(); });
  connect(m_plot, &PhasePlot::cellPointed, this, &PhaseLab::pointAt);
  m_plot->installEventFilter(this);
  connect(m_plot, &PhasePlot::cellChosen, this, &PhaseLab::chooseCell);
  connect(&m_state, &AppState::scenarioChanged, this, &PhaseLab::takeScenario);
  connect(&m_run, &PhaseRun::advanced, this, [this] {
    drawStudy();
    refresh();
    emit studyChanged();
  });
  connect(&m_run, &PhaseRun::failed, this, [this](const std::vector<FieldProblem>& problems) {
    m_problem = problemsText(problems);
  });
}

PlotView* PhaseLab::plot() const {
  return m_plot;
}

void PhaseLab::enter(Control& control, double value) {
  control.problem.clear();
  m_problem.clear();
  m_settings.*control.value = value;
  refresh();
}

void PhaseLab::chooseParameter(PhaseParameter parameter) {
  m_settings = withRangeFor(m_settings, parameter);
  for (std::size_t k = 2; k < m_controls.size(); ++k) {
    m_controls[k].problem.clear();
    m_controls[k].field->setScale(
        isWhole(parameter) ? SliderScale::whole(m_settings.least, m_settings.most)
                           : SliderScale::linear(m_settings.least, m_settings.most, 100));
  }
  m_problem.clear();
  refresh();
}

void PhaseLab::run() {
  m_problem.clear();
  const bool isOrdered =
      m_settings.leastGain < m_settings.mostGain && m_settings.least < m_settings.most;
  if (!isOrdered) {
    m_problem = tr("Give each range a lower end and a higher one.");
    refresh();
    return;
  }
  SweepSpec spec = sweepOf(m_state.document(), m_settings);
  const std::vector<FieldProblem> problems = validate(spec);
  if (!problems.empty()) {
    m_problem = problemsText(problems);
    refresh();
    return;
  }
  m_pointed.reset(); // the new diagram may have fewer cells
  m_run.start(spec, m_settings.parameter);
}

void PhaseLab::stop() {
  m_run.stop();
}

void PhaseLab::takeScenario() {
  if (!canVary(m_state.scenario(), m_settings.parameter)) {
    const auto* fitting = std::ranges::find_if(parameters, [this](PhaseParameter parameter) {
      return canVary(m_state.scenario(), parameter);
    });
    chooseParameter(*fitting);
  }
  if (const auto study = m_run.study()) {
    m_run.setPresent(placeOf(m_state.scenario(), study->spec, study->parameter));
    if (!study->present) {
      m_pointed.reset(); // whose diagram it is comes before what a cell of it holds
    }
    drawStudy();
    emit studyChanged();
  }
  refresh();
}

/// Of several seeds' scenarios the one whose ratio the picture shows; while an even number of them
/// is known, the lower one in the middle.
void PhaseLab::chooseCell(int column, int row) {
  const auto study = m_run.study();
  const std::int64_t columns = std::ssize(study->spec.axes[0].values);
  const std::int64_t points = std::ssize(study->cells) / study->spec.seeds;
  const std::int64_t seed = m_plot->picture().at(column, row).seed;
  const auto scenario =
      scenarioOf(study->spec, cellAt(study->spec, seed * points + row * columns + column));
  if (const auto* chosen = std::get_if<Scenario>(&scenario)) {
    emit scenarioWished({*chosen, study->spec.folder});
  }
}

void PhaseLab::pointAt(int column, int row) {
  m_pointed = column >= 0 ? std::optional(std::pair(column, row)) : std::nullopt;
  showWordsOfState();
}

/// What is known by now of the cell under the mouse, if there is one.
QString PhaseLab::reading() const {
  const auto study = m_run.study();
  if (!study || !m_pointed) {
    return {};
  }
  const auto [column, row] = *m_pointed;
  const PhasePicture& picture = m_plot->picture();
  const PhasePoint& point = picture.at(column, row);
  return PhaseText::reading(study->parameter, picture.gains[static_cast<std::size_t>(column)],
                            picture.values[static_cast<std::size_t>(row)],
                            point.seeds > 0 ? std::optional(point.ratioLog10) : std::nullopt,
                            point.fate, point.ratios);
}

void PhaseLab::drawStudy() {
  Findings findings;
  findings.phase = m_run.study();
  m_plot->setFindings(findings);
}

void PhaseLab::refresh() {
  for (Control& one : m_controls) {
    if (one.problem.isEmpty()) {
      one.field->setValue(m_settings.*one.value);
    }
    one.field->setAccessibleDescription(one.problem);
  }
  const bool hasGain = m_state.scenario().weights.init != WeightInit::Explicit;
  m_play->setText(isRunning() ? tr("Stop") : tr("Run"));
  m_play->setEnabled(isRunning() || hasGain);
  m_seeds->setEnabled(m_settings.parameter != PhaseParameter::Seed);
  showParameters();
  showProgress();
  showWordsOfState();
}

void PhaseLab::showParameters() {
  for (const PhaseParameter parameter : parameters) {
    m_parameter->setChoice(parameter, PhaseText::parameter(parameter));
    m_parameter->setChoiceEnabled(static_cast<int>(parameter),
                                  canVary(m_state.scenario(), parameter),
                                  tr("This scenario has no such setting."));
  }
  m_parameter->setCurrent(m_settings.parameter);
}

void PhaseLab::showProgress() {
  const auto study = m_run.study();
  if (!study) {
    m_progress->setRange(0, 1);
    m_progress->setValue(0);
    m_progress->setFormat({});
    return;
  }
  const auto all = static_cast<int>(study->cells.size());
  const auto done = static_cast<int>(study->done);
  m_progress->setRange(0, all);
  m_progress->setValue(done);
  const QString whole = tr("run %1 of %2").arg(done).arg(all);
  QStringList shorterAndShorter{whole, QStringLiteral("%1 / %2").arg(done).arg(all), QString()};
  if (isRunning() && done > 0) {
    shorterAndShorter.prepend(whole +
                              tr(" · %1 left").arg(TrainingText::duration(m_run.secondsLeft())));
  }
  // Wider than the bar, it would be broken into lines that are higher than the bar.
  const int room = m_progress->width() - 2 * smallGap;
  m_progress->setFormat(*std::ranges::find_if(shorterAndShorter, [&](const QString& text) {
    return text.isEmpty() || m_progress->fontMetrics().horizontalAdvance(text) <= room;
  }));
}

void PhaseLab::showWordsOfState() {
  const auto study = m_run.study();
  QString problem = m_problem;
  for (const Control& one : m_controls) {
    problem = problem.isEmpty() ? one.problem : problem;
  }
  if (!problem.isEmpty()) {
    showWords(*m_words, problem, true);
  } else if (m_pointed) {
    showWords(*m_words, reading(), false);
  } else if (m_state.scenario().weights.init == WeightInit::Explicit) {
    showWords(*m_words, tr("Explicit weights have no gain: choose drawn weights to map it."),
              false);
  } else if (study && !study->present) {
    showWords(*m_words,
              isRunning() ? tr("The settings have changed: the diagram that is computed belongs to "
                               "the former ones. Stop it, or let it finish.")
                          : tr("The settings have changed: the diagram belongs to the former ones. "
                               "“Run” computes it anew."),
              false);
  } else if (study) {
    showWords(*m_words, tr("A click on a cell brings its scenario into the window."), false);
  } else {
    showWords(*m_words,
              tr("“Run” maps where this scenario's gradient vanishes, lives and explodes."), false);
  }
}

void PhaseLab::retranslate() {
  m_gainLabel->setText(tr("Gain"));
  m_parameterLabel->setText(tr("over"));
  m_cellsLabel->setText(tr("Cells"));
  m_seedsLabel->setText(tr("Seeds"));
  for (const int columns : sizes) {
    m_cells->setChoice(columns, tr("%1 × %2").arg(columns).arg(rowsFor(columns)));
  }
  m_cells->setCurrent(m_settings.columns);
  for (const int seeds : seedCounts) {
    m_seeds->setChoice(seeds, QString::number(seeds));
  }
  m_seeds->setCurrent(m_settings.seeds);
  m_parameter->setToolTip(tr("What runs upwards in the diagram"));
  m_seeds->setToolTip(tr("Each cell shows the median over so many draws of the weights."));
  m_play->setToolTip(tr("Compute the diagram of the scenario as it is now"));
  m_controls[0].field->setAccessibleName(tr("Lowest gain"));
  m_controls[1].field->setAccessibleName(tr("Highest gain"));
  m_controls[2].field->setAccessibleName(tr("Lowest value upwards"));
  m_controls[3].field->setAccessibleName(tr("Highest value upwards"));
  m_parameter->setAccessibleName(m_parameter->toolTip());
  m_cells->setAccessibleName(m_cellsLabel->text());
  m_seeds->setAccessibleName(m_seedsLabel->text());
  m_progress->setAccessibleName(tr("Progress of the diagram"));
  refresh();
}

bool PhaseLab::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_progress &&
      (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)) {
    showProgress();
  } else if (watched == m_plot && event->type() == QEvent::Leave) {
    pointAt(-1, -1);
  }
  return QWidget::eventFilter(watched, event);
}

void PhaseLab::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::FontChange) {
    m_words->setFixedHeight(2 * m_words->fontMetrics().lineSpacing() + smallGap);
  }
}

} // namespace backflow
