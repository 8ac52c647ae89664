// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/legend_fit.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace backflow {

namespace {

/// Whether entries so wide fit a width, each column being as wide as its widest entry.
bool fits(const std::vector<int>& entries, const LegendFit& fit, int width) {
  std::vector<int> widest(static_cast<std::size_t>(fit.columns), 0);
  for (std::size_t k = 0; k < entries.size(); ++k) {
    const std::size_t column = fit.order == LegendOrder::Across
                                   ? k % widest.size()
                                   : k / static_cast<std::size_t>(fit.lines);
    widest[column] = std::max(widest[column], entries[k]);
  }
  return std::accumulate(widest.begin(), widest.end(), 0) <= width;
}

/// In the fewest lines, and in as few columns as that takes, so that no entry stands alone if that
/// can be: row by row, or else column by column. Long names stand next to each other in a legend,
/// and in one column they leave the others narrow.
LegendFit fitIn(const std::vector<int>& entries, bool isBeside, int width) {
  const auto count = static_cast<int>(entries.size());
  for (int lines = 1; lines < count; ++lines) {
    const int least = (count + lines - 1) / lines;
    for (int columns = least; (count + columns - 1) / columns == lines && columns <= count;
         ++columns) {
      const LegendFit across{isBeside, LegendOrder::Across, columns, lines};
      if (fits(entries, across, width)) {
        return across;
      }
    }
    const LegendFit down{isBeside, LegendOrder::Down, least, lines};
    if (fits(entries, down, width)) {
      return down;
    }
  }
  return {isBeside, LegendOrder::Across, 1, count};
}

} // namespace

LegendFit fitLegend(const std::vector<int>& entries, int besideTitle, int underTitle) {
  if (entries.empty()) {
    return {};
  }
  const LegendFit beside = fitIn(entries, true, besideTitle);
  const LegendFit below = fitIn(entries, false, underTitle);
  const bool fitsBeside = *std::ranges::max_element(entries) <= besideTitle;
  return fitsBeside && beside.lines <= below.lines ? beside : below;
}

} // namespace backflow
