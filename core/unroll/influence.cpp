// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/influence.h"

#include "core/unroll/network_run.h"

namespace backflow {

std::optional<Eigen::MatrixXd> influenceOf(const Experiment& experiment,
                                           const std::stop_token& stop,
                                           const std::function<void(int done, int all)>& progress) {
  NetworkRun<double> run(experiment, {});
  if (!run.forward(stop)) {
    return std::nullopt;
  }
  const int horizon = experiment.scenario.unroll.horizon;
  const bool everyStep = experiment.scenario.loss.at == LossPlace::Every;
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(horizon, horizon);
  for (int t = everyStep ? 1 : horizon; t <= horizon; ++t) {
    const std::vector<double> norms = run.influenceOf(t, stop);
    if (norms.empty()) {
      return std::nullopt;
    }
    result.row(t - 1) = Eigen::Map<const Eigen::RowVectorXd>(norms.data(), horizon);
    if (progress) {
      progress(everyStep ? t : 1, everyStep ? horizon : 1);
    }
  }
  return result;
}

} // namespace backflow
