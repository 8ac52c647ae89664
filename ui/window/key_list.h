// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/overlay.h"

#include <QList>
#include <QString>

#include <utility>

class QAction;
class QGridLayout;
class QLabel;
class QToolButton;

namespace backflow {

/// All keys, over the window: those of its actions as they are set, and those that controls have.
class KeyList : public Overlay {
  Q_OBJECT

 public:
  explicit KeyList(QWidget* window);

  /// The actions whose keys are listed; their words are read when the list is shown.
  void setActions(const QList<QAction*>& actions);
  void setShown(bool shown);
  /// As large as the rest of the window, as far as the window has room for it.
  void setTypeSize(double points) { m_typeSize = points; }

 protected:
  QSize sizeIn(const QSize& room) override;
  void changeEvent(QEvent* event) override;

 private:
  using Keys = std::pair<QString, QString>; ///< what is pressed, what it does

  void nameParts();
  void fill();
  void addBlock(const QString& heading, const QList<Keys>& keys, int column, int& row);

  QList<QAction*> m_actions;
  double m_typeSize = 0; ///< 0: the program's own
  QLabel* m_title;
  QToolButton* m_close;
  QWidget* m_page = nullptr;
  QGridLayout* m_grid = nullptr;
};

} // namespace backflow
