// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/norm_curve.h"
#include "ui/state/findings.h"

#include <QSet>
#include <QString>

#include <vector>

namespace backflow {

/// The plots of a norm over time.
enum class PlotKind { GradientFlow, States, ParameterGradient };

/// Whose curve a pinned one is. Where it is as long as the picture, first is 1 and last T.
struct NormPin {
  int id = 0;
  int slot = 0;
  QString name;
  int horizon = 1;           ///< its own T
  bool alignsAtLoss = false; ///< its step T′ stands at T; else its step 1 at 1
  int first = 1;             ///< the steps of the picture that it reaches over
  int last = 1;

  QChar letter() const { return QChar(u'A' + slot); }
};

enum class SpanKind {
  Zero, ///< exactly zero
  Inf,  ///< infinite
  Nan,  ///< not a number
  Cut   ///< truncation lets no loss reach these steps
};

/// Steps first..last at which a run's norm is not on the curve.
struct NormSpan {
  SpanKind kind = SpanKind::Zero;
  Precision precision = Precision::Float64; ///< of no meaning for `Cut`
  int first = 1;
  int last = 1;
};

/// Where on the vertical axis a marker sits.
enum class MarkerPlace { Value, Bottom, Top };

struct NormMarker {
  Event event;
  MarkerPlace place = MarkerPlace::Value;
  double log10 = 0; ///< for `Value`
};

enum class BandKind { Subnormal, Zero, Inf };

/// What a single number becomes in a precision, between two sizes (log₁₀).
struct NormBand {
  Precision precision = Precision::Float64;
  BandKind kind = BandKind::Subnormal;
  double from = 0;
  double to = 0;
};

/// A plot of norms over time as data: what to draw and where, not how. Everything on the vertical
/// axis is log₁₀ of a norm; what has no logarithm is a span or a marker.
struct NormPicture {
  int horizon = 1;
  /// In drawing order: reference first. Seeds and pinned runs come last but are drawn behind.
  std::vector<NormCurve> curves;
  std::vector<NormPin> pins; ///< those that are shown
  int seeds = 0;             ///< of the band; 0 without one
  double gamma = 1;          ///< the most that |φ′| can be, for what theory says
  std::vector<NormSpan> spans;
  std::vector<NormMarker> markers;
  std::vector<NormBand> bands;
  std::vector<double> levels; ///< log₁₀ of the user's thresholds
  double lowest = -2;         ///< the range of the vertical axis
  double highest = 2;
};

NormPicture normPictureOf(const Trace& trace, PlotKind kind);

/// Whether any of its norms has a height: else the axis would name heights of nothing.
bool hasHeights(const NormPicture& picture);

/// A trace's pictures of every kind, before anything is compared with it. With many steps they take
/// a while: made in the thread that computed the trace, they cost the GUI thread nothing.
struct NormPictures {
  explicit NormPictures(const Trace& trace);
  const NormPicture& of(PlotKind kind) const;

  NormPicture gradientFlow;
  NormPicture states;
  NormPicture parameterGradient;
};

/// The trace's picture with the pinned runs that are shown, and in the gradient flow with the band
/// over seeds, if it belongs to the trace's scenario. Gradients of another horizon align at the
/// loss: what is equally many steps back stands one above the other. States align at t = 1.
NormPicture normPictureOf(const Findings& findings, PlotKind kind);

/// Names a curve through every change of the picture: "float32", "reference", "pinned.3". Both
/// quartiles have the same.
QString curveId(const NormPicture& picture, const NormCurve& curve);

/// The picture without some curves, and without the markers, spans and bands of their precisions.
/// Its range stays.
NormPicture withoutCurves(NormPicture picture, const QSet<QString>& ids);

} // namespace backflow
