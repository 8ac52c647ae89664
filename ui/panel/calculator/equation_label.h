// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace backflow {

/// Equations, each from a line of its own on. One that is too long goes on in the next line.
class EquationLabel : public QWidget {
  Q_OBJECT

 public:
  enum class Breaking { OneLine, AtSpaces };

  explicit EquationLabel(Breaking breaking, QWidget* parent = nullptr);

  void setEquations(const QStringList& markup);
  QString text() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return m_breaking == Breaking::AtSpaces; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QStringList brokenTo(int width) const;
  double lineHeight() const;

  Breaking m_breaking;
  QStringList m_markup;
};

} // namespace backflow
