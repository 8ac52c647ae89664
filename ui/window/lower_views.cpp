// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lower_views.h"

#include "core/record/misconception.h"
#include "ui/panel/calculator/calculator_panel.h"
#include "ui/plot/norm_plot.h"
#include "ui/plot/unroll_layout.h"
#include "ui/plot/view_names.h"
#include "ui/text/misconception_text.h"
#include "ui/window/cliff_lab.h"
#include "ui/window/phase_lab.h"
#include "ui/window/study_progress.h"
#include "ui/window/training_lab.h"
#include "ui/window/view_tabs.h"

#include <QSplitter>
#include <QTabBar>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

constexpr int leastPlotHeight = 72;

/// "parameterGradient" for the view "parameter-gradient".
QString objectNameOf(ViewKind kind) {
  const QStringList words = QString::fromUtf8(enumName(kind)).split(QLatin1Char('-'));
  QString name = words.first();
  for (const QString& word : words.sliced(1)) {
    name += word.front().toUpper() + word.sliced(1);
  }
  return name;
}

} // namespace

LowerViews::LowerViews(AppState& state, QWidget* parent)
    : QWidget(parent), m_training(new TrainingLab(state)), m_cliff(new CliffLab),
      m_calculators(new CalculatorPanel), m_phase(new PhaseLab(state)), m_tabs(new ViewTabs(this)),
      m_progress(new StudyProgress(m_studies, m_tabs)) {
  addTab(QStringLiteral("normsTab"), {ViewKind::States, ViewKind::ParameterGradient});
  addTab(QStringLiteral("unrollTab"), {ViewKind::Unroll});
  addTab(QStringLiteral("unitsTab"), {ViewKind::Units});
  addTab(QStringLiteral("gatesTab"), {ViewKind::Gates});
  addTab(QStringLiteral("attentionTab"), {ViewKind::Attention});
  addTab(QStringLiteral("influenceTab"), {ViewKind::Influence});
  addTab(QStringLiteral("spectrumTab"), {ViewKind::Spectrum});
  addLabs();
  addCalculators(state);

  m_tabs->finish(m_progress);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_tabs);

  connect(m_tabs, &ViewTabs::currentChanged, this, [this] {
    if (m_findings.spectrum && !m_findings.spectrum->isComplete()) {
      m_findings.spectrum.reset(); // what another tab asks for ends the work on it
    }
    showTab();
    emit tabChanged();
  });
  connect(&m_studies, &StudyWorker::influenceReady, this,
          [this](const std::shared_ptr<const InfluenceStudy>& study) {
            m_findings.influence = study;
            showTab();
            emit findingsChanged();
          });
  connect(&m_studies, &StudyWorker::spectrumReady, this,
          [this](const std::shared_ptr<const SpectrumStudy>& study) {
            m_findings.spectrum = study;
            showTab();
            emit findingsChanged();
          });
}

void LowerViews::addTab(const QString& name, std::initializer_list<ViewKind> kinds) {
  auto* page = new QSplitter(Qt::Vertical, m_tabs);
  page->setObjectName(name);
  page->setChildrenCollapsible(false);
  const int tab = m_tabs->addTab(page, QString());
  for (const ViewKind kind : kinds) {
    PlotView* plot = makeView(kind).release();
    plot->setMinimumHeight(leastPlotHeight);
    page->addWidget(plot);
    connect(plot, &PlotView::timePointed, this, &LowerViews::timePointed);
    connect(plot, &PlotView::timeStretchWished, this, &LowerViews::timeStretchWished);
    addView(kind, plot, tab);
  }
  if (auto* upper = qobject_cast<NormPlot*>(page->widget(0)); upper && kinds.size() > 1) {
    upper->setTimeLabelShown(false); // the plot below has the words at the time axis for both
    page->setSizes({400, 500});      // and a longer legend
  }
}

void LowerViews::addView(ViewKind kind, PlotView* plot, int tab) {
  plot->setObjectName(objectNameOf(kind));
  m_views.push_back({kind, plot, tab});
  connect(plot, &PlotView::hiddenCurvesChanged, this,
          [this, kind, plot] { emit hiddenCurvesChanged(kind, plot->hiddenCurves()); });
}

void LowerViews::addLabs() {
  const int training = m_tabs->addTab(m_training, QString());
  addView(ViewKind::Training, m_training->curves(), training);
  addView(ViewKind::TrainingProfile, m_training->profile(), training);
  const int cliff = m_tabs->addTab(m_cliff, QString());
  addView(ViewKind::Cliff, m_cliff->plot(), cliff);
  const int phase = m_tabs->addTab(m_phase, QString());
  addView(ViewKind::PhaseDiagram, m_phase->plot(), phase);
  connect(m_training, &TrainingLab::trainingsChanged, this, [this] {
    m_findings.trainings = m_training->trainings();
    if (m_tabs->currentIndex() == TrainingTab) {
      showTab();
    }
    emit findingsChanged();
  });
  connect(m_phase, &PhaseLab::studyChanged, this, [this] {
    m_findings.phase = m_phase->study();
    emit findingsChanged();
  });
  connect(m_phase, &PhaseLab::scenarioWished, this, &LowerViews::scenarioWished);
  connect(m_cliff, &CliffLab::studyReady, this,
          [this](const std::shared_ptr<const CliffStudy>& study) {
            m_findings.cliff = study;
            showTab();
            emit findingsChanged();
          });
}

void LowerViews::addCalculators(AppState& state) {
  auto* page = new QWidget(m_tabs);
  page->setObjectName(QStringLiteral("calculatorsTab"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_calculators);
  m_tabs->addTab(page, QString());
  connect(m_calculators, &CalculatorPanel::scenarioWished, this,
          [this, &state](const Document& document) {
            state.open(document);
            bringForward(ViewKind::States);
          });
}

void LowerViews::showTrace(std::shared_ptr<const Trace> trace, const Document& document,
                           std::shared_ptr<const NormPictures> pictures) {
  m_document = document;
  m_document.scenario = trace->scenario;
  m_findings.trace = std::move(trace);
  m_findings.pictures = std::move(pictures);
  fitStrips();
  const auto separate = separateWeights(*m_findings.trace);
  for (const View& view : m_views) {
    if (view.kind == ViewKind::ParameterGradient) {
      view.plot->setToolTip(
          separate ? Qt::convertFromPlainText(misconceptionText(*separate), Qt::WhiteSpaceNormal)
                   : QString());
    }
  }
  showTab();
}

void LowerViews::setComparison(const std::vector<PinnedRun>& pinned,
                               std::shared_ptr<const SeedBandStudy> band) {
  m_findings.pinned = pinned;
  m_findings.seedBand = std::move(band);
  for (const View& view : m_views) {
    if (view.tab == NormsTab && view.tab == m_tabs->currentIndex()) {
      show(view);
    }
  }
  emit findingsChanged();
}

void LowerViews::showTab() {
  for (const View& view : m_views) {
    if (view.tab == m_tabs->currentIndex()) {
      show(view);
    }
  }
  study();
  if (std::exchange(m_wantedUnits, wantsUnits()) != wantsUnits()) {
    emit wishesChanged();
  }
}

void LowerViews::show(const View& view) {
  view.plot->setFindings(m_findings);
  view.plot->setTimeStretch(m_stretch);
  view.plot->setTimeCursor(m_time);
}

void LowerViews::study() {
  m_progress->forgetFailure();
  if (!m_findings.trace) {
    return;
  }
  const int tab = m_tabs->currentIndex();
  const Scenario& scenario = m_document.scenario;
  const bool hasInfluence = m_findings.influence && m_findings.influence->scenario == scenario;
  const bool hasSpectrum = m_findings.spectrum && m_findings.spectrum->scenario == scenario &&
                           m_findings.spectrum->time == m_time;
  if (tab == InfluenceTab && !hasInfluence) {
    if (scenario.unroll.horizon <= longestInfluence) {
      m_progress->begin();
      m_studies.requestInfluence(m_document);
    }
  } else if (tab == SpectrumTab && !hasSpectrum && m_time <= scenario.unroll.horizon) {
    // Beyond it is the cursor of a longer run, which is shown next.
    m_progress->begin();
    m_studies.requestSpectrum(m_document, m_time);
  }
}

void LowerViews::setTimeCursor(int t) {
  m_time = t;
  for (const View& view : m_views) {
    view.plot->setTimeCursor(t);
  }
  if (m_tabs->currentIndex() == SpectrumTab) {
    study();
  }
}

void LowerViews::setTimeStretch(const TimeStretch& stretch) {
  m_stretch = stretch;
  for (const View& view : m_views) {
    if (view.tab == m_tabs->currentIndex()) {
      view.plot->setTimeStretch(stretch);
    }
  }
}

void LowerViews::setStripsAlone(bool alone) {
  m_stripsAlone = alone;
  if (alone) {
    bringForward(ViewKind::Unroll);
  }
  m_tabs->tabBar()->setVisible(!alone);
  m_tabs->cornerWidget()->setVisible(!alone);
  fitStrips();
}

void LowerViews::fitStrips() {
  const int rows = m_findings.trace ? static_cast<int>(m_findings.trace->runs.size()) : 1;
  const int height = std::max(leastPlotHeight, UnrollLayout::heightOfStrips(rows, m_theme));
  setMinimumHeight(m_stripsAlone ? height : 0);
  setMaximumHeight(m_stripsAlone ? height : QWIDGETSIZE_MAX);
}

void LowerViews::setTheme(const Theme& theme) {
  m_theme = theme;
  fitStrips();
  for (const View& view : m_views) {
    view.plot->setTheme(theme);
  }
  m_cliff->setTheme(theme);
  m_calculators->setTheme(theme);
}

void LowerViews::setPlaying(bool playing) {
  for (const View& view : m_views) {
    view.plot->setPlaying(playing);
  }
}

bool LowerViews::wantsRoom() const {
  const int tab = m_tabs->currentIndex();
  return tab == TrainingTab || tab == CliffTab || tab == CalculatorsTab || tab == PhaseTab;
}

bool LowerViews::showsTraining() const {
  return m_tabs->currentIndex() == TrainingTab;
}

bool LowerViews::showsScenario() const {
  const int tab = m_tabs->currentIndex();
  return tab != TrainingTab && tab != CliffTab && tab != CalculatorsTab;
}

bool LowerViews::wantsUnits() const {
  return m_tabs->currentIndex() == UnitsTab || m_tabs->currentIndex() == GatesTab;
}

ViewKind LowerViews::current() const {
  const auto view = std::find_if(m_views.begin(), m_views.end(), [this](const View& one) {
    return one.tab == m_tabs->currentIndex();
  });
  return view == m_views.end() ? ViewKind::GradientFlow : view->kind;
}

bool LowerViews::shows(ViewKind kind) const {
  return std::ranges::any_of(m_views, [this, kind](const View& one) {
    return one.kind == kind && one.tab == m_tabs->currentIndex();
  });
}

void LowerViews::openCalculator(CalculatorKind kind) {
  m_tabs->setCurrentIndex(CalculatorsTab);
  m_calculators->openCalculator(kind);
}

TabMenu* LowerViews::tabMenu() const {
  return m_tabs->menu();
}

void LowerViews::bringForward(ViewKind kind) {
  const auto view = std::find_if(m_views.begin(), m_views.end(),
                                 [kind](const View& one) { return one.kind == kind; });
  if (view != m_views.end()) {
    m_tabs->setCurrentIndex(view->tab);
  }
}

} // namespace backflow
