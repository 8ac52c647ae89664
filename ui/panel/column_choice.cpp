// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/column_choice.h"

#include "ui/state/data_input.h"
#include "ui/text/problem_text.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace backflow {

namespace {

/// Stays open while several are ticked.
class TickMenu : public QMenu {
 public:
  using QMenu::QMenu;

 protected:
  void mousePressEvent(QMouseEvent* event) override {
    m_pressed = actionAt(event->position().toPoint());
    QMenu::mousePressEvent(event);
  }
  void mouseReleaseEvent(QMouseEvent* event) override {
    QAction* released = actionAt(event->position().toPoint());
    if (!canTick(released)) {
      QMenu::mouseReleaseEvent(event);
    } else if (event->button() == Qt::LeftButton && released == m_pressed) {
      released->trigger(); // not where the click ends that opened the menu
    }
    m_pressed = nullptr;
  }
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Space && canTick(activeAction())) {
      activeAction()->trigger();
    } else {
      QMenu::keyPressEvent(event);
    }
  }

 private:
  static bool canTick(const QAction* action) {
    return action != nullptr && action->isCheckable() && action->isEnabled();
  }

  QAction* m_pressed = nullptr;
};

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// An ampersand would name a key.
QString plain(QString words) {
  return words.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QToolButton(parent), m_menu(new TickMenu(this)) {
  setText(QStringLiteral("…"));
  setMenu(m_menu);
  setPopupMode(QToolButton::InstantPopup);
  connect(m_menu, &QMenu::aboutToShow, this, &ColumnChoice::lookAtFile);
  connect(&m_worker, &DataFileWorker::tableRead, this,
          [this](const std::filesystem::path& file, const std::vector<ColumnContent>& columns) {
            if (file == m_file) {
              list(columns);
            }
          });
  connect(&m_worker, &DataFileWorker::failed, this,
          [this](const std::filesystem::path& file, const std::vector<FieldProblem>& problems) {
            if (file == m_file) {
              m_menu->hide();
              emit told(problemsText(file, problems));
            }
          });
}

void ColumnChoice::show(const std::filesystem::path& file,
                        const std::vector<std::string>& columns) {
  m_file = file;
  m_columns = columns;
}

void ColumnChoice::lookAtFile() {
  showWords(tr("reading…"));
  m_worker.requestTable(m_file);
}

void ColumnChoice::list(const std::vector<ColumnContent>& columns) {
  emit told({});
  m_menu->clear();
  for (const ColumnContent& column : columns) {
    // One that is read may have a gap further down than the horizon reaches.
    if (column.problem && !contains(m_columns, column.name)) {
      m_menu->addAction(plain(columnProblemText(column)))->setEnabled(false);
    } else {
      offer(column.name);
    }
  }
}

void ColumnChoice::offer(const std::string& name) {
  QAction* action =
      m_menu->addAction(name.empty() ? tr("(no name)") : plain(QString::fromStdString(name)));
  action->setCheckable(true);
  action->setChecked(contains(m_columns, name));
  connect(action, &QAction::toggled, this, [this, action, name](bool wanted) {
    if (!wanted && m_columns.size() == 1) {
      const QSignalBlocker blocker(action);
      action->setChecked(true);
      emit told(tr("One column at least"));
    } else {
      emit told({});
      toggle(name, wanted);
    }
  });
}

void ColumnChoice::showWords(const QString& words) {
  m_menu->clear();
  m_menu->addAction(words)->setEnabled(false);
}

void ColumnChoice::toggle(const std::string& name, bool wanted) {
  std::vector<std::string> columns = m_columns;
  if (wanted) {
    columns.push_back(name);
  } else {
    std::erase(columns, name);
  }
  emit chosen(columns);
}

} // namespace backflow
