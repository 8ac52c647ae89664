// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/calculator_kind.h"
#include "ui/plot/plot_view.h"
#include "ui/run/study_worker.h"
#include "ui/run/trace_worker.h"

#include <QWidget>

#include <vector>

namespace backflow {

class CalculatorPanel;
class CliffLab;
class PhaseLab;
class StudyProgress;
class TabMenu;
class TrainingLab;
class ViewTabs;

/// The views under the gradient flow, a tab for each. What is slow is studied only while its tab is
/// in sight.
class LowerViews : public QWidget {
  Q_OBJECT

 public:
  explicit LowerViews(AppState& state, QWidget* parent = nullptr);

  /// Shows the trace, and studies its scenario for the tab in sight.
  void showTrace(std::shared_ptr<const Trace> trace, const Document& document,
                 std::shared_ptr<const NormPictures> pictures = nullptr);
  /// What the trace is compared with.
  void setComparison(const std::vector<PinnedRun>& pinned,
                     std::shared_ptr<const SeedBandStudy> band);
  void setTimeCursor(int t);
  /// The part of the steps in sight.
  void setTimeStretch(const TimeStretch& stretch);
  void setTheme(const Theme& theme);
  /// Whether the time cursor travels by itself.
  void setPlaying(bool playing);
  /// What the traces to come must hold for the tab in sight.
  bool wantsUnits() const;
  /// The view that the tab in sight shows; the first of them, if it shows two. The gradient flow if
  /// the tab shows no plot.
  ViewKind current() const;
  bool shows(ViewKind kind) const;
  void bringForward(ViewKind kind);
  void openCalculator(CalculatorKind kind);
  const Findings& findings() const { return m_findings; }
  TrainingLab* trainingLab() const { return m_training; }
  /// The tabs as a menu, without their keys: those are whoever's its actions are added to.
  TabMenu* tabMenu() const;
  /// Whether the tab in sight needs all the height there is.
  bool wantsRoom() const;
  bool showsTraining() const;
  /// Whether the tab in sight draws the scenario as it runs, untrained.
  bool showsScenario() const;
  /// Of the unrolled network the strips alone, as high as they have to be: while the gradient
  /// travels before a class, the flow has the rest. Every other view comes back with false.
  void setStripsAlone(bool alone);
  bool showsStripsAlone() const { return m_stripsAlone; }

 signals:
  void timePointed(int t);
  /// As PlotView's.
  void timeStretchWished(const backflow::TimeStretch& stretch);
  /// wantsUnits() has changed.
  void wishesChanged();
  /// wantsRoom() may have changed.
  void tabChanged();
  void findingsChanged();
  /// The user hid curves of a view, or brought them back.
  void hiddenCurvesChanged(backflow::ViewKind view, const QSet<QString>& hidden);
  /// The user chose this scenario in a picture of many.
  void scenarioWished(const backflow::Document& document);

 private:
  struct View {
    ViewKind kind;
    PlotView* plot;
    int tab;
  };

  void addTab(const QString& name, std::initializer_list<ViewKind> kinds);
  void addLabs();
  void addCalculators(AppState& state);
  void addView(ViewKind kind, PlotView* plot, int tab);
  void showTab();
  void study();
  void show(const View& view);
  void fitStrips();

  Document m_document;
  Findings m_findings;
  StudyWorker m_studies;
  TrainingLab* m_training;
  CliffLab* m_cliff;
  CalculatorPanel* m_calculators;
  PhaseLab* m_phase;
  ViewTabs* m_tabs;
  StudyProgress* m_progress;
  std::vector<View> m_views;
  int m_time = 1;
  TimeStretch m_stretch = wholeStretch(1);
  Theme m_theme;
  bool m_stripsAlone = false;
  bool m_wantedUnits = false;
};

} // namespace backflow
