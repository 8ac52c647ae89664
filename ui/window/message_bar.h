// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace backflow {

/// One sentence on what went wrong or was done, above the plots: it blocks nothing and stays until
/// it is closed or the next one comes.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void showProblem(const QString& text);
  void showNews(const QString& text);
  QString text() const;

 private:
  void show(const QString& text, bool isProblem);

  QLabel* m_text;
};

} // namespace backflow
