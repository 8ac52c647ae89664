// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QWidget>

namespace backflow {

/// Stands around a part of the window whose words change with every move of a slider. A layout
/// tells the one around it of each such change, up to the window, which then lays out all that it
/// has; this one passes on only that the least size of the part is another.
class SizeBarrier : public QWidget {
 public:
  /// Takes the content over and gives it all of its room.
  explicit SizeBarrier(QWidget* content, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* m_content;
  QSize m_least; ///< as last told
};

} // namespace backflow
