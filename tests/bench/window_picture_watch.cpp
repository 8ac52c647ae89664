// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_picture_watch.h"

#include "ui/plot/plot_view.h"
#include "ui/window/lower_views.h"

#include <qcustomplot.h>

#include <algorithm>

namespace backflow::bench {

PictureWatch::PictureWatch(MainWindow& window, WatchedApplication& application)
    : m_window(window), m_application(application) {
  connect(&window, &MainWindow::traceShown, this, &PictureWatch::begin);
  auto* lower = window.findChild<LowerViews*>();
  connect(lower, &LowerViews::findingsChanged, this, &PictureWatch::noteStudies);
  m_lower = lower;
  for (PlotView* view : window.findChildren<PlotView*>()) {
    m_views.emplace_back(view, view->findChild<QCustomPlot*>());
  }
  for (QCustomPlot* plot : window.findChildren<QCustomPlot*>()) {
    // Not afterReplot(): a plot may paint itself before it says so.
    connect(plot, &QCustomPlot::beforeReplot, this, [this, plot] { noteDrawing(plot); });
  }
  application.setPainted([this](const QObject* widget) { notePaint(widget); });
  application.setReturned([this] { tellIfFinished(); });
}

PictureWatch::~PictureWatch() {
  m_application.setPainted({});
  m_application.setReturned({});
}

void PictureWatch::begin() {
  expectNewDrawing();
  for (Picture& picture : m_pictures) {
    if (!studyIsThere(*picture.view)) {
      picture.stage = Stage::WaitsForStudy;
    }
  }
}

void PictureWatch::expectNewDrawing() {
  m_pictures.clear();
  for (const auto& [view, plot] : m_views) {
    if (view->isVisible()) {
      m_pictures.push_back(
          {view, plot, plot != nullptr ? Stage::WaitsForDrawing : Stage::WaitsForPaint});
    }
  }
}

/// Only two views need more than the trace.
bool PictureWatch::studyIsThere(const PlotView& view) const {
  const Findings& findings = m_lower->findings();
  const Scenario& shown = m_window.trace()->scenario;
  if (view.objectName() == QStringLiteral("spectrum")) {
    return findings.spectrum && findings.spectrum->scenario == shown;
  }
  if (view.objectName() == QStringLiteral("influence")) {
    return findings.influence && findings.influence->scenario == shown;
  }
  return true;
}

void PictureWatch::noteStudies() {
  for (Picture& picture : m_pictures) {
    if (picture.stage == Stage::WaitsForStudy && studyIsThere(*picture.view)) {
      picture.stage = picture.plot ? Stage::WaitsForDrawing : Stage::WaitsForPaint;
    }
  }
}

void PictureWatch::noteDrawing(const QCustomPlot* plot) {
  for (Picture& picture : m_pictures) {
    if (picture.plot == plot && picture.stage == Stage::WaitsForDrawing) {
      picture.stage = Stage::WaitsForPaint;
    }
  }
}

void PictureWatch::notePaint(const QObject* widget) {
  for (Picture& picture : m_pictures) {
    const QObject* const painter =
        picture.plot ? static_cast<QObject*>(picture.plot) : static_cast<QObject*>(picture.view);
    if (painter == widget && picture.stage == Stage::WaitsForPaint) {
      picture.stage = Stage::Painted;
    }
  }
}

void PictureWatch::tellIfFinished() {
  const bool all =
      !m_pictures.empty() && std::ranges::all_of(m_pictures, [](const Picture& picture) {
        return picture.stage == Stage::Painted;
      });
  if (all) {
    m_pictures.clear();
    if (m_finished) {
      m_finished(m_window.trace()->scenario.weights.gain);
    }
  }
}

std::string PictureWatch::missing() const {
  std::string names = m_pictures.empty() ? "a trace" : "";
  for (const Picture& picture : m_pictures) {
    if (picture.stage != Stage::Painted) {
      names += (names.empty() ? "" : ", ") + picture.view->objectName().toStdString() +
               (picture.stage == Stage::WaitsForStudy ? " (no study)" : "");
    }
  }
  return names;
}

} // namespace backflow::bench
