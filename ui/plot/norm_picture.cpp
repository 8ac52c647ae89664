// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_picture.h"

#include "core/scenario/enum_names.h"
#include "core/unroll/truncation.h"
#include "ui/plot/norm_comparison.h"
#include "ui/plot/norm_range.h"
#include "ui/plot/plotted_norms.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

/// More spans than this cannot be told apart on any screen.
constexpr std::size_t mostSpans = 200;

void addSpans(const std::vector<double>& norms, Precision precision, const Truncation& truncation,
              NormPicture& picture) {
  const auto kindAt = [&](std::size_t k) -> std::optional<SpanKind> {
    if (std::isnan(norms[k])) {
      return SpanKind::Nan;
    }
    if (std::isinf(norms[k])) {
      return SpanKind::Inf;
    }
    const bool wanted = norms[k] == 0 && truncation.reaches(static_cast<int>(k) + 1);
    return wanted ? std::optional(SpanKind::Zero) : std::nullopt;
  };
  for (std::size_t k = 0; k < norms.size() && picture.spans.size() < mostSpans;) {
    const auto kind = kindAt(k);
    std::size_t end = k + 1;
    while (end < norms.size() && kindAt(end) == kind) {
      ++end;
    }
    if (kind) {
      picture.spans.push_back({*kind, precision, static_cast<int>(k) + 1, static_cast<int>(end)});
    }
    k = end;
  }
}

bool belongsTo(const Event& event, PlotKind kind) {
  if (event.t == 0) {
    return false;
  }
  switch (kind) {
  case PlotKind::GradientFlow:
    return event.quantity == "dL/dh" || event.quantity == "dL/da";
  case PlotKind::States:
    return event.phase == Phase::Forward;
  case PlotKind::ParameterGradient:
    return isOfWeights(event);
  }
  return false;
}

void addMarkers(const RunTrace& run, const std::vector<double>& norms, PlotKind kind,
                NormPicture& picture) {
  for (const Event& event : run.events) {
    if (!belongsTo(event, kind)) {
      continue;
    }
    const double norm = norms[static_cast<std::size_t>(event.t) - 1];
    NormMarker marker{event, MarkerPlace::Value, drawableLog10(norm)};
    if (norm == 0) {
      marker.place = MarkerPlace::Bottom;
    } else if (!std::isfinite(norm)) {
      marker.place = MarkerPlace::Top;
    }
    picture.markers.push_back(std::move(marker));
  }
}

void addBands(Precision precision, NormPicture& picture) {
  const FormatLimits limits = limitsOf(precision);
  const double largest = std::log10(limits.largest);
  const double normal = std::log10(limits.smallestNormal);
  const double subnormal = std::log10(limits.smallestSubnormal);
  constexpr double beyond = std::numeric_limits<double>::infinity();
  picture.bands.push_back({precision, BandKind::Subnormal, subnormal, normal});
  picture.bands.push_back({precision, BandKind::Zero, -beyond, subnormal});
  picture.bands.push_back({precision, BandKind::Inf, largest, beyond});
}

/// The dashed curves of narrower formats lie on the solid one of the widest.
std::vector<const RunTrace*> widestFirst(const std::vector<RunTrace>& runs) {
  std::vector<const RunTrace*> result;
  result.reserve(runs.size());
  for (const RunTrace& run : runs) {
    result.push_back(&run);
  }
  std::stable_sort(result.begin(), result.end(), [](const RunTrace* a, const RunTrace* b) {
    return limitsOf(a->precision).bytes > limitsOf(b->precision).bytes;
  });
  return result;
}

/// What the gradient is made of, of the widest precision alone: more curves would hide each other.
void addParts(const RunTrace& run, NormPicture& picture) {
  const StepRecords& steps = run.steps;
  const std::pair<CurveRole, const std::vector<double>*> parts[] = {
      {CurveRole::AlongCell, &steps.cellGradientDirectNorm},
      {CurveRole::ThroughGates, &steps.cellGradientGatesNorm},
      {CurveRole::Direct, &steps.directGradientNorm},
      {CurveRole::Recurrent, &steps.recurrentGradientNorm},
      {CurveRole::ReadsForward, &steps.forwardGradientNorm},
      {CurveRole::ReadsBackward, &steps.backwardGradientNorm}};
  const bool attends = run.attention.size() > 0;
  const bool bidirectional = !steps.forwardGradientNorm.empty();
  for (const auto& [role, norms] : parts) {
    const bool isOfCell = role == CurveRole::AlongCell || role == CurveRole::ThroughGates;
    const bool isShare = role == CurveRole::Direct || role == CurveRole::Recurrent;
    const bool wanted = bidirectional ? !isOfCell && !isShare : attends ? isShare : isOfCell;
    if (wanted && !norms->empty()) {
      picture.curves.push_back(curveOf(*norms, role, run.precision));
    }
  }
}

/// What theory says of the way from the last step back; where several losses add up it says nothing
/// of their sum.
void addTheory(const Trace& trace, NormPicture& picture) {
  const bool oneLoss =
      trace.scenario.loss.at == LossPlace::Last && trace.scenario.network.readout == Readout::State;
  if (!trace.criteria || !oneLoss || !std::isfinite(trace.referenceLog2.back())) {
    return;
  }
  picture.gamma = trace.criteria->gamma;
  for (const CurveRole role : {CurveRole::Bound, CurveRole::Asymptote}) {
    std::vector<double> log2(trace.referenceLog2.size());
    for (std::size_t k = 0; k < log2.size(); ++k) {
      const auto stepsBack = static_cast<int>(log2.size() - 1 - k);
      log2[k] = trace.referenceLog2.back() + (role == CurveRole::Bound
                                                  ? boundLog2(*trace.criteria, stepsBack)
                                                  : asymptoteLog2(*trace.criteria, stepsBack));
    }
    picture.curves.push_back(curveOfLog2(log2, role));
  }
}

/// Three cells side by side: their reference curves and nothing else, under the bands of the
/// formats that the scenario runs in.
NormPicture cellsPictureOf(const Trace& trace) {
  NormPicture picture;
  picture.horizon = trace.scenario.unroll.horizon;
  addCells(trace.otherCells, picture);
  for (const RunTrace& run : trace.runs) {
    addBands(run.precision, picture);
  }
  return picture;
}

/// All but the range.
NormPicture ownPictureOf(const Trace& trace, PlotKind kind) {
  if (kind == PlotKind::GradientFlow && !trace.otherCells.empty()) {
    return cellsPictureOf(trace);
  }
  NormPicture picture;
  picture.horizon = trace.scenario.unroll.horizon;
  const bool gradients = kind != PlotKind::States;
  const Truncation truncation(trace.scenario);
  if (kind == PlotKind::GradientFlow) {
    picture.curves.push_back(curveOfLog2(trace.referenceLog2, CurveRole::Reference));
    addTheory(trace, picture);
    for (const double level :
         {trace.scenario.thresholds.vanish, trace.scenario.thresholds.explode}) {
      if (level > 0 && std::isfinite(level)) {
        picture.levels.push_back(std::log10(level));
      }
    }
  }
  if (gradients && !truncation.reaches(1)) {
    int last = 1;
    while (!truncation.reaches(last + 1)) {
      ++last;
    }
    picture.spans.push_back({SpanKind::Cut, Precision::Float64, 1, last});
  }
  const std::vector<const RunTrace*> runs = widestFirst(trace.runs);
  if (kind == PlotKind::GradientFlow && !runs.empty()) {
    addParts(*runs.front(), picture);
  }
  for (const RunTrace* run : runs) {
    const auto& before = normsBeforeClip(*run, kind);
    if (!before.empty()) {
      picture.curves.push_back(curveOf(before, CurveRole::BeforeClip, run->precision));
    }
  }
  for (const RunTrace* run : runs) {
    const auto& norms = normsOf(*run, kind);
    picture.curves.push_back(curveOf(norms, CurveRole::Run, run->precision));
    addSpans(norms, run->precision, gradients ? truncation : Truncation(Scenario{}), picture);
    addMarkers(*run, norms, kind, picture);
    addBands(run->precision, picture);
  }
  return picture;
}

} // namespace

NormPicture normPictureOf(const Trace& trace, PlotKind kind) {
  NormPicture picture = ownPictureOf(trace, kind);
  setRange(picture, trace.runs);
  return picture;
}

NormPictures::NormPictures(const Trace& trace)
    : gradientFlow(ownPictureOf(trace, PlotKind::GradientFlow)),
      states(ownPictureOf(trace, PlotKind::States)),
      parameterGradient(ownPictureOf(trace, PlotKind::ParameterGradient)) {}

const NormPicture& NormPictures::of(PlotKind kind) const {
  switch (kind) {
  case PlotKind::States:
    return states;
  case PlotKind::ParameterGradient:
    return parameterGradient;
  case PlotKind::GradientFlow:
    break;
  }
  return gradientFlow;
}

NormPicture normPictureOf(const Findings& findings, PlotKind kind) {
  const Trace& trace = *findings.trace;
  NormPicture picture = findings.pictures ? findings.pictures->of(kind) : ownPictureOf(trace, kind);
  const bool hasBand = findings.seedBand && findings.seedBand->scenario == trace.scenario;
  if (hasBand && kind == PlotKind::GradientFlow && trace.otherCells.empty()) {
    addSeedBand(findings.seedBand->band, picture);
  }
  addPinned(findings.pinned, kind, picture);
  setRange(picture, trace.runs);
  return picture;
}

bool hasHeights(const NormPicture& picture) {
  return std::ranges::any_of(picture.curves, [](const NormCurve& curve) {
    return !std::isnan(curve.values->levels.lowest());
  });
}

QString curveId(const NormPicture& picture, const NormCurve& curve) {
  QString precision = QString::fromUtf8(nameOf(curve.precision).data());
  switch (curve.role) {
  case CurveRole::Run:
    break;
  case CurveRole::BeforeClip:
    return precision + QStringLiteral(".before");
  case CurveRole::Reference:
    return QStringLiteral("reference");
  case CurveRole::AlongCell:
    return precision + QStringLiteral(".along");
  case CurveRole::ThroughGates:
    return precision + QStringLiteral(".gates");
  case CurveRole::Direct:
    return precision + QStringLiteral(".direct");
  case CurveRole::Recurrent:
    return precision + QStringLiteral(".recurrent");
  case CurveRole::ReadsForward:
    return precision + QStringLiteral(".forward");
  case CurveRole::ReadsBackward:
    return precision + QStringLiteral(".backward");
  case CurveRole::Bound:
    return QStringLiteral("bound");
  case CurveRole::Asymptote:
    return QStringLiteral("asymptote");
  case CurveRole::OtherCell:
    return QStringLiteral("cell.") + QString::fromUtf8(enumName(curve.cell).data());
  case CurveRole::SeedLower:
  case CurveRole::SeedUpper:
    return QStringLiteral("seedQuartiles");
  case CurveRole::SeedMedian:
    return QStringLiteral("seedMedian");
  case CurveRole::Pinned:
    return QStringLiteral("pinned.%1").arg(picture.pins[curve.pin].id);
  }
  return precision;
}

NormPicture withoutCurves(NormPicture picture, const QSet<QString>& ids) {
  std::erase_if(picture.curves,
                [&](const NormCurve& curve) { return ids.contains(curveId(picture, curve)); });
  const auto isHidden = [&](Precision precision) {
    return ids.contains(QString::fromUtf8(nameOf(precision).data()));
  };
  std::erase_if(picture.spans, [&](const NormSpan& span) {
    return span.kind != SpanKind::Cut && isHidden(span.precision);
  });
  std::erase_if(picture.markers,
                [&](const NormMarker& marker) { return isHidden(marker.event.precision); });
  std::erase_if(picture.bands, [&](const NormBand& band) { return isHidden(band.precision); });
  return picture;
}

} // namespace backflow
