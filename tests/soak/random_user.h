// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <vector>

class QTextStream;

namespace backflow::test {

/// Does what users do in the window, at random: every control that is in sight, every action, files
/// that open, save and export, keys and the mouse.
class RandomUser : public QObject {
  Q_OBJECT

 public:
  /// `folder`: where it may write. `log`: what it does, a line each, or null.
  RandomUser(MainWindow& window, unsigned seed, const std::filesystem::path& folder,
             QTextStream* log);

  /// Does one thing. Where that leads to a scenario that takes long it makes it smaller.
  void act();

  const std::map<QString, int>& done() const { return m_done; }         ///< by kind of action
  const std::map<QString, int>& controls() const { return m_controls; } ///< by name of the control

 private:
  struct Habit {
    QString name;
    int weight;
    std::function<void()> act;
  };

  void makeHabits();
  int below(int count);
  bool chance(int percent) { return below(100) < percent; }
  QString number();
  /// A widget of this kind that can be used now, or null.
  template <class Widget> Widget* anyOf();
  void note(const QString& what);
  void note(const QWidget& widget, const QString& what);

  void slide();
  void type();
  void choose();
  void click();
  void changeTab();
  void trigger();
  void useMouse();
  void pressKeys();
  void open();
  void openBroken();
  void save();
  void exportPicture();
  void train();
  void resize();
  void easeLoad();
  void answerDialogs();

  MainWindow& m_window;
  std::mt19937 m_random;
  std::filesystem::path m_folder;
  QTextStream* m_log;
  std::vector<LibraryEntry> m_library;
  std::vector<Habit> m_habits;
  std::map<QString, int> m_done;
  std::map<QString, int> m_controls;
  int m_files = 0;
  QTimer m_answers; ///< to what is modal
};

} // namespace backflow::test
