// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/cliff_lab.h"

#include "ui/panel/appearance.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/number_field.h"
#include "ui/plot/cliff_plot.h"
#include "ui/text/cliff_text.h"
#include "ui/text/problem_text.h"

#include <QEvent>
#include <QLabel>
#include <QMetaObject>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

constexpr double aboveZero = std::numeric_limits<double>::min();
constexpr double mostRate = 100;
constexpr double mostThreshold = 1e6;

/// As many decimals as the fields show, so that a start read from them gives the same descents.
double shownDecimals(double value) {
  return std::round(value * 1000) / 1000;
}

} // namespace

CliffLab::CliffLab(QWidget* parent)
    : QWidget(parent), m_reset(new QPushButton(this)), m_problem(new QLabel(this)),
      m_sentence(new QLabel(this)), m_plot(new CliffPlot(this)), m_thread([] {}) {
  m_controls = {
      control("cliffRate", &CliffSettings::rate, aboveZero, mostRate,
              SliderScale::logarithmic(0.001, mostRate)),
      control("cliffThreshold", &CliffSettings::threshold, aboveZero, mostThreshold,
              SliderScale::logarithmic(0.001, mostThreshold)),
      control("cliffStartW", &CliffSettings::startW, cliffFrame.least.w, cliffFrame.most.w,
              SliderScale::linear(cliffFrame.least.w, cliffFrame.most.w, 125)),
      control("cliffStartB", &CliffSettings::startB, cliffFrame.least.b, cliffFrame.most.b,
              SliderScale::linear(cliffFrame.least.b, cliffFrame.most.b, 70))};
  auto* row = new FlowLayout;
  for (Control& control : m_controls) {
    row->addWidget(oneWord({control.label, control.field}));
    connect(control.field, &NumberField::valueEntered, this,
            [this, &control](double value) { enter(control, value); });
    connect(control.field, &NumberField::textRejected, this, [this, &control] {
      control.problem = numberText();
      showProblem();
    });
    connect(control.field, &NumberField::textRestored, this, [this, &control] {
      control.problem.clear();
      showProblem();
    });
  }
  row->addWidget(m_reset);
  m_reset->setObjectName(QStringLiteral("cliffReset"));
  m_problem->setObjectName(QStringLiteral("cliffProblem"));
  m_problem->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("cliffSentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_plot->setObjectName(QStringLiteral("cliff"));

  auto* words = new QVBoxLayout;
  words->setContentsMargins(wideGap, wideGap, wideGap, 0);
  words->setSpacing(smallGap);
  words->addLayout(row);
  words->addWidget(m_problem);
  words->addWidget(m_sentence);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(smallGap);
  column->addLayout(words);
  column->addWidget(m_plot, 1);

  connect(m_reset, &QPushButton::clicked, this, [this] {
    for (Control& control : m_controls) {
      control.problem.clear();
    }
    apply(CliffSettings());
  });
  connect(m_plot, &CliffPlot::startChosen, this, [this](double w, double b) {
    CliffSettings settings = m_settings;
    settings.startW = shownDecimals(w);
    settings.startB = shownDecimals(b);
    m_controls[2].problem.clear();
    m_controls[3].problem.clear();
    apply(settings);
  });
  retranslate();
  fitPalette();
  showSettings();
}

CliffLab::~CliffLab() = default;

CliffLab::Control CliffLab::control(const char* name, double CliffSettings::*value, double least,
                                    double most, const SliderScale& scale) {
  auto* label = new QLabel(this);
  auto* field = new NumberField(QString::fromLatin1(name) + QStringLiteral("Field"), this);
  field->setScale(scale);
  field->setWidthInDigits(6);
  label->setBuddy(field);
  return {label, field, value, least, most, {}};
}

PlotView* CliffLab::plot() const {
  return m_plot;
}

void CliffLab::setTheme(const Theme& theme) {
  m_plot->setTheme(theme);
}

void CliffLab::enter(Control& control, double value) {
  if (value < control.least || value > control.most) {
    FieldProblem problem;
    problem.remedy = Remedy::Number;
    problem.least = control.least;
    problem.most = control.most;
    control.problem = remedyText(problem);
    showProblem();
    return;
  }
  control.problem.clear();
  CliffSettings settings = m_settings;
  settings.*control.value = value;
  apply(settings);
}

void CliffLab::apply(const CliffSettings& settings) {
  const bool changed = std::exchange(m_settings, settings) != settings;
  showSettings();
  if (changed) {
    request();
  }
}

void CliffLab::showSettings() {
  for (Control& control : m_controls) {
    if (control.problem.isEmpty()) {
      control.field->setValue(m_settings.*control.value);
    }
  }
  showProblem();
}

void CliffLab::showProblem() {
  QStringList problems;
  for (const Control& control : m_controls) {
    if (!control.problem.isEmpty()) {
      problems += control.label->text() + QStringLiteral(": ") + control.problem;
    }
    control.field->setAccessibleDescription(control.problem);
  }
  m_problem->setText(problems.join(QLatin1Char(' ')));
  m_problem->setVisible(!problems.isEmpty());
}

void CliffLab::request() {
  m_wasRequested = true;
  m_thread.request([this, settings = m_settings](const std::stop_token&) { compute(settings); });
}

void CliffLab::compute(const CliffSettings& settings) {
  auto study = std::make_shared<const CliffStudy>(studyCliff(settings));
  QMetaObject::invokeMethod(
      this,
      [this, study] {
        m_study = study;
        Findings findings;
        findings.cliff = m_study;
        m_plot->setFindings(findings);
        m_sentence->setText(cliffText(*m_study));
        emit studyReady(m_study);
      },
      Qt::QueuedConnection);
}

void CliffLab::retranslate() {
  m_controls[0].label->setText(tr("Learning rate η"));
  m_controls[1].label->setText(tr("Clipping threshold θ"));
  m_controls[2].label->setText(tr("Start w"));
  m_controls[3].label->setText(tr("Start b"));
  m_controls[0].field->setToolTip(tr("Each update goes this times the slope downhill."));
  m_controls[1].field->setToolTip(tr("A slope longer than this is shortened to it."));
  m_controls[2].field->setToolTip(tr("Click on the picture to choose a start there."));
  m_controls[3].field->setToolTip(tr("Click on the picture to choose a start there."));
  for (Control& control : m_controls) {
    control.field->setAccessibleName(control.label->text());
    control.problem.clear();
  }
  m_reset->setText(tr("Reset"));
  m_reset->setToolTip(tr("Back to the first rate, threshold and start"));
  showSettings();
  m_sentence->setText(m_study ? cliffText(*m_study) : tr("computing…"));
  fitFonts();
}

/// The space of two lines is always kept: the plot stays where it is while numbers change.
void CliffLab::fitFonts() {
  m_sentence->setMinimumHeight(2 * QFontMetrics(m_sentence->font()).lineSpacing());
}

void CliffLab::fitPalette() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, errorColor(colors));
  m_problem->setPalette(colors);
}

void CliffLab::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_wasRequested) {
    request();
  }
}

void CliffLab::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::PaletteChange) {
    fitPalette();
  } else if (event->type() == QEvent::FontChange) {
    fitFonts();
  }
}

} // namespace backflow
