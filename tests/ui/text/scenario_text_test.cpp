// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "ui/text/language.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

TEST(ScenarioText, TheCaptionIsOneSentenceOfSettings) {
  Scenario scenario;
  scenario.title = "Mine";
  scenario.network.hidden = 8;
  scenario.unroll.horizon = 50;
  scenario.clip = ClipSpec{ClipMode::Norm, 0.5};
  useLanguage(QStringLiteral("en"));
  EXPECT_EQ(
      ScenarioText::caption(scenario).toStdString(),
      "Mine — tanh · H = 8 · T = 50 · Gaussian, N(0, g²/H), gain 0.9 · seed 1 · input: noise, "
      "std 0.1, seed 2 · loss: injected, L = v·h, last step only · v: seed 3 · clipping: by norm, "
      "θ = 0.5");
  scenario.network.layers = 2;
  scenario.network.bidirectional = true;
  scenario.network.readout = Readout::Attention;
  scenario.input.kind = InputKind::Csv;
  scenario.input.csv = {.file = "data/rain.csv", .columns = {"rain", "sun"}};
  const QString ofTable = ScenarioText::caption(scenario);
  EXPECT_TRUE(
      ofTable.contains(QStringLiteral("H = 8 · layers: 2 · bidirectional · attention · T")));
  EXPECT_TRUE(ofTable.contains(QStringLiteral(" · input: rain.csv (rain, sun) · ")))
      << ofTable.toStdString();
  useLanguage(QStringLiteral("pt_BR"));
  const QString inPortuguese = ScenarioText::caption(scenario);
  EXPECT_TRUE(inPortuguese.contains(QStringLiteral("perda: injetada, L = v·h, só")))
      << inPortuguese.toStdString();
  useLanguage(QStringLiteral("en"));
}

TEST(ScenarioText, TheCaptionNamesAllThatARunNeeds) {
  useLanguage(QStringLiteral("en"));
  Scenario scenario = std::get<Scenario>(readScenarioFile(libraryEntry("lstm-forget-3")->file));
  const QString shipped = ScenarioText::caption(scenario);
  EXPECT_TRUE(shipped.startsWith(QStringLiteral("LSTM, forget bias 3: lives — ")))
      << shipped.toStdString();
  EXPECT_TRUE(shipped.contains(QStringLiteral(" · forget bias 3 · ")));
  scenario.weights.forgetBias = 1;
  scenario.pins = {{Gate::Forget, 0.9, 1, 100}};
  scenario.initialState.kind = InitialStateKind::Noise;
  const QString changed = ScenarioText::caption(scenario);
  EXPECT_TRUE(changed.startsWith(QStringLiteral("Changed from “LSTM, forget bias 3: lives” — ")))
      << changed.toStdString();
  for (const char* words :
       {"forget bias 1", "forget gate pinned at 0.9, t = 1 to 100", "h₀: noise, std 0.1, seed 4"}) {
    EXPECT_TRUE(changed.contains(QString::fromUtf8(words))) << words;
  }
}

} // namespace
} // namespace backflow::test
