// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace backflow {

/// A list of choices that keeps its width whatever it shows, and that the wheel changes only when
/// it has the focus. `chosen` comes for what a user does, not for setCurrent().
class ChoiceBox : public QComboBox {
  Q_OBJECT

 public:
  explicit ChoiceBox(const QString& name, QWidget* parent = nullptr);

  /// Appends a choice, or renames the one with that key.
  void setChoice(int key, const QString& text);
  /// A choice that cannot be made by hand is grey and says why.
  void setChoiceEnabled(int key, bool enabled, const QString& reason);
  /// How wide it has to be for what is chosen.
  int widthOfChoice() const;
  void setCurrent(int key);

  template <class Enum> void setChoice(Enum value, const QString& text) {
    setChoice(static_cast<int>(value), text);
  }
  template <class Enum> void setCurrent(Enum value) { setCurrent(static_cast<int>(value)); }

  /// The list is as wide as its longest choice; the box itself may have to cut it short.
  void showPopup() override;

 signals:
  void chosen(int key);

 protected:
  void wheelEvent(QWheelEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
};

} // namespace backflow
