// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/kept_training.h"
#include "app/cli/option_number.h"
#include "app/cli/output_files.h"
#include "app/cli/resumed_training.h"
#include "app/cli/text_table.h"
#include "app/cli/training_progress.h"
#include "core/record/describe.h"
#include "core/train/training.h"
#include "core/train/training_csv.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace backflow {

namespace {

struct TrainArguments {
  std::string file;
  std::string out;
  std::string state;
  std::string resume;
  double stateEvery = 30; ///< seconds
  int updates = 0;
};

std::atomic<bool> wasInterrupted{false};

void interrupt(int) {
  wasInterrupted = true;
}

/// Ctrl-C, and what a batch system sends before it kills, end the loop, not the program, as long
/// as this lives.
class InterruptScope {
 public:
  InterruptScope()
      : m_interrupt(std::signal(SIGINT, interrupt)), m_terminate(std::signal(SIGTERM, interrupt)) {}
  ~InterruptScope() {
    std::signal(SIGINT, m_interrupt);
    std::signal(SIGTERM, m_terminate);
  }
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;

 private:
  using Handler = void (*)(int);
  Handler m_interrupt;
  Handler m_terminate;
};

std::unique_ptr<Training> newTraining(const std::string& file, int updates) {
  const Experiment experiment = experimentIn(file);
  TrainingOrProblems made = startTraining(experiment.scenario, folderOf(file));
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&made)) {
    throw BadInput(file + ": " + describe(*problems));
  }
  auto training = std::get<std::unique_ptr<Training>>(std::move(made));
  if (updates > 0) {
    training->setUpdates(updates);
  }
  return training;
}

std::unique_ptr<Training> trainingOf(const TrainArguments& arguments) {
  if (arguments.resume.empty()) {
    return newTraining(arguments.file, arguments.updates);
  }
  const ResumedTraining wanted{arguments.resume, arguments.file, arguments.updates};
  auto training = resume(wanted);
  tellOfSurprises(wanted, *training);
  return training;
}

std::string optionalText(const std::optional<double>& number) {
  return number ? fourDigits(*number) : std::string();
}

/// About twenty records: where held-out sequences were looked at, if anywhere, and both ends.
std::vector<const UpdateRecord*> shownRecords(const std::vector<UpdateRecord>& records) {
  constexpr std::size_t lines = 20;
  std::vector<const UpdateRecord*> candidates;
  const bool hasLooks = std::ranges::any_of(
      records, [](const UpdateRecord& record) { return record.heldOut.has_value(); });
  for (const UpdateRecord& record : records) {
    if (!hasLooks || record.heldOut || &record == &records.front() || &record == &records.back()) {
      candidates.push_back(&record);
    }
  }
  std::vector<const UpdateRecord*> shown;
  const std::size_t stride = std::max<std::size_t>(1, (candidates.size() + lines - 1) / lines);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == 0 || i + 1 == candidates.size() || i % stride == 0) {
      shown.push_back(candidates[i]);
    }
  }
  return shown;
}

void writeTable(const Training& training, std::ostream& out) {
  using Align = TextTable::Align;
  const std::vector<const UpdateRecord*> shown = shownRecords(training.records());
  const bool clips = training.scenario().clip.has_value();
  const bool hasAccuracy = std::ranges::any_of(
      shown, [](const UpdateRecord* record) { return record->accuracy.has_value(); });
  const bool hasError = !training.errorUnit().empty();
  std::vector<std::string> header{"update", "loss"};
  const auto addColumns = [&](std::vector<std::string>& row, const std::string& accuracy,
                              const std::string& norm, const std::string& clipped,
                              const std::string& heldOut, const std::string& heldOutAccuracy,
                              const std::string& error) {
    if (hasAccuracy) {
      row.push_back(accuracy);
    }
    row.push_back(norm);
    if (clips) {
      row.push_back(clipped);
    }
    row.push_back(heldOut);
    if (hasAccuracy) {
      row.push_back(heldOutAccuracy);
    }
    if (hasError) {
      row.push_back(error);
    }
  };
  addColumns(header, "accuracy", "norm", "clipped norm", "held-out loss", "held-out accuracy",
             "held-out RMSE, " + training.errorUnit());
  TextTable table(std::vector<Align>(header.size(), Align::Right));
  table.addRow(header);
  for (const UpdateRecord* record : shown) {
    const auto& score = record->heldOut;
    std::vector<std::string> row{std::to_string(record->update), fourDigits(record->loss)};
    addColumns(row, optionalText(record->accuracy), fourDigits(record->normBefore),
               fourDigits(record->normAfter), score ? fourDigits(score->loss) : "",
               score ? optionalText(score->accuracy) : "", score ? optionalText(score->error) : "");
    table.addRow(row);
  }
  table.write(out);
  out << "\nloss: mean over the batch, before the update; norm: of the whole gradient";
  out << (clips ? ", before and after clipping\n" : "\n");
}

void writeSummary(const Training& training, std::ostream& out) {
  const auto looked =
      std::ranges::find_if(training.records().rbegin(), training.records().rend(),
                           [](const UpdateRecord& record) { return record.heldOut.has_value(); });
  if (looked != training.records().rend()) {
    out << "held-out loss after update " << looked->update << ": "
        << fourDigits(looked->heldOut->loss);
    if (looked->heldOut->accuracy) {
      out << ", accuracy " << fourDigits(*looked->heldOut->accuracy);
    }
    if (looked->heldOut->error) {
      out << ", an RMSE of " << fourDigits(*looked->heldOut->error) << ' ' << training.errorUnit();
    }
    out << '\n';
  }
  out << "held-out loss of the plain guess (" << training.baselineName()
      << "): " << fourDigits(training.baselineLoss());
  if (!training.errorUnit().empty()) {
    out << ", an RMSE of " << fourDigits(training.baselineError()) << ' ' << training.errorUnit();
  }
  out << '\n';
  for (const TrainingEvent& event : training.events()) {
    out << "update " << event.update;
    if (event.sequence > 0) {
      out << ", sequence " << event.sequence;
    }
    out << ": " << describe(event.event) << '\n';
  }
  if (training.status() == TrainingStatus::Dead) {
    out << "the run died at update " << training.update()
        << ": a weight is inf or NaN, and so is all that comes after\n";
  }
  const std::string text = training.writeText(300, 0.8, 1);
  if (!text.empty()) {
    out << "\nwritten by the network (temperature 0.8):\n" << text << '\n';
  }
}

void trainCommand(const TrainArguments& arguments) {
  const OutputFile records{"--out", arguments.out};
  const OutputFile state{"--state", arguments.state};
  checkOutputs({arguments.file}, {records, state});
  checkOutputs({arguments.resume}, {records}); // a state may go on where it was
  const std::unique_ptr<Training> training = trainingOf(arguments);
  checkOutputs(dataReadBy(training->scenario(), folderOf(arguments.file)), {records, state});
  {
    const InterruptScope scope;
    TrainingProgress progress(*training);
    const std::chrono::duration<double> every(arguments.stateEvery);
    KeptTraining kept(*training, arguments.state,
                      std::chrono::duration_cast<KeptTraining::Clock::duration>(every));
    while (training->status() == TrainingStatus::Running && !wasInterrupted) {
      progress.show(training->step());
      kept.afterUpdate();
    }
  }
  if (!arguments.out.empty()) {
    writeOutput(arguments.out,
                [&](std::ostream& out) { writeTrainingCsv(training->records(), out); });
  }
  if (!arguments.state.empty()) {
    writeOutput(arguments.state, [&](std::ostream& out) { training->save(out); });
  }
  if (arguments.out != standardStream && arguments.state != standardStream) {
    writeOutput(standardStream, [&](std::ostream& out) {
      if (arguments.out.empty()) {
        writeTable(*training, out);
      }
      writeSummary(*training, out);
    });
  }
  if (wasInterrupted) {
    throw Failure(ExitStatus::Failed,
                  "stopped after update " + std::to_string(training->update()) +
                      (arguments.state.empty()
                           ? "; its weights are not kept: give --state NAME for that"
                           : "; --resume " + arguments.state + " goes on from there"));
  }
}

} // namespace

void addTrainCommand(CLI::App& app) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = app.add_subcommand(
      "train", "Train a scenario that has a task; Ctrl-C stops and writes what was asked for");
  command
      ->add_option("FILE", arguments->file, "Scenario (*.backflow.json), or - for standard input")
      ->required()
      ->check(problemOfName);
  command
      ->add_option("--out", arguments->out,
                   "Write a line for each update as CSV (- for standard output)")
      ->type_name("NAME")
      ->check(problemOfName);
  CLI::Option* state =
      command
          ->add_option("--state", arguments->state,
                       "Write the whole state, for --resume, now and then and at the end")
          ->type_name("NAME")
          ->check(problemOfName);
  command
      ->add_option("--state-every", arguments->stateEvery,
                   "How often the state is written meanwhile; 30 unless told")
      ->type_name("SECONDS")
      ->check(numberBetween(0.0, 1e6))
      ->needs(state);
  command
      ->add_option("--resume", arguments->resume,
                   "Go on from a state that --state wrote, with its own settings; FILE tells only "
                   "where data files are")
      ->type_name("NAME")
      ->check(problemOfName);
  command
      ->add_option("--updates", arguments->updates,
                   "How many updates in all, in place of the scenario's")
      ->type_name("NUMBER")
      ->check(numberBetween(1, 1000000));
  command->callback([arguments] { trainCommand(*arguments); });
}

} // namespace backflow
