// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QWidget>

#include <array>
#include <functional>

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

  /// A place in the window.
  using Target = std::function<QRect()>;
  /// What the hints are about: the gain's slider, the gradient flow, the exercises.
  void setTargets(const std::array<Target, count>& targets) { m_targets = targets; }
  /// Where the scenario gives its weights, the first hint says so in place of bidding to drag.
  void setGainUse(const std::function<bool()>& isUsed) { m_isGainUsed = isUsed; }
  void start();
  void finish();
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
  void place();
  QString words() const;

  std::array<Target, count> m_targets;
  std::function<bool()> m_isGainUsed = [] {
    return true;
  };
  int m_current = 0;
  QPointF m_tip; ///< of the pointer, in this widget
  QLabel* m_text;
  QLabel* m_number;
  QPushButton* m_next;
  QToolButton* m_close;
};

} // namespace backflow
