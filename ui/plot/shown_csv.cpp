// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/shown_csv.h"

#include "core/record/influence_csv.h"
#include "core/record/trace_json.h"
#include "core/scenario/atomic_file.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/value_text.h"
#include "core/train/training_csv.h"
#include "core/unroll/sweep_cell.h"
#include "core/unroll/sweep_spec.h"
#include "ui/plot/norm_picture.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace backflow {

namespace {

constexpr const char* lineEnd = "\r\n"; // as RFC 4180 has it

struct ShownCsv {
  Q_DECLARE_TR_FUNCTIONS(ShownCsv)
};

/// A cell: in quotation marks where it holds what would end it.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string result = "\"";
  for (const char letter : text) {
    result += letter == '"' ? "\"\"" : std::string(1, letter);
  }
  return result + '"';
}

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

void writeNorms(const Findings& findings, PlotKind kind, const QSet<QString>& hidden,
                std::ostream& out) {
  const NormPicture picture = withoutCurves(normPictureOf(findings, kind), hidden);
  out << "t,steps_back";
  for (const NormCurve& curve : picture.curves) {
    const bool clips = kind == PlotKind::ParameterGradient &&
                       !findings.trace->runs.front().steps.parameterGradientNormAfterClip.empty();
    out << ',' << quoted(quantityOf(picture, curve, kind, clips));
  }
  out << lineEnd;
  const auto horizon = static_cast<std::size_t>(picture.horizon);
  for (std::size_t index = 0; index < horizon; ++index) {
    out << index + 1 << ',' << horizon - index - 1;
    for (const NormCurve& curve : picture.curves) {
      out << ',' << cellText(picture, curve, index);
    }
    out << lineEnd;
  }
}

/// Named rows of H×T matrices, turned: a row for each time step.
void writeOverTime(const std::string& prefix, const std::vector<NamedMatrix>& matrices,
                   std::ostream& out) {
  out << 't';
  for (const NamedMatrix& matrix : matrices) {
    for (Eigen::Index unit = 1; unit <= matrix.values.rows(); ++unit) {
      out << ',' << quoted(prefix + matrix.name + "_" + std::to_string(unit));
    }
  }
  out << lineEnd;
  const Eigen::Index steps = matrices.empty() ? 0 : matrices.front().values.cols();
  for (Eigen::Index step = 0; step < steps; ++step) {
    out << step + 1;
    for (const NamedMatrix& matrix : matrices) {
      for (const double value : matrix.values.col(step)) {
        out << ',' << shortestText(value);
      }
    }
    out << lineEnd;
  }
}

void writeAttention(const RunTrace& run, std::ostream& out) {
  const Eigen::MatrixXd& weights = run.attention;
  out << "loss_t";
  for (Eigen::Index j = 1; j <= weights.cols(); ++j) {
    out << ',' << nameOf(run.precision) << ".attention_to_h_" << j;
  }
  out << lineEnd;
  for (Eigen::Index row = 0; row < weights.rows(); ++row) {
    out << weights.cols() - weights.rows() + row + 1;
    for (const double value : weights.row(row)) {
      out << ',' << shortestText(value);
    }
    out << lineEnd;
  }
}

void writeSpectrum(const SpectrumStudy& study, std::ostream& out) {
  std::vector<std::pair<std::string, const Spectrum*>> spectra;
  if (study.analysis.recurrent) {
    spectra.emplace_back("W_h", &*study.analysis.recurrent);
  }
  if (study.step) {
    spectra.emplace_back("step_jacobian_t" + std::to_string(study.time), &*study.step);
  }
  out << "rank";
  std::size_t ranks = 0;
  for (const auto& [name, spectrum] : spectra) {
    out << ',' << name << ".eigenvalue_re," << name << ".eigenvalue_im," << name
        << ".singular_value";
    ranks = std::max(ranks, spectrum->singularValues.size());
  }
  out << lineEnd;
  for (std::size_t k = 0; k < ranks; ++k) {
    out << k + 1;
    for (const auto& [name, spectrum] : spectra) {
      if (k < spectrum->singularValues.size()) {
        out << ',' << shortestText(spectrum->eigenvalues[k].real()) << ','
            << shortestText(spectrum->eigenvalues[k].imag()) << ','
            << shortestText(spectrum->singularValues[k]);
      } else {
        out << ",,,";
      }
    }
    out << lineEnd;
  }
}

void writeTrainings(const std::vector<std::shared_ptr<const TrainingHistory>>& trainings,
                    std::ostream& out) {
  if (trainings.size() == 1) {
    writeTrainingCsv(trainings.front()->records, out);
    return;
  }
  for (std::size_t k = 0; k < trainings.size(); ++k) {
    std::stringstream one;
    writeTrainingCsv(trainings[k]->records, one);
    std::string line;
    for (bool isHeader = true; std::getline(one, line, '\n'); isHeader = false) {
      if (!isHeader || k == 0) {
        out << (isHeader ? "training" : std::to_string(k + 1)) << ',' << line << '\n';
      }
    }
  }
}

void writeProfiles(const std::vector<std::shared_ptr<const TrainingHistory>>& trainings,
                   std::ostream& out) {
  std::vector<const UpdateRecord*> looks;
  std::size_t horizon = 0;
  out << "t,steps_back";
  for (std::size_t k = 0; k < trainings.size(); ++k) {
    const TrainingHistory& history = *trainings[k];
    const std::string which = trainings.size() > 1 ? "training" + std::to_string(k + 1) + "." : "";
    horizon = static_cast<std::size_t>(history.scenario.unroll.horizon);
    for (const UpdateRecord& record : history.records) {
      if (!record.profile.empty()) {
        looks.push_back(&record);
        out << ',' << which << nameOf(history.scenario.training->precision)
            << ".gradient_norm_update" << record.update;
      }
    }
  }
  out << lineEnd;
  for (std::size_t index = 0; index < horizon; ++index) {
    out << index + 1 << ',' << horizon - index - 1;
    for (const UpdateRecord* look : looks) {
      out << ',' << shortestText(look->profile[index]);
    }
    out << lineEnd;
  }
}

void writeCliff(const CliffStudy& study, std::ostream& out) {
  out << "part,step,w,b,error,gradient_norm,clip_coefficient" << lineEnd;
  const CliffFrame& frame = study.frame;
  const auto between = [](double least, double most, Eigen::Index k, Eigen::Index count) {
    return least + (most - least) * static_cast<double>(k) / static_cast<double>(count - 1);
  };
  for (Eigen::Index i = 0; i < study.surface.rows(); ++i) {
    for (Eigen::Index j = 0; j < study.surface.cols(); ++j) {
      out << "surface,,"
          << shortestText(between(frame.least.w, frame.most.w, j, study.surface.cols())) << ','
          << shortestText(between(frame.least.b, frame.most.b, i, study.surface.rows())) << ','
          << shortestText(study.surface(i, j)) << ",," << lineEnd;
    }
  }
  for (const auto& [name, path] :
       {std::pair{"not_clipped", &study.free}, std::pair{"clipped", &study.clipped}}) {
    for (std::size_t k = 0; k < path->size(); ++k) {
      const CliffStep& step = (*path)[k];
      out << name << ',' << k << ',' << shortestText(step.point.w) << ','
          << shortestText(step.point.b) << ',' << shortestText(step.slope.error) << ','
          << shortestText(step.slope.norm()) << ',' << shortestText(step.coefficient) << lineEnd;
    }
  }
}

/// A row for each cell that is done.
void writePhase(const PhaseStudy& study, std::ostream& out) {
  for (const SweepAxis& axis : study.spec.axes) {
    out << axis.field << ',';
  }
  out << "log10_ratio,class" << lineEnd;
  for (const std::optional<PhaseCell>& cell : study.cells) {
    if (!cell) {
      continue;
    }
    for (const double value : cellAt(study.spec, cell->index).values) {
      out << shortestText(value) << ',';
    }
    out << shortestText(cell->ratioLog10) << ',' << nameOf(cell->fate) << lineEnd;
  }
}

} // namespace

void writeShownCsv(const Findings& findings, ViewKind kind, const QSet<QString>& hidden,
                   std::ostream& out) {
  const RunTrace& widest = widestRun(*findings.trace);
  const std::string precision = std::string(nameOf(widest.precision)) + ".";
  switch (kind) {
  case ViewKind::GradientFlow:
    writeNorms(findings, PlotKind::GradientFlow, hidden, out);
    break;
  case ViewKind::States:
    writeNorms(findings, PlotKind::States, hidden, out);
    break;
  case ViewKind::ParameterGradient:
    writeNorms(findings, PlotKind::ParameterGradient, hidden, out);
    break;
  case ViewKind::Units:
    writeOverTime(precision, {{"h", widest.states}}, out);
    break;
  case ViewKind::Gates:
    writeOverTime(precision, widest.gates, out);
    break;
  case ViewKind::Attention:
    writeAttention(widest, out);
    break;
  case ViewKind::Influence:
    writeInfluenceCsv(findings.influence->norms, out);
    break;
  case ViewKind::Spectrum:
    writeSpectrum(*findings.spectrum, out);
    break;
  case ViewKind::Training:
    writeTrainings(findings.trainings, out);
    break;
  case ViewKind::TrainingProfile:
    writeProfiles(findings.trainings, out);
    break;
  case ViewKind::Cliff:
    writeCliff(*findings.cliff, out);
    break;
  case ViewKind::PhaseDiagram:
    writePhase(*findings.phase, out);
    break;
  case ViewKind::Unroll:
  case ViewKind::Dashboard:
    writeTraceCsv(*findings.trace, out);
    break;
  }
}

QString saveShownCsv(const Findings& findings, ViewKind kind, const QSet<QString>& hidden,
                     const QString& file) {
  try {
    writeAtomically(file.toStdString(),
                    [&](std::ostream& out) { writeShownCsv(findings, kind, hidden, out); });
  } catch (const std::system_error& error) {
    return ShownCsv::tr("%1 cannot be written: %2")
        .arg(file, QString::fromStdString(error.code().message()));
  }
  return {};
}

} // namespace backflow
