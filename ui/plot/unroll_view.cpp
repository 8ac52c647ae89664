// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_view.h"

#include "ui/plot/axes_drag.h"
#include "ui/text/number_text.h"
#include "ui/text/scenario_text.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace backflow {

UnrollView::UnrollView(QWidget* parent) : PlotView(parent), m_theme(themeOf(ThemeKind::Light)) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  invalidate();
}

void UnrollView::setFindings(const Findings& findings) {
  if (findings.trace == m_trace) {
    return;
  }
  m_trace = findings.trace;
  m_decades = m_trace ? decadesOf(*m_trace) : 4;
  invalidate();
}

void UnrollView::setTimeCursor(int t) {
  m_time = t;
  if (m_isArranged) {
    refreshPicture();
    update();
  }
}

void UnrollView::setTheme(const Theme& theme) {
  m_theme = theme;
  invalidate();
}

void UnrollView::setCaptionShown(bool shown) {
  m_captionShown = shown;
  invalidate();
}

void UnrollView::setPlaying(bool playing) {
  m_playing = playing;
  update();
}

void UnrollView::setPictureSize(const QSize& size) {
  resize(size);
  invalidate();
}

void UnrollView::paintPicture(QPaintDevice& device, const QSizeF& extent) {
  arrange();
  QPainter painter(&device);
  painter.scale(extent.width() / width(), extent.height() / height());
  painter.fillRect(rect(), m_theme.background);
  paintStill(painter);
  paintMoving(painter);
}

void UnrollView::invalidate() {
  m_isArranged = false;
  m_still = {};
  setAccessibleName(tr("Unrolled network"));
  update();
}

UnrollWords UnrollView::words() const {
  UnrollWords result;
  result.title = tr("Unrolled network");
  if (!m_trace) {
    return result;
  }
  const Scenario& scenario = m_trace->scenario;
  result.legend << tr("subnormal entries") << tr("exactly 0") << tr("∞") << tr("NaN");
  if (scenario.unroll.truncation) {
    result.legend << tr("cut by truncation");
  }
  if (m_captionShown) {
    result.caption = ScenarioText::caption(scenario);
  }
  QStringList notes;
  if (scenario.network.layers > 1) {
    notes << tr("the top layer of %n", nullptr, scenario.network.layers);
  }
  if (scenario.network.bidirectional) {
    notes << tr("above: reads from 1 to T, gradient to the left")
          << tr("below: reads from T to 1, gradient to the right");
  }
  if (scenario.network.readout == Readout::Attention) {
    notes << tr("from above: the direct path of attention");
  }
  const UnrollPicture facts = unrollPictureOf(*m_trace, 1, {1, 1});
  if (facts.stepsOfEachLoss > 0) {
    notes << tr("truncation: each loss reaches its own step and those before it, %n in all",
                nullptr, facts.stepsOfEachLoss);
  }
  result.notes = notes.join(QStringLiteral(" · "));
  return result;
}

QString UnrollView::reading(const UnrollRow& row) const {
  const UnrollNode& node =
      row.nodes[static_cast<std::size_t>(m_picture.cursor - m_picture.range.first)];
  switch (node.kind) {
  case NodeClass::Cut:
    return tr("cut");
  case NodeClass::Normal:
    break;
  case NodeClass::Subnormal:
    return tr("%1, subnormal").arg(formatReading(node.norm));
  case NodeClass::Zero:
    return tr("exactly 0");
  case NodeClass::Infinite:
    return tr("∞");
  case NodeClass::NotANumber:
    return tr("NaN");
  }
  return formatReading(node.norm);
}

void UnrollView::arrange() {
  if (m_isArranged) {
    return;
  }
  m_isArranged = true;
  const UnrollWords said = words();
  UnrollExtent extent;
  extent.size = size();
  if (m_trace) {
    const Scenario& scenario = m_trace->scenario;
    extent.horizon = scenario.unroll.horizon;
    extent.rows = static_cast<int>(m_trace->runs.size());
    extent.hasUpperPaths =
        scenario.loss.at == LossPlace::Every || scenario.network.readout == Readout::Attention;
  }
  m_drawing = UnrollDrawing(UnrollLayout(extent, said, m_theme), said, m_theme, m_decades);
  m_strips.clear();
  if (m_trace) {
    const int columns = static_cast<int>(m_drawing.layout().strips().width());
    for (const RunTrace& run : m_trace->runs) {
      m_strips.push_back({run.precision, unrollOverviewOf(*m_trace, run, columns)});
    }
  }
  refreshPicture();
}

void UnrollView::refreshPicture() {
  if (!m_trace) {
    m_picture = {};
    return;
  }
  const int horizon = m_trace->scenario.unroll.horizon;
  const int cursor = std::clamp(m_time, 1, horizon);
  StepRange range = m_picture.range;
  // Nothing may move away from under the mouse.
  const bool stays = m_drag == Drag::Detail && range.first <= cursor && cursor <= range.last;
  if (!stays) {
    range = detailAround(cursor, horizon, m_drawing.layout().detailSteps(), range);
  }
  m_picture = unrollPictureOf(*m_trace, cursor, range);
  m_picture.decades = m_decades;
  if (!m_playing) {
    QStringList said;
    for (const UnrollRow& row : m_picture.rows) {
      said << QString::fromUtf8(nameOf(row.precision).data()) + QStringLiteral(": ") + reading(row);
    }
    setAccessibleDescription(tr("t = %1, s = %2").arg(cursor).arg(horizon - cursor) +
                             QStringLiteral("; ") + said.join(QStringLiteral("; ")));
  }
}

void UnrollView::paintStill(QPainter& painter) const {
  m_drawing.paintStill(painter, m_strips, m_picture.horizon);
}

void UnrollView::paintMoving(QPainter& painter) const {
  if (!m_trace) {
    return;
  }
  QStringList readings;
  for (const UnrollRow& row : m_picture.rows) {
    readings << reading(row);
  }
  const QString time =
      tr("t = %1, s = %2").arg(m_picture.cursor).arg(m_picture.horizon - m_picture.cursor);
  m_drawing.paintMoving(painter, m_picture, readings, time, m_playing);
}

void UnrollView::paintEvent(QPaintEvent*) {
  arrange();
  if (m_still.isNull() || m_still.devicePixelRatio() != devicePixelRatioF()) {
    m_still = QPixmap(size() * devicePixelRatioF());
    m_still.setDevicePixelRatio(devicePixelRatioF());
    m_still.fill(m_theme.background);
    QPainter painter(&m_still);
    paintStill(painter);
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_still);
  paintMoving(painter);
}

void UnrollView::point(const QPointF& position) {
  const UnrollLayout& layout = m_drawing.layout();
  const int t = m_drag == Drag::Strips ? layout.stepInStrips(position.x())
                                       : layout.stepInDetail(position.x(), m_picture.range);
  emit timePointed(t);
}

void UnrollView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_trace || !m_isArranged) {
    return;
  }
  const UnrollLayout& layout = m_drawing.layout();
  if (isPressIn(layout.strips(), event->position())) {
    m_drag = Drag::Strips;
  } else if (layout.hasDetail() && isPressIn(layout.detail(), event->position())) {
    m_drag = Drag::Detail;
  } else {
    return;
  }
  point(event->position());
}

void UnrollView::mouseMoveEvent(QMouseEvent* event) {
  if (m_drag != Drag::None) {
    point(event->position());
  }
}

void UnrollView::mouseReleaseEvent(QMouseEvent*) {
  m_drag = Drag::None;
}

void UnrollView::resizeEvent(QResizeEvent*) {
  invalidate();
}

QSize UnrollView::sizeHint() const {
  return {640, 260};
}

QSize UnrollView::minimumSizeHint() const {
  return {120, 80};
}

void UnrollView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    invalidate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
