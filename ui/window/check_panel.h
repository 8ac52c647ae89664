// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/self_check.h"
#include "ui/run/check_worker.h"
#include "ui/window/overlay.h"

#include <QString>

#include <optional>

class QLabel;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace backflow {

/// Checks this computer and says the result in a sentence, with what was looked at below it.
class CheckPanel : public Overlay {
  Q_OBJECT

 public:
  explicit CheckPanel(QWidget* window);

  /// Shows it, and checks anew.
  void start();
  /// The sentence and all checks as plain text.
  QString text() const;

 signals:
  /// It shows what was found.
  void shown();

 protected:
  QSize sizeIn(const QSize& room) override;
  void changeEvent(QEvent* event) override;

 private:
  QString summary() const;
  QString list() const;
  void retranslate();
  void fill();

  CheckWorker m_worker;
  std::optional<SelfCheck> m_found; ///< none while it is checked
  QString m_failure;                ///< why it could not be checked
  QLabel* m_title;
  QToolButton* m_close;
  QLabel* m_summary;
  QTextBrowser* m_list;
  QPushButton* m_copy;
  QPushButton* m_again;
};

} // namespace backflow
