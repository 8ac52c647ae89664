// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/marker_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace backflow {

namespace {

/// 0 for the most important.
int rankOf(EventKind kind) {
  switch (kind) {
  case EventKind::NanOnset:
  case EventKind::OverflowInf:
  case EventKind::UnderflowZero:
    return 0;
  case EventKind::NormOverflow:
  case EventKind::NormUnderflow:
  case EventKind::ClipNonfinite:
    return 1;
  case EventKind::ThresholdVanish:
  case EventKind::ThresholdExplode:
  case EventKind::UnderflowSubnormal:
    return 2;
  case EventKind::Saturation:
    break;
  }
  return 3;
}

} // namespace

std::vector<MarkerWords> wordsOf(const std::vector<NormMarker>& markers) {
  std::vector<MarkerWords> result;
  // By what is said beside the precision: of a state or gradient no unit and no gate.
  std::map<std::tuple<EventKind, int, std::string>, std::size_t> told;
  for (const NormMarker& marker : markers) {
    const Event& event = marker.event;
    if (event.kind == EventKind::NanOnset) {
      continue;
    }
    const QString precision = QString::fromUtf8(nameOf(event.precision).data());
    const auto [at, isNew] = told.try_emplace(
        {event.kind, event.t, isOfWeights(event) ? event.quantity : std::string()}, result.size());
    if (isNew) {
      result.push_back({&marker, {precision}, event.kind == EventKind::Saturation});
    } else if (!result[at->second].precisions.contains(precision)) {
      result[at->second].precisions << precision;
    }
  }
  // The first unit of a precision that saturates is news, those of other gates are less so.
  std::map<std::pair<EventKind, Precision>, int> count;
  std::vector<std::tuple<int, int, std::size_t>> order;
  for (std::size_t k = 0; k < result.size(); ++k) {
    const Event& event = result[k].marker->event;
    order.emplace_back(rankOf(event.kind), count[{event.kind, event.precision}]++, k);
  }
  std::ranges::sort(order);
  std::vector<MarkerWords> sorted;
  for (const auto& [rank, nth, k] : order) {
    sorted.push_back(std::move(result[k]));
  }
  return sorted;
}

} // namespace backflow
