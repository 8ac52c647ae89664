// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

class QAction;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace backflow {

/// The time cursor that all plots have in common, with the values at it. It can play the backward
/// pass: the cursor then travels from the loss to t = 1.
class TimeBar : public QWidget {
  Q_OBJECT

 public:
  explicit TimeBar(QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  int time() const;
  /// As if a user moved the cursor: what plays is paused.
  void setTime(int t);

  /// Plays on from the cursor; from T where the cursor has arrived at t = 1.
  void play();
  void pause();
  void togglePlaying();
  bool isPlaying() const { return m_playing; }
  /// How long the way from T to t = 1 takes, whatever T is.
  void setPassDuration(std::chrono::milliseconds duration);

  QSize minimumSizeHint() const override;

 signals:
  void timeChanged(int t);
  void playingChanged(bool playing);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makePlayButton();
  void retranslate();
  void refresh();
  void refreshPlayButton();
  int widthBesideTrack() const;
  void fitReading();
  void advance();
  void moveTo(int t);
  void startClock();

  std::shared_ptr<const Trace> m_trace;
  QLabel* m_name;
  QToolButton* m_play;
  QMenu* m_speeds;
  QAction* m_slow = nullptr;
  QAction* m_normal = nullptr;
  QAction* m_fast = nullptr;
  QToolButton* m_back;
  QToolButton* m_forth;
  QSlider* m_slider;
  QLabel* m_reading;
  QTimer m_ticks;
  QElapsedTimer m_clock;
  std::chrono::milliseconds m_duration;
  int m_startedAt = 1;      ///< the cursor when m_clock was started
  bool m_followsEnd = true; ///< the cursor stands at T, whatever T a trace has
  bool m_playing = false;
  bool m_movesItself = false; ///< it is not a user who moves the cursor now
};

} // namespace backflow
