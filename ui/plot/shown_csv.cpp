// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/shown_csv.h"

#include "core/record/influence_csv.h"
#include "core/record/trace_json.h"
#include "core/scenario/atomic_file.h"
#include "core/scenario/csv_cell.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/value_text.h"
#include "core/train/training_csv.h"
#include "core/unroll/sweep_cell.h"
#include "core/unroll/sweep_spec.h"
#include "ui/plot/norm_csv.h"

#include <QCoreApplication>

#include <algorithm>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace backflow {

namespace {

struct ShownCsv {
  Q_DECLARE_TR_FUNCTIONS(ShownCsv)
};

/// Named rows of H×T matrices, turned: a row for each time step.
void writeOverTime(const std::string& prefix, const std::vector<NamedMatrix>& matrices,
                   std::ostream& out) {
  out << 't';
  for (const NamedMatrix& matrix : matrices) {
    for (Eigen::Index unit = 1; unit <= matrix.values.rows(); ++unit) {
      out << ',' << quotedCell(prefix + matrix.name + "_" + std::to_string(unit));
    }
  }
  out << csvLineEnd;
  const Eigen::Index steps = matrices.empty() ? 0 : matrices.front().values.cols();
  for (Eigen::Index step = 0; step < steps; ++step) {
    out << step + 1;
    for (const NamedMatrix& matrix : matrices) {
      for (const double value : matrix.values.col(step)) {
        out << ',' << shortestText(value);
      }
    }
    out << csvLineEnd;
  }
}

void writeAttention(const RunTrace& run, std::ostream& out) {
  const Eigen::MatrixXd& weights = run.attention;
  out << "loss_t";
  for (Eigen::Index j = 1; j <= weights.cols(); ++j) {
    out << ',' << nameOf(run.precision) << ".attention_to_h_" << j;
  }
  out << csvLineEnd;
  for (Eigen::Index row = 0; row < weights.rows(); ++row) {
    out << weights.cols() - weights.rows() + row + 1;
    for (const double value : weights.row(row)) {
      out << ',' << shortestText(value);
    }
    out << csvLineEnd;
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
  out << csvLineEnd;
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
    out << csvLineEnd;
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
  out << csvLineEnd;
  for (std::size_t index = 0; index < horizon; ++index) {
    out << index + 1 << ',' << horizon - index - 1;
    for (const UpdateRecord* look : looks) {
      out << ',' << shortestText(look->profile[index]);
    }
    out << csvLineEnd;
  }
}

void writeCliff(const CliffStudy& study, std::ostream& out) {
  out << "part,step,w,b,error,gradient_norm,clip_coefficient" << csvLineEnd;
  const CliffFrame& frame = study.frame;
  const auto between = [](double least, double most, Eigen::Index k, Eigen::Index count) {
    return least + (most - least) * static_cast<double>(k) / static_cast<double>(count - 1);
  };
  for (Eigen::Index i = 0; i < study.surface.rows(); ++i) {
    for (Eigen::Index j = 0; j < study.surface.cols(); ++j) {
      out << "surface,,"
          << shortestText(between(frame.least.w, frame.most.w, j, study.surface.cols())) << ','
          << shortestText(between(frame.least.b, frame.most.b, i, study.surface.rows())) << ','
          << shortestText(study.surface(i, j)) << ",," << csvLineEnd;
    }
  }
  for (const auto& [name, path] :
       {std::pair{"not_clipped", &study.free}, std::pair{"clipped", &study.clipped}}) {
    for (std::size_t k = 0; k < path->size(); ++k) {
      const CliffStep& step = (*path)[k];
      out << name << ',' << k << ',' << shortestText(step.point.w) << ','
          << shortestText(step.point.b) << ',' << shortestText(step.slope.error) << ','
          << shortestText(step.slope.norm()) << ',' << shortestText(step.coefficient) << csvLineEnd;
    }
  }
}

/// A row for each cell that is done.
void writePhase(const PhaseStudy& study, std::ostream& out) {
  for (const SweepAxis& axis : study.spec.axes) {
    out << axis.field << ',';
  }
  out << "log10_ratio,class" << csvLineEnd;
  for (const std::optional<PhaseCell>& cell : study.cells) {
    if (!cell) {
      continue;
    }
    for (const double value : cellAt(study.spec, cell->index).values) {
      out << shortestText(value) << ',';
    }
    out << shortestText(cell->ratioLog10) << ',' << nameOf(cell->fate) << csvLineEnd;
  }
}

} // namespace

void writeShownCsv(const Findings& findings, ViewKind kind, const QSet<QString>& hidden,
                   std::ostream& out) {
  const RunTrace& widest = widestRun(*findings.trace);
  const std::string precision = std::string(nameOf(widest.precision)) + ".";
  switch (kind) {
  case ViewKind::GradientFlow:
    writeNormCsv(findings, PlotKind::GradientFlow, hidden, out);
    break;
  case ViewKind::States:
    writeNormCsv(findings, PlotKind::States, hidden, out);
    break;
  case ViewKind::ParameterGradient:
    writeNormCsv(findings, PlotKind::ParameterGradient, hidden, out);
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
