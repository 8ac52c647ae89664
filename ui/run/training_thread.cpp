// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_thread.h"

#include "ui/run/job_failure.h"
#include "ui/run/thread_priority.h"

#include <algorithm>
#include <exception>
#include <utility>
#include <variant>

namespace backflow {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int sampleCharacters = 240;
constexpr double sampleTemperature = 0.8;

std::string sampleOf(const Training& training) {
  return training.writeText(sampleCharacters, sampleTemperature,
                            static_cast<std::uint64_t>(training.update()));
}

} // namespace

TrainingThread::TrainingThread(std::function<void()> announce)
    : m_announce(std::move(announce)),
      m_thread([this](const std::stop_token& closing) { work(closing); }) {}

TrainingThread::~TrainingThread() {
  m_thread.request_stop();
  m_thread.join();
}

void TrainingThread::begin(int run, std::function<TrainingOrProblems()> make) {
  {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_orders, [](const QueuedOrder& one) { return !one.isSave; });
  }
  order([this, run, make = std::move(make)](std::unique_ptr<Training>& training) {
    training.reset();
    m_changes.clear();
    m_workingOn = run;
    TrainingOrProblems made = make();
    if (auto* problems = std::get_if<std::vector<FieldProblem>>(&made)) {
      tell([&](TrainingNews& news) { news.problems = std::move(*problems); });
      return;
    }
    training = std::get<std::unique_ptr<Training>>(std::move(made));
    tell([&](TrainingNews& news) {
      news.beginning = std::make_shared<TrainingHistory>(historyOf(*training));
      news.status = training->status();
      news.updates = training->scenario().training->updates;
      if (training->update() > 0) {
        news.text = sampleOf(*training);
        news.textUpdate = training->update();
      }
    });
  });
}

void TrainingThread::forget() {
  order([](std::unique_ptr<Training>& training) { training.reset(); });
}

void TrainingThread::play() {
  const std::lock_guard lock(m_mutex);
  m_plays = true;
  m_wake.notify_one();
}

void TrainingThread::pause() {
  const std::lock_guard lock(m_mutex);
  m_plays = false;
  m_steps = 0;
}

void TrainingThread::step() {
  const std::lock_guard lock(m_mutex);
  m_plays = false;
  m_steps = 1;
  m_wake.notify_one();
}

void TrainingThread::setInterval(std::chrono::nanoseconds interval) {
  const std::lock_guard lock(m_mutex);
  m_interval = interval;
  m_wake.notify_one();
}

void TrainingThread::setUpdates(int updates) {
  order([this, updates](std::unique_ptr<Training>& training) {
    if (training) {
      training->setUpdates(updates);
      tell([&](TrainingNews& news) {
        news.status = training->status();
        news.updates = updates;
      });
    }
  });
}

void TrainingThread::changeAt(int update, std::function<void(Training&)> change) {
  order([this, update, change = std::move(change)](std::unique_ptr<Training>& training) {
    if (training && training->update() + 1 >= update) {
      change(*training);
    } else if (training) {
      m_changes.emplace(update, change);
    }
  });
}

void TrainingThread::orderSave(Order save) {
  order(std::move(save), true);
}

void TrainingThread::order(Order carryOut, bool isSave) {
  const std::lock_guard lock(m_mutex);
  m_orders.push_back({std::move(carryOut), isSave});
  m_wake.notify_one();
}

void TrainingThread::carryOutSaves(std::unique_ptr<Training>& training) {
  std::deque<QueuedOrder> orders;
  {
    const std::lock_guard lock(m_mutex);
    orders.swap(m_orders);
  }
  for (const QueuedOrder& order : orders) {
    if (order.isSave) {
      order.carryOut(training);
    }
  }
}

void TrainingThread::guard(std::unique_ptr<Training>& training, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    training.reset();
    tell([&](TrainingNews& news) { news.problems = problemsOf(error); });
  }
}

void TrainingThread::work(const std::stop_token& closing) {
  yieldToWindow();
  std::unique_ptr<Training> training;
  Clock::time_point next = Clock::now();
  while (true) {
    QueuedOrder order;
    {
      std::unique_lock lock(m_mutex);
      const auto wantsUpdate = [&] {
        return training && training->status() == TrainingStatus::Running &&
               (m_plays || m_steps > 0);
      };
      while (m_orders.empty() && !closing.stop_requested()) {
        const auto interval = m_interval;
        if (!wantsUpdate()) {
          m_wake.wait(lock, closing, [&] { return !m_orders.empty() || wantsUpdate(); });
        } else if (m_steps > 0 || interval.count() == 0 || Clock::now() >= next) {
          break;
        } else {
          m_wake.wait_until(lock, closing, next, [&] {
            return !m_orders.empty() || !wantsUpdate() || m_interval != interval;
          });
          next = m_interval < interval ? Clock::now() : next;
        }
      }
      if (closing.stop_requested()) {
        break;
      }
      if (!m_orders.empty()) {
        order = std::move(m_orders.front());
        m_orders.pop_front();
      } else {
        m_steps = std::max(0, m_steps - 1);
        next = std::max(next, Clock::now() - m_interval) + m_interval;
      }
    }
    guard(training, [&] { order.carryOut ? order.carryOut(training) : makeUpdate(*training); });
  }
  carryOutSaves(training);
}

void TrainingThread::makeUpdate(Training& training) {
  for (auto [first, last] = m_changes.equal_range(training.update() + 1); first != last; ++first) {
    first->second(training);
  }
  const UpdateRecord record = training.step();
  std::string text;
  if (record.heldOut) {
    text = sampleOf(training);
  }
  tell([&](TrainingNews& news) {
    news.records.push_back(record);
    news.events = training.events();
    news.status = training.status();
    news.updates = training.scenario().training->updates;
    if (!text.empty()) {
      news.text = std::move(text);
      news.textUpdate = record.update;
    }
  });
}

void TrainingThread::tell(const std::function<void(TrainingNews&)>& change) {
  const std::lock_guard lock(m_mutex);
  if (m_news.run != m_workingOn) {
    m_news = TrainingNews{};
    m_news.run = m_workingOn;
  }
  change(m_news);
  m_news.isEmpty = false;
  if (!std::exchange(m_isAnnounced, true)) {
    m_announce();
  }
}

TrainingNews TrainingThread::takeNews() {
  TrainingNews news;
  const std::lock_guard lock(m_mutex);
  std::swap(news, m_news);
  m_news.run = news.run;
  m_isAnnounced = false;
  return news;
}

} // namespace backflow
