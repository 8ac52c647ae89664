// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <gtest/gtest.h>

#include <cstdlib>

namespace backflow {
namespace {

const QString iconFolder = QStringLiteral(BACKFLOW_RESOURCE_FOLDER "/icons/hicolor/");

QImage drawn(int size) {
  QSvgRenderer renderer(iconFolder + QStringLiteral("scalable/apps/org.backflow.Backflow.svg"));
  QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  renderer.render(&painter);
  return image;
}

/// The mean difference of a colour channel, 0 to 255.
double difference(const QImage& one, const QImage& other) {
  double sum = 0;
  for (int y = 0; y < one.height(); ++y) {
    for (int x = 0; x < one.width(); ++x) {
      const QColor a = one.pixelColor(x, y);
      const QColor b = other.pixelColor(x, y);
      sum += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
             std::abs(a.blue() - b.blue()) + std::abs(a.alpha() - b.alpha());
    }
  }
  return sum / (4.0 * one.width() * one.height());
}

TEST(Icon, EverySizeIsThePictureOfTheSvg) {
  for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
    SCOPED_TRACE(size);
    const QImage kept(iconFolder +
                      QStringLiteral("%1x%1/apps/org.backflow.Backflow.png").arg(size));
    ASSERT_EQ(kept.size(), QSize(size, size));
    // Two renderers smooth edges each in its own way; another picture differs by 20 and more.
    EXPECT_LT(difference(kept, drawn(size)), 5.0);
  }
}

} // namespace
} // namespace backflow
