// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_csv.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/value_text.h"

#include <cmath>
#include <locale>
#include <sstream>
#include <string>

namespace backflow {

namespace {

/// 2ˣ in decimal notation, whatever its exponent.
std::string powerOfTwoText(double x) {
  const double number = std::exp2(x);
  const bool fits = std::isnormal(number) || !std::isfinite(x);
  if (fits) {
    return shortestText(number);
  }
  const double decades = x * std::log10(2.0);
  const double whole = std::floor(decades);
  std::ostringstream text;
  text.imbue(std::locale::classic());
  // The logarithm itself has no more digits than these behind its exponent.
  text.precision(12);
  text << std::pow(10.0, decades - whole) << 'e' << static_cast<long long>(whole);
  return text.str();
}

std::string quantityOf(const NormPicture& picture, const NormCurve& curve, PlotKind kind,
                       bool clipsParameters) {
  const std::string precision(nameOf(curve.precision));
  const std::string quantity = kind == PlotKind::States              ? "state_norm"
                               : kind == PlotKind::ParameterGradient ? "parameter_gradient_norm"
                                                                     : "gradient_norm";
  const std::string seeds = "seeds" + std::to_string(picture.seeds) + ".";
  switch (curve.role) {
  case CurveRole::Run:
    break;
  case CurveRole::BeforeClip:
    // The names are those of a run's own CSV file.
    return precision + "." + quantity + (kind == PlotKind::GradientFlow ? "_before_clip" : "");
  case CurveRole::Reference:
    return "reference." + quantity;
  case CurveRole::AlongCell:
    return precision + ".cell_gradient_direct_norm";
  case CurveRole::ThroughGates:
    return precision + ".cell_gradient_gates_norm";
  case CurveRole::Direct:
    return precision + ".direct_gradient_norm";
  case CurveRole::Recurrent:
    return precision + ".recurrent_gradient_norm";
  case CurveRole::ReadsForward:
    return precision + ".forward_gradient_norm";
  case CurveRole::ReadsBackward:
    return precision + ".backward_gradient_norm";
  case CurveRole::Bound:
    return "bound." + quantity;
  case CurveRole::Asymptote:
    return "asymptote." + quantity;
  case CurveRole::OtherCell:
    return std::string(enumName(curve.cell)) + ".reference." + quantity;
  case CurveRole::SeedLower:
    return seeds + "lower_quartile." + quantity;
  case CurveRole::SeedUpper:
    return seeds + "upper_quartile." + quantity;
  case CurveRole::SeedMedian:
    return seeds + "median." + quantity;
  case CurveRole::Pinned: {
    const NormPin& pin = picture.pins[curve.pin];
    return QStringLiteral("%1 (%2).").arg(pin.letter()).arg(pin.name).toStdString() + precision +
           "." + quantity;
  }
  }
  return precision + "." + quantity + (clipsParameters ? "_after_clip" : "");
}

std::string cellText(const NormPicture& picture, const NormCurve& curve, std::size_t index) {
  if (curve.role == CurveRole::Pinned) {
    const NormPin& pin = picture.pins[curve.pin];
    const int t = static_cast<int>(index) + 1;
    if (t < pin.first || t > pin.last) {
      return {};
    }
  }
  return curve.values->log2.empty() ? shortestText(curve.values->norms[index])
                                    : powerOfTwoText(curve.values->log2[index]);
}

} // namespace

void writeNormCsv(const Findings& findings, PlotKind kind, const QSet<QString>& hidden,
                  std::ostream& out) {
  const NormPicture picture = withoutCurves(normPictureOf(findings, kind), hidden);
  out << "t,steps_back";
  for (const NormCurve& curve : picture.curves) {
    const bool clips = kind == PlotKind::ParameterGradient &&
                       !findings.trace->runs.front().steps.parameterGradientNormAfterClip.empty();
    out << ',' << quotedCell(quantityOf(picture, curve, kind, clips));
  }
  out << csvLineEnd;
  const auto horizon = static_cast<std::size_t>(picture.horizon);
  for (std::size_t index = 0; index < horizon; ++index) {
    out << index + 1 << ',' << horizon - index - 1;
    for (const NormCurve& curve : picture.curves) {
      out << ',' << cellText(picture, curve, index);
    }
    out << csvLineEnd;
  }
}

} // namespace backflow
