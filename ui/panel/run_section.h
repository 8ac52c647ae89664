// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

class QCheckBox;

namespace backflow {

/// In which precisions to run, and from where on a gradient is called vanished or exploded.
class RunSection : public Section {
  Q_OBJECT

 public:
  explicit RunSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  struct PrecisionBox {
    Precision precision;
    QCheckBox* box;
  };
  void editPrecisions();

  ControlRow* m_precisionRow;
  std::vector<PrecisionBox> m_boxes;
  NumberRow* m_vanish;
  NumberRow* m_explode;
};

} // namespace backflow
