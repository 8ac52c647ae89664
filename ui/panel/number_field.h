// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/slider_scale.h"

#include <QLineEdit>

namespace backflow {

/// A field for a number, typed with a point or a comma. What is not a number stays in the field
/// for mending; Escape brings the value back, Up and Down step along the scale.
class NumberField : public QLineEdit {
  Q_OBJECT

 public:
  explicit NumberField(const QString& name, QWidget* parent = nullptr);

  /// Steps of Up and Down, and whether only whole numbers are right.
  void setScale(const SliderScale& scale);
  /// The least and the most that whole numbers may be.
  void setWholeLimits(double least, double most);
  void setWidthInDigits(int digits);

  /// Shows `value`, unless the user is typing.
  void setValue(double value);
  double value() const { return m_value; }
  /// What stands in the field if nothing else is typed.
  QString shownText() const;
  bool isBeingTyped() const { return m_edited && hasFocus(); }
  /// What is typed is of a scenario that there is no more.
  void forgetTyping();
  /// Takes what is typed. False if it is not right, and stays for mending.
  bool settle();
  /// The sentence that says what this field takes.
  QString expectation() const;

 signals:
  void valueEntered(double value);
  void textRejected(const QString& text);
  /// The text is again that of the value.
  void textRestored();
  /// What comes next is another step of undo.
  void editEnded();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void commit();
  void step(int steps);
  void restore();
  void fitWidth();

  SliderScale m_scale = SliderScale::linear(0, 1, 100);
  double m_value = 0;
  double m_leastWhole = 0;
  double m_mostWhole = 9007199254740991; ///< 2⁵³ − 1
  int m_widthInDigits = 7;
  bool m_edited = false;
};

} // namespace backflow
