// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

#include <vector>

namespace backflow {

class ChoiceBox;

enum class MainSetting { Gain, Clipping, Truncation };

/// The three that the program is about: recurrence gain, clipping and truncation.
class MainSliders : public Section {
  Q_OBJECT

 public:
  explicit MainSliders(AppState& state, QWidget* parent = nullptr);

  /// Which names and modes are said in full.
  struct Words {
    bool gain = true;
    bool truncation = true;
    bool modes = true;
    bool operator==(const Words&) const = default;
  };

  void refresh() override;
  void showTrace(const Trace* trace) override;
  void retranslate() override;

  /// One below the other, as at first, or side by side.
  void setDirection(Qt::Orientation direction);
  /// Moves a slider as its keys do; switches it on if it is off.
  void step(MainSetting setting, int steps);
  /// Switches clipping or truncation on or off.
  void toggle(MainSetting setting);

  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  bool isSideBySide() const;
  SliderRow* rowOf(MainSetting setting) const;
  void connectGain();
  void connectClip();
  void connectTruncation();
  void refreshGain();
  void fitType();
  void measureWords();
  void fitWords();
  void setWords(const Words& words);
  int modesWidth() const;
  void holdModes();
  void shareWidth();
  void refreshClip();
  void refreshTruncation();

  SliderRow* m_gain;
  SliderRow* m_clip;
  SliderRow* m_truncation;
  ChoiceBox* m_clipMode;
  ChoiceBox* m_truncationMode;
  int m_wholeNameWidth = 0; ///< of the gain
  Words m_words;
  std::vector<int> m_neededWidths; ///< side by side, for each of the words that may be chosen
  int m_modesWidth = 0;            ///< that these were measured with
  /// What comes back when a switch is turned on again.
  ClipSpec m_lastClip;
  TruncationSpec m_lastTruncation;
};

} // namespace backflow
