// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/training_section.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/training_checks.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/panel/optimiser_section.h"
#include "ui/panel/training_edit.h"
#include "ui/text/enum_text.h"
#include "ui/text/task_text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QToolButton>
#include <QVBoxLayout>

namespace backflow {

namespace {

constexpr int noTask = -1;

SliderScale updateScale() {
  return SliderScale::logarithmicWhole(1, rules::updates.most);
}

NumberRow* numberRow(const char* name, const SliderScale& scale) {
  return new NumberRow(QString::fromLatin1(name), scale);
}

} // namespace

TrainingSection::TrainingSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent), m_taskRow(new ControlRow(ControlRow::Size::Compact)),
      m_task(new ChoiceBox(QStringLiteral("taskCombo"))),
      m_fileRow(new ControlRow(ControlRow::Size::Compact)),
      m_file(new ReadOnlyText(QStringLiteral("taskFile"))), m_chooseFile(new QToolButton),
      m_ahead(numberRow("monthsAhead", SliderScale::whole(1, rules::monthsAhead.most))),
      m_batch(numberRow("batch", SliderScale::logarithmicWhole(1, rules::batch.most))),
      m_updates(numberRow("updates", updateScale())),
      m_seed(new SeedRow(QStringLiteral("training"))),
      m_precisionRow(new ControlRow(ControlRow::Size::Compact)),
      m_precision(new ChoiceBox(QStringLiteral("trainingPrecisionCombo"))),
      m_regulariser(numberRow("regulariser", SliderScale::linear(0, 10, 100))),
      m_evaluateEvery(numberRow("evaluateEvery", updateScale())) {
  m_taskRow->addControl(m_task, 1);
  m_chooseFile->setObjectName(QStringLiteral("chooseTaskFile"));
  m_chooseFile->setText(QStringLiteral("…"));
  m_fileRow->addControl(m_file, 1);
  m_fileRow->addControl(m_chooseFile);
  m_precisionRow->addControl(m_precision, 1);
  addRows(state);
  connectControls();
  connectNumbers();
}

void TrainingSection::addRows(AppState& state) {
  addRow(m_taskRow, {QStringLiteral("training")});
  addRow(m_fileRow,
         {QStringLiteral("training.task.file"), QStringLiteral("training.task.columns")});
  addRow(m_ahead, {QStringLiteral("training.task.ahead")});
  // Made only now, so that the Tab key comes to it after the rows above.
  m_optimiser = new OptimiserSection(state, this);
  column()->addWidget(m_optimiser);
  addRow(m_batch, {QStringLiteral("training.batch")});
  addRow(m_updates, {QStringLiteral("training.updates")});
  addRow(m_seed, {QStringLiteral("training.seed")});
  addRow(m_precisionRow, {QStringLiteral("training.precision")});
  addRow(m_regulariser, {QStringLiteral("training.regulariser")});
  addRow(m_evaluateEvery, {QStringLiteral("training.evaluate_every")});
  m_always = {m_batch, m_updates, m_seed, m_precisionRow, m_regulariser, m_evaluateEvery};
}

void TrainingSection::connectControls() {
  connect(m_task, &ChoiceBox::chosen, this, [this](int task) {
    chooseTask(task == noTask ? std::nullopt : std::optional(static_cast<TaskKind>(task)));
  });
  connect(m_chooseFile, &QToolButton::clicked, this, &TrainingSection::chooseFile);
  connect(m_precision, &ChoiceBox::chosen, this, [this](int precision) {
    editOnce(m_precisionRow, QStringLiteral("training.precision"),
             ofTraining([precision](TrainingSpec& training) {
               training.precision = static_cast<Precision>(precision);
             }));
  });
}

void TrainingSection::connectNumbers() {
  const auto whole = [this](NumberRow* row, const QString& field, int TrainingSpec::*member) {
    bind(row, field, ofTraining([member](TrainingSpec& training, double number) {
           training.*member = static_cast<int>(number);
         }));
  };
  whole(m_batch, QStringLiteral("training.batch"), &TrainingSpec::batch);
  whole(m_updates, QStringLiteral("training.updates"), &TrainingSpec::updates);
  whole(m_evaluateEvery, QStringLiteral("training.evaluate_every"), &TrainingSpec::evaluateEvery);
  bind(m_ahead, QStringLiteral("training.task.ahead"),
       ofTraining([](TrainingSpec& training, double months) {
         training.task.ahead = static_cast<int>(months);
       }));
  bind(m_seed, QStringLiteral("training.seed"), ofTraining([](TrainingSpec& training, double seed) {
         training.seed = static_cast<std::uint64_t>(seed);
       }));
  bind(m_regulariser, QStringLiteral("training.regulariser"),
       ofTraining([](TrainingSpec& training, double factor) { training.regulariser = factor; }));
}

void TrainingSection::chooseTask(std::optional<TaskKind> task) {
  editOnce(m_taskRow, QStringLiteral("training.task.kind"), [&](Scenario& scenario) {
    if (!task) {
      scenario.training.reset();
      return;
    }
    if (!scenario.training) {
      scenario.training = m_last;
      // Its name is relative to the folder of its scenario, which may be another one by now.
      scenario.training->task.file.clear();
    }
    backflow::chooseTask(scenario, *task);
  });
}

void TrainingSection::chooseFile() {
  const TaskKind task = m_last.task.kind;
  const QString shipped = QString::fromStdString(shippedDataFile(task));
  const QString file = QFileDialog::getOpenFileName(
      this, tr("Choose the data of the task"), QFileInfo(shipped).path(),
      task == TaskKind::Agreement    ? tr("Templates (*.json);;All files (*)")
      : task == TaskKind::Characters ? tr("Texts (*.txt);;All files (*)")
                                     : tr("Tables (*.csv);;All files (*)"));
  if (!file.isEmpty()) {
    editOnce(m_fileRow, QStringLiteral("training.task.file"),
             ofTraining([&](TrainingSpec& training) { training.task.file = file.toStdString(); }));
  }
}

void TrainingSection::refresh() {
  const std::optional<TrainingSpec>& training = scenario().training;
  m_task->setCurrent(training ? static_cast<int>(training->task.kind) : noTask);
  m_taskRow->setHelp(training ? taskHelp(training->task.kind)
                              : tr("What the network is trained on. Without a task it is only "
                                   "run once, on its input and loss."));
  m_taskRow->setProblem({});
  for (ControlRow* row : m_always) {
    row->setVisible(training.has_value());
  }
  if (training) {
    m_last = *training;
  }
  refreshTask(m_last.task);
  m_optimiser->refresh();
  m_batch->setValue(m_last.batch);
  m_updates->setValue(m_last.updates);
  m_seed->setValue(static_cast<double>(m_last.seed));
  m_precision->setCurrent(m_last.precision);
  m_precisionRow->setProblem({});
  m_regulariser->setValue(m_last.regulariser);
  m_regulariser->setAvailable(canRegularise(scenario().network),
                              tr("Ω is defined for one layer of the simple RNN that reads "
                                 "forward."));
  m_evaluateEvery->setValue(m_last.evaluateEvery);
}

void TrainingSection::refreshTask(const TaskSpec& task) {
  const bool shown = scenario().training.has_value();
  const QString path = QString::fromStdString(task.file);
  m_fileRow->setVisible(shown && readsFile(task.kind));
  m_fileRow->setProblem({});
  m_file->showFile(path);
  m_ahead->setVisible(shown && task.kind == TaskKind::Sunspots);
  m_ahead->setValue(task.ahead);
}

void TrainingSection::retranslate() {
  setHeading(tr("Training"));
  m_taskRow->setLabel(tr("Task"));
  m_task->setChoice(noTask, tr("None"));
  for (const auto& [kind, name] : enumNames<TaskKind>()) {
    m_task->setChoice(kind, displayText(kind));
  }
  m_fileRow->setLabel(tr("Data"));
  m_fileRow->setHelp(tr("The file that the task's sequences are cut from."));
  m_chooseFile->setToolTip(tr("Choose the data of the task"));
  m_chooseFile->setAccessibleName(tr("Choose the data of the task"));
  m_ahead->setLabel(tr("Months ahead"));
  m_ahead->setHelp(tr("How many months after the last step the target lies."));
  m_optimiser->retranslate();
  m_batch->setLabel(tr("Batch B"));
  m_batch->setHelp(tr("B: the number of sequences over which an update takes the mean gradient."));
  m_updates->setLabel(tr("Updates"));
  m_updates->setHelp(tr("How many times the weights are updated."));
  m_seed->setLabel(tr("Seed"));
  m_seed->setHelp(tr("The same seed gives the same training sequences on every computer."));
  m_precisionRow->setLabel(tr("Trained in"));
  m_precisionRow->setHelp(tr("The number format (IEEE 754) of weights, states and gradients."));
  for (const Precision precision : {Precision::Float32, Precision::Float64}) {
    m_precision->setChoice(precision, displayText(precision));
  }
  m_regulariser->setLabel(tr("Factor of Ω"));
  m_regulariser->setHelp(
      tr("λ: the gradient gets λ·∂⁺Ω/∂W_h, the immediate part of the derivative of\n"
         "Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)²\n"
         "(Pascanu et al. 2013, equations 9 and 10); no unit. 0: without Ω."));
  m_evaluateEvery->setLabel(tr("Held-out every"));
  m_evaluateEvery->setHelp(tr("The number of updates between two looks at held-out sequences, "
                              "which training does not see."));
}

} // namespace backflow
