// SPDX-License-Identifier: GPL-3.0-or-later
// How the three sliders stand, one below the other or side by side, and how much of their words
// there is room for.
#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/main_sliders.h"
#include "ui/panel/slider_row.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace backflow {

namespace {

/// Names and modes in fewer words, one after the other.
constexpr MainSliders::Words wordsByLength[] = {
    {}, {.gain = false}, {.gain = false, .truncation = false}, {false, false, false}};

} // namespace

void MainSliders::setDirection(Qt::Orientation direction) {
  const bool sideBySide = direction == Qt::Horizontal;
  column()->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  column()->setSpacing(sideBySide ? 2 * wideGap : wideGap);
  fitType();
  measureWords();
}

bool MainSliders::isSideBySide() const {
  return column()->direction() == QBoxLayout::LeftToRight;
}

void MainSliders::fitType() {
  for (ChoiceBox* mode : {m_clipMode, m_truncationMode}) {
    mode->setFont(isSideBySide() ? captionFont(font()) : QFont());
  }
}

/// How wide all is with each of the words that may be chosen. It is measured by setting them, so
/// only once for a language, a type and the modes: not as the window changes its width.
void MainSliders::measureWords() {
  m_neededWidths.clear();
  m_modesWidth = modesWidth();
  setWords({.modes = false});
  m_wholeNameWidth = m_gain->headerLabelWidth();
  if (isSideBySide()) {
    for (const Words& words : wordsByLength) {
      setWords(words);
      m_neededWidths.push_back(Section::minimumSizeHint().width());
    }
  }
  fitWords();
}

/// Side by side the words are whole, unless the window is too narrow. The width that is asked for
/// is that of the shortest ones: else the window could never become narrower again.
void MainSliders::fitWords() {
  if (isSideBySide()) {
    std::size_t k = 0;
    while (k + 1 < m_neededWidths.size() && m_neededWidths[k] + 4 * wideGap > window()->width()) {
      ++k;
    }
    if (wordsByLength[k] != m_words) {
      setWords(wordsByLength[k]);
    }
  }
  shareWidth();
}

void MainSliders::setWords(const Words& words) {
  m_words = words;
  m_gain->setLabel(words.gain ? tr("Recurrence gain g") : tr("Gain g"));
  m_truncation->setLabel(words.truncation ? tr("Truncation k") : tr("Trunc. k"));
  holdModes();
  for (SliderRow* row : {m_gain, m_clip, m_truncation}) {
    row->forgetSizes();
  }
}

QSize MainSliders::minimumSizeHint() const {
  const QSize own = Section::minimumSizeHint();
  return {isSideBySide() && !m_neededWidths.empty() ? std::min(own.width(), m_neededWidths.back())
                                                    : own.width(),
          own.height()};
}

int MainSliders::modesWidth() const {
  return m_clipMode->widthOfChoice() + m_truncationMode->widthOfChoice();
}

void MainSliders::holdModes() {
  for (ChoiceBox* mode : {m_clipMode, m_truncationMode}) {
    mode->setMinimumWidth(m_words.modes ? mode->widthOfChoice() : 0);
  }
}

/// Side by side, each has as much of the width as its words take.
void MainSliders::shareWidth() {
  holdModes();
  const int clip = m_clipMode->widthOfChoice();
  const int truncation = m_truncationMode->widthOfChoice();
  // The note under the gain is as long as its whole name.
  const int shares[] = {std::max(m_wholeNameWidth, m_gain->headerLabelWidth()),
                        m_clip->headerLabelWidth() + 2 * wideGap + clip,
                        m_truncation->headerLabelWidth() + 2 * wideGap + truncation};
  const SliderRow* rows[] = {m_gain, m_clip, m_truncation};
  for (std::size_t k = 0; k < std::size(rows); ++k) {
    const int place = column()->indexOf(rows[k]);
    const int share = isSideBySide() ? shares[k] : 0;
    // Setting the same again would have the whole window laid out at each move of a slider.
    if (column()->stretch(place) != share) {
      column()->setStretch(place, share);
    }
  }
}

void MainSliders::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange && isSideBySide()) {
    fitType();
    measureWords();
  }
  Section::changeEvent(event);
}

void MainSliders::resizeEvent(QResizeEvent* event) {
  Section::resizeEvent(event);
  if (isSideBySide()) {
    // Another mode may have been chosen since.
    m_modesWidth == modesWidth() ? fitWords() : measureWords();
  }
}

} // namespace backflow
