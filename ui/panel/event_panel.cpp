// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/event_panel.h"

#include "core/record/misconception.h"
#include "ui/panel/appearance.h"
#include "ui/text/enum_text.h"
#include "ui/text/event_text.h"
#include "ui/text/misconception_text.h"
#include "ui/text/number_text.h"

#include <QEvent>
#include <QLabel>
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

QString statusText(const RunTrace& run) {
  const QString name = QString::fromUtf8(nameOf(run.precision).data());
  switch (run.status) {
  case RunStatus::Finite:
    return EventPanel::tr("%1: every number is finite.").arg(name);
  case RunStatus::Overflow:
    return EventPanel::tr("%1: overflow, some number is infinite.").arg(name);
  case RunStatus::Nan:
    break;
  }
  return EventPanel::tr("%1: NaN, in training the weights would be lost.").arg(name);
}

bool losesRange(const RunTrace& run) {
  return run.status != RunStatus::Finite ||
         std::any_of(run.events.begin(), run.events.end(), [](const Event& event) {
           return event.kind == EventKind::UnderflowSubnormal ||
                  event.kind == EventKind::UnderflowZero;
         });
}

/// Whether two formats differ by far more than their digits, though neither ran out of range.
bool partsByRounding(const std::vector<RunTrace>& runs) {
  constexpr double visible = 1.25;
  std::vector<double> norms;
  for (const RunTrace& run : runs) {
    const bool isWide = run.precision == Precision::Float32 || run.precision == Precision::Float64;
    if (isWide && !losesRange(run)) {
      norms.push_back(run.steps.gradientNorm.front());
    }
  }
  const auto [least, most] = std::minmax_element(norms.begin(), norms.end());
  return norms.size() > 1 && *least > 0 && *most > visible * *least;
}

/// What is left of an angle of zero by rounding is not worth telling.
double visibleAngle(double degrees) {
  constexpr double least = 1e-4;
  return degrees < least ? 0 : degrees;
}

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
    : QWidget(parent), m_theme(themeOf(ThemeKind::Light)), m_heading(new QLabel),
      m_summary(new QLabel), m_list(new QListWidget) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 4);
  layout->setSpacing(6);
  QFont bold = m_heading->font();
  bold.setBold(true);
  m_heading->setFont(bold);
  m_summary->setObjectName(QStringLiteral("summary"));
  m_summary->setWordWrap(true);
  m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_list->setObjectName(QStringLiteral("eventList"));
  m_list->setWordWrap(true);
  m_list->setIconSize(QSize(10, 10));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setSpacing(2);
  m_list->setTextElideMode(Qt::ElideNone);
  m_list->viewport()->installEventFilter(this);
  layout->addWidget(m_heading);
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

QString EventPanel::summary() const {
  if (!m_trace) {
    return {};
  }
  QStringList sentences;
  const std::vector<double>& reference = m_trace->referenceLog2;
  const double change = (reference.front() - reference.back()) * std::log10(2.0);
  const auto steps = static_cast<int>(reference.size()) - 1;
  if (m_trace->scenario.network.bidirectional) {
    // Each direction has a loss at its own end: a mean factor a step would mean nothing.
    const auto least = std::min_element(reference.begin(), reference.end());
    sentences << tr("Read in both directions, the gradient's norm is %1 at t = 1 and %2 at t = %3; "
                    "it is least, %4, at t = %5.")
                     .arg(formatPowerOfTwo(reference.front()), formatPowerOfTwo(reference.back()))
                     .arg(steps + 1)
                     .arg(formatPowerOfTwo(*least))
                     .arg(least - reference.begin() + 1);
  } else if (std::isfinite(change) && steps > 0) {
    sentences << tr("From t = %1 back to t = 1 the gradient's norm is multiplied by %2, on average "
                    "by %3 a step.")
                     .arg(steps + 1)
                     .arg(formatPowerOfTwo(reference.front() - reference.back()),
                          formatReading(std::pow(10.0, change / steps)));
  } else if (std::isinf(reference.front()) && std::isfinite(reference.back())) {
    sentences << tr("No gradient reaches t = 1 at all.");
  }
  for (const RunTrace& run : m_trace->runs) {
    sentences << statusText(run);
  }
  if (partsByRounding(m_trace->runs)) {
    sentences << tr("float32 and float64 part without running out of range: small differences of "
                    "rounding grow from step to step, as they do where a network is chaotic.");
  }
  const RunTrace& run = m_trace->runs.back();
  if (!run.steps.cellGradientDirectNorm.empty()) {
    sentences
        << tr("Of ∂L/∂c at t = 1, what came along the cell alone has the norm %1, what passed "
              "through the gates %2 (%3).")
               .arg(formatReading(run.steps.cellGradientDirectNorm.front()),
                    formatReading(run.steps.cellGradientGatesNorm.front()),
                    displayText(run.precision));
  }
  if (run.comparison && std::isfinite(run.comparison->ratio)) {
    sentences << tr("What truncation or clipping leaves of the gradient is %1 times as long and "
                    "points %2° away (%3).")
                     .arg(formatReading(run.comparison->ratio),
                          std::isnan(run.comparison->angleDegrees)
                              ? QStringLiteral("–")
                              : formatReading(visibleAngle(run.comparison->angleDegrees)),
                          displayText(run.precision));
  }
  return sentences.join(QChar('\n'));
}

void EventPanel::refresh() {
  m_heading->setText(tr("What happened"));
  m_summary->setText(summary());
  m_list->setAccessibleName(tr("Events"));
  const int position = m_list->verticalScrollBar()->value();
  m_list->clear();
  if (m_trace) {
    listMisconceptions();
    const int above = m_list->count();
    for (const RunTrace& run : m_trace->runs) {
      const QIcon icon = dot(m_theme.colorOf(run.precision));
      for (const Event& event : run.events) {
        auto* item = new QListWidgetItem(
            icon, EventText::sentence(event) + QChar('\n') + EventText::cause(event), m_list);
        item->setData(timeRole, event.t);
        item->setToolTip(event.t > 0 ? tr("Click to move the time cursor here.") : QString());
      }
    }
    if (m_list->count() == above) {
      auto* item = new QListWidgetItem(
          tr("No number became subnormal, zero, infinite or NaN, and no threshold was crossed."),
          m_list);
      item->setFlags(Qt::ItemIsEnabled);
    }
  }
  layOutItems();
  m_list->verticalScrollBar()->setValue(position);
}

/// At the head of the list and part of what scrolls: nothing else in the window makes room when one
/// comes or goes as a slider moves.
void EventPanel::listMisconceptions() {
  const std::vector<Misconception> met = misconceptionsMet(*m_trace);
  for (std::size_t k = 0; k < std::min(met.size(), mostMisconceptions); ++k) {
    auto* item = new QListWidgetItem(misconceptionText(met[k]), m_list);
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
