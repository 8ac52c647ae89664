// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/number_anatomy.h"
#include "ui/plot/theme.h"

#include <QWidget>

#include <string>
#include <vector>

namespace backflow {

/// The bits of one number, painted: sign, exponent and fraction in colours of their own with their
/// names, in groups that are broken into as many lines as the width asks for.
class BitFields : public QWidget {
  Q_OBJECT

 public:
  explicit BitFields(QWidget* parent = nullptr);

  void showNumber(const NumberAnatomy& number);
  void setTheme(const Theme& theme);
  const NumberAnatomy& number() const { return m_number; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Field { Sign, Exponent, Fraction };

  /// A run of bits that is not broken.
  struct Group {
    Field field;
    int first; ///< in the field
    QRectF place;
  };

  const std::string& bitsOf(Field field) const;
  QString nameOf(Field field) const;
  QColor colorOf(Field field) const;
  QFont bitFont() const;
  QSizeF cellSize() const;
  /// The groups laid out in `width`, and the height that this takes.
  std::vector<Group> groupsIn(int width, double& height) const;

  NumberAnatomy m_number;
  Theme m_theme;
};

} // namespace backflow
