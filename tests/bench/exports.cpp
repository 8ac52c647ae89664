// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/exports.h"

#include "core/unroll/network_run.h"
#include "core/unroll/sweep.h"
#include "tests/bench/batch_workload.h"
#include "tests/bench/export_file.h"

#include <numeric>
#include <stdexcept>

namespace backflow::bench {

namespace {

struct Wanted {
  std::string kind;
  CellKind cell = CellKind::Rnn;
  int hidden = 0;
};

Wanted wantedBy(const std::string& name) {
  for (const char* kind : {"run", "batch"}) {
    for (const CellKind cell : allCells) {
      for (const int hidden : allSizes) {
        if (std::string(kind) + "/" + nameOf(cell) + "/" + std::to_string(hidden) == name) {
          return {kind, cell, hidden};
        }
      }
    }
  }
  throw std::invalid_argument("no workload " + name);
}

template <class Scalar> void addRunNorms(const Experiment& experiment, ExportFile& file) {
  NetworkRun<Scalar> run(experiment, {});
  run.forward({});
  run.backward({});
  file.add("norms_" + nameOfPrecision<Scalar>(), run.trace.steps.gradientNorm);
}

template <class Scalar> void addBatchNorms(const BatchWorkload& workload, ExportFile& file) {
  const WeightList<Scalar> weights = weightsOf<Scalar>(workload);
  BatchNetwork<Scalar> network = networkOf<Scalar>(workload);
  network.forward(weights, workload.batch);
  network.backward(weights, workload.batch, 0);
  file.add("norms_" + nameOfPrecision<Scalar>(), network.profile());
}

/// Under the names of PyTorch's cells.
void addWeights(const Parameters& weights, ExportFile& file) {
  for (const NamedMatrix& weight : weights) {
    const std::string& name = weight.name;
    file.add(name == "W_h"   ? "weight_hh"
             : name == "W_x" ? "weight_ih"
             : name == "b"   ? "bias_ih"
                             : name,
             weight.values);
  }
}

ExportFile runExport(const Wanted& wanted) {
  ExportFile file;
  const int horizon = horizonFor(wanted.hidden);
  const Experiment experiment = experimentOf(healthyScenario(wanted.cell, wanted.hidden, horizon));
  file.head = {{"steps", horizon}, {"batch", 1}};
  addWeights(experiment.weights, file);
  file.add("input", experiment.input.transpose());
  file.add("injected", experiment.injected.transpose());
  addRunNorms<float>(experiment, file);
  addRunNorms<double>(experiment, file);
  return file;
}

ExportFile batchExport(const Wanted& wanted) {
  ExportFile file;
  const BatchWorkload workload = batchWorkload(wanted.cell, wanted.hidden);
  const int horizon = batchHorizonFor(wanted.hidden);
  file.head = {{"steps", horizon}, {"batch", batchSize}};
  addWeights(workload.weights, file);
  Eigen::MatrixXd inputs(Eigen::Index{horizon} * batchSize, inputSize);
  for (int t = 0; t < horizon; ++t) {
    inputs.middleRows(Eigen::Index{t} * batchSize, batchSize) =
        workload.batch.inputs[static_cast<std::size_t>(t)].transpose();
  }
  file.add("input", inputs);
  file.add("target", workload.batch.targets.front().transpose());
  addBatchNorms<float>(workload, file);
  addBatchNorms<double>(workload, file);
  return file;
}

ExportFile sweepExport() {
  ExportFile file;
  const SweepSpec spec = sweepSpec();
  const auto count = static_cast<Eigen::Index>(cellCount(spec));
  const Eigen::Index hidden = spec.scenario.network.hidden;
  Eigen::MatrixXd recurrent(count * hidden, hidden);
  Eigen::MatrixXd fromInput(count * hidden, inputSize);
  std::vector<double> gains;
  std::vector<std::int64_t> cells(static_cast<std::size_t>(count));
  std::iota(cells.begin(), cells.end(), std::int64_t{0});
  ExperimentBuilder builder;
  for (Eigen::Index i = 0; i < count; ++i) {
    const SweepCell cell = cellAt(spec, i);
    const auto prepared = builder.prepare(std::get<Scenario>(scenarioOf(spec, cell)), {});
    const auto& experiment = std::get<Experiment>(prepared);
    recurrent.middleRows(i * hidden, hidden) = parameter(experiment.weights, "W_h");
    fromInput.middleRows(i * hidden, hidden) = parameter(experiment.weights, "W_x");
    gains.push_back(cell.values.front());
    if (i == 0) {
      file.add("input", experiment.input.transpose());
      file.add("injected", experiment.injected.transpose());
    }
  }
  std::vector<double> ratios(static_cast<std::size_t>(count));
  runSweep(spec, cells, 0, [&ratios](const CellResult& result) {
    ratios[static_cast<std::size_t>(result.cell.index)] = result.ratioLog10;
  });
  file.head = {{"kind", "sweep"},
               {"cell", "rnn"},
               {"hidden", hidden},
               {"steps", spec.scenario.unroll.horizon},
               {"batch", count}};
  file.add("weight_hh", recurrent);
  file.add("weight_ih", fromInput);
  file.add("gains", gains);
  file.add("ratios_log10", ratios);
  return file;
}

} // namespace

void exportWorkload(const std::string& name, const std::filesystem::path& file) {
  if (name == "sweep") {
    sweepExport().write(file);
    return;
  }
  const Wanted wanted = wantedBy(name);
  ExportFile result = wanted.kind == "run" ? runExport(wanted) : batchExport(wanted);
  result.head["kind"] = wanted.kind;
  result.head["cell"] = nameOf(wanted.cell);
  result.head["hidden"] = wanted.hidden;
  result.write(file);
}

} // namespace backflow::bench
