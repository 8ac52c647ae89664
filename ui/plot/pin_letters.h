// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <vector>

class QCustomPlot;

namespace backflow {

class MarkerLabels;

/// The letters of the pinned curves in a norm plot, among its other labels.
class PinLetters {
 public:
  PinLetters(QCustomPlot& plot, MarkerLabels& labels) : m_plot(plot), m_labels(labels) {}

  /// Forgets the letters; who clears the labels takes them away.
  void clear() { m_letters.clear(); }
  /// Adds a letter for each pinned curve; place() says where.
  void draw(const NormPicture& picture, const Theme& theme);
  /// At the end of each pinned curve: where it is farthest from the loss and still in sight. Before
  /// the labels are placed.
  void place(const NormPicture& picture);

 private:
  struct Letter {
    std::size_t label; ///< in m_labels
    std::size_t curve; ///< in the picture
  };

  QCustomPlot& m_plot;
  MarkerLabels& m_labels;
  std::vector<Letter> m_letters;
};

} // namespace backflow
