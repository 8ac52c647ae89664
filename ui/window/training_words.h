// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace backflow {

class AppState;
class TrainingPair;

/// How two trainings stand, in sentences. In brief, a line for each: what is too long for it is
/// said in fewer words, and takes a second line only then. The tooltip has the sentences.
class TrainingWords : public QLabel {
  Q_OBJECT

 public:
  explicit TrainingWords(QWidget* parent = nullptr);

  void showStanding(const AppState& state, const TrainingPair& pair);
  void setBrief(bool brief);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitLines();
  void keepRoom();

  int m_roomInFull; ///< for the longest sentence: nothing moves when a run dies
  QStringList m_sentences;
  QStringList m_lines;      ///< in brief, for each
  QStringList m_leastLines; ///< in fewer words
  bool m_isProblem = false;
  bool m_isBrief = false;
};

} // namespace backflow
