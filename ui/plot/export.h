// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QImage>
#include <QString>

#include <memory>

namespace backflow {

/// How a plot looks outside the window.
struct PictureOptions {
  int width = 1280; ///< pixels
  int height = 720; ///< pixels
  int dpi = 96;     ///< type and lines keep their size on paper at this resolution
  QString language = QStringLiteral("en");
  ThemeKind theme = ThemeKind::Light;
  double fontScale = 1;
};

/// Draws one plot of a trace into a file: PNG, SVG or PDF by the file's ending. The file is
/// replaced as a whole or not at all. Returns one sentence on what went wrong, empty if nothing.
/// With a high resolution and few pixels type is made smaller, so that the plot still has room.
QString renderPicture(std::shared_ptr<const Trace> trace, PlotKind kind,
                      const PictureOptions& options, const QString& file);

/// The same as an image.
QImage pictureOf(std::shared_ptr<const Trace> trace, PlotKind kind, const PictureOptions& options);

} // namespace backflow
