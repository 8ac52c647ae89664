// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_driver.h"

#include "tests/support/temporary_folder.h"
#include "ui/window/lower_views.h"

#include <qcustomplot.h>

#include <QEventLoop>
#include <QMouseEvent>
#include <QSlider>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <stdexcept>

namespace backflow::bench {

namespace {

constexpr double lowestGain = 0.8;
constexpr double highestGain = 1.3;
constexpr int patienceMs = 15'000;

void sendMouse(QWidget& widget, QEvent::Type type, QPointF place, Qt::MouseButton button,
               Qt::MouseButtons buttons) {
  QMouseEvent event(type, place, widget.mapToGlobal(place), button, buttons, Qt::NoModifier);
  QApplication::sendEvent(&widget, &event);
}

void sendWheel(QWidget& widget, QPointF place, int notches) {
  QWheelEvent event(place, widget.mapToGlobal(place), {}, QPoint(0, 120 * notches), Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&widget, &event);
}

void pause(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
  loop.exec();
}

} // namespace

WindowDriver::WindowDriver(WatchedApplication& application)
    : m_application(application), m_window(std::make_unique<MainWindow>(libraryGroups())),
      m_watch(std::make_unique<PictureWatch>(*m_window, application)),
      m_slider(m_window->findChild<QSlider*>(QStringLiteral("gainSlider"))) {
  m_watch->setFinished([this](double gain) {
    m_hasFinished = true;
    m_finishedGain = gain;
    ++m_pictures;
  });
  m_window->resize(1280, 800);
  m_window->show();
  wait();
}

WindowDriver::~WindowDriver() {
  m_watch.reset();
}

void WindowDriver::wait() {
  m_hasFinished = false;
  QEventLoop loop;
  QTimer late;
  late.setSingleShot(true);
  QObject::connect(&late, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
  late.start(patienceMs);
  // The event loop is left at the first event after the paint: it may be this timer's.
  while (!m_hasFinished) {
    loop.processEvents(QEventLoop::WaitForMoreEvents);
    if (!late.isActive()) {
      throw std::runtime_error("the window showed no picture of " + m_watch->missing());
    }
  }
}

OpeningResult WindowDriver::open(const std::string& scenario) {
  const TemporaryFolder folder;
  const auto file = folder.write("bench.backflow.json", scenario);
  OpeningResult result;
  m_application.startWatching();
  const auto start = WatchedApplication::Clock::now();
  m_window->openFile(file);
  if (m_window->state().scenario() == m_window->trace()->scenario) {
    throw std::runtime_error("the window did not open the scenario");
  }
  do {
    wait();
  } while (m_window->trace()->scenario != m_window->state().scenario());
  result.milliseconds = millisecondsSince(start);
  result.absence = m_application.stopWatching();
  return result;
}

void WindowDriver::bringForward(ViewKind kind) {
  m_window->findChild<LowerViews*>()->bringForward(kind);
  pause(200);
}

void WindowDriver::press() {
  // Where the slider has it, by the same way as the hand: over the handle.
  const double share = m_window->state().scenario().weights.gain / 4;
  const double margin = 8;
  const QPointF place(margin + share * (m_slider->width() - 2 * margin), m_slider->height() / 2.0);
  sendMouse(*m_slider, QEvent::MouseButtonPress, place, Qt::LeftButton, Qt::LeftButton);
  const auto xOf = [&](double gain) {
    return static_cast<int>(margin + gain / 4 * (m_slider->width() - 2 * margin));
  };
  m_lowX = xOf(lowestGain);
  m_highX = xOf(highestGain);
  m_x = std::clamp(static_cast<int>(place.x()), m_lowX, m_highX);
}

/// To the next pixel that gives another value.
void WindowDriver::moveToNext() {
  const double before = m_window->state().scenario().weights.gain;
  for (int tries = 0; tries < 50; ++tries) {
    if (m_x + m_step > m_highX || m_x + m_step < m_lowX) {
      m_step = -m_step;
    }
    m_x += m_step;
    sendMouse(*m_slider, QEvent::MouseMove, QPointF(m_x, m_slider->height() / 2.0), Qt::NoButton,
              Qt::LeftButton);
    if (m_window->state().scenario().weights.gain != before) {
      return;
    }
  }
  throw std::runtime_error("the slider of the gain does not follow the mouse");
}

void WindowDriver::release() {
  sendMouse(*m_slider, QEvent::MouseButtonRelease, QPointF(m_x, m_slider->height() / 2.0),
            Qt::LeftButton, Qt::NoButton);
}

std::vector<double> WindowDriver::changeGain(int changes) {
  std::vector<double> times;
  press();
  pause(300);
  for (int k = 0; k < changes; ++k) {
    const auto start = WatchedApplication::Clock::now();
    moveToNext();
    const double gain = m_window->state().scenario().weights.gain;
    do {
      wait();
    } while (m_finishedGain != gain);
    times.push_back(millisecondsSince(start));
    pause(3 + k % 7); // a hand is in no step with the screen
  }
  release();
  return times;
}

DragResult WindowDriver::dragGain(int interval, double seconds) {
  DragResult result;
  press();
  pause(300);
  QTimer hand;
  hand.setTimerType(Qt::PreciseTimer);
  hand.setInterval(interval);
  QObject::connect(&hand, &QTimer::timeout, m_slider, [this] { moveToNext(); });
  hand.start();
  pause(300);
  m_pictures = 0;
  m_application.startWatching();
  const auto start = WatchedApplication::Clock::now();
  pause(static_cast<int>(seconds * 1000));
  result.picturesASecond = m_pictures * 1000 / millisecondsSince(start);
  result.absence = m_application.stopWatching();
  hand.stop();
  release();
  wait();
  pause(100);
  return result;
}

std::vector<double> WindowDriver::zoomAndPan(int frames, Absence& absence) {
  auto* flow = m_window->findChild<PlotView*>(QStringLiteral("gradientFlow"));
  auto* plot = flow->findChild<QCustomPlot*>();
  const QPointF middle(plot->width() * 0.6, plot->height() * 0.5);
  std::vector<double> times;
  const auto frame = [&](const std::function<void()>& act) {
    const double before = plot->xAxis->range().lower + plot->xAxis->range().size() * 1e3;
    m_watch->expectNewDrawing();
    const auto start = WatchedApplication::Clock::now();
    act();
    if (plot->xAxis->range().lower + plot->xAxis->range().size() * 1e3 == before) {
      throw std::runtime_error("the plot does not follow the wheel and the mouse");
    }
    wait();
    times.push_back(millisecondsSince(start));
  };
  m_application.startWatching();
  const int third = std::max(1, frames / 3);
  for (int k = 0; k < third; ++k) {
    // In and out again, never so far that nothing would change.
    const bool inwards = k % 40 < 20;
    frame([&] { sendWheel(*plot, middle, inwards ? 1 : -1); });
  }
  for (int k = 0; k < 10; ++k) {
    frame([&] { sendWheel(*plot, middle, 1); });
  }
  const double room = plot->width() * 0.3;
  sendMouse(*plot, QEvent::MouseButtonPress, middle, Qt::RightButton, Qt::RightButton);
  for (int k = 1; k <= third; ++k) {
    const double x = middle.x() - room * (1 - std::abs(1 - 2.0 * (k % 60) / 60)) - 1 - k % 2;
    frame([&] {
      sendMouse(*plot, QEvent::MouseMove, QPointF(x, middle.y()), Qt::NoButton, Qt::RightButton);
    });
  }
  sendMouse(*plot, QEvent::MouseButtonRelease, middle, Qt::RightButton, Qt::NoButton);
  absence = m_application.stopWatching();
  return times;
}

} // namespace backflow::bench
