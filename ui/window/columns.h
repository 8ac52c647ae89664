// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace backflow {

/// The plots between two panels. Until someone moves what parts them, the panels give way in a
/// narrow window, and the plots keep the larger part.
class Columns : public QSplitter {
  Q_OBJECT

 public:
  explicit Columns(QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  bool m_areMoved = false;
};

} // namespace backflow
