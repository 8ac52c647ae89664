// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/export.h"

#include <QFrame>

#include <map>

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace backflow {

class ChoiceBox;
class NumberField;

/// Takes a plot out of the window: which one, how large, at what resolution, into a file or to the
/// clipboard; or the numbers behind it. A bar under the tool bar: the plots stay in sight.
class ExportBar : public QFrame {
  Q_OBJECT

 public:
  explicit ExportBar(QWidget* parent = nullptr);

  void showFindings(const Findings& findings);
  /// The window's: a picture has it too, unless it is dark and the user wants white paper.
  void setTheme(ThemeKind theme);
  void setTimeCursor(int t);
  /// Curves that a view does not show: its picture and its numbers leave them out too.
  void setHiddenCurves(ViewKind view, const QSet<QString>& hidden);

  ViewKind view() const;
  void setView(ViewKind view);

  /// Asks for a file and draws the chosen plot into it.
  void saveAs();
  /// Draws the chosen plot into `file`, or writes its numbers if that ends in .csv; says on the bar
  /// how it went. True if it went well.
  bool saveTo(const QString& file);
  void copy();
  /// What the file is called unless the user says otherwise, without an ending.
  QString suggestedName() const;

 signals:
  /// Another view is to be exported: it has to be in sight, so that it is computed.
  void viewChosen(backflow::ViewKind view);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static QString nameOf(ViewKind view);
  void retranslate();
  PictureOptions options() const;
  /// Whether there is such a view of the findings; if not, the bar says so.
  bool hasNumbers();
  bool hasView();
  void tell(const QString& text, bool isProblem);

  Findings m_findings;
  QString m_folder; ///< that was saved in last; empty before
  ThemeKind m_theme = ThemeKind::Light;
  int m_time = 1;
  std::map<ViewKind, QSet<QString>> m_hidden;
  QLabel* m_plotLabel;
  ChoiceBox* m_plot;
  QLabel* m_widthLabel;
  NumberField* m_width;
  QLabel* m_heightLabel;
  NumberField* m_height;
  QLabel* m_dpiLabel;
  NumberField* m_dpi;
  QCheckBox* m_caption;
  QCheckBox* m_onWhite;
  QPushButton* m_save;
  QPushButton* m_copy;
  QToolButton* m_close;
  QLabel* m_news;
};

} // namespace backflow
