// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QToolButton;

namespace backflow {

/// The three hints of the first start, one after the other, each beside what it is about. They
/// block nothing.
class Hints : public QWidget {
  Q_OBJECT

 public:
  static constexpr int count = 3;

  explicit Hints(QWidget* window);

  /// What the hints are about: the gain's slider, the gradient flow, the exercises.
  void setTargets(const std::array<QWidget*, count>& targets);
  void start();
  int current() const { return m_current; }

 signals:
  /// Seen to the end, or closed.
  void finished();

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void setWords();
  void showCurrent();
  void goOn();
  void finish();
  void place();
  QString words() const;

  std::array<QPointer<QWidget>, count> m_targets;
  int m_current = 0;
  QPointF m_tip; ///< of the pointer, in this widget
  QLabel* m_text;
  QLabel* m_number;
  QPushButton* m_next;
  QToolButton* m_close;
};

} // namespace backflow
