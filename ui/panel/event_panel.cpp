// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/event_panel.h"

#include "core/record/misconception.h"
#include "ui/panel/appearance.h"
#include "ui/panel/words_label.h"
#include "ui/text/enum_text.h"
#include "ui/text/event_text.h"
#include "ui/text/misconception_text.h"
#include "ui/text/number_text.h"
#include "ui/text/run_summary.h"

#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int timeRole = Qt::UserRole;
/// More at once would nag.
constexpr std::size_t mostMisconceptions = 2;
/// Of the height, that the summary may have for itself.
constexpr double mostOfSummary = 0.42;

QIcon dot(const QColor& color) {
  QPixmap pixmap(24, 24);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(4, 4, 16, 16);
  return pixmap;
}

} // namespace

EventPanel::EventPanel(QWidget* parent)
    : QWidget(parent), m_theme(themeOf(ThemeKind::Light)), m_summary(new WordsLabel),
      m_list(new QListWidget) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 4);
  layout->setSpacing(6);
  m_summary->setObjectName(QStringLiteral("summary"));
  m_list->setObjectName(QStringLiteral("eventList"));
  m_list->setWordWrap(true);
  m_list->setIconSize(QSize(10, 10));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setSpacing(2);
  m_list->setTextElideMode(Qt::ElideNone);
  m_list->viewport()->installEventFilter(this);
  layout->addWidget(m_summary);
  layout->addWidget(m_list, 1);
  const auto point = [this](const QListWidgetItem* item) {
    if (item != nullptr && item->data(timeRole).toInt() > 0) {
      emit timePointed(item->data(timeRole).toInt());
    }
  };
  connect(m_list, &QListWidget::itemClicked, this, point);
  connect(m_list, &QListWidget::itemActivated, this, point);
  refresh();
}

void EventPanel::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  refresh();
}

void EventPanel::setTheme(const Theme& theme) {
  m_theme = theme;
  refresh();
}

void EventPanel::refresh() {
  setAccessibleName(tr("What happened"));
  m_summary->setText(m_trace ? withUnbrokenPowers(RunSummary::text(*m_trace)) : QString());
  m_list->setAccessibleName(tr("Events"));
  const int position = m_list->verticalScrollBar()->value();
  m_list->clear();
  m_summaryScrolls = summaryScrolls();
  m_summary->setVisible(!m_summaryScrolls);
  if (m_trace) {
    if (m_summaryScrolls) {
      auto* item = new QListWidgetItem(m_summary->text(), m_list);
      item->setFlags(Qt::ItemIsEnabled);
    }
    listMisconceptions();
    const int above = m_list->count();
    for (const RunTrace& run : m_trace->runs) {
      const QIcon icon = dot(m_theme.colorOf(run.precision));
      for (const Event& event : run.events) {
        auto* item = new QListWidgetItem(
            icon,
            withUnbrokenPowers(EventText::sentence(event) + QChar('\n') + EventText::cause(event)),
            m_list);
        item->setData(timeRole, event.t);
        item->setToolTip(event.t > 0 ? tr("Click to move the time cursor here.") : QString());
      }
    }
    if (m_list->count() == above) {
      auto* item = new QListWidgetItem(
          m_trace->scenario.training
              ? tr("With the weights before training no number became subnormal, zero, infinite or "
                   "NaN, and no threshold was crossed.")
              : tr("No number became subnormal, zero, infinite or NaN, and no threshold was "
                   "crossed."),
          m_list);
      item->setFlags(Qt::ItemIsEnabled);
    }
  }
  layOutItems();
  m_list->verticalScrollBar()->setValue(position);
}

bool EventPanel::summaryScrolls() const {
  const int room =
      width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
  return m_summary->heightForWidth(room) > mostOfSummary * height();
}

void EventPanel::resizeEvent(QResizeEvent* event) {
  if (summaryScrolls() != m_summaryScrolls) {
    refresh();
  }
  QWidget::resizeEvent(event);
}

/// At the head of the list and part of what scrolls: nothing else in the window makes room when one
/// comes or goes as a slider moves.
void EventPanel::listMisconceptions() {
  const std::vector<Misconception> met = misconceptionsMet(*m_trace);
  for (std::size_t k = 0; k < std::min(met.size(), mostMisconceptions); ++k) {
    auto* item = new QListWidgetItem(withUnbrokenPowers(misconceptionText(met[k])), m_list);
    item->setFlags(Qt::ItemIsEnabled);
    item->setBackground(m_theme.tint(m_theme.float64, 0.12));
    item->setData(timeRole, met[k].t);
    item->setToolTip(met[k].t > 0 ? tr("Click to move the time cursor here.") : QString());
  }
}

void EventPanel::layOutItems() {
  // The view does not wrap by itself when an item's width is not bounded.
  const int width = m_list->viewport()->width() - 2 * m_list->spacing();
  const QFontMetrics metrics(m_list->font());
  for (int k = 0; k < m_list->count(); ++k) {
    QListWidgetItem* item = m_list->item(k);
    const int room = std::max(60, width - (item->icon().isNull() ? 10 : 26));
    const QRect bounds =
        metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, item->text());
    item->setSizeHint(QSize(width, bounds.height() + 8));
  }
}

bool EventPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) {
    layOutItems();
  }
  return QWidget::eventFilter(watched, event);
}

void EventPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    refresh();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
