// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/overlay.h"

class QLabel;
class QTextBrowser;
class QToolButton;

namespace backflow {

/// The words of the window with their meanings, over the window.
class GlossaryPage : public Overlay {
  Q_OBJECT

 public:
  explicit GlossaryPage(QWidget* window);

  void setShown(bool shown);
  /// As large as the rest of the window.
  void setTypeSize(double points);

 protected:
  QSize sizeIn(const QSize& room) override;
  void changeEvent(QEvent* event) override;

 private:
  void nameParts();
  void fill();

  QLabel* m_title;
  QToolButton* m_close;
  QTextBrowser* m_words;
};

} // namespace backflow
