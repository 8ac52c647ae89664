// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/job_thread.h"

#include "ui/run/thread_priority.h"

#include <exception>
#include <utility>

namespace backflow {

JobThread::JobThread(std::function<void()> finished)
    : m_finished(std::move(finished)),
      m_thread([this](const std::stop_token& closing) { work(closing); }) {}

JobThread::~JobThread() {
  stop();
  m_thread.request_stop();
  m_thread.join();
}

void JobThread::request(Job job) {
  {
    const std::lock_guard lock(m_mutex);
    m_waiting = std::move(job);
    m_superseded.request_stop();
  }
  m_wake.notify_one();
}

void JobThread::stopRunning() {
  const std::lock_guard lock(m_mutex);
  m_stopRunning.request_stop();
  m_superseded.request_stop();
}

void JobThread::stop() {
  const std::lock_guard lock(m_mutex);
  m_waiting.reset();
  m_stopRunning.request_stop();
  m_superseded.request_stop();
}

bool JobThread::isBusy() const {
  const std::lock_guard lock(m_mutex);
  return m_waiting || m_isRunning;
}

std::stop_token JobThread::superseded() const {
  const std::lock_guard lock(m_mutex);
  return m_superseded.get_token();
}

void JobThread::work(const std::stop_token& closing) {
  yieldToWindow();
  while (true) {
    std::stop_token stop;
    Job job;
    {
      std::unique_lock lock(m_mutex);
      if (!m_wake.wait(lock, closing, [this] { return m_waiting.has_value(); })) {
        return;
      }
      job = *std::exchange(m_waiting, std::nullopt);
      m_isRunning = true;
      m_stopRunning = std::stop_source();
      m_superseded = std::stop_source();
      stop = m_stopRunning.get_token();
    }
    try {
      job(stop);
    } catch (const std::exception&) {
      // Too little memory, most likely: the window must outlive it. What a job wants to tell of it
      // it tells itself.
    }
    {
      const std::lock_guard lock(m_mutex);
      m_isRunning = false;
    }
    m_finished();
  }
}

} // namespace backflow
