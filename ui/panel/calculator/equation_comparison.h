// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/plot/theme.h"
#include "ui/text/equation_markup.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace backflow {

class ChoiceBox;
class EquationView;
class LabelledControl;
struct RoleMark;

/// The equations of GRU and LSTM beside each other, for exercise 8: the gate that plays a chosen
/// part is marked in both, and a sentence says where the likeness ends.
class EquationComparison : public QWidget {
  Q_OBJECT

 public:
  explicit EquationComparison(QWidget* parent = nullptr);

  void setTheme(const Theme& theme);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct RoleButton {
    std::optional<GateRole> role; ///< nothing: mark none
    QToolButton* button;
  };

  RoleMark markOf(GateRole role) const;
  void refresh();
  void retranslate();
  void arrange();
  void fitSentence();

  Theme m_theme;
  Variant m_variant = Variant::Course;
  std::optional<GateRole> m_role;
  ChoiceBox* m_variantBox;
  LabelledControl* m_labelledVariant;
  QLabel* m_question;
  std::vector<RoleButton> m_buttons;
  EquationView* m_gru;
  EquationView* m_lstm;
  QLabel* m_sentence;
};

} // namespace backflow
