// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/control_row.h"
#include "ui/panel/slider_scale.h"

class QToolButton;

namespace backflow {

class NumberField;

/// A number field with its label. Its setter is silent: signals come for what a user does.
class NumberRow : public ControlRow {
  Q_OBJECT

 public:
  /// The field is called name + "Field". Its keys step along the scale.
  NumberRow(const QString& name, const SliderScale& scale, QWidget* parent = nullptr);

  void setValue(double value);
  NumberField* field() const { return m_field; }

 signals:
  void valueEdited(double value);
  void editEnded();

 private:
  NumberField* m_field;
};

/// The seed of a random generator, with a die that draws another one.
class SeedRow : public NumberRow {
  Q_OBJECT

 public:
  /// Field and die are called prefix + "seedField" and "seedDice".
  explicit SeedRow(const QString& prefix = {}, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void drawDie();

  QToolButton* m_dice;
};

} // namespace backflow
