// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace backflow {

/// A thread that works on one request at a time: the running job finishes, then the newest request
/// runs, and those between are dropped.
class JobThread {
 public:
  using Job = std::function<void(const std::stop_token&)>;

  /// `finished` is called in the thread after every job, also after one that an exception ended.
  explicit JobThread(std::function<void()> finished);
  /// Stops the running job and waits for it.
  ~JobThread();
  JobThread(const JobThread&) = delete;
  JobThread& operator=(const JobThread&) = delete;

  void request(Job job);
  void stopRunning();
  /// Stops the running job and forgets the waiting one.
  void stop();
  bool isBusy() const;
  /// For the running job, of work that nobody needs once there is something newer to do: asks for
  /// its end as soon as a newer request waits, or all are stopped.
  std::stop_token superseded() const;

 private:
  void work(const std::stop_token& closing);

  mutable std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::function<void()> m_finished;
  std::optional<Job> m_waiting;
  bool m_isRunning = false;
  std::stop_source m_stopRunning;
  std::stop_source m_superseded;
  std::jthread m_thread;
};

} // namespace backflow
