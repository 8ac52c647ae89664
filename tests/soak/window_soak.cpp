// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window at random for as long as asked, and says what it did, which pictures were
// compared, and how the memory went. Exit status 1 if a picture was not the scenario's, or if the
// memory grew by more than is allowed.
#include "core/scenario/library.h"
#include "tests/soak/memory_in_use.h"
#include "tests/soak/picture_watch.h"
#include "tests/soak/random_user.h"
#include "ui/text/language.h"
#include "ui/window/outlined_style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

namespace backflow::test {
namespace {

struct Plan {
  double minutes = 1;
  unsigned seed = 1;
  double mostGrowth = 0; ///< MiB from a quarter of the time to its end; 0: not judged
  QTextStream* log = nullptr;
  QString pictures; ///< the folder of those that differed
};

/// Some things done between two looks at the pictures.
constexpr int actionsALook = 12;
constexpr double secondsASample = 60;

void printCounts(const char* heading, const std::map<QString, int>& counts) {
  std::printf("%s\n", heading);
  for (const auto& [name, count] : counts) {
    std::printf("  %7d  %s\n", count, qPrintable(name));
  }
}

int soak(const Plan& plan, const std::filesystem::path& folder) {
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  PictureWatch watch(window, plan.pictures);
  RandomUser user(window, plan.seed, folder, plan.log);
  watch.look();

  std::printf("seed %u, %.2f minutes, %s at the start\n", plan.seed, plan.minutes,
              toText(memoryInUse()).c_str());
  std::fflush(stdout);
  QElapsedTimer clock;
  clock.start();
  const double seconds = 60 * plan.minutes;
  double nextSample = std::min(secondsASample, seconds / 4);
  MemoryInUse settled; ///< after a quarter of the time
  long actions = 0;
  int looks = 0;
  const auto elapsed = [&clock] {
    return static_cast<double>(clock.elapsed()) / 1000;
  };
  while (elapsed() < seconds) {
    user.act();
    QTest::qWait(static_cast<int>(actions % 7));
    if (++actions % actionsALook == 0) {
      watch.look();
      ++looks;
    }
    if (elapsed() >= nextSample) {
      const MemoryInUse now = memoryInUse();
      settled = settled.held == 0 && elapsed() >= seconds / 4 ? now : settled;
      std::printf("%6.0f s: %ld actions, %d traces shown, %s, %d failures\n", elapsed(), actions,
                  watch.drawn(), toText(now).c_str(), static_cast<int>(watch.failures().size()));
      std::fflush(stdout);
      nextSample += secondsASample;
    }
  }
  watch.look();
  const MemoryInUse end = memoryInUse();

  printCounts("What was done:", user.done());
  printCounts("With which controls:", user.controls());
  printCounts("Pictures compared:", watch.compared());
  std::printf("%ld actions with %zu controls, %d traces shown, %d looks, %d scenarios could not "
              "run and said so\n",
              actions, user.controls().size(), watch.drawn(), looks, watch.problemsTold());
  std::printf("memory: %s after a quarter, %s at the end\n", toText(settled).c_str(),
              toText(end).c_str());
  for (const QString& failure : watch.failures()) {
    std::printf("FAILED: %s\n", qPrintable(failure));
  }
  bool isWell = watch.failures().isEmpty();
  if (plan.mostGrowth > 0 && settled.held > 0 && end.held - settled.held > plan.mostGrowth) {
    std::printf("FAILED: the memory held grew by %.0f MiB, more than %.0f\n",
                end.held - settled.held, plan.mostGrowth);
    isWell = false;
  }
  std::printf("%s\n", isWell ? "No failure." : "There were failures.");
  std::fflush(stdout);
  window.close();
  return isWell ? 0 : 1;
}

} // namespace
} // namespace backflow::test

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
  }
  // What is remembered between starts is the soak's own.
  const QTemporaryDir home;
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_DATA_HOME", home.path().toUtf8());
  QApplication::setApplicationName(QStringLiteral("backflow"));
  const QApplication application(argc, argv);
  QApplication::setStyle(new backflow::OutlinedStyle);
  QApplication::setQuitOnLastWindowClosed(false);
  QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);

  QCommandLineParser parser;
  parser.addHelpOption();
  const QCommandLineOption minutes(QStringLiteral("minutes"), QStringLiteral("how long"),
                                   QStringLiteral("number"), QStringLiteral("1"));
  const QCommandLineOption seed(QStringLiteral("seed"),
                                QStringLiteral("of what is done; else a new one"),
                                QStringLiteral("number"));
  const QCommandLineOption growth(
      QStringLiteral("most-growth"),
      QStringLiteral("how much more memory there may be at the end than after a quarter"),
      QStringLiteral("MiB"), QStringLiteral("0"));
  const QCommandLineOption log(QStringLiteral("log"),
                               QStringLiteral("where to write everything that is done"),
                               QStringLiteral("file"));
  const QCommandLineOption pictures(
      QStringLiteral("pictures"), QStringLiteral("where to keep pictures that differed"),
      QStringLiteral("folder"),
      QCoreApplication::applicationDirPath() + QStringLiteral("/soak-pictures"));
  parser.addOptions({minutes, seed, growth, log, pictures});
  parser.process(application);

  backflow::test::Plan plan;
  plan.minutes = parser.value(minutes).toDouble();
  plan.seed = parser.isSet(seed) ? parser.value(seed).toUInt() : std::random_device()();
  plan.mostGrowth = parser.value(growth).toDouble();
  plan.pictures = parser.value(pictures);
  QFile file(parser.value(log));
  QTextStream stream(&file);
  if (parser.isSet(log) && file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
    plan.log = &stream;
  }
  backflow::useLanguage(QStringLiteral("en"));
  return backflow::test::soak(plan, home.path().toStdString());
}
