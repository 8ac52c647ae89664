// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace backflow {

/// The next entry of a legend stands to the right of the last one, or under it.
enum class LegendOrder { Across, Down };

/// How the entries of a legend are arranged.
struct LegendFit {
  bool isBeside = true; ///< the title
  LegendOrder order = LegendOrder::Across;
  int columns = 0;
  int lines = 0;
};

/// In the fewest lines, beside the title if that costs none. `entries`: their widths; they and the
/// room there is beside the title, and under it, are in pixels.
LegendFit fitLegend(const std::vector<int>& entries, int besideTitle, int underTitle);

} // namespace backflow
