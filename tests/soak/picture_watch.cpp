// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/picture_watch.h"

#include "core/scenario/scenario_json.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/window/lower_views.h"
#include "ui/window/message_bar.h"

#include <qcustomplot.h>

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QResizeEvent>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow::test {

namespace {

/// With the sanitizers and on a busy machine; the longest run of a soak takes a few seconds.
constexpr int longestWaitMs = 180000;
/// Pictures are drawn when the event loop comes to it next.
constexpr int drawingMs = 30;
constexpr int longestDrawingMs = 5000;

bool areSame(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

bool areSame(const NormPicture& a, const NormPicture& b) {
  return a.horizon == b.horizon &&
         std::equal(a.curves.begin(), a.curves.end(), b.curves.begin(), b.curves.end(),
                    [](const NormCurve& x, const NormCurve& y) {
                      return x.role == y.role && x.precision == y.precision &&
                             areSame(x.log10(), y.log10());
                    });
}

/// A picture of few lines of type, or one whose legend leaves few, has no room for its axes and
/// labels: where it cuts them, and with that every dot of it, depends on how they were before.
bool hasRoom(const PlotView& view) {
  constexpr int fewestLines = 8;
  constexpr int fewestLinesOfCurves = 3;
  const int line = view.fontMetrics().height();
  const auto* plot = view.findChild<QCustomPlot*>();
  return view.isVisible() && view.width() > 0 && view.height() >= fewestLines * line &&
         (!plot || !plot->axisRect() || plot->axisRect()->height() >= fewestLinesOfCurves * line);
}

/// Whether nothing that a picture is made of has been exchanged meanwhile.
bool areTheSame(const Findings& a, const Findings& b) {
  return a.trace == b.trace && a.influence == b.influence && a.spectrum == b.spectrum &&
         a.seedBand == b.seedBand && a.pinned.size() == b.pinned.size();
}

/// Waits until the plots of the window have drawn what they were told: they take turns. Those that
/// follow a training never rest.
void waitForPlots(const QWidget& window) {
  bool drew = false;
  const QObject listener;
  for (const QCustomPlot* plot : window.findChildren<QCustomPlot*>()) {
    QObject::connect(plot, &QCustomPlot::afterReplot, &listener, [&drew] { drew = true; });
  }
  QElapsedTimer clock;
  clock.start();
  do {
    drew = false;
    QTest::qWait(drawingMs);
  } while (drew && clock.elapsed() < longestDrawingMs);
}

/// What the views show, once nothing new has come for long enough to draw the last that came.
Findings restingFindings(const LowerViews& lower) {
  Findings findings;
  do {
    findings = lower.findings();
    waitForPlots(*lower.window());
  } while (!areTheSame(findings, lower.findings()));
  return findings;
}

/// Has the view draw what it has, without telling it anything: as if its size had changed.
void drawOnceMore(const PlotView& view) {
  for (QCustomPlot* plot : view.findChildren<QCustomPlot*>()) {
    QResizeEvent event(plot->size(), plot->size());
    QCoreApplication::sendEvent(plot, &event);
  }
  waitForPlots(*view.window());
}

} // namespace

PictureWatch::PictureWatch(MainWindow& window, QString folder)
    : m_window(window), m_folder(std::move(folder)) {
  connect(&window, &MainWindow::traceShown, this, [this] { ++m_drawn; });
}

QString PictureWatch::where() const {
  return QStringLiteral(" (scenario “%1”)")
      .arg(QString::fromStdString(m_window.state().scenario().title));
}

void PictureWatch::fail(const QString& what) {
  m_failures += what + where();
}

bool PictureWatch::waitForTrace() {
  const auto& message = *m_window.findChild<MessageBar*>();
  const auto showsTheScenario = [this] {
    return m_window.trace() && m_window.trace()->scenario == m_window.state().scenario();
  };
  QElapsedTimer told; // how long a message, which may be another's, has stood there
  const bool ended = QTest::qWaitFor(
      [&] {
        if (!message.isVisible()) {
          told.invalidate();
        } else if (!told.isValid()) {
          told.start();
        }
        return showsTheScenario() || (told.isValid() && told.elapsed() > longestWaitMs / 10);
      },
      longestWaitMs);
  const bool rests = ended && showsTheScenario();
  if (!rests && told.isValid()) {
    ++m_problemsTold;
  } else if (!rests) {
    fail(QStringLiteral("the trace shown is not the scenario's after %1 s")
             .arg(longestWaitMs / 1000));
  }
  return rests;
}

void PictureWatch::look() {
  if (!waitForTrace()) {
    return;
  }
  comparePictureOfTheFlow();
  comparePictures();
}

/// The gradient flow's data against what the trace gives.
void PictureWatch::comparePictureOfTheFlow() {
  const auto& flow = *m_window.findChild<NormPlot*>(QStringLiteral("gradientFlow"));
  const auto& lower = *m_window.findChild<LowerViews*>();
  if (lower.findings().trace != m_window.trace()) {
    fail(QStringLiteral("the views below have another trace than the window"));
  }
  if (!areSame(flow.picture(), normPictureOf(lower.findings(), PlotKind::GradientFlow))) {
    fail(QStringLiteral("the gradient flow shows other numbers than the trace has"));
  }
  ++m_compared[QStringLiteral("gradient flow, its numbers")];
}

/// What is on the screen against what is there once it was drawn again and told everything again.
void PictureWatch::comparePictures() {
  auto& lower = *m_window.findChild<LowerViews*>();
  auto& time = *m_window.findChild<TimeBar*>();
  if (time.isPlaying()) {
    return; // the picture moves by itself
  }
  QList<PlotView*> views = {m_window.findChild<NormPlot*>(QStringLiteral("gradientFlow"))};
  if (!lower.wantsRoom()) {
    views += m_window.findChild<QTabWidget*>(QStringLiteral("lowerTabs"))
                 ->currentWidget()
                 ->findChildren<PlotView*>();
  }
  for (PlotView* view : views) {
    if (hasRoom(*view)) {
      compare(*view, lower, time);
    }
  }
}

void PictureWatch::compare(PlotView& view, LowerViews& lower, TimeBar& time) {
  const Findings before = restingFindings(lower);
  const int timeBefore = time.time();
  bool isBusy = false; // a word on it, over the plot, comes and goes by itself
  const auto grab = [&] {
    isBusy = isBusy || m_window.findChild<QLabel*>(QStringLiteral("busy"))->isVisible();
    return view.grab().toImage();
  };
  const QImage shown = grab();
  drawOnceMore(view);
  const QImage again = grab();
  view.setFindings(before);
  view.setTimeCursor(timeBefore);
  waitForPlots(m_window);
  const QImage anew = grab();
  const bool isStill = !isBusy && areTheSame(before, lower.findings()) &&
                       time.time() == timeBefore && shown.size() == anew.size() &&
                       again.size() == anew.size();
  if (!isStill) {
    return; // something came meanwhile
  }
  ++m_compared[view.objectName()];
  const auto number = m_failures.size();
  if (again != anew) {
    fail(view.objectName() + QStringLiteral(" is another picture once it is told all again"));
  } else if (shown != again) {
    fail(view.objectName() + QStringLiteral(" is another picture once it is drawn again"));
  } else {
    return;
  }
  const QDir folder(m_folder);
  folder.mkpath(QStringLiteral("."));
  const auto keep = [&](const QImage& picture, const QString& what) {
    picture.save(folder.filePath(QStringLiteral("%1-%2.png").arg(number).arg(what)));
  };
  keep(shown, QStringLiteral("shown"));
  keep(again, QStringLiteral("drawn-once-more"));
  keep(anew, QStringLiteral("told-again"));
}

} // namespace backflow::test
