// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"
#include "ui/plot/theme.h"

#include <QImage>
#include <QSet>
#include <QString>

#include <optional>

namespace backflow {

/// How a plot looks outside the window.
struct PictureOptions {
  int width = 1280; ///< pixels
  int height = 720; ///< pixels
  int dpi = 96;     ///< type and lines keep their size on paper at this resolution
  QString language = QStringLiteral("en");
  ThemeKind theme = ThemeKind::Light;
  double fontScale = 1;
  std::optional<int> time; ///< the step around which the unrolled network is drawn; T if not given
  bool caption = true;     ///< settings and seed under the title
  QSet<QString> hidden{};  ///< curves that the view leaves out, as PlotView::hiddenCurves()
};

/// Draws one view of findings into a file: PNG, SVG or PDF by the file's ending. The file is
/// replaced as a whole or not at all. Returns one sentence on what went wrong, empty if nothing.
/// With a high resolution and few pixels type is made smaller, so that the plot still has room.
QString renderPicture(const Findings& findings, ViewKind kind, const PictureOptions& options,
                      const QString& file);

/// The same as an image.
QImage pictureOf(const Findings& findings, ViewKind kind, const PictureOptions& options);

} // namespace backflow
