// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/pinned_runs_bar.h"

#include "ui/panel/appearance.h"
#include "ui/panel/pinned_run_row.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

/// More lines than these are scrolled to: the plots need the height.
constexpr int mostLines = 3;
/// Of a name that tells one curve from another, with its swatch.
constexpr int lettersOfName = 18;

} // namespace

PinnedRunsBar::PinnedRunsBar(PinnedRuns& runs, QWidget* parent)
    : QWidget(parent), m_runs(runs), m_theme(themeOf(ThemeKind::Light)), m_lines(new QWidget),
      m_grid(new QGridLayout(m_lines)) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(0);
  auto* area = new QScrollArea;
  area->setObjectName(QStringLiteral("pinnedRunsScroll"));
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  area->setWidget(m_lines);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(area);
  connect(&m_runs, &PinnedRuns::changed, this, &PinnedRunsBar::refresh);
  refresh();
}

void PinnedRunsBar::showScenario(const Scenario& scenario) {
  m_scenario = scenario;
  refresh();
}

void PinnedRunsBar::setTheme(const Theme& theme) {
  m_theme = theme;
  refresh();
}

void PinnedRunsBar::refresh() {
  const std::vector<PinnedRun>& runs = m_runs.runs();
  const bool otherCount = m_rows.size() != runs.size();
  while (m_rows.size() > runs.size()) {
    // Its own button may be what removes it.
    m_rows.back()->hide();
    m_rows.back()->deleteLater();
    m_rows.pop_back();
  }
  while (m_rows.size() < runs.size()) {
    auto* row = new PinnedRunRow(static_cast<int>(m_rows.size()) + 1);
    connect(row, &PinnedRunRow::renamed, &m_runs, &PinnedRuns::rename);
    connect(row, &PinnedRunRow::shownChosen, &m_runs, &PinnedRuns::setShown);
    connect(row, &PinnedRunRow::removeWanted, &m_runs, &PinnedRuns::remove);
    connect(row, &PinnedRunRow::loadWanted, this, &PinnedRunsBar::loadWanted);
    row->setBrief(m_isForClass);
    m_rows.push_back(row);
  }
  for (std::size_t k = 0; k < runs.size(); ++k) {
    m_rows[k]->showRun(runs[k], m_scenario, m_theme);
  }
  if (otherCount) {
    arrange();
  }
}

void PinnedRunsBar::setForClass(bool isForClass) {
  m_isForClass = isForClass;
  for (PinnedRunRow* row : m_rows) {
    row->setBrief(isForClass);
  }
  arrange();
}

int PinnedRunsBar::columns() const {
  const int most = std::max(1, static_cast<int>(m_rows.size()));
  const int fitting = width() / (fontMetrics().averageCharWidth() * lettersOfName);
  return m_isForClass ? std::clamp(fitting, 1, most) : 1;
}

void PinnedRunsBar::arrange() {
  m_across = columns();
  for (int k = 0; k < static_cast<int>(m_rows.size()); ++k) {
    m_grid->addWidget(m_rows[static_cast<std::size_t>(k)], k / m_across, k % m_across,
                      Qt::AlignTop);
  }
  for (int column = 0; column < std::max(m_across, m_grid->columnCount()); ++column) {
    m_grid->setColumnStretch(column, column < m_across ? 1 : 0);
  }
  updateGeometry();
}

void PinnedRunsBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (columns() != m_across) {
    arrange();
  }
}

QSize PinnedRunsBar::sizeHint() const {
  if (m_rows.empty()) {
    return {0, 0};
  }
  const int all = static_cast<int>(m_rows.size());
  const int lines = std::min((all + m_across - 1) / m_across, mostLines);
  return {m_lines->sizeHint().width(), lines * m_rows.front()->sizeHint().height()};
}

QSize PinnedRunsBar::minimumSizeHint() const {
  return {m_lines->minimumSizeHint().width(), sizeHint().height()};
}

} // namespace backflow
