// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dashboard_view.h"

#include "ui/text/event_text.h"
#include "ui/text/run_summary.h"

#include <QFontMetrics>
#include <QPicture>

namespace backflow {

namespace {

constexpr double shareOfPlots = 0.7; ///< of the width
constexpr double shareOfFlow = 0.58; ///< of the height
constexpr int margin = 12;
constexpr int gapBetweenEvents = 6;

/// One paragraph from `top` on; nothing is painted of one that does not fit. Returns where the next
/// one begins, or −1.
int paintParagraph(QPainter& painter, const QRect& room, int top, const QString& text) {
  const QRect rest(room.left(), top, room.width(), room.bottom() - top);
  const QRect bounds = painter.boundingRect(rest, Qt::TextWordWrap, text);
  if (bounds.bottom() > room.bottom()) {
    return -1;
  }
  painter.drawText(bounds, Qt::TextWordWrap, text);
  return bounds.bottom() + gapBetweenEvents;
}

} // namespace

DashboardView::DashboardView(QWidget* parent)
    : PlotView(parent), m_theme(themeOf(ThemeKind::Light)) {
  for (const ViewKind kind :
       {ViewKind::GradientFlow, ViewKind::States, ViewKind::ParameterGradient}) {
    m_parts.push_back({makeView(kind), {}});
  }
}

DashboardView::~DashboardView() = default;

void DashboardView::setFindings(const Findings& findings) {
  m_trace = findings.trace;
  for (const Part& part : m_parts) {
    part.view->setFindings(findings);
  }
}

void DashboardView::setTimeCursor(int t) {
  for (const Part& part : m_parts) {
    part.view->setTimeCursor(t);
  }
}

void DashboardView::setTheme(const Theme& theme) {
  m_theme = theme;
  for (const Part& part : m_parts) {
    part.view->setTheme(theme);
  }
}

void DashboardView::setCaptionShown(bool shown) {
  // Once for all of them.
  flow().setCaptionShown(shown);
}

void DashboardView::setCursorShown(bool shown) {
  for (const Part& part : m_parts) {
    part.view->setCursorShown(shown);
  }
}

void DashboardView::setHiddenCurves(const QSet<QString>& hidden) {
  flow().setHiddenCurves(hidden);
}

QSet<QString> DashboardView::hiddenCurves() const {
  return flow().hiddenCurves();
}

void DashboardView::setPictureSize(const QSize& size) {
  m_size = size;
  const int width = static_cast<int>(size.width() * shareOfPlots);
  const int height = static_cast<int>(size.height() * shareOfFlow);
  m_parts[0].place = QRect(0, 0, width, height);
  m_parts[1].place = QRect(0, height, width / 2, size.height() - height);
  m_parts[2].place = QRect(width / 2, height, width - width / 2, size.height() - height);
  m_words = QRect(width, 0, size.width() - width, size.height())
                .adjusted(margin, margin, -margin, -margin);
  for (const Part& part : m_parts) {
    part.view->setPictureSize(part.place.size());
  }
}

void DashboardView::paintPicture(QPaintDevice& device, const QSizeF& extent) {
  QPainter painter(&device);
  painter.scale(extent.width() / m_size.width(), extent.height() / m_size.height());
  painter.fillRect(QRect(QPoint(0, 0), m_size), m_theme.background);
  for (const Part& part : m_parts) {
    // A device can be painted on once: each part is recorded, and then played where it stands.
    QPicture recording;
    part.view->paintPicture(recording, part.place.size());
    painter.drawPicture(part.place.topLeft(), recording);
  }
  paintWords(painter);
}

void DashboardView::paintWords(QPainter& painter) const {
  if (!m_trace) {
    return;
  }
  painter.setPen(m_theme.text);
  painter.setFont(m_theme.titleFont());
  int top = paintParagraph(painter, m_words, m_words.top(), tr("What happened"));
  painter.setFont(m_theme.font);
  top = paintParagraph(painter, m_words, top, RunSummary::text(*m_trace)) + gapBetweenEvents;
  painter.setFont(m_theme.smallFont());
  int left = 0;
  for (const RunTrace& run : m_trace->runs) {
    left += static_cast<int>(run.events.size());
  }
  const int lineHeight = painter.fontMetrics().lineSpacing();
  for (const RunTrace& run : m_trace->runs) {
    for (const Event& event : run.events) {
      // The last line is for the number of those that find no room.
      const QRect room = left > 1 ? m_words.adjusted(0, 0, 0, -lineHeight) : m_words;
      const QString text = EventText::sentence(event) + QChar('\n') + EventText::cause(event);
      painter.setPen(m_theme.colorOf(run.precision));
      painter.drawLine(m_words.left() - margin / 2, top + 2, m_words.left() - margin / 2,
                       top + lineHeight);
      painter.setPen(m_theme.text);
      const int next = paintParagraph(painter, room, top, text);
      if (next < 0) {
        paintParagraph(painter, m_words, top, tr("and %n more", nullptr, left));
        return;
      }
      top = next;
      --left;
    }
  }
}

} // namespace backflow
