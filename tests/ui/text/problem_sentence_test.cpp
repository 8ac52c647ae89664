// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problem_sentence.h"

#include "core/scenario/csv_table.h"
#include "core/scenario/scenario_json.h"
#include "core/train/training_state.h"
#include "tests/support/temporary_folder.h"
#include "ui/text/language.h"
#include "ui/text/problem_text.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace backflow::test {
namespace {

class ProblemSentenceTest : public testing::Test {
 protected:
  ProblemSentenceTest() { useLanguage(QStringLiteral("pt_BR")); }
  ~ProblemSentenceTest() override { useLanguage(QStringLiteral("en")); }

  static QString of(const char* english) { return problemSentence(QString::fromUtf8(english)); }

  /// What the window says of a scenario.
  static std::string textOf(const std::string& json) {
    const auto read = readScenario(json);
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
    return problems == nullptr ? "accepted" : problemsText(*problems).toStdString();
  }
};

TEST_F(ProblemSentenceTest, KeepsWhatIsQuotedAndCounted) {
  EXPECT_EQ(of("line 3, column 5"), "linha 3, coluna 5");
  EXPECT_EQ(of("column \"rain, %2\", line 12"), "coluna \"rain, %2\", linha 12");
  EXPECT_EQ(of("holds \"-1e5\""), "contém \"-1e5\"");
  EXPECT_EQ(of("save it as UTF-8"), "salve-o em UTF-8");
  EXPECT_EQ(of("give 2 rows of 3 numbers"), "indique 2 linhas de 3 números");
  EXPECT_EQ(of("cannot be read (Permissão negada)"), "não pode ser lido (Permissão negada)");
}

TEST_F(ProblemSentenceTest, LeavesWhatItDoesNotKnow) {
  for (const char* text : {"", "weights.gain", "-3", "\"two\"", "is quite \"another\" thing, 7"}) {
    EXPECT_EQ(of(text).toStdString(), text);
  }
}

TEST_F(ProblemSentenceTest, EverySentenceIsTranslatedWithAllThatVaries) {
  for (const char* sentence : knownProblemSentences()) {
    const QString english = QString::fromUtf8(sentence);
    QString filled = english;
    QStringList values;
    for (int number = 1; english.contains(QStringLiteral("%%1").arg(number)); ++number) {
      values << QString::number(7000 + number);
      filled.replace(QStringLiteral("%%1").arg(number), values.back());
    }
    const QString portuguese = problemSentence(filled);
    EXPECT_NE(portuguese, filled);
    for (const QString& value : values) {
      EXPECT_EQ(portuguese.count(value), 1) << portuguese.toStdString();
    }
  }
}

TEST_F(ProblemSentenceTest, WrongScenariosAreToldInPortuguese) {
  const auto file = [](const std::string& more) {
    return R"({"format": "backflow-scenario", "version": 1, "network": {"hidden": 2}, )" + more +
           "}";
  };
  EXPECT_EQ(textOf(file(R"("title": 3)")), "title: 3 não é um texto; indique um entre aspas.");
  EXPECT_EQ(textOf("{\"a\": 1,}"),
            "linha 1, coluna 9: Encontrado '}'; remova a vírgula antes dele.");
  EXPECT_EQ(textOf("{\"a\": 0,5}"), "linha 1, coluna 9: Encontrado um número; indique uma chave "
                                    "entre aspas, ou escreva decimais com ponto, 0.5.");
  EXPECT_EQ(textOf("{\"weights\": {\"gain\": NaN}}"),
            "linha 1, coluna 22 (weights.gain): NaN não é um número em JSON; indique um número "
            "finito, ou \"nan\" entre aspas onde o campo o aceita.");
  EXPECT_EQ(textOf("\x89PNG"), "É uma imagem PNG; indique JSON.");
  EXPECT_EQ(textOf(file(R"("pins": [{"gate": "forget", "value": 0, "from": 1, "to": 2}])")),
            "pins[1].gate: \"forget\" não é uma porta desta célula; indique [], ou network.cell "
            "\"gru\" ou \"lstm\".");
  EXPECT_EQ(textOf(file(R"("initial_state": {"kind": "explicit", "values": [1]})")),
            "initial_state.values: 1 número não serve para 2 unidades ocultas; indique 2 números.");
}

/// Of what core says about wrong files nothing stays English.
TEST_F(ProblemSentenceTest, NoWrongScenarioIsToldInTwoLanguages) {
  const auto file = [](const std::string& more, const std::string& network = R"("hidden": 2)") {
    return R"({"format": "backflow-scenario", "version": 1, "network": {)" + network + "}, " +
           more + "}";
  };
  const std::vector<std::string> wrong{
      "",
      "[1, 2]",
      "{\"a\": tru}",
      "{\"a\": NaN}",
      "{\"a\": -Infinity}",
      "{\"a\" 1}",
      "{\"a\": 1 \"b\": 2}",
      "[1 true]",
      "{\"a\": }",
      "{} {}",
      "{\"a\": 1",
      "{\"a\": 1e400}",
      "{\"a\": \"b\nc\"}",
      "{\"a\": \"C:\\data\"}",
      "{\"a\": \"b",
      "{\"a\": -x}",
      "{\"\x80\": 1}",
      "\xFF\xFE{",
      "%PDF-1.7",
      "<svg xmlns=''>",
      std::string(200, '['),
      "{}",
      R"({"format": "backflow-sweep", "version": 1, "axes": []})",
      R"({"format": "backflow-training", "version": 1, "weights": {}})",
      file(R"("title": "a", "title": "b")"),
      file(R"("input": null)"),
      file(R"("pins": 3)"),
      file(R"("pins": [{"gate": "update"}])"),
      file(R"("precision": "float32")"),
      file(R"("precision": ["float32", "float32"])"),
      file(R"("thresholds": {"explode": -1})"),
      file(R"("thresholds": {"vanish": 5, "explode": 1})"),
      file(R"("weights": {"init": "explicit"})"),
      file(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1, 2]]}})"),
      file(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1], [2]]}})"),
      file(R"("weights": {"init": "explicit", "parameters": {"W_h": 3}})"),
      file(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1, "x"], [2, 3]]}})"),
      file(R"("weights": {"forget_bias": 1})"),
      file(R"("weights": {"update_bias": 1})"),
      file(R"("weights": {"chrono": 9})"),
      file(R"("weights": {"chrono": 9, "forget_bias": 1})", R"("hidden": 2, "cell": "lstm")"),
      file(R"("input": {"kind": "csv"})"),
      file(R"("input": {"kind": "csv", "file": "a.csv"})"),
      file(R"("input": {"kind": "csv", "file": "a.csv", "columns": 3})"),
      file(R"("input": {"kind": "text"})"),
      file(R"("input": {"kind": "explicit", "values": [[1]]})"),
      file(R"("initial_state": {"kind": "explicit", "values": [1, 2], "cell": [1, 2]})"),
      file(R"("loss": {"kind": "cross_entropy"})"),
      file(R"("loss": {"kind": "inject", "gradient": [1]})"),
      file(R"("loss": {"kind": "squared_error", "target": [[1, 2, 3]]})"),
      file(R"("unroll": {"checkpointing": 1})"),
      file(R"("unroll": {"checkpointing": true})", R"("hidden": 2, "bidirectional": true)"),
      file(R"("training": {"task": {"kind": "agreement"}})"),
      file(R"("training": {"task": {"kind": "adding"}, "regulariser": 1})",
           R"("hidden": 2, "cell": "gru")"),
  };
  for (const std::string& text : wrong) {
    const auto read = readScenario(text);
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
    ASSERT_NE(problems, nullptr) << text;
    for (const FieldProblem& problem : *problems) {
      if (problem.remedy != Remedy::Sentence) {
        continue;
      }
      for (const std::string& part : {problem.complaint, problem.instruction}) {
        EXPECT_TRUE(part.empty() || of(part.c_str()) != QString::fromStdString(part))
            << part << "\n"
            << text;
      }
    }
  }
}

TEST_F(ProblemSentenceTest, ADamagedTrainingIsToldInPortuguese) {
  const auto read =
      readTrainingState(R"({"format": "backflow-training", "version": 1, "scenario": )" +
                        writeScenario(Scenario()) + "}");
  EXPECT_EQ(problemsText(std::get<std::vector<FieldProblem>>(read)).toStdString(),
            "optimiser_steps: Falta ou está danificado; indique um arquivo escrito por "
            "train --state.");
}

TEST_F(ProblemSentenceTest, WrongTablesAreToldInPortuguese) {
  const TemporaryFolder folder;
  const auto told = [&](const std::string& text) {
    const auto read = readCsv(folder.write("a.csv", text), "input.file");
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
    return problems == nullptr ? "accepted" : problemsText(*problems).toStdString();
  };
  EXPECT_EQ(told(""), "input.file: \"a.csv\" está vazio; indique um arquivo CSV com nomes na "
                      "primeira linha.");
  EXPECT_EQ(told("a,b\n1\n"), "input.file: \"a.csv\" não serve: a linha 2 tem 1 célula onde a "
                              "primeira tem 2; corrija essa linha.");
  EXPECT_EQ(told("1,2\n3,4\n"), "input.file: \"a.csv\" não tem cabeçalho: a primeira linha contém "
                                "números; escreva os nomes das colunas acima deles.");
}

} // namespace
} // namespace backflow::test
