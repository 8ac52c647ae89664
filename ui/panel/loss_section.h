// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

class QStackedWidget;

namespace backflow {

class ChoiceBox;
class NumberRow;
class SeedRow;

/// The loss whose gradient goes back.
class LossSection : public Section {
  Q_OBJECT

 public:
  explicit LossSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  QString givenText() const;
  QString targetText() const;

  ControlRow* m_kindRow;
  ChoiceBox* m_kind;
  ControlRow* m_placeRow;
  ChoiceBox* m_place;
  QStackedWidget* m_pages;
  SeedRow* m_seed;
  ControlRow* m_givenRow;
  ReadOnlyText* m_given;
  NumberRow* m_scale;
};

} // namespace backflow
