// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/export.h"

#include "core/scenario/atomic_file.h"
#include "ui/text/language.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSizeF>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <memory>
#include <ostream>
#include <system_error>

namespace backflow {

namespace {

constexpr double screenDpi = 96;
constexpr double pointsPerInch = 72;
constexpr double inchesPerMetre = 39.3700787;
/// The least room, in units of 1/96 inch, in which a plot can still be read.
constexpr QSizeF leastOfOne(560, 320);
constexpr QSizeF leastOfDashboard(1120, 660);

struct Export {
  Q_DECLARE_TR_FUNCTIONS(Export)
};

/// Speaks another language as long as it lives.
class LanguageScope {
 public:
  explicit LanguageScope(const QString& language) : m_before(currentLanguage()) {
    if (language != m_before) {
      useLanguage(language);
    }
  }
  ~LanguageScope() {
    if (currentLanguage() != m_before) {
      useLanguage(m_before);
    }
  }
  LanguageScope(const LanguageScope&) = delete;
  LanguageScope& operator=(const LanguageScope&) = delete;

 private:
  QString m_before;
};

/// How much larger the type of a theme is than that which the least room is for.
double sizeOfType(const Theme& theme) {
  const double usual = themeOf(ThemeKind::Light).font.pointSizeF();
  return std::max(1.0, theme.font.pointSizeF() / usual);
}

/// A plot made for one picture, with its size in units of 1/96 inch.
class Sheet {
 public:
  Sheet(const Findings& findings, ViewKind kind, const PictureOptions& options)
      : m_language(options.language), m_view(makeView(kind)) {
    const Theme theme = themeOf(options.theme, options.fontScale);
    const QSizeF least =
        kind == ViewKind::Dashboard ? leastOfDashboard * sizeOfType(theme) : leastOfOne;
    const double scale = std::min(
        {options.dpi / screenDpi, options.width / least.width(), options.height / least.height()});
    m_width = static_cast<int>(std::lround(options.width / scale));
    m_height = static_cast<int>(std::lround(options.height / scale));
    m_view->setPictureSize(QSize(m_width, m_height));
    m_view->setTheme(theme);
    m_view->setCaptionShown(options.caption);
    m_view->setCursorShown(false);
    m_view->setHiddenCurves(options.hidden);
    m_view->setFindings(findings);
    const int last = findings.trace ? findings.trace->scenario.unroll.horizon : 1;
    m_view->setTimeCursor(options.time.value_or(last));
  }

  int width() const { return m_width; }
  int height() const { return m_height; }

  /// Paints at `extent` device pixels.
  void paint(QPaintDevice& device, const QSizeF& extent) { m_view->paintPicture(device, extent); }

 private:
  LanguageScope m_language;
  std::unique_ptr<PlotView> m_view;
  int m_width = 0;
  int m_height = 0;
};

QImage imageOf(Sheet& sheet, const PictureOptions& options) {
  QImage image(options.width, options.height, QImage::Format_RGB32);
  image.fill(Qt::white);
  sheet.paint(image, QSizeF(options.width, options.height));
  const int dotsPerMetre = static_cast<int>(std::lround(options.dpi * inchesPerMetre));
  image.setDotsPerMeterX(dotsPerMetre);
  image.setDotsPerMeterY(dotsPerMetre);
  return image;
}

QByteArray svgOf(Sheet& sheet) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(static_cast<int>(screenDpi));
  generator.setSize(QSize(sheet.width(), sheet.height()));
  generator.setViewBox(QRect(0, 0, sheet.width(), sheet.height()));
  generator.setTitle(QStringLiteral("Backflow"));
  sheet.paint(generator, QSizeF(sheet.width(), sheet.height()));
  return buffer.data();
}

QByteArray pdfOf(Sheet& sheet) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Backflow"));
    writer.setResolution(static_cast<int>(screenDpi));
    writer.setPageSize(QPageSize(QSizeF(sheet.width(), sheet.height()) * pointsPerInch / screenDpi,
                                 QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    sheet.paint(writer, QSizeF(sheet.width(), sheet.height()));
  }
  return buffer.data();
}

} // namespace

QImage pictureOf(const Findings& findings, ViewKind kind, const PictureOptions& options) {
  Sheet sheet(findings, kind, options);
  return imageOf(sheet, options);
}

QString renderPicture(const Findings& findings, ViewKind kind, const PictureOptions& options,
                      const QString& file) {
  const QString ending = QFileInfo(file).suffix().toLower();
  QByteArray data;
  {
    Sheet sheet(findings, kind, options);
    if (ending == QStringLiteral("png")) {
      QBuffer buffer(&data);
      buffer.open(QIODevice::WriteOnly);
      imageOf(sheet, options).save(&buffer, "PNG");
    } else if (ending == QStringLiteral("svg")) {
      data = svgOf(sheet);
    } else if (ending == QStringLiteral("pdf")) {
      data = pdfOf(sheet);
    } else {
      return Export::tr("%1: the ending has to be .png, .svg or .pdf").arg(file);
    }
  }
  // QSaveFile knows no reason where the disk is full.
  try {
    writeAtomically(file.toStdString(),
                    [&](std::ostream& out) { out.write(data.constData(), data.size()); });
  } catch (const std::system_error& error) {
    return Export::tr("%1 cannot be written: %2")
        .arg(file, QString::fromStdString(error.code().message()));
  }
  return {};
}

} // namespace backflow
