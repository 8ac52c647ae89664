// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_run.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/data_files.h"
#include "ui/run/job_failure.h"
#include "ui/run/thread_priority.h"

#include <QMetaObject>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

namespace backflow {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int screenMilliseconds = 16;
constexpr int sampleCharacters = 240;
constexpr double sampleTemperature = 0.8;

std::string sampleOf(const Training& training) {
  return training.writeText(sampleCharacters, sampleTemperature,
                            static_cast<std::uint64_t>(training.update()));
}

} // namespace

TrainingRun::TrainingRun(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& closing) { work(closing); }) {
  m_fetch.setSingleShot(true);
  m_fetch.setTimerType(Qt::PreciseTimer);
  m_fetch.setInterval(screenMilliseconds);
  connect(&m_fetch, &QTimer::timeout, this, &TrainingRun::takeNews);
}

TrainingRun::~TrainingRun() {
  m_thread.request_stop();
  m_thread.join();
}

void TrainingRun::begin(const Document& document) {
  // A saved state may lie in another folder than the scenario.
  beginWith([scenario = withDataNamedInFull(document.scenario, document.folder)] {
    return startTraining(scenario, {});
  });
}

void TrainingRun::resume(const std::string& state, const std::filesystem::path& folder) {
  beginWith([state, folder] { return resumeTraining(state, folder); });
}

void TrainingRun::beginWith(std::function<TrainingOrProblems()> make) {
  pause();
  m_isStopped = false;
  m_hasBegun = true;
  m_history.reset();
  m_pace = 0;
  const int run = ++m_run;
  {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_orders, [](const Order& one) { return !one.isSave; });
  }
  order([this, run, make = std::move(make)](std::unique_ptr<Training>& training) {
    training.reset();
    m_changes.clear();
    m_workingOn = run;
    TrainingOrProblems made = make();
    if (auto* problems = std::get_if<std::vector<FieldProblem>>(&made)) {
      tell([&](News& news) { news.problems = std::move(*problems); });
      return;
    }
    training = std::get<std::unique_ptr<Training>>(std::move(made));
    tell([&](News& news) {
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

void TrainingRun::play() {
  m_isPlaying = true;
  m_pace = 0;
  m_paceSince = Clock::now();
  m_paceFrom = m_history ? m_history->made() : 0;
  const std::lock_guard lock(m_mutex);
  m_plays = true;
  m_wake.notify_one();
}

void TrainingRun::pause() {
  m_isPlaying = false;
  const std::lock_guard lock(m_mutex);
  m_plays = false;
  m_steps = 0;
}

void TrainingRun::step() {
  pause();
  const std::lock_guard lock(m_mutex);
  m_steps = 1;
  m_wake.notify_one();
}

void TrainingRun::stop() {
  pause();
  m_isStopped = true;
}

void TrainingRun::clear() {
  stop();
  ++m_run;
  m_hasBegun = false;
  m_history.reset();
  order([](std::unique_ptr<Training>& training) { training.reset(); });
  emit advanced();
}

bool TrainingRun::canGoOn() const {
  return !m_isStopped && m_hasBegun && (!m_history || m_history->status == TrainingStatus::Running);
}

void TrainingRun::setSpeed(double updatesPerSecond) {
  const std::lock_guard lock(m_mutex);
  m_interval = updatesPerSecond > 0 ? std::chrono::duration_cast<std::chrono::nanoseconds>(
                                          std::chrono::duration<double>(1 / updatesPerSecond))
                                    : std::chrono::nanoseconds(0);
  m_wake.notify_one();
}

void TrainingRun::setRate(double rate) {
  setRateAt(0, rate);
}

void TrainingRun::setClip(const std::optional<ClipSpec>& clip) {
  setClipAt(0, clip);
}

void TrainingRun::setRateAt(int update, double rate) {
  changeAt(update, [rate](Training& training) { training.setRate(rate); });
}

void TrainingRun::setClipAt(int update, const std::optional<ClipSpec>& clip) {
  changeAt(update, [clip](Training& training) { training.setClip(clip); });
}

void TrainingRun::changeAt(int update, std::function<void(Training&)> change) {
  order([this, update, change = std::move(change)](std::unique_ptr<Training>& training) {
    if (training && training->update() + 1 >= update) {
      change(*training);
    } else if (training) {
      m_changes.emplace(update, change);
    }
  });
}

void TrainingRun::setUpdates(int updates) {
  order([this, updates](std::unique_ptr<Training>& training) {
    if (training) {
      training->setUpdates(updates);
      tell([&](News& news) {
        news.status = training->status();
        news.updates = updates;
      });
    }
  });
}

void TrainingRun::save(const std::filesystem::path& file) {
  const auto carryOut = [this, file](std::unique_ptr<Training>& training) {
    QString problem;
    try {
      if (training) {
        writeAtomically(file, [&](std::ostream& out) { training->save(out); });
      } else {
        problem = tr("There is no training to save.");
      }
    } catch (const std::exception& error) {
      problem = QString::fromStdString(error.what());
    }
    const QString name = QString::fromStdString(file.string());
    QMetaObject::invokeMethod(
        this, [this, name, problem] { emit saved(name, problem); }, Qt::QueuedConnection);
  };
  order(carryOut, true);
}

void TrainingRun::keep(const std::filesystem::path& file) {
  const auto carryOut = [this, file](const std::unique_ptr<Training>& training) {
    const auto before = Clock::now();
    try {
      if (training && training->update() > 0) {
        writeAtomically(file, [&](std::ostream& out) { training->save(out); });
      } else {
        std::error_code error;
        std::filesystem::remove(file, error);
      }
    } catch (const std::exception&) {
      // A full disk: the next time may go better, and nothing that was asked for has failed.
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - before);
    QMetaObject::invokeMethod(
        this, [this, took] { emit kept(took); }, Qt::QueuedConnection);
  };
  order(carryOut, true);
}

void TrainingRun::order(std::function<void(std::unique_ptr<Training>&)> carryOut, bool isSave) {
  const std::lock_guard lock(m_mutex);
  m_orders.push_back({std::move(carryOut), isSave});
  m_wake.notify_one();
}

void TrainingRun::carryOutSaves(std::unique_ptr<Training>& training) {
  std::deque<Order> orders;
  {
    const std::lock_guard lock(m_mutex);
    orders.swap(m_orders);
  }
  for (const Order& order : orders) {
    if (order.isSave) {
      order.carryOut(training);
    }
  }
}

void TrainingRun::guard(std::unique_ptr<Training>& training, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    training.reset();
    tell([&](News& news) { news.problems = problemsOf(error); });
  }
}

void TrainingRun::work(const std::stop_token& closing) {
  yieldToWindow();
  std::unique_ptr<Training> training;
  Clock::time_point next = Clock::now();
  while (true) {
    Order order;
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

void TrainingRun::makeUpdate(Training& training) {
  for (auto [first, last] = m_changes.equal_range(training.update() + 1); first != last; ++first) {
    first->second(training);
  }
  const UpdateRecord record = training.step();
  std::string text;
  if (record.heldOut) {
    text = sampleOf(training);
  }
  tell([&](News& news) {
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

void TrainingRun::tell(const std::function<void(News&)>& change) {
  const std::lock_guard lock(m_mutex);
  if (m_news.run != m_workingOn) {
    m_news = News{};
    m_news.run = m_workingOn;
  }
  change(m_news);
  m_news.isEmpty = false;
  if (!std::exchange(m_isAnnounced, true)) {
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (!m_fetch.isActive()) {
            m_fetch.start();
          }
        },
        Qt::QueuedConnection);
  }
}

void TrainingRun::takeNews() {
  News news;
  {
    const std::lock_guard lock(m_mutex);
    std::swap(news, m_news);
    m_news.run = news.run;
    m_isAnnounced = false;
  }
  if (news.isEmpty || news.run != m_run) {
    return;
  }
  if (!news.problems.empty()) {
    pause();
    m_isStopped = true;
    emit failed(news.problems);
    return;
  }
  if (news.beginning) {
    m_history = std::move(news.beginning);
    m_paceFrom = m_history->made();
  }
  if (!m_history) {
    return;
  }
  TrainingHistory& history = *m_history;
  history.records.insert(history.records.end(), std::make_move_iterator(news.records.begin()),
                         std::make_move_iterator(news.records.end()));
  if (!news.events.empty()) {
    history.events = std::move(news.events);
  }
  history.status = news.status;
  history.updates = news.updates;
  if (!news.text.empty()) {
    history.text = std::move(news.text);
    history.textUpdate = news.textUpdate;
  }
  measurePace(history.made());
  if (history.status != TrainingStatus::Running) {
    pause();
  }
  const auto before = Clock::now();
  emit advanced();
  // Where drawing takes long, at least half of the time is left for everything else.
  const auto spent = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - before);
  m_fetch.setInterval(std::max(std::chrono::milliseconds(screenMilliseconds), spent));
}

void TrainingRun::measurePace(int made) {
  constexpr std::chrono::duration<double> window{1};
  const std::chrono::duration<double> passed = Clock::now() - m_paceSince;
  if (m_isPlaying && made > m_paceFrom && (passed >= window || m_pace == 0)) {
    m_pace = (made - m_paceFrom) / std::max(passed.count(), 1e-9);
    if (passed >= window) {
      m_paceSince = Clock::now();
      m_paceFrom = made;
    }
  }
}

} // namespace backflow
