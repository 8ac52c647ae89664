// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/seed_band.h"

#include "core/numeric/precision.h"
#include "core/unroll/experiment.h"
#include "core/unroll/network_run.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow {

double quantile(std::vector<double> numbers, double share) {
  std::sort(numbers.begin(), numbers.end(),
            [](double a, double b) { return std::isnan(b) ? !std::isnan(a) : a < b; });
  const double place = share * static_cast<double>(numbers.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double rest = place - std::floor(place);
  // Where a number is hit, the next one does not matter: 0 · inf would be NaN.
  return rest == 0 ? numbers[below] : (1 - rest) * numbers[below] + rest * numbers[below + 1];
}

SeedBandOrProblems seedBandOf(const Scenario& scenario, const std::filesystem::path& folder,
                              int seeds, const std::stop_token& stop,
                              const std::function<void(int done, int all)>& progress) {
  requireSubnormals();
  ExperimentBuilder builder;
  std::vector<std::vector<double>> curves;
  Scenario drawn = scenario;
  for (int k = 0; k < seeds; ++k) {
    drawn.weights.seed = scenario.weights.seed + static_cast<std::uint64_t>(k);
    auto prepared = builder.prepare(drawn, folder);
    if (auto* problems = std::get_if<std::vector<FieldProblem>>(&prepared)) {
      return std::move(*problems);
    }
    NetworkRun<double> run(std::get<Experiment>(prepared), {});
    if (!run.forward(stop) || !run.backwardOfStates(stop)) {
      return std::nullopt;
    }
    curves.push_back(std::move(run.referenceLog2));
    if (progress) {
      progress(k + 1, seeds);
    }
  }
  SeedBand band;
  band.seeds = seeds;
  std::vector<double> ofStep(curves.size());
  for (std::size_t index = 0; index < curves.front().size(); ++index) {
    std::transform(curves.begin(), curves.end(), ofStep.begin(),
                   [index](const std::vector<double>& curve) { return curve[index]; });
    band.lowerLog2.push_back(quantile(ofStep, 0.25));
    band.medianLog2.push_back(quantile(ofStep, 0.5));
    band.upperLog2.push_back(quantile(ofStep, 0.75));
  }
  return band;
}

} // namespace backflow
