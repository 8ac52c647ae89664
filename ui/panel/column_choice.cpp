// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/column_choice.h"

#include "core/scenario/csv_table.h"
#include "ui/text/problem_text.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <variant>

namespace backflow {

namespace {

/// Stays open while several are ticked.
class TickMenu : public QMenu {
 public:
  using QMenu::QMenu;

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (!tick(actionAt(event->position().toPoint()))) {
      QMenu::mouseReleaseEvent(event);
    }
  }
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() != Qt::Key_Space || !tick(activeAction())) {
      QMenu::keyPressEvent(event);
    }
  }

 private:
  static bool tick(QAction* action) {
    const bool canBe = action != nullptr && action->isCheckable() && action->isEnabled();
    if (canBe) {
      action->trigger();
    }
    return canBe;
  }
};

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QToolButton(parent), m_menu(new TickMenu(this)) {
  setText(QStringLiteral("…"));
  setMenu(m_menu);
  setPopupMode(QToolButton::InstantPopup);
  connect(m_menu, &QMenu::aboutToShow, this, &ColumnChoice::fill);
}

void ColumnChoice::show(const std::filesystem::path& file,
                        const std::vector<std::string>& columns) {
  m_file = file;
  m_columns = columns;
}

void ColumnChoice::fill() {
  m_menu->clear();
  const auto read = readCsv(m_file, {});
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    emit failed(QString::fromStdString(m_file.filename().string()) + QStringLiteral(": ") +
                problemsText(*problems));
    return;
  }
  for (const std::string& name : numericColumns(std::get<CsvTable>(read))) {
    // An ampersand would name a key.
    QAction* action = m_menu->addAction(
        QString::fromStdString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setData(QString::fromStdString(name));
    action->setCheckable(true);
    action->setChecked(std::ranges::find(m_columns, name) != m_columns.end());
    connect(action, &QAction::toggled, this, &ColumnChoice::tell);
  }
}

void ColumnChoice::tell() {
  std::vector<std::string> columns;
  for (const QAction* action : m_menu->actions()) {
    if (action->isChecked()) {
      columns.push_back(action->data().toString().toStdString());
    }
  }
  emit chosen(columns);
}

} // namespace backflow
