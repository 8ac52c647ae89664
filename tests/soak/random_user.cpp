// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/random_user.h"

#include "ui/plot/view_names.h"
#include "ui/window/export_bar.h"
#include "ui/window/lower_views.h"
#include "ui/window/training_lab.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextStream>
#include <QWheelEvent>

#include <cmath>
#include <fstream>

namespace backflow::test {

namespace {

/// Actions that would end the soak.
bool endsTheWindow(const QString& action) {
  return action == QStringLiteral("quit");
}

QString pathOf(const std::filesystem::path& file) {
  return QString::fromStdString(file.string());
}

} // namespace

RandomUser::RandomUser(MainWindow& window, unsigned seed, const std::filesystem::path& folder,
                       QTextStream* log)
    : m_window(window), m_random(seed), m_folder(folder), m_log(log),
      m_library(libraryEntries(libraryGroups())) {
  makeHabits();
  connect(&m_answers, &QTimer::timeout, this, &RandomUser::answerDialogs);
  m_answers.start(20);
}

void RandomUser::makeHabits() {
  m_habits = {{QStringLiteral("slide"), 20,
               [this] {
                 slide();
               }},
              {QStringLiteral("type a number"), 14,
               [this] {
                 type();
               }},
              {QStringLiteral("choose from a list"), 12,
               [this] {
                 choose();
               }},
              {QStringLiteral("click a button"), 14,
               [this] {
                 click();
               }},
              {QStringLiteral("change the tab"), 10,
               [this] {
                 changeTab();
               }},
              {QStringLiteral("trigger an action"), 14,
               [this] {
                 trigger();
               }},
              {QStringLiteral("use the mouse"), 14,
               [this] {
                 useMouse();
               }},
              {QStringLiteral("press keys"), 10,
               [this] {
                 pressKeys();
               }},
              {QStringLiteral("open a scenario"), 6,
               [this] {
                 open();
               }},
              {QStringLiteral("open what is broken"), 1,
               [this] {
                 openBroken();
               }},
              {QStringLiteral("save and open again"), 2,
               [this] {
                 save();
               }},
              {QStringLiteral("export"), 4,
               [this] {
                 exportPicture();
               }},
              {QStringLiteral("train"), 5,
               [this] {
                 train();
               }},
              {QStringLiteral("resize the window"), 1, [this] {
                 resize();
               }}};
}

int RandomUser::below(int count) {
  return std::uniform_int_distribution<int>(0, count - 1)(m_random);
}

void RandomUser::note(const QString& what) {
  if (m_log != nullptr) {
    *m_log << what << Qt::endl;
  }
}

void RandomUser::note(const QWidget& widget, const QString& what) {
  const QString name = widget.objectName().isEmpty()
                           ? QString::fromLatin1(widget.metaObject()->className())
                           : widget.objectName();
  ++m_controls[name];
  note(QStringLiteral("  %1 %2").arg(name, what));
}

template <class Widget> Widget* RandomUser::anyOf() {
  QList<Widget*> usable;
  for (Widget* widget : m_window.findChildren<Widget*>()) {
    if (widget->isVisible() && widget->isEnabled() && !widget->visibleRegion().isEmpty()) {
      usable += widget;
    }
  }
  return usable.isEmpty() ? nullptr : usable[below(static_cast<int>(usable.size()))];
}

void RandomUser::act() {
  int total = 0;
  for (const Habit& habit : m_habits) {
    total += habit.weight;
  }
  int drawn = below(total);
  for (const Habit& habit : m_habits) {
    if (drawn < habit.weight) {
      note(habit.name);
      ++m_done[habit.name];
      habit.act();
      break;
    }
    drawn -= habit.weight;
  }
  easeLoad();
}

/// A soak is to do much, not one thing for long.
void RandomUser::easeLoad() {
  const Scenario& scenario = m_window.state().scenario();
  const double work =
      std::pow(scenario.network.hidden, 2) * scenario.network.layers * scenario.unroll.horizon;
  if (work < 2e6 && scenario.unroll.horizon <= 1200 && scenario.network.hidden <= 128) {
    return;
  }
  ++m_done[QStringLiteral("(made a scenario smaller)")];
  m_window.state().endEdit();
  const auto problems = m_window.state().edit({}, [](Scenario& smaller) {
    smaller.network.hidden = std::min(smaller.network.hidden, 32);
    smaller.network.layers = std::min(smaller.network.layers, 3);
    smaller.unroll.horizon = std::min(smaller.unroll.horizon, 300);
    if (smaller.unroll.truncation) {
      smaller.unroll.truncation->length =
          std::min(smaller.unroll.truncation->length, smaller.unroll.horizon);
    }
  });
  m_window.state().endEdit();
  if (!problems.empty()) {
    m_window.openFile(m_library.front().file); // one with numbers for every step
  }
}

QString RandomUser::number() {
  static const QStringList odd = {QString(),
                                  QStringLiteral("abc"),
                                  QStringLiteral("-3"),
                                  QStringLiteral("1e400"),
                                  QStringLiteral("0,5"),
                                  QStringLiteral("0"),
                                  QStringLiteral("nan"),
                                  QStringLiteral("-1e-320"),
                                  QStringLiteral("1.5.2"),
                                  QStringLiteral("99999999999")};
  if (chance(20)) {
    return odd[below(static_cast<int>(odd.size()))];
  }
  if (chance(50)) {
    return QString::number(1 + below(80));
  }
  return QString::number(std::pow(10.0, (below(600) - 400) / 100.0), 'g', 3);
}

void RandomUser::slide() {
  const QPointer slider = anyOf<QAbstractSlider>();
  if (slider == nullptr) {
    return;
  }
  const int moves = 1 + below(12);
  note(*slider, QStringLiteral("moved %1 times").arg(moves));
  slider->setSliderDown(true);
  const int span = slider->maximum() - slider->minimum() + 1;
  int place = slider->minimum() + below(span);
  // A scroll bar may go with what it scrolls.
  for (int i = 0; i < moves && slider && slider->isVisible(); ++i) {
    place =
        std::clamp(place + below(1 + span / 10) - span / 20, slider->minimum(), slider->maximum());
    slider->setSliderPosition(place);
    QCoreApplication::processEvents();
  }
  if (slider) {
    slider->setSliderDown(false);
  }
}

void RandomUser::type() {
  auto* field = anyOf<QLineEdit>();
  if (field == nullptr) {
    return;
  }
  const QString text = number();
  note(*field, QStringLiteral("“%1”").arg(text));
  field->setFocus();
  field->selectAll();
  QTest::keyClicks(field, text);
  QTest::keyClick(field, chance(80) ? Qt::Key_Return : Qt::Key_Escape);
}

void RandomUser::choose() {
  const QPointer box = anyOf<QComboBox>();
  if (box == nullptr || box->count() == 0) {
    return;
  }
  const int index = below(box->count());
  if (!(box->model()->flags(box->model()->index(index, 0)) & Qt::ItemIsEnabled)) {
    return;
  }
  note(*box, box->itemText(index));
  if (chance(15)) {
    box->showPopup();
    QCoreApplication::processEvents();
    if (!box) {
      return;
    }
    box->hidePopup();
  }
  box->setCurrentIndex(index);
  emit box->activated(index);
}

void RandomUser::click() {
  auto* button = anyOf<QAbstractButton>();
  if (button == nullptr) {
    return;
  }
  note(*button, button->text());
  QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
}

void RandomUser::changeTab() {
  auto* tabs = anyOf<QTabBar>();
  if (tabs == nullptr || tabs->count() == 0) {
    return;
  }
  const int index = below(tabs->count());
  note(*tabs, tabs->tabText(index));
  tabs->setCurrentIndex(index);
}

void RandomUser::trigger() {
  QList<QAction*> actions;
  for (QAction* action : m_window.findChildren<QAction*>()) {
    if (action->isEnabled() && action->menu() == nullptr && !action->isSeparator() &&
        !endsTheWindow(action->objectName())) {
      actions += action;
    }
  }
  // The window's own as often as the many scenarios of the menu.
  const QList<QAction*> own = m_window.actions();
  QAction* action = chance(60) ? own[below(static_cast<int>(own.size()))]
                               : actions[below(static_cast<int>(actions.size()))];
  if (!action->isEnabled() || endsTheWindow(action->objectName())) {
    return;
  }
  ++m_controls[QStringLiteral("action ") + action->objectName()];
  note(QStringLiteral("  %1 %2").arg(action->objectName(), action->text()));
  action->trigger();
}

void RandomUser::useMouse() {
  auto* widget = anyOf<QWidget>();
  if (widget == nullptr) {
    return;
  }
  const auto somewhere = [this, widget] {
    return QPoint(below(std::max(1, widget->width())), below(std::max(1, widget->height())));
  };
  note(*widget, QStringLiteral("mouse"));
  const QPoint from = somewhere();
  if (chance(25)) {
    QWheelEvent wheel(from, widget->mapToGlobal(from), {}, {0, chance(50) ? 120 : -120},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &wheel);
    return;
  }
  if (chance(15)) {
    QTest::mouseDClick(widget, Qt::LeftButton, {}, from);
    return;
  }
  QTest::mousePress(widget, Qt::LeftButton, {}, from);
  const QPointer<QWidget> there(widget); // a press may take the widget away
  QPoint at = from;
  for (int i = below(5); i > 0 && there; --i) {
    at = somewhere();
    QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(widget, &move);
    QCoreApplication::processEvents();
  }
  if (there) {
    QTest::mouseRelease(widget, Qt::LeftButton, {}, at);
  }
}

void RandomUser::pressKeys() {
  static const Qt::Key keys[] = {Qt::Key_Tab,      Qt::Key_Backtab, Qt::Key_Left,  Qt::Key_Right,
                                 Qt::Key_Up,       Qt::Key_Down,    Qt::Key_Home,  Qt::Key_End,
                                 Qt::Key_PageDown, Qt::Key_PageUp,  Qt::Key_Space, Qt::Key_Escape,
                                 Qt::Key_G,        Qt::Key_C,       Qt::Key_K,     Qt::Key_V,
                                 Qt::Key_J,        Qt::Key_L,       Qt::Key_W,     Qt::Key_H,
                                 Qt::Key_Return,   Qt::Key_Delete,  Qt::Key_F1,    Qt::Key_F11};
  for (int i = 1 + below(5); i > 0; --i) {
    QWidget* widget = m_window.focusWidget() != nullptr ? m_window.focusWidget() : &m_window;
    const Qt::Key key = keys[below(std::size(keys))];
    note(*widget, QStringLiteral("key %1").arg(QKeySequence(key).toString()));
    QTest::keyClick(widget, key, chance(20) ? Qt::ShiftModifier : Qt::NoModifier);
  }
}

void RandomUser::open() {
  const LibraryEntry& entry =
      m_library[static_cast<std::size_t>(below(static_cast<int>(m_library.size())))];
  note(QStringLiteral("  %1").arg(QString::fromStdString(entry.name)));
  m_window.openFile(entry.file);
}

void RandomUser::openBroken() {
  static const char* const contents[] = {
      "", "{", "{\"format\": \"backflow-scenario\", \"version\": 7}",
      "{\"format\": \"backflow-scenario\", \"version\": 1, \"network\": {\"hidden\": -3}}",
      "\xff\xfe\x00"};
  const auto file = m_folder / (chance(70)   ? "broken.backflow.json"
                                : chance(50) ? "broken.csv"
                                             : "missing.json");
  if (file.filename() != "missing.json") {
    std::ofstream(file) << contents[below(std::size(contents))];
  }
  m_window.openFile(file);
}

void RandomUser::save() {
  const auto file = m_folder / ("saved-" + std::to_string(below(5)) + ".backflow.json");
  if (m_window.saveFile(file) && chance(70)) {
    m_window.openFile(file);
  }
}

void RandomUser::exportPicture() {
  auto& bar = *m_window.findChild<ExportBar*>();
  if (chance(70)) {
    constexpr auto views = enumValues<ViewKind>();
    bar.setView(views[static_cast<std::size_t>(below(static_cast<int>(views.size())))]);
  }
  static const char* const endings[] = {".png", ".svg", ".pdf", ".csv"};
  const auto file =
      m_folder / ("picture-" + std::to_string(below(4)) + endings[below(std::size(endings))]);
  note(QStringLiteral("  %1 of view %2").arg(pathOf(file)).arg(static_cast<int>(bar.view())));
  bar.saveTo(pathOf(file));
}

void RandomUser::train() {
  auto& lower = *m_window.findChild<LowerViews*>();
  auto& lab = *lower.trainingLab();
  const auto csv = m_folder / "training.csv";
  const auto state = m_folder / "state.training.json";
  switch (below(6)) {
  case 0:
  case 1:
    lower.bringForward(ViewKind::Training);
    lab.pair().play();
    break;
  case 2:
    lab.pair().pause();
    break;
  case 3:
    lab.saveCsv(pathOf(csv));
    break;
  case 4:
    lab.saveState(pathOf(state));
    break;
  default:
    if (std::filesystem::exists(state)) {
      m_window.openFile(state);
    }
  }
}

void RandomUser::resize() {
  m_window.resize(1000 + below(920), 640 + below(440));
}

/// Nothing modal stays; of the file choosers some are answered with a file.
void RandomUser::answerDialogs() {
  if (QWidget* popup = QApplication::activePopupWidget()) {
    popup->close();
    return;
  }
  auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
  if (dialog == nullptr) {
    return;
  }
  auto* chooser = qobject_cast<QFileDialog*>(dialog);
  if (chooser != nullptr && chooser->acceptMode() == QFileDialog::AcceptSave && chance(50)) {
    ++m_done[QStringLiteral("(answered a file dialog)")];
    chooser->setDirectory(pathOf(m_folder));
    chooser->selectFile(QStringLiteral("chosen-%1").arg(++m_files));
    // Not from within the timer, which could answer no question that comes of it.
    QMetaObject::invokeMethod(chooser, "accept", Qt::QueuedConnection);
  } else {
    ++m_done[QStringLiteral("(declined a dialog)")];
    dialog->reject();
  }
}

} // namespace backflow::test
