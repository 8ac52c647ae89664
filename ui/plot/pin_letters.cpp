// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pin_letters.h"

#include "ui/plot/curve_traces.h"
#include "ui/plot/marker_labels.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

/// A pinned curve's letter need not stand exactly at its end.
constexpr std::size_t columnsForLetters = 400;
/// Before the first step, where no plot reaches.
constexpr QPointF nowhere(std::numeric_limits<double>::lowest(), 0);

} // namespace

void PinLetters::draw(const NormPicture& picture, const Theme& theme) {
  for (std::size_t k = 0; k < picture.curves.size(); ++k) {
    if (picture.curves[k].role == CurveRole::Pinned) {
      const NormPin& pin = picture.pins[picture.curves[k].pin];
      m_letters.push_back({m_labels.add(pin.letter(), theme.pinnedColor(pin.slot), theme, nowhere,
                                        MarkerLabels::Leader::Line),
                           k});
    }
  }
}

void PinLetters::place(const NormPicture& picture) {
  const QCPRange& inSight = m_plot.xAxis->range();
  for (const Letter& letter : m_letters) {
    const NormCurve& curve = picture.curves[letter.curve];
    const std::vector<std::size_t> points = curve.values->levels.pointsOf(
        curve.log10(), stepIndexAt(inSight.lower), stepIndexAt(inSight.upper), columnsForLetters);
    const auto end = std::ranges::find_if(points, [&](std::size_t k) {
      const double height = curve.log10()[k];
      return inSight.contains(static_cast<double>(k) + 1) && height >= picture.lowest &&
             height <= picture.highest;
    });
    m_labels.move(letter.label, end == points.end()
                                    ? nowhere
                                    : QPointF(static_cast<double>(*end) + 1, curve.log10()[*end]));
  }
}

} // namespace backflow
