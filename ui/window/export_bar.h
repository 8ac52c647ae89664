// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/export.h"

#include <QFrame>

#include <memory>

class QLabel;
class QPushButton;
class QToolButton;

namespace backflow {

class ChoiceBox;
class NumberField;

/// Takes a plot out of the window: which one, how large, at what resolution, into a file or to the
/// clipboard. A bar under the tool bar: the plots stay in sight.
class ExportBar : public QFrame {
  Q_OBJECT

 public:
  explicit ExportBar(QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  void setTheme(ThemeKind theme);

  /// Asks for a file and draws the chosen plot into it.
  void saveAs();
  /// Draws the chosen plot into `file`; says on the bar how it went. True if it went well.
  bool saveTo(const QString& file);
  void copy();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  PictureOptions options() const;
  PlotKind plot() const;
  void tell(const QString& text, bool isProblem);

  std::shared_ptr<const Trace> m_trace;
  ThemeKind m_theme = ThemeKind::Light;
  QLabel* m_plotLabel;
  ChoiceBox* m_plot;
  QLabel* m_widthLabel;
  NumberField* m_width;
  QLabel* m_heightLabel;
  NumberField* m_height;
  QLabel* m_dpiLabel;
  NumberField* m_dpi;
  QPushButton* m_save;
  QPushButton* m_copy;
  QToolButton* m_close;
  QLabel* m_news;
};

} // namespace backflow
