// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/control_row.h"
#include "ui/panel/marked_slider.h"
#include "ui/panel/slider_scale.h"

#include <vector>

namespace backflow {

class NumberField;

/// A critical value that a slider marks.
struct ValueMark {
  double value;
  QString label;
};

/// A slider with a number field beside it, which also takes values beyond the slider's ends. The
/// setters are silent: signals come for what a user does.
class SliderRow : public ControlRow {
  Q_OBJECT

 public:
  /// The slider, field and check box are called name + "Slider", "Field" and "Check".
  SliderRow(const QString& name, Size size, const SliderScale& scale, Switch kind = Switch::None,
            QWidget* parent = nullptr);

  void setScale(const SliderScale& scale);
  void setMarks(const std::vector<ValueMark>& marks);
  /// Does not disturb who is typing.
  void setValue(double value);
  double value() const { return m_value; }
  /// Only for rows with a check box. What is off keeps its value, greyed.
  void setSwitchedOn(bool on);

  MarkedSlider* slider() const { return m_slider; }
  NumberField* field() const { return m_field; }

 signals:
  void valueEdited(double value);
  void switched(bool on);
  void resetRequested();
  /// What comes next is another step of undo.
  void editEnded();

 private:
  void settleSlider();
  void placeMarks();

  SliderScale m_scale;
  MarkedSlider* m_slider;
  NumberField* m_field;
  std::vector<ValueMark> m_marks;
  double m_value = 0;
};

} // namespace backflow
