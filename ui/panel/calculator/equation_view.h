// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/calculator/equation_painting.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace backflow {

/// Equations below each other under a title, with one role marked in all of them.
class EquationView : public QWidget {
  Q_OBJECT

 public:
  explicit EquationView(const QString& name, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  void setEquations(const QStringList& markup);
  /// `mark` tells which role stands out and how; nothing for none.
  void setMark(const std::optional<RoleMark>& mark);

  /// The letters that the mark stands out on, line by line: "Γu", "1 − Γu".
  QStringList markedText() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QFont titleFont() const;
  QFont equationFont() const;
  void describe();

  QString m_title;
  QStringList m_markup;
  std::vector<std::vector<EquationRun>> m_equations;
  std::optional<RoleMark> m_mark;
};

} // namespace backflow
