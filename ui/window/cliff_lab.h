// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/slider_scale.h"
#include "ui/plot/plot_view.h"
#include "ui/run/job_thread.h"
#include "ui/state/cliff_study.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QPushButton;

namespace backflow {

class CliffPlot;
class NumberField;

/// The page about the cliff: numbers to type, the picture to click on, and a sentence that says
/// what happened. It computes when it is first shown, and never in the GUI thread.
class CliffLab : public QWidget {
  Q_OBJECT

 public:
  explicit CliffLab(QWidget* parent = nullptr);
  ~CliffLab() override;

  PlotView* plot() const;
  void setTheme(const Theme& theme);
  /// What the picture shows; none before the first is computed.
  std::shared_ptr<const CliffStudy> study() const { return m_study; }
  const CliffSettings& settings() const { return m_settings; }

 signals:
  void studyReady(std::shared_ptr<const backflow::CliffStudy> study);

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Control {
    QLabel* label;
    NumberField* field;
    double CliffSettings::*value;
    double least;
    double most;
    QString problem;
  };

  Control control(const char* name, double CliffSettings::*value, double least, double most,
                  const SliderScale& scale);
  void enter(Control& control, double value);
  void apply(const CliffSettings& settings);
  void showSettings();
  void request();
  void compute(const CliffSettings& settings);
  void retranslate();
  void showProblem();
  void fitFonts();
  void fitPalette();

  CliffSettings m_settings;
  std::array<Control, 4> m_controls{};
  QPushButton* m_reset;
  QLabel* m_problem;
  QLabel* m_sentence;
  CliffPlot* m_plot;
  std::shared_ptr<const CliffStudy> m_study;
  bool m_wasRequested = false;
  JobThread m_thread; ///< last, so that it ends before what it works on
};

} // namespace backflow
