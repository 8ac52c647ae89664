// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace backflow {
namespace {

std::string render(const TemporaryFolder& folder, const std::string& name,
                   std::vector<std::string> options = {}, const std::string& scenario = "halving") {
  const std::filesystem::path file = folder.path() / name;
  std::vector<std::string> arguments{"render", libraryEntry(scenario)->file.string(), "--out",
                                     file.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const ProcessResult result = runProcess(BACKFLOW_CLI, arguments);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "");
  return result.status == 0 ? readWholeFile(file) : std::string();
}

unsigned long bigEndian(const std::string& bytes, std::size_t at) {
  unsigned long number = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    number = number << 8U | static_cast<unsigned char>(bytes.at(i));
  }
  return number;
}

TEST(Render, PngHasTheSizeAskedFor) {
  const TemporaryFolder folder;
  const std::string plain = render(folder, "a.png");
  EXPECT_EQ(plain.rfind("\x89PNG\r\n\x1a\n", 0), 0U);
  ASSERT_GT(plain.size(), 1000U);
  EXPECT_EQ(bigEndian(plain, 16), 1280U);
  EXPECT_EQ(bigEndian(plain, 20), 720U);
  const std::string small =
      render(folder, "b.PNG", {"--width", "400", "--height", "300", "--dpi", "192"});
  ASSERT_GT(small.size(), 1000U);
  EXPECT_EQ(bigEndian(small, 16), 400U);
  EXPECT_EQ(bigEndian(small, 20), 300U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

TEST(Render, SvgAndPdfAreWhatTheyAreCalled) {
  const TemporaryFolder folder;
  const std::string svg = render(folder, "a.svg");
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find("</svg>"), std::string::npos);
  const std::string pdf = render(folder, "a.pdf");
  EXPECT_EQ(pdf.rfind("%PDF-", 0), 0U);
  EXPECT_NE(pdf.find("%%EOF"), std::string::npos);
}

TEST(Render, EveryOptionChangesThePicture) {
  const TemporaryFolder folder;
  const std::string plain = render(folder, "a.png");
  const std::vector<std::vector<std::string>> cases = {
      {"--plot", "states"}, {"--plot", "parameter-gradient"}, {"--lang", "pt_BR"},
      {"--theme", "dark"},  {"--theme", "projector"},         {"--font-scale", "1.5"},
      {"--dpi", "150"}};
  for (const auto& options : cases) {
    const std::string other = render(folder, "b.png", options);
    EXPECT_FALSE(other.empty());
    EXPECT_TRUE(other != plain) << options[0] << " " << options[1];
  }
}

TEST(Render, TheSamePictureTwiceIsTheSameFile) {
  const TemporaryFolder folder;
  EXPECT_TRUE(render(folder, "a.png") == render(folder, "b.png"));
}

TEST(Render, EveryViewIsAPictureOfItsOwn) {
  const TemporaryFolder folder;
  std::set<std::string> pictures;
  const std::vector<std::string> views{
      "gradient-flow", "states", "parameter-gradient", "units", "influence", "spectrum", "unroll"};
  for (const std::string& view : views) {
    pictures.insert(render(folder, view + ".png", {"--plot", view}));
  }
  pictures.insert(render(folder, "gates.png", {"--plot", "gates"}, "gru-carry"));
  pictures.insert(render(folder, "attention.png", {"--plot", "attention"}, "attention"));
  EXPECT_EQ(pictures.size(), views.size() + 2);
}

TEST(Render, EnglishHasItsPlurals) {
  const TemporaryFolder folder;
  const std::string svg = render(folder, "all.svg", {"--plot", "dashboard"});
  EXPECT_EQ(svg.find("(s)"), std::string::npos);
  EXPECT_NE(svg.find("steps back"), std::string::npos);
}

TEST(Render, AnEmptyFrameIsNoPictureAndTheFieldIsNamed) {
  const TemporaryFolder folder;
  const std::filesystem::path out = folder.path() / "no.png";
  const auto refused = [&](const std::string& file, const std::string& plot) {
    const ProcessResult result =
        runProcess(BACKFLOW_CLI, {"render", file, "--out", out.string(), "--plot", plot});
    EXPECT_EQ(result.status, 2);
    EXPECT_FALSE(std::filesystem::exists(out));
    const std::string start = "backflow-cli: " + file + ": ";
    EXPECT_EQ(result.err.substr(0, start.size()), start);
    return result.err.substr(std::min(start.size(), result.err.size()));
  };
  const std::string halving = libraryEntry("halving")->file.string();
  EXPECT_EQ(refused(halving, "gates"),
            "network.cell: \"rnn\" has no gates for --plot gates; give \"gru\" or \"lstm\"\n");
  EXPECT_EQ(refused(halving, "attention"),
            "network.readout: \"state\" has no weights for --plot attention; give "
            "\"attention\"\n");
  EXPECT_EQ(refused(libraryEntry("gru-carry")->file.string(), "phase-diagram"),
            "weights.init: \"explicit\" has no gain for --plot phase-diagram; give drawn "
            "weights\n");
  const std::string longer =
      folder
          .write("long.json", R"({"format": "backflow-scenario", "version": 1,
                                  "network": {"hidden": 20}, "unroll": {"horizon": 100001}})")
          .string();
  EXPECT_EQ(refused(longer, "units"), "unroll.horizon: 100001 is too long for --plot units; give a "
                                      "whole number from 1 to 100000\n");
  EXPECT_EQ(refused(longer, "influence"), "unroll.horizon: 100001 is too long for --plot "
                                          "influence; give a whole number from 1 to 4096\n");
}

TEST(Render, TrainsWhereTheViewIsOfATraining) {
  const TemporaryFolder folder;
  const std::string scenario = libraryEntry("training-exercise-2")->file.string();
  std::set<std::string> pictures;
  for (const std::string view : {"training", "training-profile", "cliff"}) {
    const std::string out = (folder.path() / (view + ".svg")).string();
    const ProcessResult result =
        runProcess(BACKFLOW_CLI, {"render", scenario, "--out", out, "--plot", view});
    EXPECT_EQ(result.status, 0) << result.err;
    pictures.insert(readWholeFile(out));
  }
  EXPECT_EQ(pictures.size(), 3U);
  const ProcessResult untrained =
      runProcess(BACKFLOW_CLI, {"render", libraryEntry("halving")->file.string(), "--out",
                                (folder.path() / "no.svg").string(), "--plot", "training"});
  EXPECT_EQ(untrained.status, 2);
  EXPECT_NE(untrained.err.find("training: is missing"), std::string::npos) << untrained.err;
}

TEST(Render, CellsAreComparedOnDrawnWeightsOnly) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "cells.svg").string();
  const ProcessResult drawn =
      runProcess(BACKFLOW_CLI, {"render", libraryEntry("lstm-forget-3")->file.string(), "--out",
                                out, "--compare-cells"});
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_NE(readWholeFile(out).find("GRU"), std::string::npos);
  const ProcessResult given =
      runProcess(BACKFLOW_CLI, {"render", libraryEntry("gru-carry")->file.string(), "--out", out,
                                "--compare-cells"});
  EXPECT_EQ(given.status, 2);
  EXPECT_NE(given.err.find("weights.init"), std::string::npos);
}

} // namespace
} // namespace backflow
