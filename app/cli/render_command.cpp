// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/render_command.h"

#include "app/cli/drawable_view.h"
#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/option_number.h"
#include "app/cli/output_files.h"
#include "app/cli/sweep_progress.h"
#include "app/cli/training_progress.h"
#include "app/cli/watched_run.h"
#include "core/scenario/field_problem.h"
#include "core/theory/recurrent_criteria.h"
#include "core/unroll/influence.h"
#include "core/unroll/other_cells.h"
#include "core/unroll/run.h"
#include "core/unroll/sweep.h"
#include "ui/plot/export.h"
#include "ui/plot/view_names.h"
#include "ui/text/language.h"

#include <CLI/CLI.hpp>
#include <QApplication>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace backflow {

namespace {

/// As given; read only once the whole command line is known.
struct RenderArguments {
  std::string file;
  std::string out;
  std::string plot = "gradient-flow";
  std::string width = "1280";
  std::string height = "720";
  std::string dpi = "96";
  std::string language = "en";
  std::string theme = "light";
  std::string fontScale = "1";
  std::string time; ///< empty: T
  bool comparesCells = false;
};

template <class Value> using Choices = std::vector<std::pair<std::string, Value>>;

/// "gradient-flow, states, … or dashboard"
template <class Value> std::string namesIn(const Choices<Value>& choices) {
  std::string list;
  for (std::size_t k = 0; k < choices.size(); ++k) {
    list += (k == 0 ? "" : k + 1 == choices.size() ? " or " : ", ") + choices[k].first;
  }
  return list;
}

Choices<ViewKind> views() {
  Choices<ViewKind> all;
  for (const ViewKind kind : enumValues<ViewKind>()) {
    all.emplace_back(enumName(kind), kind);
  }
  return all;
}

Choices<ThemeKind> themes() {
  return {{"light", ThemeKind::Light},
          {"dark", ThemeKind::Dark},
          {"projector", ThemeKind::Projector},
          {"projector-dark", ThemeKind::ProjectorDark}};
}

Choices<QString> spokenLanguages() {
  Choices<QString> all;
  for (const Language& language : languages()) {
    all.emplace_back(language.code.toStdString(), language.code);
  }
  return all;
}

template <class Value>
Value choiceFrom(const char* option, const std::string& text, const Choices<Value>& choices) {
  FieldProblem problem;
  for (const auto& [name, value] : choices) {
    if (name == text) {
      return value;
    }
    problem.choices.push_back(name);
  }
  problem.field = option;
  problem.value = text;
  problem.complaint = "is not offered";
  problem.remedy = Remedy::Choice;
  throw BadInput(describe(problem));
}

void requirePictureName(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  std::ranges::transform(extension, extension.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  if (extension != ".png" && extension != ".svg" && extension != ".pdf") {
    throw BadInput("--out: " + file +
                   " does not say what to draw; give a name that ends in .png, .svg or .pdf");
  }
}

std::shared_ptr<const SpectrumStudy> spectrumOf(const Experiment& experiment, int time) {
  auto study = std::make_shared<SpectrumStudy>();
  study->scenario = experiment.scenario;
  study->analysis = analyse(experiment).value();
  study->time = time;
  study->step = stepSpectrum(experiment, time);
  return study;
}

/// Trains the scenario to its end.
std::shared_ptr<const TrainingHistory> trainedHistory(const RenderArguments& arguments,
                                                      const Scenario& scenario) {
  auto started = startTraining(scenario, folderOf(arguments.file));
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&started)) {
    throw BadInput(arguments.file + ": " + describe(*problems));
  }
  const auto& training = std::get<std::unique_ptr<Training>>(started);
  TrainingProgress progress(*training);
  while (training->status() == TrainingStatus::Running) {
    progress.show(training->step());
  }
  return std::make_shared<const TrainingHistory>(historyOf(*training));
}

/// The diagram with the settings that the window begins with, or the first parameter that fits.
std::shared_ptr<const PhaseStudy> phaseStudyOf(const RenderArguments& arguments,
                                               const Scenario& scenario) {
  PhaseSettings settings;
  for (const PhaseParameter parameter :
       {PhaseParameter::InputDeviation, PhaseParameter::InputAmplitude,
        PhaseParameter::InputGain}) {
    if (canVary(scenario, parameter)) {
      settings = withRangeFor(settings, parameter);
      break;
    }
  }
  auto study = std::make_shared<PhaseStudy>();
  study->parameter = settings.parameter;
  study->spec = sweepOf({scenario, folderOf(arguments.file)}, settings);
  study->present = placeOf(scenario, study->spec, settings.parameter);
  std::vector<FieldProblem> problems = validate(study->spec);
  if (problems.empty()) {
    const std::int64_t count = cellCount(study->spec);
    study->cells.resize(static_cast<std::size_t>(count));
    SweepProgress progress(0, study->cells.size());
    problems = runSweep(study->spec, cellsOfShard(count, 1, 1), 0, [&](const CellResult& result) {
      study->cells[static_cast<std::size_t>(result.cell.index)] =
          PhaseCell{result.cell.index, result.ratioLog10, result.fate};
      ++study->done;
      progress.advance();
    });
  }
  if (!problems.empty()) {
    throw BadInput(arguments.file + ": " + describe(problems));
  }
  return study;
}

/// What the window would have computed for this view.
Findings findingsOf(const RenderArguments& arguments, ViewKind view) {
  const Experiment experiment = experimentIn(arguments.file);
  if (const auto problem = problemOfView(experiment.scenario, view)) {
    throw BadInput(arguments.file + ": " + describe(*problem));
  }
  const int horizon = experiment.scenario.unroll.horizon;
  const int time =
      arguments.time.empty() ? horizon : numberFrom("--time", arguments.time, 1, horizon);
  RunOptions options;
  options.keepStates = view == ViewKind::Units || view == ViewKind::Gates;
  Trace trace = watchedRun(experiment, options);
  trace.criteria = RecurrentCriteria().of(experiment);
  if (arguments.comparesCells) {
    ExperimentBuilder builder;
    trace.otherCells =
        runOtherCells(builder, experiment.scenario, folderOf(arguments.file)).value();
    if (trace.otherCells.empty()) {
      throw BadInput(arguments.file + ": weights.init: \"explicit\" weights fit their own cell "
                                      "alone; give drawn weights for --compare-cells");
    }
  }
  Findings findings;
  findings.trace = std::make_shared<const Trace>(std::move(trace));
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
    findings.influence = std::make_shared<const InfluenceStudy>(
        InfluenceStudy{experiment.scenario, influenceOf(experiment).value()});
    break;
  case ViewKind::Spectrum:
    findings.spectrum = spectrumOf(experiment, time);
    break;
  case ViewKind::Training:
  case ViewKind::TrainingProfile:
    findings.trainings = {trainedHistory(arguments, experiment.scenario)};
    break;
  case ViewKind::Cliff:
    findings.cliff = std::make_shared<const CliffStudy>(studyCliff({}));
    break;
  case ViewKind::PhaseDiagram:
    findings.phase = phaseStudyOf(arguments, experiment.scenario);
    break;
  }
  return findings;
}

void renderCommand(const RenderArguments& arguments) {
  requirePictureName(arguments.out);
  const std::vector<OutputFile> outputs{{"--out", arguments.out}};
  checkOutputs({arguments.file}, outputs);
  const auto view = choiceFrom("--plot", arguments.plot, views());
  if (arguments.comparesCells && view != ViewKind::GradientFlow && view != ViewKind::Dashboard) {
    throw BadInput("--compare-cells: has no effect on --plot " + arguments.plot +
                   "; give --plot gradient-flow or dashboard, or leave it out");
  }
  PictureOptions options;
  options.width = numberFrom("--width", arguments.width, 160, 16384);
  options.height = numberFrom("--height", arguments.height, 160, 16384);
  options.dpi = numberFrom("--dpi", arguments.dpi, 30, 1200);
  options.fontScale = numberFrom("--font-scale", arguments.fontScale, 0.5, 4.0);
  options.language = choiceFrom("--lang", arguments.language, spokenLanguages());
  options.theme = choiceFrom("--theme", arguments.theme, themes());

  // Before Qt starts: it sets the C library's locale, and files have decimal points in every one.
  const Findings findings = findingsOf(arguments, view);
  checkOutputs(dataReadBy(findings.trace->scenario, folderOf(arguments.file)), outputs);
  if (!arguments.time.empty()) {
    options.time = numberFrom("--time", arguments.time, 1, findings.trace->scenario.unroll.horizon);
  }

  // Qt's remarks on the surroundings (fonts, locale, runtime folder) are no errors of the user's.
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int count = 1;
  char name[] = "backflow-cli";
  char* values[] = {name, nullptr};
  const QApplication application(count, values);
  useLanguage(options.language); // whichever: words in English have their plurals there too
  const QString error =
      renderPicture(findings, view, options, QString::fromStdString(arguments.out));
  if (!error.isEmpty()) {
    throw BadInput(error.toStdString());
  }
}

} // namespace

void addRenderCommand(CLI::App& app) {
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App* command =
      app.add_subcommand("render", "Draw a scenario's run as the window exports it");
  command
      ->add_option("FILE", arguments->file, "Scenario (*.backflow.json), or - for standard input")
      ->required()
      ->check(problemOfName);
  command->add_option("--out", arguments->out, "Picture to write: *.png, *.svg or *.pdf")
      ->required()
      ->type_name("NAME");
  command
      ->add_option("--plot", arguments->plot,
                   namesIn(views()) + "; training and training-profile train first")
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--width", arguments->width, "In pixels, 160 to 16384")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--height", arguments->height, "In pixels, 160 to 16384")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--dpi", arguments->dpi, "Pixels an inch, 30 to 1200")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--lang", arguments->language, namesIn(spokenLanguages()))
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--theme", arguments->theme, namesIn(themes()))
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--font-scale", arguments->fontScale, "Size of the text, 0.5 to 4")
      ->capture_default_str()
      ->type_name("NUMBER");
  command
      ->add_option("--time", arguments->time,
                   "Time step of the spectrum and of the unrolled network, 1 to T; T if not given")
      ->type_name("NUMBER");
  command->add_flag("--compare-cells", arguments->comparesCells,
                    "RNN, GRU and LSTM in the gradient flow");
  command->callback([arguments] { renderCommand(*arguments); });
}

} // namespace backflow
