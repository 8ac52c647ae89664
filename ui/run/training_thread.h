// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"
#include "ui/state/training_history.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace backflow {

/// What a training has recorded since it was last asked.
struct TrainingNews {
  int run = 0; ///< number of the begin() that it belongs to
  std::shared_ptr<TrainingHistory> beginning;
  std::vector<UpdateRecord> records;
  std::vector<TrainingEvent> events;
  TrainingStatus status = TrainingStatus::Running;
  int updates = 0;
  std::string text;
  int textUpdate = 0;
  std::vector<FieldProblem> problems; ///< if there are any, the training has ended with them
  bool isEmpty = true;
};

/// A thread that carries out a training: orders as they come, else one update after another. None
/// of its functions waits for an update.
class TrainingThread {
 public:
  /// Gets no training where there is none.
  using Order = std::function<void(std::unique_ptr<Training>&)>;

  /// `announce` is called in the thread when there are news, once until they are taken, which it
  /// may not do itself.
  explicit TrainingThread(std::function<void()> announce);
  /// Saves that were ordered are carried out first.
  ~TrainingThread();
  TrainingThread(const TrainingThread&) = delete;
  TrainingThread& operator=(const TrainingThread&) = delete;

  /// Makes a training in place of the one before, of which only saves are still carried out.
  void begin(int run, std::function<TrainingOrProblems()> make);
  void forget();
  void play();
  void pause();
  /// One update, then none.
  void step();
  /// Between the beginnings of two updates; none: as fast as possible.
  void setInterval(std::chrono::nanoseconds interval);
  void setUpdates(int updates);
  /// At that update, or the next if it has been made.
  void changeAt(int update, std::function<void(Training&)> change);
  /// At the end of the running update, even if it is the last.
  void orderSave(Order save);

  TrainingNews takeNews();

 private:
  struct QueuedOrder {
    Order carryOut;
    bool isSave = false; ///< is carried out even if the training ends
  };

  void order(Order carryOut, bool isSave = false);
  void work(const std::stop_token& closing);
  void carryOutSaves(std::unique_ptr<Training>& training);
  /// Does it; what goes wrong, such as too little memory, ends the training and is told.
  void guard(std::unique_ptr<Training>& training, const std::function<void()>& work);
  void makeUpdate(Training& training);
  /// Changes the news under the lock, and announces them.
  void tell(const std::function<void(TrainingNews&)>& change);

  std::function<void()> m_announce;

  std::mutex m_mutex; ///< guards these
  std::condition_variable_any m_wake;
  std::deque<QueuedOrder> m_orders;
  bool m_plays = false;
  int m_steps = 0;
  std::chrono::nanoseconds m_interval{0};
  TrainingNews m_news;
  bool m_isAnnounced = false;

  int m_workingOn = 0;                                          ///< these are the thread's own
  std::multimap<int, std::function<void(Training&)>> m_changes; ///< by the update to come before
  std::jthread m_thread;
};

} // namespace backflow
