// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_comparison.h"

#include "core/scenario/cell_traits.h"
#include "ui/plot/plotted_norms.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace backflow {

namespace {

/// A pinned run's norms at the steps of a picture of another horizon; NaN where it has none.
std::vector<double> fitted(const std::vector<double>& norms, const NormPin& pin, int horizon) {
  if (pin.horizon == horizon) {
    return norms;
  }
  std::vector<double> result(static_cast<std::size_t>(horizon),
                             std::numeric_limits<double>::quiet_NaN());
  const int shift = pin.alignsAtLoss ? horizon - pin.horizon : 0;
  for (int t = pin.first; t <= pin.last; ++t) {
    result[static_cast<std::size_t>(t) - 1] = norms[static_cast<std::size_t>(t - shift) - 1];
  }
  return result;
}

/// The curve of the widest precision as it was made when the run was not yet pinned; an empty one
/// if there is none.
NormCurve knownCurve(const PinnedRun& run, PlotKind kind) {
  if (!run.pictures) {
    return {};
  }
  const std::vector<NormCurve>& curves = run.pictures->of(kind).curves;
  const auto found = std::ranges::find_if(curves, [&](const NormCurve& curve) {
    return curve.role == CurveRole::Run && curve.precision == widestRun(*run.trace).precision;
  });
  return found == curves.end() ? NormCurve{} : *found;
}

} // namespace

void addPinned(const std::vector<PinnedRun>& pinned, PlotKind kind, NormPicture& picture) {
  for (const PinnedRun& run : pinned) {
    if (!run.isShown) {
      continue;
    }
    NormPin pin;
    pin.id = run.id;
    pin.slot = run.slot;
    pin.name = run.name;
    pin.horizon = run.trace->scenario.unroll.horizon;
    pin.alignsAtLoss = kind != PlotKind::States;
    const int shift = pin.alignsAtLoss ? picture.horizon - pin.horizon : 0;
    pin.first = std::max(1, 1 + shift);
    pin.last = std::min(picture.horizon, pin.horizon + shift);
    const RunTrace& widest = widestRun(*run.trace);
    NormCurve curve = pin.horizon == picture.horizon ? knownCurve(run, kind) : NormCurve{};
    if (curve.log10().empty()) {
      curve = curveOf(fitted(normsOf(widest, kind), pin, picture.horizon), CurveRole::Pinned,
                      widest.precision);
    }
    curve.role = CurveRole::Pinned;
    curve.pin = picture.pins.size();
    picture.pins.push_back(std::move(pin));
    picture.curves.push_back(std::move(curve));
  }
}

void addCells(const std::vector<OtherCell>& cells, NormPicture& picture) {
  // What belongs to the gates of one cell alone can make all the difference between them.
  const auto biasOf = [](const OtherCell& other) {
    return hasGate(other.network.cell, Gate::Forget) ? other.forgetBias : other.updateBias;
  };
  const bool tellsBias =
      std::ranges::any_of(cells, [&](const OtherCell& other) { return biasOf(other) != 0; });
  for (const OtherCell& other : cells) {
    NormCurve& curve =
        picture.curves.emplace_back(curveOfLog2(other.referenceLog2, CurveRole::OtherCell));
    curve.cell = other.network.cell;
    if (tellsBias && hasGates(curve.cell)) {
      curve.gateBias = biasOf(other);
    }
  }
}

void addSeedBand(const SeedBand& band, NormPicture& picture) {
  picture.seeds = band.seeds;
  picture.curves.push_back(curveOfLog2(band.lowerLog2, CurveRole::SeedLower));
  picture.curves.push_back(curveOfLog2(band.upperLog2, CurveRole::SeedUpper));
  picture.curves.push_back(curveOfLog2(band.medianLog2, CurveRole::SeedMedian));
}

} // namespace backflow
