// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_bar.h"

#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/file_choice.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/number_field.h"
#include "ui/plot/map_absence.h"
#include "ui/plot/shown_csv.h"
#include "ui/plot/view_names.h"
#include "ui/state/preferences.h"
#include "ui/text/file_name.h"
#include "ui/text/language.h"
#include "ui/text/scenario_text.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <utility>

namespace backflow {

namespace {

constexpr double leastPixels = 160;
constexpr double mostPixels = 16384;
constexpr int leastNewsLetters = 24;
constexpr const char* pictureEnding = "png"; ///< unless another one is typed
constexpr const char* numbersEnding = "csv";

QStringList endings() {
  return {QString::fromLatin1(pictureEnding), QStringLiteral("svg"), QStringLiteral("pdf"),
          QString::fromLatin1(numbersEnding)};
}

NumberField* wholeField(const QString& name, double value, double least, double most,
                        QWidget* parent) {
  auto* field = new NumberField(name, parent);
  field->setScale(SliderScale::whole(least, most));
  field->setWholeLimits(least, most);
  field->setWidthInDigits(6);
  field->setValue(value);
  return field;
}

/// Whether the findings hold what this view shows.
bool canShow(const Findings& findings, ViewKind view) {
  switch (view) {
  case ViewKind::GradientFlow:
  case ViewKind::States:
  case ViewKind::ParameterGradient:
  case ViewKind::Units:
  case ViewKind::Gates:
  case ViewKind::Attention:
  case ViewKind::Unroll:
  case ViewKind::Dashboard:
    break;
  case ViewKind::Influence:
    return findings.trace && findings.influence;
  case ViewKind::Spectrum:
    return findings.trace && findings.spectrum;
  case ViewKind::Training:
  case ViewKind::TrainingProfile:
    return findings.trace && !findings.trainings.empty();
  case ViewKind::Cliff:
    return findings.trace && findings.cliff;
  case ViewKind::PhaseDiagram:
    return findings.trace && findings.phase;
  }
  return findings.trace != nullptr;
}

} // namespace

ExportBar::ExportBar(QWidget* parent)
    : QFrame(parent), m_plotLabel(new QLabel), m_plot(new ChoiceBox(QStringLiteral("exportPlot"))),
      m_widthLabel(new QLabel),
      m_width(wholeField(QStringLiteral("exportWidth"), 1600, leastPixels, mostPixels, this)),
      m_heightLabel(new QLabel),
      m_height(wholeField(QStringLiteral("exportHeight"), 900, leastPixels, mostPixels, this)),
      m_dpiLabel(new QLabel), m_dpi(wholeField(QStringLiteral("exportDpi"), 150, 30, 1200, this)),
      m_caption(new QCheckBox), m_onWhite(new QCheckBox), m_save(new QPushButton),
      m_copy(new QPushButton), m_close(new QToolButton), m_news(new QLabel) {
  setFrameShape(QFrame::StyledPanel);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(wideGap, smallGap, smallGap, smallGap);
  layout->setSpacing(smallGap);
  auto* controls = new FlowLayout;
  controls->setSpacing(smallGap);
  m_plotLabel->setBuddy(m_plot);
  m_plot->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_widthLabel->setBuddy(m_width);
  m_heightLabel->setBuddy(m_height);
  m_dpiLabel->setBuddy(m_dpi);
  m_caption->setObjectName(QStringLiteral("exportCaption"));
  m_caption->setChecked(true);
  m_onWhite->setObjectName(QStringLiteral("exportOnWhite"));
  m_onWhite->hide();
  m_save->setObjectName(QStringLiteral("exportSave"));
  m_copy->setObjectName(QStringLiteral("exportCopy"));
  m_news->setObjectName(QStringLiteral("exportNews"));
  // What finds no room beside the controls gets a line of its own.
  m_news->setMinimumWidth(leastNewsLetters * fontMetrics().averageCharWidth());
  m_news->hide();
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  for (QWidget* word : std::initializer_list<QWidget*>{
           oneWord({m_plotLabel, m_plot}), oneWord({m_widthLabel, m_width}),
           oneWord({m_heightLabel, m_height}), oneWord({m_dpiLabel, m_dpi}), m_caption, m_onWhite,
           m_save, m_copy, m_news}) {
    controls->addWidget(word);
  }
  controls->setFiller(m_news);
  layout->addLayout(controls, 1);
  layout->addWidget(m_close, 0, Qt::AlignTop);
  for (const auto& [field, label] :
       {std::pair(m_width, m_widthLabel), {m_height, m_heightLabel}, {m_dpi, m_dpiLabel}}) {
    connect(field, &NumberField::valueEntered, this, [this, field = field](double value) {
      field->setValue(value);
      tell({}, false);
    });
    connect(field, &NumberField::textRejected, this, [this, field = field, label = label] {
      tell(label->text() + QStringLiteral(": ") + field->expectation(), true);
    });
    connect(field, &NumberField::textRestored, this, [this] { tell({}, false); });
  }
  connect(m_plot, &ChoiceBox::chosen, this, [this] { emit viewChosen(view()); });
  connect(m_save, &QPushButton::clicked, this, &ExportBar::saveAs);
  connect(m_copy, &QPushButton::clicked, this, &ExportBar::copy);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  retranslate();
}

void ExportBar::showFindings(const Findings& findings) {
  m_findings = findings;
}

void ExportBar::setTheme(ThemeKind theme) {
  m_theme = theme;
  m_onWhite->setVisible(lightOf(theme) != theme);
}

void ExportBar::setTimeCursor(int t) {
  m_time = t;
}

void ExportBar::setHiddenCurves(ViewKind view, const QSet<QString>& hidden) {
  m_hidden[view] = hidden;
}

PictureOptions ExportBar::options() const {
  PictureOptions result;
  result.width = static_cast<int>(m_width->value());
  result.height = static_cast<int>(m_height->value());
  result.dpi = static_cast<int>(m_dpi->value());
  result.language = currentLanguage();
  result.theme = m_onWhite->isChecked() ? lightOf(m_theme) : m_theme;
  result.time = m_time;
  result.caption = m_caption->isChecked();
  // The curves of a dashboard are those of the gradient flow.
  const auto hidden =
      m_hidden.find(view() == ViewKind::Dashboard ? ViewKind::GradientFlow : view());
  if (hidden != m_hidden.end()) {
    result.hidden = hidden->second;
  }
  return result;
}

ViewKind ExportBar::view() const {
  return static_cast<ViewKind>(m_plot->currentData().toInt());
}

void ExportBar::setView(ViewKind view) {
  m_plot->setCurrent(view);
}

bool ExportBar::hasView() {
  if (!canShow(m_findings, view())) {
    tell(tr("There is no plot yet."), true);
    return false;
  }
  const QString empty = emptyViewText(m_findings, view());
  tell(empty, true);
  return empty.isEmpty();
}

void ExportBar::tell(const QString& text, bool isProblem) {
  showWords(*m_news, text, isProblem);
  m_news->setVisible(!text.isEmpty());
}

QString ExportBar::suggestedName() const {
  return fileNameOf(m_findings.trace ? ScenarioText::title(m_findings.trace->scenario) : QString(),
                    nameOf(view()));
}

/// Before a picture is made with numbers that nobody gave.
bool ExportBar::hasNumbers() {
  const std::array fields{m_width, m_height, m_dpi};
  const auto wrong = std::ranges::find_if_not(fields, &NumberField::settle);
  if (wrong == fields.end()) {
    return true;
  }
  (*wrong)->setFocus();
  (*wrong)->selectAll();
  return false;
}

void ExportBar::saveAs() {
  if (!hasNumbers() || !hasView()) {
    return;
  }
  const QString folder =
      m_folder.isEmpty() ? Preferences::systemFolder(QStandardPaths::PicturesLocation) : m_folder;
  const QString pictures = tr("Pictures (*.png *.svg *.pdf)");
  const QString numbers = tr("Numbers (*.csv)");
  QFileDialog dialog(this, tr("Save the plot"), folder);
  dialog.setNameFilters({pictures, numbers});
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  const QString picture = QString::fromLatin1(pictureEnding);
  dialog.setDefaultSuffix(picture);
  connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
    const QString table = QString::fromLatin1(numbersEnding);
    const QString suffix = filter == numbers ? table : picture;
    dialog.setDefaultSuffix(suffix);
    // What was proposed with the other filter is of the other kind.
    const QFileInfo named(dialog.selectedFiles().value(0));
    const QString ending = named.suffix().toLower();
    if (endings().contains(ending) && (ending == table) != (filter == numbers)) {
      dialog.selectFile(named.completeBaseName() + QChar('.') + suffix);
    }
  });
  dialog.selectFile(suggestedName() + QChar('.') + picture);
  const QString file = askWhereToSave(dialog, endings());
  if (!file.isEmpty() && saveTo(file)) {
    m_folder = QFileInfo(file).absolutePath();
  }
}

bool ExportBar::saveTo(const QString& file) {
  if (!hasNumbers() || !hasView()) {
    return false;
  }
  if (!endings().contains(QFileInfo(file).suffix().toLower())) {
    tell(tr("%1: end it in .png, .svg, .pdf or .csv").arg(QFileInfo(file).fileName()), true);
    return false;
  }
  const bool wantsNumbers = file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
  const QString problem = wantsNumbers ? saveShownCsv(m_findings, view(), options().hidden, file)
                                       : renderPicture(m_findings, view(), options(), file);
  tell(problem.isEmpty() ? savedText({file}) : problem, !problem.isEmpty());
  return problem.isEmpty();
}

void ExportBar::copy() {
  if (!hasNumbers() || !hasView()) {
    return;
  }
  QApplication::clipboard()->setImage(pictureOf(m_findings, view(), options()));
  tell(tr("The plot is on the clipboard."), false);
}

QString ExportBar::nameOf(ViewKind view) {
  switch (view) {
  case ViewKind::GradientFlow:
    return tr("Gradient flow");
  case ViewKind::States:
    return tr("States");
  case ViewKind::ParameterGradient:
    return tr("Parameter gradient");
  case ViewKind::Unroll:
    return tr("Unrolled network");
  case ViewKind::Units:
    return tr("Units");
  case ViewKind::Gates:
    return tr("Gates");
  case ViewKind::Attention:
    return tr("Attention");
  case ViewKind::Influence:
    return tr("Influence");
  case ViewKind::Spectrum:
    return tr("Spectrum");
  case ViewKind::PhaseDiagram:
    return tr("Phase diagram");
  case ViewKind::Training:
    return tr("Training");
  case ViewKind::TrainingProfile:
    return tr("Profile in training");
  case ViewKind::Cliff:
    return tr("Cliff");
  case ViewKind::Dashboard:
    return tr("Dashboard: all in one");
  }
  return {};
}

void ExportBar::retranslate() {
  m_plotLabel->setText(tr("Plot"));
  for (const ViewKind view : enumValues<ViewKind>()) {
    m_plot->setChoice(view, nameOf(view));
  }
  m_widthLabel->setText(tr("Width, px"));
  m_heightLabel->setText(tr("Height, px"));
  m_dpiLabel->setText(tr("Resolution, dpi"));
  m_dpi->setToolTip(tr("Type and lines keep their size on paper at this resolution."));
  m_caption->setText(tr("Caption"));
  m_caption->setToolTip(tr("The scenario's settings and seed under the title of the picture"));
  m_onWhite->setText(tr("On white"));
  m_onWhite->setToolTip(tr("For paper: the picture is light though the window is dark"));
  m_save->setText(tr("Save as…"));
  m_save->setToolTip(tr("A picture as PNG, SVG or PDF, or the numbers behind it as CSV"));
  m_copy->setText(tr("Copy"));
  m_close->setToolTip(tr("Close (Esc); Ctrl+E brings it back"));
  m_close->setAccessibleName(tr("Close the export"));
}

void ExportBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    tell({}, false);
  }
  QFrame::changeEvent(event);
}

} // namespace backflow
