// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/pinned_runs_bar.h"

#include "ui/panel/appearance.h"
#include "ui/panel/pinned_run_row.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

/// More lines than these are scrolled to: the plots need the height.
constexpr std::size_t mostLines = 3;

} // namespace

PinnedRunsBar::PinnedRunsBar(PinnedRuns& runs, QWidget* parent)
    : QWidget(parent), m_runs(runs), m_theme(themeOf(ThemeKind::Light)), m_lines(new QWidget),
      m_column(new QVBoxLayout(m_lines)) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
  m_column->addStretch();
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
    m_column->insertWidget(static_cast<int>(m_rows.size()), row);
    m_rows.push_back(row);
  }
  for (std::size_t k = 0; k < runs.size(); ++k) {
    m_rows[k]->showRun(runs[k], m_scenario, m_theme);
  }
  if (otherCount) {
    updateGeometry();
  }
}

QSize PinnedRunsBar::sizeHint() const {
  if (m_rows.empty()) {
    return {0, 0};
  }
  const int lines = static_cast<int>(std::min(m_rows.size(), mostLines));
  return {m_lines->sizeHint().width(), lines * m_rows.front()->sizeHint().height()};
}

QSize PinnedRunsBar::minimumSizeHint() const {
  return {m_lines->minimumSizeHint().width(), sizeHint().height()};
}

} // namespace backflow
