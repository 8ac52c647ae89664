// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/shown_csv.h"

#include "core/unroll/influence.h"
#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"

#include <QLocale>

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <sstream>

namespace backflow::test {
namespace {

using Table = std::vector<std::vector<std::string>>;

/// RFC 4180.
Table parsed(const std::string& text) {
  Table table{{}};
  std::string cell;
  bool isQuoted = false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const char letter = text[k];
    if (isQuoted) {
      if (letter == '"' && k + 1 < text.size() && text[k + 1] == '"') {
        cell += text[++k];
      } else if (letter == '"') {
        isQuoted = false;
      } else {
        cell += letter;
      }
    } else if (letter == '"') {
      isQuoted = true;
    } else if (letter == ',' || letter == '\n') {
      table.back().push_back(cell);
      cell.clear();
      if (letter == '\n') {
        table.emplace_back();
      }
    } else if (letter != '\r') {
      cell += letter;
    }
  }
  table.pop_back();
  return table;
}

Table tableOf(const Findings& findings, ViewKind kind, const QSet<QString>& hidden = {}) {
  std::ostringstream out;
  writeShownCsv(findings, kind, hidden, out);
  return parsed(out.str());
}

std::vector<std::string> columnOf(const Table& table, const std::string& name) {
  for (std::size_t column = 0; column < table[0].size(); ++column) {
    if (table[0][column] == name) {
      std::vector<std::string> cells;
      for (std::size_t row = 1; row < table.size(); ++row) {
        cells.push_back(table[row].at(column));
      }
      return cells;
    }
  }
  throw std::out_of_range(name);
}

std::vector<double> numbersOf(const Table& table, const std::string& name) {
  std::vector<double> numbers;
  for (const std::string& cell : columnOf(table, name)) {
    numbers.push_back(std::strtod(cell.c_str(), nullptr));
  }
  return numbers;
}

Findings findingsOf(const Scenario& scenario) {
  Findings findings;
  findings.trace = std::make_shared<const Trace>(traceOf(scenario));
  return findings;
}

TEST(ShownCsv, GivesBackTheTraceToTheLastDigit) {
  const Scenario scenario = clipped(drawn(Activation::Tanh, 8, 40, 1.3), ClipMode::Norm, 0.01);
  const Findings findings = findingsOf(scenario);
  const Table flow = tableOf(findings, ViewKind::GradientFlow);
  const Table states = tableOf(findings, ViewKind::States);
  const Table parameters = tableOf(findings, ViewKind::ParameterGradient);
  EXPECT_EQ(flow.size(), 41U);
  EXPECT_EQ(columnOf(flow, "t").front(), "1");
  EXPECT_EQ(columnOf(flow, "steps_back").front(), "39");
  for (const RunTrace& run : findings.trace->runs) {
    const std::string precision = std::string(nameOf(run.precision)) + ".";
    EXPECT_EQ(numbersOf(flow, precision + "gradient_norm"), run.steps.gradientNorm);
    EXPECT_EQ(numbersOf(states, precision + "state_norm"), run.steps.stateNorm);
    EXPECT_EQ(numbersOf(parameters, precision + "parameter_gradient_norm"),
              run.steps.parameterGradientNorm);
    EXPECT_EQ(numbersOf(parameters, precision + "parameter_gradient_norm_after_clip"),
              run.steps.parameterGradientNormAfterClip);
  }
}

TEST(ShownCsv, ZeroInfAndNanAreSpelledOut) {
  const Table exploded =
      tableOf(findingsOf(linear({{0, 7}, {7, 0}}, {1, 1}, 60)), ViewKind::GradientFlow);
  const auto cells = columnOf(exploded, "float32.gradient_norm");
  EXPECT_EQ(cells.front(), "nan");
  EXPECT_NE(std::find(cells.begin(), cells.end(), "inf"), cells.end());
  const Table vanished = tableOf(findingsOf(scalar(0.5, 200)), ViewKind::GradientFlow);
  EXPECT_EQ(columnOf(vanished, "float32.gradient_norm").front(), "0");
}

TEST(ShownCsv, TheReferenceIsWrittenOutBeyondDoubles) {
  const Table table = tableOf(findingsOf(scalar(1e-3, 300)), ViewKind::GradientFlow);
  const auto cells = columnOf(table, "reference.gradient_norm");
  EXPECT_EQ(std::stod(cells.back()), 3);
  // 3 · 10⁻⁸⁹⁷
  EXPECT_TRUE(cells.front().ends_with("e-897") || cells.front().ends_with("e-898"))
      << cells.front();
  EXPECT_NEAR(std::stod(cells.front().substr(0, cells.front().find('e'))), 3, 1e-9);
}

TEST(ShownCsv, HoldsPinnedRunsWhereTheyAreDrawnAndTheBandWithTheirNames) {
  Findings findings = findingsOf(scalar(0.5, 20));
  PinnedRun run;
  run.id = 1;
  run.name = QStringLiteral("gain \"1.1\", T 10");
  run.trace = std::make_shared<const Trace>(traceOf(scalar(0.9, 10)));
  findings.pinned = {run};
  SeedBandStudy study{findings.trace->scenario, {}};
  study.band.seeds = 10;
  study.band.lowerLog2.assign(20, -std::numeric_limits<double>::infinity());
  study.band.medianLog2.assign(20, -3);
  study.band.upperLog2.assign(20, 1);
  findings.seedBand = std::make_shared<const SeedBandStudy>(study);
  const Table table = tableOf(findings, ViewKind::GradientFlow);
  const auto cells = columnOf(table, "A (gain \"1.1\", T 10).float64.gradient_norm");
  EXPECT_EQ(cells[9], "");
  EXPECT_EQ(std::strtod(cells[10].c_str(), nullptr),
            runOf(*run.trace, Precision::Float64).steps.gradientNorm[0]);
  EXPECT_EQ(columnOf(table, "seeds10.median.gradient_norm").front(), "0.125");
  EXPECT_EQ(columnOf(table, "seeds10.lower_quartile.gradient_norm").front(), "0");
  EXPECT_EQ(columnOf(table, "seeds10.upper_quartile.gradient_norm").front(), "2");
}

TEST(ShownCsv, LeavesOutWhatIsHidden) {
  const Table table = tableOf(findingsOf(scalar(0.5, 20)), ViewKind::GradientFlow,
                              {QStringLiteral("float32"), QStringLiteral("reference")});
  EXPECT_EQ(table[0], (std::vector<std::string>{"t", "steps_back", "float64.gradient_norm"}));
}

TEST(ShownCsv, MapsHaveARowForEachStepOrLoss) {
  Scenario scenario;
  scenario.network.cell = CellKind::Gru;
  scenario.network.hidden = 3;
  scenario.network.readout = Readout::Attention;
  scenario.unroll.horizon = 7;
  const Experiment experiment = experimentOf(scenario);
  RunOptions options;
  options.keepStates = true;
  Findings findings;
  findings.trace = std::make_shared<const Trace>(run(experiment, options).value());
  const RunTrace& run = runOf(*findings.trace, Precision::Float64);
  const Table units = tableOf(findings, ViewKind::Units);
  ASSERT_EQ(units.size(), 8U);
  EXPECT_EQ(units[0], (std::vector<std::string>{"t", "float64.h_1", "float64.h_2", "float64.h_3"}));
  EXPECT_EQ(std::stod(units[7][2]), run.states(1, 6));
  const Table gates = tableOf(findings, ViewKind::Gates);
  EXPECT_EQ(gates[0].size(), 1 + 3 * run.gates.size());
  EXPECT_EQ(std::stod(gates[5][1]), run.gates[0].values(0, 4));
  const Table attention = tableOf(findings, ViewKind::Attention);
  ASSERT_EQ(attention.size(), 2U);
  EXPECT_EQ(attention[1][0], "7");
  EXPECT_EQ(std::stod(attention[1][4]), run.attention(0, 3));

  findings.influence = std::make_shared<const InfluenceStudy>(
      InfluenceStudy{scenario, influenceOf(experiment).value()});
  const Table influence = tableOf(findings, ViewKind::Influence);
  EXPECT_EQ(std::stod(influence[7][3]), findings.influence->norms(6, 2));
}

TEST(ShownCsv, SpectrumAndCliffAreWhole) {
  const Scenario scenario = drawn(Activation::Tanh, 4, 10, 1.1);
  Findings findings = findingsOf(scenario);
  auto study = std::make_shared<SpectrumStudy>();
  const Experiment experiment = experimentOf(scenario);
  study->scenario = scenario;
  study->analysis = analyse(experiment).value();
  study->time = 5;
  study->step = stepSpectrum(experiment, 5);
  findings.spectrum = study;
  const Table spectrum = tableOf(findings, ViewKind::Spectrum);
  EXPECT_EQ(numbersOf(spectrum, "W_h.singular_value"), study->analysis.recurrent->singularValues);
  EXPECT_EQ(numbersOf(spectrum, "step_jacobian_t5.eigenvalue_im")[1],
            study->step->eigenvalues[1].imag());

  findings.cliff = std::make_shared<const CliffStudy>(studyCliff(CliffSettings{}));
  const Table cliff = tableOf(findings, ViewKind::Cliff);
  std::map<std::string, std::size_t> rows;
  for (const auto& row : cliff) {
    EXPECT_EQ(row.size(), 7U);
    ++rows[row[0]];
  }
  EXPECT_EQ(rows["surface"], static_cast<std::size_t>(findings.cliff->surface.size()));
  EXPECT_EQ(rows["clipped"], findings.cliff->clipped.size());
  EXPECT_EQ(rows["not_clipped"], findings.cliff->free.size());
}

TEST(ShownCsv, ThePointStaysAPointInPortuguese) {
  const Findings findings = findingsOf(scalar(0.5, 5));
  const Table english = tableOf(findings, ViewKind::GradientFlow);
  QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
  const Table portuguese = tableOf(findings, ViewKind::GradientFlow);
  QLocale::setDefault(QLocale::c());
  EXPECT_EQ(english, portuguese);
  EXPECT_EQ(columnOf(portuguese, "float64.gradient_norm")[3], "1.5");
}

TEST(ShownCsv, AFileThatCannotBeWrittenIsToldInOneSentence) {
  const Findings findings = findingsOf(scalar(0.5, 5));
  const QString problem =
      saveShownCsv(findings, ViewKind::States, {}, QStringLiteral("/nowhere/at/all/states.csv"));
  EXPECT_TRUE(problem.contains(QStringLiteral("/nowhere/at/all/states.csv")));
  EXPECT_FALSE(problem.contains(QChar('\n')));
  const TemporaryFolder folder;
  const auto file = folder.path() / "states.csv";
  EXPECT_EQ(saveShownCsv(findings, ViewKind::States, {}, QString::fromStdString(file.string())),
            QString());
  EXPECT_TRUE(readWholeFile(file).starts_with("t,steps_back,"));
}

} // namespace
} // namespace backflow::test
