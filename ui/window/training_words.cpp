// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/training_words.h"

#include "ui/panel/appearance.h"
#include "ui/run/training_pair.h"
#include "ui/state/app_state.h"
#include "ui/text/problem_text.h"
#include "ui/text/training_text.h"

#include <QEvent>

#include <algorithm>

namespace backflow {

namespace {

QString lineOf(const TrainingHistory& history, const TrainingHistory& other,
               TrainingText::Detail detail) {
  return QStringLiteral("%1: %2").arg(TrainingText::name(history.scenario, &other.scenario),
                                      TrainingText::standing(history, detail));
}

} // namespace

TrainingWords::TrainingWords(QWidget* parent)
    : QLabel(parent), m_roomInFull(4 * fontMetrics().lineSpacing() + smallGap) {
  setWordWrap(true);
  setAlignment(Qt::AlignLeft | Qt::AlignTop);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  keepRoom();
}

void TrainingWords::showStanding(const AppState& state, const TrainingPair& pair) {
  using Detail = TrainingText::Detail;
  const auto first = pair.first().history();
  const auto second = pair.second().history();
  m_sentences.clear();
  m_lines.clear();
  m_leastLines.clear();
  m_isProblem = !pair.problems().empty();
  if (m_isProblem) {
    m_sentences << problemsText(pair.problems());
  } else if (!state.scenario().training) {
    m_sentences << tr(
        "This scenario has no task to learn: choose one among the controls, under Training.");
  } else if (pair.isStale()) {
    m_sentences << tr("The settings have changed since this training began: Play begins a new "
                      "one.");
  } else if (first && second) {
    m_sentences << lineOf(*first, *second, Detail::Brief) << lineOf(*second, *first, Detail::Brief);
    m_lines << lineOf(*first, *second, Detail::Line) << lineOf(*second, *first, Detail::Line);
    m_leastLines << lineOf(*first, *second, Detail::Least)
                 << lineOf(*second, *first, Detail::Least);
  } else if (first) {
    m_sentences << TrainingText::standing(*first, Detail::Full);
    m_lines << TrainingText::standing(*first, Detail::Line);
  } else {
    m_sentences << tr("Play trains the scenario's network on its task. Learning rate and clipping "
                      "can be changed in flight.");
  }
  fitLines();
}

void TrainingWords::setBrief(bool brief) {
  m_isBrief = brief;
  keepRoom();
  fitLines();
}

/// A single sentence may take both lines.
void TrainingWords::fitLines() {
  const QString sentences = m_sentences.join(QChar('\n'));
  if (!m_isBrief || m_lines.isEmpty()) {
    showWords(*this, sentences, m_isProblem);
    return;
  }
  const auto fit = [this](const QStringList& lines) {
    return std::ranges::all_of(lines, [this](const QString& line) {
      return fontMetrics().horizontalAdvance(line) <= contentsRect().width();
    });
  };
  const QStringList& lines = m_leastLines.isEmpty() || fit(m_lines) ? m_lines : m_leastLines;
  showWords(*this, lines.join(QChar('\n')), m_isProblem);
  setToolTip(sentences);
}

void TrainingWords::keepRoom() {
  setMinimumHeight(m_isBrief ? 2 * fontMetrics().lineSpacing() : m_roomInFull);
}

void TrainingWords::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::FontChange && m_isBrief) {
    keepRoom();
    fitLines();
  }
}

void TrainingWords::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  if (m_isBrief) {
    fitLines();
  }
}

} // namespace backflow
