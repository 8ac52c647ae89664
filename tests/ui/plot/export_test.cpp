// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/export.h"

#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/plot/shared_trace.h"

#include <QImage>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

TEST(Export, APngHasItsSizeAndResolution) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder.path() / "plot.png").string());
  PictureOptions options;
  options.width = 1000;
  options.height = 613;
  options.dpi = 200;
  EXPECT_EQ(renderPicture({sharedTrace(scalar(0.5, 200)), {}, {}, {}, {}}, ViewKind::GradientFlow,
                          options, file),
            QString());
  const QImage image(file);
  EXPECT_EQ(image.size(), QSize(1000, 613));
  EXPECT_NEAR(image.dotsPerMeterX(), 200 / 0.0254, 1);
  EXPECT_EQ(image, QImage(file));
}

TEST(Export, TheSamePictureTwice) {
  const auto trace = sharedTrace(drawn(Activation::Tanh, 8, 50, 1.1));
  EXPECT_EQ(pictureOf({trace, {}, {}, {}, {}}, ViewKind::States, {}),
            pictureOf({trace, {}, {}, {}, {}}, ViewKind::States, {}));
}

TEST(Export, SvgAndPdfAreWhatTheyAreCalled) {
  const TemporaryFolder folder;
  const auto trace = sharedTrace(scalar(0.5, 50));
  for (const auto& [ending, start] : {std::pair{"svg", "<?xml"}, std::pair{"pdf", "%PDF"}}) {
    const auto file = folder.path() / (std::string("plot.") + ending);
    EXPECT_EQ(renderPicture({trace, {}, {}, {}, {}}, ViewKind::ParameterGradient, {},
                            QString::fromStdString(file.string())),
              QString());
    EXPECT_TRUE(readWholeFile(file).starts_with(start)) << ending;
  }
}

TEST(Export, AFileThatCannotBeWrittenIsToldInOneSentence) {
  const QString problem =
      renderPicture({sharedTrace(scalar(0.5, 5)), {}, {}, {}, {}}, ViewKind::GradientFlow, {},
                    QStringLiteral("/nowhere/at/all/plot.png"));
  EXPECT_TRUE(problem.contains(QStringLiteral("/nowhere/at/all/plot.png")));
  EXPECT_FALSE(problem.contains(QChar('\n')));
  EXPECT_NE(renderPicture({sharedTrace(scalar(0.5, 5)), {}, {}, {}, {}}, ViewKind::GradientFlow, {},
                          QStringLiteral("plot.bmp")),
            QString());
}

} // namespace
} // namespace backflow::test
