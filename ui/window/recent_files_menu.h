// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace backflow {

/// The files that were opened or saved last.
class RecentFilesMenu : public QMenu {
  Q_OBJECT

 public:
  explicit RecentFilesMenu(QWidget* parent = nullptr);

 signals:
  void fileChosen(const QString& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void retranslate();
};

} // namespace backflow
