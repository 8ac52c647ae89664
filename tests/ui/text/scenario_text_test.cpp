// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

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
      "std 0.1, seed 2 · loss: injected, L = v·h, last step only · clipping: by norm, θ = 0.5");
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

} // namespace
} // namespace backflow::test
