// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace backflow {

class StudyWorker;

/// A word on how far a slow study is, with a button that stops it: there only while it takes long,
/// or to say why it failed.
class StudyProgress : public QWidget {
  Q_OBJECT

 public:
  explicit StudyProgress(StudyWorker& studies, QWidget* parent = nullptr);

  /// A study begins.
  void begin();
  /// What failed is no more what is asked for.
  void forgetFailure();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  QTimer m_delay;
  QLabel* m_words;
  QToolButton* m_stop;
  bool m_failed = false; ///< the words say why
};

} // namespace backflow
