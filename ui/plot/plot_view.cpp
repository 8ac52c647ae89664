// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_view.h"

#include "ui/plot/cliff_plot.h"
#include "ui/plot/dashboard_view.h"
#include "ui/plot/map_plot.h"
#include "ui/plot/norm_plot.h"
#include "ui/plot/phase_plot.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/plot/training_plot.h"
#include "ui/plot/training_profile_plot.h"
#include "ui/plot/unroll_view.h"

namespace backflow {

std::unique_ptr<PlotView> makeView(ViewKind kind) {
  switch (kind) {
  case ViewKind::GradientFlow:
    break;
  case ViewKind::States:
    return std::make_unique<NormPlot>(PlotKind::States);
  case ViewKind::ParameterGradient:
    return std::make_unique<NormPlot>(PlotKind::ParameterGradient);
  case ViewKind::Units:
    return std::make_unique<MapPlot>(MapKind::Units);
  case ViewKind::Gates:
    return std::make_unique<MapPlot>(MapKind::Gates);
  case ViewKind::Attention:
    return std::make_unique<MapPlot>(MapKind::Attention);
  case ViewKind::Influence:
    return std::make_unique<MapPlot>(MapKind::Influence);
  case ViewKind::Spectrum:
    return std::make_unique<SpectrumPlot>();
  case ViewKind::Unroll:
    return std::make_unique<UnrollView>();
  case ViewKind::Training:
    return std::make_unique<TrainingPlot>();
  case ViewKind::TrainingProfile:
    return std::make_unique<TrainingProfilePlot>();
  case ViewKind::Cliff:
    return std::make_unique<CliffPlot>();
  case ViewKind::Dashboard:
    return std::make_unique<DashboardView>();
  case ViewKind::PhaseDiagram:
    return std::make_unique<PhasePlot>();
  }
  return std::make_unique<NormPlot>(PlotKind::GradientFlow);
}

} // namespace backflow
